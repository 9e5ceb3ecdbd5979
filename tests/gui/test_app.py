"""The entry point: what it opens, what it imports on the way, and how it ends; each in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.recipes import file as recipe_file, recipe as recipes
from gui import app
from tests.gui.conftest import opened

FIRST_PAINT = """
import json, sys
from PySide6.QtCore import QTimer
from gui import app
build, seen = app.build_window, []
def watched(options, **how):
    window = build(options, **how)
    paint = window.paintEvent
    def painted(event):
        paint(event)
        seen.extend([] if seen else sys.modules)
        QTimer.singleShot(0, window.close)
    window.paintEvent = painted
    return window
app.build_window = watched
status = app.main(sys.argv[1:])
print(json.dumps(sorted(set(seen))))
sys.exit(status)
"""
CLOSE_AT_ONCE = """
import sys
from PySide6.QtCore import QTimer
import gui.main_window
from gui.app import main
shown = gui.main_window.MainWindow.start_threads
def start_and_close(window):
    shown(window)
    QTimer.singleShot(int(sys.argv[1]), window.close)
gui.main_window.MainWindow.start_threads = start_and_close
sys.exit(main(sys.argv[2:]))
"""
AS_ON_X11 = """
import sys
from PySide6 import QtWidgets
from PySide6.QtCore import Qt, QTimer
from gui import app
COMPRESS = Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents
class OnX11(QtWidgets.QApplication):
    def __init__(self, arguments):
        super().__init__(arguments)
        self.setAttribute(COMPRESS)
        QTimer.singleShot(0, lambda: (print(self.testAttribute(COMPRESS)), self.closeAllWindows()))
QtWidgets.QApplication = OnX11
sys.exit(app.main(sys.argv[1:]))
"""


def run(code: str, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    given = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=given, timeout=120, check=False)


def test_every_move_of_the_mouse_is_asked_for_where_the_platform_would_leave_some_out(tmp_path: Path) -> None:
    done = run(AS_ON_X11, "--data", str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "False\n"), done.stderr


def test_the_way_to_the_first_paint_imports_nothing_heavy(tmp_path: Path) -> None:
    done = run(FIRST_PAINT, "--data", str(tmp_path))
    assert done.returncode == 0, done.stderr
    seen = set(json.loads(done.stdout))
    assert {"PySide6", "gui.window.window_base"} <= seen
    packages = {name.partition(".")[0] for name in seen}
    assert not packages & {"tensorflow", "keras", "typer", "rich", "scipy", "sklearn", "email", "PIL", "pooch"}
    assert not seen & {"gui.frame.lower_tabs", "gui.jobs.training_session", "core.exporting.export", "core.runs"}
    assert np.__version__ < "2" or "numpy.random" not in seen  # which before comes with numpy


@pytest.mark.parametrize("after_ms", [0, 150, 700])
def test_closing_while_tensorflow_is_imported_ends_the_process_cleanly(tmp_path: Path, after_ms: int) -> None:
    done = run(CLOSE_AT_ONCE, str(after_ms), "--data", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")


def test_without_a_display_it_trains_in_the_terminal(tmp_path: Path, data_folder: Path) -> None:
    code = "import sys; from gui.app import main; sys.exit(main(sys.argv[1:]))"
    done = run(code, "--data", str(data_folder), QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 0, done.stderr
    assert "no display" in done.stderr
    assert "Test accuracy" in done.stdout


def test_an_unknown_option_and_recipe_are_one_sentence(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text('{"batch": 0}')
    for arguments, told in ((["--dta", "x"], "--dta"), (["--recipe", str(mine)], "batch 0 is not between 1 and")):
        assert app.main(arguments) == 2
        said = capsys.readouterr().err
        assert said.startswith("digitscope: ")
        assert said.count("\n") == 1
        assert told in said


def test_the_window_opens_with_the_recipe_that_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    recipe_file.save(path, recipes.changed(recipes.ZEROS, steps=123))
    assert opened(qtbot, "--recipe", str(path)).next_run.recipe.steps == 123
