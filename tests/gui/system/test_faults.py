"""Faults of our own reach the person and the log; a crash is told of at the next start."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from pytestqt.qtbot import QtBot

from core.machine.fault_log import FILE, LARGEST
from gui.system.faults import CRASH, LAST_CRASH, FaultDialog, FaultWatch
from tests.gui.conftest import opened

FAULT = "a fault made by the test"


@pytest.fixture
def watch(qtbot: QtBot, tmp_path: Path) -> Iterator[FaultWatch]:
    """Return a watch on a folder of the test's own; Python's handlers are put back."""
    made = FaultWatch(tmp_path / "log")
    yield made
    made.close()


def raised() -> None:
    raise ValueError(FAULT)


def test_a_fault_of_any_thread_is_logged_and_told_in_one_sentence(qtbot: QtBot, watch: FaultWatch) -> None:
    watch.install()
    with qtbot.waitSignal(watch.faulted) as told:
        try:
            raised()
        except ValueError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    assert FAULT in told.args[0]
    assert "\n" not in told.args[0]
    assert "test_faults.py" in told.args[1]
    assert FAULT in watch.log_path.read_text()
    with qtbot.waitSignal(watch.faulted) as told:
        thread = threading.Thread(target=raised)
        thread.start()
        thread.join()
    assert FAULT in told.args[0]
    qWarning("Qt has something against it")
    assert "WARNING qt: Qt has something against it" in watch.log_path.read_text()


def test_the_window_shows_one_dialog_and_goes_on(qtbot: QtBot, watch: FaultWatch) -> None:
    window = opened(qtbot)
    window.help.watch(watch)
    for _ in range(3):
        watch.faulted.emit(FAULT, "the details")
    dialogs = window.findChildren(FaultDialog)
    assert len(dialogs) == 1
    assert not dialogs[0].isModal()
    assert dialogs[0].detailedText() == "the details"
    dialogs[0].reject()
    watch.faulted.emit(FAULT, "again")
    assert any(dialog.detailedText() == "again" for dialog in window.findChildren(FaultDialog))


def test_a_crash_is_told_of_at_the_next_start_and_what_is_known_of_it_is_kept(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "next").mkdir()
    (tmp_path / "next" / CRASH).write_text("Fatal Python error: Segmentation fault")
    second = FaultWatch(tmp_path / "next")
    window = opened(qtbot)
    window.help.watch(second)
    second.close()
    assert "crashed the last time" in window.status.note()
    assert str(tmp_path / "next" / LAST_CRASH) in window.status.note()
    assert (tmp_path / "next" / LAST_CRASH).read_text() == "Fatal Python error: Segmentation fault"
    third = FaultWatch(tmp_path / "next")
    with (tmp_path / "next" / CRASH).open("a") as file:
        faulthandler.dump_traceback(file)  # as on Windows, of a fault that was caught
    third.close()
    unwritable = FaultWatch(tmp_path / "next" / LAST_CRASH / "log")  # no reason not to start
    for later in (fourth := FaultWatch(tmp_path / "next"), unwritable):
        later.close()
    assert (third.last_crash, fourth.last_crash, unwritable.last_crash) == (None, None, None)


def test_a_log_that_has_grown_large_is_begun_anew(watch: FaultWatch) -> None:
    for _ in range(5):
        logging.getLogger("digitscope").error("x" * (LARGEST // 2))
    assert {path.name for path in watch.log_path.parent.iterdir()} == {FILE, f"{FILE}.1", f"{FILE}.2", CRASH}
    assert watch.log_path.stat().st_size <= LARGEST
