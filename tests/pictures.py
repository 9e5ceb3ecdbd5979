"""Makes the pictures of the window for README and docs, offscreen: `make pictures`, or with a folder as argument.

`python -m tests.pictures FOLDER --every-size --language de` makes those to look at before a change lands.
"""

import argparse
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from core.digits.stroke_lines import LabelledDrawing
from core.recipes import recipe as recipes
from core.sources import practice
from gui.jobs.run_state import RunState
from gui.panels.data_panel import DataPanel
from gui.runs.runs_panel import RunsPanel
from gui.system import language
from tests import small
from tests.photographer import FOLDER, USUAL, Photographer, at_data

SIZES = {"small": QSize(1000, 640), "": USUAL, "large": QSize(1920, 1080)}
STEPS_OF_A_RUN = 60  # before it is pictured
TAUGHT = 30  # digits, as many as the app asks for
ALSO = (  # what cannot be had in one process: another scale, another language, no TensorFlow
    ("--scale", "2", "--scenes", "window", "--suffix", "double"),
    ("--language", "de", "--scenes", "window", "compared", "--suffix", "german"),
    ("--scenes", "error"),
)


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
    """Save the window with each of the lower tabs, thirty digits taught and an image of the data opened."""
    shown, hands = camera.window.tabs, camera.window.hands
    hands.hand.teach_all(LabelledDrawing(drawing, digit) for drawing, digit in practice.drawings(TAUGHT))
    hands.use(hands.hand.name)
    for index in range(shown.count()):
        shown.setCurrentIndex(index)
        panel = shown.currentWidget()
        if isinstance(panel, DataPanel):
            panel.wall.chosen.emit(0)
        camera.settle()
        camera.shoot("tab-" + shown.tabText(index).lower().replace(" ", "-"))
        camera.window.drawing.canvas.show_image(None)
    shown.setCurrentIndex(0)


def compared(camera: Photographer) -> None:
    view = camera.window.tabs.panel(RunsPanel)
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
    """Save the plots as a class sees them, the tabs in the plots' place, and the lessons."""
    action = camera.window.actions_by_name
    for name in ("plots_alone", "tall_tabs", "lessons"):
        action[name].trigger()
        camera.settle()
        camera.shoot(name.replace("_", "-"))
        action[name].trigger()
    camera.window.resize(USUAL)


def runs(camera: Photographer) -> None:
    """Save a run that trains, one that stands still, and one that diverged."""
    shown = camera.window
    camera.choose(recipes.TUTORIAL.name)
    shown.next_run.set_pace(100.0)
    shown.actions_by_name["train"].trigger()
    camera.wait(lambda: (shown.shown.step() or 0) > STEPS_OF_A_RUN)
    camera.shoot("training")
    shown.actions_by_name["pause"].trigger()
    camera.wait(lambda: shown.session.state is RunState.PAUSED)
    camera.shoot("paused")
    shown.next_run.set_pace(math.inf)
    shown.next_run.set_recipe(recipes.changed(recipes.TUTORIAL, learning_rate=1_000.0))
    shown.actions_by_name["train"].trigger()
    camera.wait(lambda: shown.session.state is RunState.DIVERGED)
    camera.shoot("diverged")


SCENES = {scene.__name__: scene for scene in (start, window, tabs, compared, alone, runs)}


def without_data(app: QApplication, options: argparse.Namespace) -> None:
    """Save a window that was told of a folder in which there are no digits."""
    with tempfile.TemporaryDirectory() as empty:
        os.chdir(empty)  # its name must not be in the picture
        os.environ["DIGITSCOPE_HOME"] = empty  # where no run is remembered
        camera = Photographer(app, options.folder, ["--data", "."], options.suffix)
        camera.sizes = SIZES if options.every_size else camera.sizes
        camera.wait(lambda: camera.window.session.requirements.has_tensorflow)
        camera.window.next_run.set_recipe(recipes.TUTORIAL)  # scenes before may have left another rate
        camera.settle()
        camera.shoot("no-data")
        camera.window.close()
        os.chdir(options.folder)


def without_tensorflow(app: QApplication, options: argparse.Namespace) -> None:
    """Save a window that reads, but cannot train; the process has no TensorFlow from now on."""
    sys.modules["tensorflow"] = None  # type: ignore[assignment]
    camera = Photographer(app, options.folder, suffix=options.suffix)
    camera.sizes = SIZES if options.every_size else camera.sizes
    camera.window.drawing.canvas.set_drawing(small.SEVEN)
    camera.wait(lambda: camera.window.session.state is RunState.FAILED and camera.window.data.dataset is not None)
    camera.window.actions_by_name["train"].trigger()
    camera.settle()
    camera.shoot("error")
    camera.window.close()


OTHERS = {"no_data": without_data, "error": without_tensorflow}  # scenes in a window of their own


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--scenes", nargs="+", choices=[*SCENES, *OTHERS], default=[*SCENES, "no_data"])
    parser.add_argument("--language", default="en")
    parser.add_argument("--scale", default="", help="2: every point is two pixels wide")
    parser.add_argument("--suffix", default="", help="of the files' names")
    parser.add_argument("--every-size", action="store_true")
    return parser.parse_args()


def with_all(app: QApplication, options: argparse.Namespace) -> None:
    camera = Photographer(app, options.folder, suffix=options.suffix)
    camera.sizes = SIZES if options.every_size else camera.sizes
    for name, scene in SCENES.items():
        if name in options.scenes:
            scene(camera)
        camera.wait(
            lambda: camera.window.session.requirements.has_tensorflow and camera.window.data.dataset is not None
        )
    camera.window.close()


def main(options: argparse.Namespace) -> None:
    options.folder = options.folder.resolve()
    options.folder.mkdir(parents=True, exist_ok=True)
    os.environ["QT_SCALE_FACTOR"] = options.scale
    at_data()
    app = QApplication([])
    language.use(options.language)
    if SCENES.keys() & set(options.scenes):
        with_all(app, options)
    for name, scene in OTHERS.items():
        if name in options.scenes:
            scene(app, options)


if __name__ == "__main__":
    if len(sys.argv) <= 2:
        for also in ALSO:
            subprocess.run([sys.executable, "-m", "tests.pictures", *sys.argv[1:], *also], check=True)
    main(parsed())
    os._exit(0)  # as the app ends where a thread still draws digits ahead
