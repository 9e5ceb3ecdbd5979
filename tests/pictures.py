"""Makes the pictures of the window for README and docs, offscreen: `make pictures`, or with a folder as argument."""

import math
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DIGITSCOPE_HOME"] = tempfile.mkdtemp()  # the pictures are those of a first start, and leave no trace

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication

from core import recipes
from gui import theme as look
from gui.app import create_window
from gui.main_window import MainWindow
from gui.run_state import RunState
from tests import small

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WAIT_MS = 120_000
USUAL = QSize(1280, 800)
SIZES = {"small": QSize(1000, 640), "": USUAL, "large": QSize(1920, 1080)}
STEPS_OF_A_RUN = 60  # before it is pictured
SETTLE_MS = 200  # for timers that wait until nothing changes any more


class Photographer:
    """Drives one window and saves what it shows."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.window: MainWindow = create_window()
        self.window.resize(USUAL)
        self.window.show()

    def wait(self, until: Callable[[], bool], longest_ms: int = WAIT_MS) -> None:
        """Let the window live until something is so."""
        deadline = QDeadlineTimer(longest_ms)
        while not until():
            if deadline.hasExpired():
                raise TimeoutError("the window did not come to what was waited for")
            self.app.processEvents()

    def settle(self) -> None:
        """Let the window live for a moment."""
        deadline = QDeadlineTimer(SETTLE_MS)
        self.wait(deadline.hasExpired)

    def run(self, recipe: str) -> None:
        """Train a recipe to its end."""
        box = self.window.toolbar.recipe
        box.setCurrentIndex(box.findData(recipe))
        self.window.actions_by_name["train"].trigger()
        self.wait(lambda: self.window.session.state is RunState.FINISHED)

    def shoot(self, name: str) -> None:
        """Save the window in both themes."""
        for theme in (look.LIGHT, look.DARK):
            self.window.set_theme(theme)
            self.settle()
            self.window.grab().save(str(self.folder / f"{name}-{theme.name}.png"))


def tabs(camera: Photographer) -> None:
    """Save the window with each of the lower tabs."""
    shown = camera.window.tabs
    for index in range(shown.count()):
        shown.setCurrentIndex(index)
        camera.settle()
        camera.shoot("tab-" + shown.tabText(index).lower().replace(" ", "-"))
    shown.setCurrentIndex(0)


def states(camera: Photographer) -> None:
    """Save a lesson, a run that trains, one that stands still, and one that diverged."""
    window = camera.window
    window.actions_by_name["lessons"].trigger()
    camera.settle()
    camera.shoot("lessons")
    window.actions_by_name["lessons"].trigger()
    window.resize(USUAL)
    window.session.set_pace(200.0)
    box = window.toolbar.recipe
    box.setCurrentIndex(box.findData(recipes.TUTORIAL.name))
    window.actions_by_name["train"].trigger()
    camera.wait(lambda: (window.presenter.step() or 0) > STEPS_OF_A_RUN)
    camera.shoot("training")
    window.actions_by_name["pause"].trigger()
    camera.wait(lambda: window.session.state is RunState.PAUSED)
    camera.shoot("paused")
    window.session.set_pace(math.inf)
    window.runs.set_recipe(replace(recipes.TUTORIAL, learning_rate=1_000.0, based_on=recipes.TUTORIAL.name))
    window.actions_by_name["train"].trigger()
    camera.wait(lambda: window.session.state is RunState.DIVERGED)
    camera.shoot("diverged")


def at_data() -> None:
    """Name the data set by where we are: a picture of the Data tab must not show where this machine keeps it."""
    if data := os.environ.get("DIGITSCOPE_DATA"):
        os.chdir(data)
        os.environ["DIGITSCOPE_DATA"] = "."


def main(folder: Path) -> None:
    """Make every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    at_data()
    camera = Photographer(QApplication([]), folder)
    window = camera.window
    camera.settle()
    camera.shoot("start")
    camera.wait(lambda: window.session.is_tensorflow_ready and window.data.dataset is not None)
    window.pace.set_pace(math.inf)
    window.session.set_pace(math.inf)
    camera.run(recipes.TUTORIAL.name)
    camera.run(recipes.ZEROS.name)
    window.drawing.canvas.set_drawing(small.SEVEN)
    camera.run(recipes.BIGGER_STEPS.name)
    for name, size in SIZES.items():
        window.resize(size)
        camera.shoot("-".join(part for part in ("window", name) if part))
    window.resize(USUAL)
    tabs(camera)
    states(camera)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER)
