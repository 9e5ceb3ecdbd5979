"""Makes the README's moving picture: a digit is drawn, a new network takes over, and learns to read it."""

import io
import sys
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QSize
from PySide6.QtWidgets import QApplication

from core.digits.drawing import Drawing
from core.recipes import recipe as recipes
from gui.jobs.run_state import RunState
from gui.look import theme as look
from gui.main_window import MainWindow
from tests.photographer import FOLDER, Photographer, at_data

NAME = "learning.gif"
WINDOW = QSize(900, 600)
COLOURS = 160
PEN_MS, LOOK_MS, STEP_MS, LAST_MS = 70, 1_300, 190, 4_000  # a frame is shown
STEPS = (1, 2, 3, 4, 6, 8, 10, 13, 17, 22, 28, 36, 46, 60, 80, 105, 140, 190, 260, 350, 480, 650, 820)  # pictured
PACE = 30.0  # steps/s: each of the first steps is pictured
RECIPE = recipes.changed(recipes.TUTORIAL, learning_rate=0.5)  # random at first: nobody sees a digit in its weights
FIVE = [
    [[0.66, 0.2], [0.5, 0.2], [0.36, 0.21], [0.35, 0.33], [0.33, 0.46], [0.46, 0.42], [0.58, 0.45], [0.67, 0.54]],
    [[0.67, 0.54], [0.69, 0.66], [0.62, 0.78], [0.5, 0.83], [0.38, 0.81], [0.3, 0.75]],
]
Frame = tuple[Image.Image, int]  # with the ms that it is shown


def drawn(camera: Photographer) -> list[Frame]:
    """Return a frame for every point of the drawing, and one of what the app reads."""
    points = FIVE[0] + FIVE[1][1:]
    made = []
    for count in range(1, len(points) + 1):
        camera.window.drawing.canvas.set_drawing(Drawing.from_strokes([points[:count]]))
        camera.app.processEvents()
        made.append((frame(camera), PEN_MS))
    camera.settle()
    return [*made, (frame(camera), LOOK_MS)]


def learnt(camera: Photographer) -> list[Frame]:
    """Return a frame of the new network, and of what it has come to after each of `STEPS`."""
    window = camera.window
    window.next_run.set_pace(PACE)
    window.next_run.set_recipe(RECIPE)
    window.actions_by_name["train"].trigger()
    camera.wait(lambda: window.shown.weights is not None or (window.shown.run and window.shown.run.start) is not None)
    camera.app.processEvents()
    made = [(frame(camera), LOOK_MS)]
    for step in STEPS:
        camera.wait(partial(reached, window, step))
        made.append((frame(camera), STEP_MS))
    camera.wait(lambda: window.session.state is RunState.FINISHED)
    camera.settle()
    return [*made, (frame(camera), LAST_MS)]


def reached(window: MainWindow, step: int) -> bool:
    """Whether the run has come to a step, or to its end."""
    return (window.shown.step() or 0) >= step or window.session.state is RunState.FINISHED


def frame(camera: Photographer) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    camera.window.grab().save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def save(made: list[Frame], path: Path) -> None:
    """Write the frames as a GIF that starts over; one palette, so that nothing flickers."""
    images, times = zip(*made, strict=True)
    palette = images[-1].quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE)
    first, *others = (image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images)
    first.save(path, save_all=True, append_images=others, duration=list(times), loop=0, optimize=True)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    at_data()
    camera = Photographer(QApplication([]), folder)
    window = camera.window
    window.resize(WINDOW)
    window.set_theme(look.LIGHT)
    camera.wait(lambda: window.session.requirements.has_tensorflow and window.data.dataset is not None)
    camera.settle()
    save([*drawn(camera), *learnt(camera)], folder / NAME)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER)
