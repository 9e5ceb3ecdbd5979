"""What people do to a picture of a digit: cut it, put it on lined paper or in a frame, scan, shrink and turn it."""

from collections.abc import Callable

import numpy as np
from PIL import Image

from core.arrays import Floats
from core.pictures.ink import all_ink
from core.pictures.parts import connected, main_part

Box = tuple[int, int, int, int]  # top, bottom, left, right

INK = 0.15  # what is drawn by hand over a photograph: that dark
FINE = 1 / 200  # of the picture's side: a ruled line


def box_of(grey: Floats) -> Box:
    """Return the box of the digit in a picture that is read right; raises UserError where none is found."""
    ink = all_ink(grey, "it")
    part = main_part(*connected(ink >= 0.3))
    if ink.shape != grey.shape or part is None:
        return 0, grey.shape[0], 0, grey.shape[1]
    return part.top, part.bottom, part.left, part.right


def cut(margin: float) -> Callable[[Floats, Box], Floats]:
    """Return what cuts a picture to the digit's box and a margin, in its longer sides; a negative one cuts into it."""

    def treated(grey: Floats, box: Box) -> Floats:
        top, bottom, left, right = box
        more = round(margin * max(bottom - top, right - left))
        rows, columns = slice(max(0, top - more), bottom + more), slice(max(0, left - more), right + more)
        return grey[rows, columns]

    return treated


def lined(levels: int, uprights: int, ink: float, thick: float = FINE) -> Callable[[Floats, Box], Floats]:
    """Return what draws so many level and upright lines through a picture, `ink` of the way from paper to black."""

    def treated(grey: Floats, _box: Box) -> Floats:
        made = grey.copy()
        width = max(1, round(thick * max(grey.shape)))
        for count, turned in ((levels, made), (uprights, made.T)):
            for number in range(count):
                row = round((number + 0.6) / count * len(turned))
                turned[row : row + width] *= 1 - ink
        return made

    return treated


def framed(inset: float, thick: float) -> Callable[[Floats, Box], Floats]:
    """Return what draws a box round the digit, or along the rim where inset is 0, in sides of the picture."""

    def treated(grey: Floats, _box: Box) -> Floats:
        out, width = round(inset * min(grey.shape)), max(1, round(thick * max(grey.shape)))
        room = np.pad(grey, 2 * out, mode="edge")
        made = room.copy()
        made[out : len(room) - out, out : room.shape[1] - out] = INK
        inner = (slice(out + width, len(room) - out - width), slice(out + width, room.shape[1] - out - width))
        made[inner] = room[inner]
        return made

    return treated


def plotted(grey: Floats, _box: Box) -> Floats:
    out = max(8, max(grey.shape) // 5)
    made = np.pad(grey, out, constant_values=1.0)
    made[out - 1, out:-out] = made[-out, out:-out] = made[out:-out, out - 1] = made[out:-out, -out] = 0
    for at in range(out, len(made) - out, max(4, len(grey) // 6)):
        made[at, out - 1 - out // 5 : out - 1] = 0
    return made


def shadowed(grey: Floats, _box: Box) -> Floats:
    y, x = np.mgrid[0 : 1 : grey.shape[0] * 1j, 0 : 1 : grey.shape[1] * 1j]
    return np.where(x + 1.3 * y > 1.3, grey * np.float32(0.55), grey)


def with_stubs(grey: Floats, box: Box) -> Floats:
    """Put neighbours left and right of the digit, as where it was cut from a close-written row."""
    top, bottom, left, right = box
    part, gap = grey[top:bottom, left:right], max(2, (bottom - top) // 6)
    half, paper = part.shape[1] // 2, float(np.median(grey))  # the box's own edge is ink in places
    made = np.pad(part, ((gap, gap), (gap + half, gap + half)), constant_values=paper)
    made[gap : gap + len(part), :half] = part[:, part.shape[1] - half :]
    made[gap : gap + len(part), made.shape[1] - half :] = part[:, :half]
    return made


def shrunk(side: int) -> Callable[[Floats, Box], Floats]:
    def treated(grey: Floats, _box: Box) -> Floats:
        return np.asarray(Image.fromarray(grey).resize((side, side), Image.Resampling.BOX))

    return treated


def turned(degrees: float) -> Callable[[Floats, Box], Floats]:
    def treated(grey: Floats, _box: Box) -> Floats:
        picture = Image.fromarray(grey)
        return np.asarray(picture.rotate(degrees, Image.Resampling.BILINEAR, fillcolor=float(np.median(grey))))

    return treated


def strip(grey: Floats, _box: Box) -> Floats:
    """Leave a dark strip of what is beside the paper along one side."""
    return np.pad(grey, ((0, 0), (0, max(2, grey.shape[1] // 25))), constant_values=INK)


TREATMENTS: dict[str, Callable[[Floats, Box], Floats]] = {
    "as it is": lambda grey, _box: grey, "margin of 30 %": cut(0.3), "margin of 3 %": cut(0.03),
    "cut to the ink": cut(0.0), "cut 3 % into the ink": cut(-0.03), "inverted": lambda grey, _box: 1 - grey,
    "shrunk to 28 x 28": shrunk(28), "frame along the rim": framed(0.0, 0.02), "box round it": framed(0.05, 0.01),
    "plot's axes": plotted, "two rules": lined(2, 0, 0.35), "light squares": lined(4, 4, 0.35),
    "strong squares": lined(2, 2, 1 - INK), "strip at the rim": strip, "neighbours' stubs": with_stubs,
    "shadow across": shadowed, "turned 15 degrees left": turned(15), "turned 15 degrees right": turned(-15),
    "turned 30 degrees left": turned(30),
}  # fmt: skip
