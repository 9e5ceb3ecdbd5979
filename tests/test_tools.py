"""The tools that judge tests, by branches and by mutants, and the hand that draws in benchmarks."""

import json
import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from gui.canvas.digit_canvas import DigitCanvas
from tests import branches, mutants, small
from tests.bench import probe
from tests.gui import widgets

LISTED = """    core.digits.raster.x__ink__mutmut_14: survived
    core.digits.raster.x__ink__mutmut_15: survived
    core.digits.raster.x__ink__mutmut_16: timeout
    core.model.metrics.xǁScoresǁ_chosen__mutmut_7: survived
"""


def report(core: int, gui: int) -> dict[str, Any]:
    def of(taken: int) -> dict[str, Any]:
        summary = {"num_branches": 100, "covered_branches": taken, "missing_branches": 100 - taken}
        return {"summary": summary, "missing_branches": [[7, 9], [8, -1]]}

    return {"files": {"core/a.py": of(core), "gui/b.py": of(gui)}}


def test_each_package_must_have_its_share_of_branches(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "coverage.json"
    for core, gui, status in ((95, 85, 0), (94, 100, 1), (100, 84, 1), (98, 90, 0)):
        path.write_text(json.dumps(report(core, gui)))
        assert branches.main(str(path)) == status
        told = capsys.readouterr().out
        assert f"core: {core}.0% of branches" in told
    lacking = ["  10 branches  gui/b.py  7->9, 8->end", "   2 branches  core/a.py  7->9, 8->end"]
    assert told.splitlines()[2:] == lacking  # the worst first


def test_survivors_are_counted_by_function() -> None:
    found = mutants.survivors(LISTED)
    assert found == {"core.model.metrics.Scores._chosen": 1, "core.digits.raster._ink": 2}
    # one that does not end is noticed, one without tests is not
    stats = {"killed": 80, "timeout": 4, "segfault": 1, "survived": 10, "no_tests": 5, "total": 100}
    told = mutants.told(stats, found, date(2026, 11, 30))
    assert "2026-11-30: 100 mutants, 85.0% of them noticed" in told
    assert "| `core.digits.raster._ink` | 2 |" in told


def test_the_hand_of_benchmarks_draws_in_the_windows_thread(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    made_in = set[int]()

    def noted(*given: Any) -> QMouseEvent:
        made_in.add(threading.get_ident())
        return QMouseEvent(*given)

    monkeypatch.setattr(probe, "QMouseEvent", noted)
    canvas = widgets.shown(qtbot, DigitCanvas(), 200, 200)
    hand = probe.Hand(canvas, small.SEVEN)
    hand.start()
    qtbot.waitUntil(lambda: not canvas.drawing().is_empty)
    hand.stop()
    assert made_in == {threading.get_ident()}
