"""Drives one window as a person would and saves what it shows; for `tests.pictures` and `tests.animation`."""

import math
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DIGITSCOPE_HOME"] = tempfile.mkdtemp()  # the pictures are those of a first start, and leave no trace

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication

from gui.app import create_window
from gui.jobs.run_state import RunState
from gui.look import theme as look
from gui.main_window import MainWindow

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WAIT_MS = 300_000  # on a machine that does much else
USUAL = QSize(1280, 800)
SETTLE_MS = 200  # for timers that wait until nothing changes any more


class Photographer:
    def __init__(self, app: QApplication, folder: Path, arguments: Sequence[str] = (), suffix: str = "") -> None:
        self.app, self.folder = app, folder
        self.sizes = {"": USUAL}
        self.suffix = suffix
        self.window: MainWindow = create_window(arguments)
        self.window.resize(USUAL)
        self.window.show()

    def wait(self, until: Callable[[], bool], longest_ms: int = WAIT_MS) -> None:
        deadline = QDeadlineTimer(longest_ms)
        while not until():
            if deadline.hasExpired():
                raise TimeoutError("the window did not come to what was waited for")
            self.app.processEvents()

    def settle(self) -> None:
        self.wait(QDeadlineTimer(SETTLE_MS).hasExpired)

    def run(self, recipe: str) -> None:
        """Train a recipe to its end, as fast as it can."""
        self.window.next_run.set_pace(math.inf)
        self.choose(recipe)
        self.window.actions_by_name["train"].trigger()
        self.wait(lambda: self.window.session.state is RunState.FINISHED)

    def choose(self, recipe: str) -> None:
        """Choose a recipe, and have read what it is about."""
        box = self.window.toolbar.recipe
        box.setCurrentIndex(box.findData(recipe))
        self.window.toolbar.bubble.hide()

    def shoot(self, name: str, sizes: dict[str, QSize] | None = None) -> None:
        for size_name, size in (sizes or self.sizes).items():
            self.window.resize(size)
            for theme in (look.LIGHT, look.DARK):
                self.window.set_theme(theme)
                self.settle()
                parts = (name, size_name, self.suffix, theme.name)
                self.window.grab().save(str(self.folder / ("-".join(filter(None, parts)) + ".png")))


def at_data() -> None:
    """Name the data set by where we are: a picture of the Data tab must not show where this machine keeps it."""
    if data := os.environ.get("DIGITSCOPE_DATA"):
        os.chdir(data)
        os.environ["DIGITSCOPE_DATA"] = "."
