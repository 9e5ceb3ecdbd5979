"""Makes the pictures of the window for README and docs, offscreen: `make pictures`, or with a folder as argument.

`python -m tests.pictures FOLDER --every-size --language de` makes those to look at before a change lands.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DIGITSCOPE_HOME"] = tempfile.mkdtemp()  # the pictures are those of a first start, and leave no trace

from PySide6.QtCore import QDeadlineTimer, QSize
from PySide6.QtWidgets import QApplication

from core import recipes
from gui.app import create_window
from gui.jobs.run_state import RunState
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.system import language
from tests import small

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"
WAIT_MS = 120_000
USUAL = QSize(1280, 800)
SIZES = {"small": QSize(1000, 640), "": USUAL, "large": QSize(1920, 1080)}
STEPS_OF_A_RUN = 60  # before it is pictured
SETTLE_MS = 200  # for timers that wait until nothing changes any more
ALSO = (  # what cannot be had in one process: another scale, and another language
    ("--scale", "2", "--scenes", "window", "--suffix", "double"),
    ("--language", "de", "--scenes", "window", "--suffix", "german"),
)


class Photographer:
    """Drives one window and saves what it shows."""

    def __init__(self, app: QApplication, folder: Path, arguments: Sequence[str] = (), suffix: str = "") -> None:
        self.app = app
        self.folder = folder
        self.sizes = {"": USUAL}
        self.suffix = suffix
        self.window: MainWindow = create_window(arguments)
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
        """Train a recipe to its end, as fast as it can."""
        self.set_pace(math.inf)
        self.choose(recipe)
        self.window.actions_by_name["train"].trigger()
        self.wait(lambda: self.window.session.state is RunState.FINISHED)

    def choose(self, recipe: str) -> None:
        """Choose a recipe."""
        box = self.window.toolbar.recipe
        box.setCurrentIndex(box.findData(recipe))

    def set_pace(self, pace: float) -> None:
        """Train, and show, so many steps a second."""
        self.window.pace.set_pace(pace)
        self.window.session.set_pace(pace)

    def shoot(self, name: str, sizes: dict[str, QSize] | None = None) -> None:
        """Save the window in both themes, in each size."""
        for size_name, size in (sizes or self.sizes).items():
            self.window.resize(size)
            for theme in (look.LIGHT, look.DARK):
                self.window.set_theme(theme)
                self.settle()
                parts = (name, size_name, self.suffix, theme.name)
                self.window.grab().save(str(self.folder / ("-".join(filter(None, parts)) + ".png")))


def start(camera: Photographer) -> None:
    """Save the window as it is while TensorFlow loads; then load it."""
    camera.settle()
    camera.shoot("start")


def window(camera: Photographer) -> None:
    """Save the window after three runs, in each size."""
    for recipe in (recipes.TUTORIAL, recipes.ZEROS):
        camera.run(recipe.name)
    camera.window.drawing.canvas.set_drawing(small.SEVEN)
    camera.run(recipes.BIGGER_STEPS.name)
    camera.shoot("window", camera.sizes if camera.suffix else SIZES)
    camera.window.resize(USUAL)


def tabs(camera: Photographer) -> None:
    """Save the window with each of the lower tabs."""
    shown = camera.window.tabs
    for index in range(shown.count()):
        shown.setCurrentIndex(index)
        camera.settle()
        camera.shoot("tab-" + shown.tabText(index).lower().replace(" ", "-"))
    shown.setCurrentIndex(0)


def compared(camera: Photographer) -> None:
    """Save two kept runs side by side."""
    view = camera.window.runs_panel
    camera.window.tabs.setCurrentWidget(view)
    table = view.table
    camera.wait(lambda: len(table.runs) > 2)
    for run in table.runs[:2]:
        table.set_ticked([*table.ticked, run.run_id])
    camera.settle()
    camera.shoot("comparing")
    table.set_ticked([])
    camera.window.tabs.setCurrentIndex(0)


def alone(camera: Photographer) -> None:
    """Save the plots as a class sees them, and the tabs in the plots' place."""
    action = camera.window.actions_by_name
    for name in ("plots_alone", "tall_tabs"):
        action[name].trigger()
        camera.settle()
        camera.shoot(name.replace("_", "-"))
        action[name].trigger()


def lessons(camera: Photographer) -> None:
    """Save the first lesson."""
    camera.window.actions_by_name["lessons"].trigger()
    camera.settle()
    camera.shoot("lessons")
    camera.window.actions_by_name["lessons"].trigger()
    camera.window.resize(USUAL)


def runs(camera: Photographer) -> None:
    """Save a run that trains, one that stands still, and one that diverged."""
    shown = camera.window
    camera.choose(recipes.TUTORIAL.name)
    camera.set_pace(100.0)
    shown.actions_by_name["train"].trigger()
    camera.wait(lambda: (shown.presenter.step() or 0) > STEPS_OF_A_RUN)
    camera.shoot("training")
    shown.actions_by_name["pause"].trigger()
    camera.wait(lambda: shown.session.state is RunState.PAUSED)
    camera.shoot("paused")
    camera.set_pace(math.inf)
    shown.runs.set_recipe(replace(recipes.TUTORIAL, learning_rate=1_000.0, based_on=recipes.TUTORIAL.name))
    shown.actions_by_name["train"].trigger()
    camera.wait(lambda: shown.session.state is RunState.DIVERGED)
    camera.shoot("diverged")


SCENES = {scene.__name__: scene for scene in (start, window, tabs, compared, alone, lessons, runs)}


def without_data(app: QApplication, options: argparse.Namespace) -> None:
    """Save a window that was told of a folder in which there are no digits."""
    with tempfile.TemporaryDirectory() as empty:
        os.chdir(empty)  # its name must not be in the picture
        camera = Photographer(app, options.folder, ["--data", "."], options.suffix)
        camera.sizes = SIZES if options.every_size else camera.sizes
        camera.wait(lambda: camera.window.session.is_tensorflow_ready)
        camera.window.runs.set_recipe(recipes.TUTORIAL)  # scenes before may have left another rate
        camera.settle()
        camera.shoot("no-data")
        camera.window.close()
        os.chdir(options.folder)


def at_data() -> None:
    """Name the data set by where we are: a picture of the Data tab must not show where this machine keeps it."""
    if data := os.environ.get("DIGITSCOPE_DATA"):
        os.chdir(data)
        os.environ["DIGITSCOPE_DATA"] = "."


def parsed() -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--scenes", nargs="+", choices=[*SCENES, "no_data"], default=[*SCENES, "no_data"])
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", default="", help="2: every point is two pixels wide")
    parser.add_argument("--suffix", default="", help="of the files' names")
    parser.add_argument("--every-size", action="store_true")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    """Make the pictures of one language at one scale."""
    options.folder = options.folder.resolve()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = options.scale
    at_data()
    app = QApplication([])
    language.use(options.language)
    camera = Photographer(app, options.folder, suffix=options.suffix)
    camera.sizes = SIZES if options.every_size else camera.sizes
    for name, scene in SCENES.items():
        if name in options.scenes:
            scene(camera)
        camera.wait(lambda: camera.window.session.is_tensorflow_ready and camera.window.data.dataset is not None)
    camera.window.close()
    if "no_data" in options.scenes:
        without_data(app, options)


if __name__ == "__main__":
    if len(sys.argv) <= 2:
        for also in ALSO:
            subprocess.run([sys.executable, "-m", "tests.pictures", *sys.argv[1:], *also], check=True)
    main(parsed())
