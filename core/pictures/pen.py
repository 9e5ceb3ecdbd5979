"""The pen's width in a picture of a digit: thin lines, as of a ballpoint photographed, become as wide as MNIST's."""

import numpy as np
from PIL import Image

from core.arrays import Floats
from core.digits.raster import BOX_SIDE, PEN_WIDTH

FINE = 8  # pixels of the picture for each of the 28x28 image's, once it is thickened
THIN = 1.7  # pixels of the 28x28 image; wider lines stay as they are
THINNEST = 0.05  # pixels; below it there is no line to measure


def with_usual_pen(ink: Floats) -> Floats:
    """Return ink (h, w) cut to its box, its lines as wide as MNIST's where they were thinner; scaled as needed."""
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    unit = max(cut.shape) / BOX_SIDE  # pixels of the picture for each of the image's
    width = line_width(cut) / unit
    if not THINNEST < width < THIN:
        return cut
    size = [max(1, round(side / unit * FINE)) for side in reversed(cut.shape)]
    fine = np.asarray(Image.fromarray(cut).resize((size[0], size[1]), Image.Resampling.BILINEAR))
    return _thickened(fine, (PEN_WIDTH - width) / 2 * FINE / (1 - PEN_WIDTH / BOX_SIDE))  # the box grows with the pen


def line_width(ink: Floats) -> float:
    """Return the mean width of lines in ink (h, w): twice the area over its total variation (H. Federer, 1959)."""
    padded = np.pad(ink, 1)
    down, right = np.diff(padded, axis=0)[:, :-1], np.diff(padded, axis=1)[:-1]
    outline = float(np.hypot(down, right).sum())
    return 2 * float(ink.sum()) / outline if outline else 0.0


def _thickened(ink: Floats, radius: float) -> Floats:
    """Return ink, (h, w), spread by a disc, (h + 2 r, w + 2 r): each pixel the most ink within the radius."""
    reach = int(np.ceil(radius))
    rows, columns = ink.shape
    thick = np.zeros((rows + 2 * reach, columns + 2 * reach), np.float32)
    for y in range(-reach, reach + 1):
        for x in range(-reach, reach + 1):
            share = np.float32(np.clip(radius + 0.5 - np.hypot(y, x), 0, 1))  # soft at the disc's edge
            if share > 0:
                part = thick[reach + y : reach + y + rows, reach + x : reach + x + columns]
                np.maximum(part, ink * share, out=part)
    return thick
