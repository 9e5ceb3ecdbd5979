"""Makes the README's moving picture: a digit is drawn, a new network takes over, and learns to read it."""

import io
import sys
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QSize, Qt
from PySide6.QtWidgets import QApplication

from core.digits.drawing import Drawing
from core.recipes import recipe as recipes
from gui.jobs.run_state import RunState
from gui.look import theme as look
from gui.main_window import MainWindow
from tests.photographer import FOLDER, Photographer, at_data

NAME = "learning.gif"
WINDOW = QSize(1000, 640)
WIDTH = 800  # pixels of the picture; GitHub's column is about as wide
COLOURS = 128
STEPS = 20  # between two frames
STEPS_A_SECOND = 150.0
FRAME_MS, LAST_MS = 90, 3_000
FIVE = [
    [[0.66, 0.2], [0.5, 0.2], [0.36, 0.21], [0.35, 0.33], [0.33, 0.46], [0.46, 0.42], [0.58, 0.45], [0.67, 0.54]],
    [[0.67, 0.54], [0.69, 0.66], [0.62, 0.78], [0.5, 0.83], [0.38, 0.81], [0.3, 0.75]],
]


def frames(camera: Photographer) -> list[Image.Image]:
    """Return the frames: the strokes as they are drawn, then the reading as the network learns."""
    return [*drawn(camera), *learnt(camera)]


def drawn(camera: Photographer) -> list[Image.Image]:
    """Return a frame for every few points of the drawing."""
    points = FIVE[0] + FIVE[1][1:]
    made = []
    for count in range(1, len(points) + 1):
        camera.window.drawing.canvas.set_drawing(Drawing.from_strokes([points[:count]]))
        camera.app.processEvents()
        made.append(frame(camera))
    return made


def learnt(camera: Photographer) -> list[Image.Image]:
    """Return a frame for every `STEPS` steps of a run."""
    window = camera.window
    camera.set_pace(STEPS_A_SECOND)
    camera.choose(recipes.ZEROS.name)
    window.actions_by_name["train"].trigger()
    made: list[Image.Image] = []
    while window.session.state is not RunState.FINISHED:
        due = STEPS * len(made)
        camera.wait(partial(reached, window, due))
        made.append(frame(camera))
    camera.settle()
    return [*made, frame(camera)]


def reached(window: MainWindow, step: int) -> bool:
    """Whether the run has come to a step, or to its end."""
    return (window.shown.step() or 0) >= step or window.session.state is RunState.FINISHED


def frame(camera: Photographer) -> Image.Image:
    """Return what the window shows, scaled to `WIDTH` pixels."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture = camera.window.grab().scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    picture.save(buffer, "PNG")
    return Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")


def save(made: list[Image.Image], path: Path) -> None:
    """Write the frames as a GIF that starts over; one palette, so that nothing flickers."""
    palette = made[-1].quantize(COLOURS, method=Image.Quantize.MAXCOVERAGE)
    indexed = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in made]
    times = [FRAME_MS] * (len(made) - 1) + [LAST_MS]
    indexed[0].save(path, save_all=True, append_images=indexed[1:], duration=times, loop=0, optimize=True)


def main(folder: Path) -> None:
    """Make the moving picture."""
    folder.mkdir(parents=True, exist_ok=True)
    at_data()
    camera = Photographer(QApplication([]), folder)
    window = camera.window
    window.resize(WINDOW)
    window.set_theme(look.LIGHT)
    camera.wait(lambda: window.session.is_tensorflow_ready and window.data.dataset is not None)
    save(frames(camera), folder / NAME)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else FOLDER)
