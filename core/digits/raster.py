"""Strokes become the 28x28 image that MNIST would have made of them, stage by stage.

The points, not a picture of them, are mapped into MNIST's frame; one pen width then draws them on a finer grid, whose
mean over each pixel is the image. Every step is continuous in the points: moving or scaling a drawing changes nothing.
"""

from collections.abc import Sequence

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from core.arrays import Doubles, Floats, Numbers
from core.digits import stages
from core.digits.dataset import SIDE
from core.digits.drawing import Drawing, Lines, Points
from core.digits.pen import covered

FINER = 4  # cells a pixel, both ways; edges are soft, so 8 shows nothing more (docs/decisions)
BOX_SIDE = 20.0  # pixels: MNIST's ink fits a square of this side
PEN_WIDTH = 2.2  # pixels, measured to read best
FRAME_CENTRE = SIDE / 2  # pixels from the frame's edge: pixel index 13.5
MARGIN = 6.0  # pixels beyond the frame that may hold ink
BOX_MARGIN = -2.0  # the same for boxed ink: it lies 4 pixels and more within the frame before it is centred
MOST_CORRECTED = 0.05  # pixels: averaging moves the centre of mass by up to 0.02
DRAWN_AT_ONCE = 64  # drawings
CANVAS_SHARE = 0.7  # of the frame's side, that a drawing in unknown units fills when it is not boxed


def image_of(drawing: Drawing, names: tuple[str, ...] = stages.RAW, pen: float = PEN_WIDTH) -> Floats | None:
    """Return a drawing's image, (28, 28), 0.0 .. 1.0, after stages, with a pen so many pixels wide; None for empty."""
    return None if drawing.is_empty else images_of([drawing], names, pen)[0]


def images_of(
    drawings: Sequence[Drawing], names: tuple[str, ...] = stages.RAW, pens: float | Doubles = PEN_WIDTH
) -> Floats:
    """Return images of drawings, (n, 28, 28), 0.0 paper .. 1.0 ink, by a pen, or each by its own, (n,), pixels wide."""
    images, widths = np.zeros((len(drawings), SIDE, SIDE), np.float32), np.broadcast_to(pens, len(drawings))
    for row, drawing in enumerate(drawings):
        if drawing.picture is not None:
            images[row] = drawing.picture
    inked = [row for row in np.argsort(widths) if drawings[row].strokes]  # of like widths together: wide ones reach far
    for first in range(0, len(inked), DRAWN_AT_ONCE):
        rows = inked[first : first + DRAWN_AT_ONCE]
        images[rows] = _drawn([drawings[row] for row in rows], names, widths[rows])
    return stages.apply_to_drawings(images, names)


def walk(drawing: Drawing, names: tuple[str, ...] = stages.EVEN) -> dict[str, Floats]:
    """Return the (28, 28) images of the bare canvas, "canvas", and after each further stage; {} for an empty one."""
    made = {name: image_of(drawing, names[:number]) for number, name in enumerate(("canvas", *names))}
    return {name: image for name, image in made.items() if image is not None}


def image_of_ink(ink: Numbers) -> Floats | None:
    """Return the (28, 28) image of ink (h, w), 0.0 .. 1.0, its box made 20x20, centred as drawings; None for no ink."""
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    if not len(rows):
        return None
    ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = BOX_SIDE / max(ink.shape)
    down, right = (FRAME_CENTRE - length * scale / 2 for length in ink.shape)
    y, x = _mass_centre(_resampled(ink, scale, down, right)[None])[0]
    return _resampled(ink, scale, down + stages.MASS_CENTRE - y, right + stages.MASS_CENTRE - x)


def _drawn(drawings: Sequence[Drawing], names: tuple[str, ...], pens: Doubles) -> Floats:
    """Return the (n, 28, 28) images of drawings that have strokes, each with a pen of its width, in pixels."""
    lines, is_boxed = Lines.joined(drawings), stages.BOX in names
    margin = BOX_MARGIN if is_boxed else MARGIN
    points = (_in_frame(lines, is_boxed, pens) + margin) * FINER
    cells = covered(lines, points, pens * FINER, round((SIDE + 2 * margin) * FINER))
    if stages.CENTRE not in names:
        return _averaged(cells, np.full((len(drawings), 2), -margin))
    exact, one = cells.astype(np.float64), np.ones(cells.shape[1])
    sums = np.stack([exact @ one, one @ exact], axis=1)
    centre: Points = sums @ ((np.arange(len(one)) + 0.5) / FINER) / sums.sum(axis=2)  # of mass, (n, 2), y and x
    shift = stages.MASS_CENTRE + 0.5 - centre  # which takes it to pixel index (14.0, 14.0)
    off = stages.MASS_CENTRE - _mass_centre(_averaged(cells, shift))
    return _averaged(cells, shift + np.clip(off, -MOST_CORRECTED, MOST_CORRECTED))


def _in_frame(lines: Lines, is_boxed: bool, pens: Doubles) -> Points:
    """Map points into the frame, (p, 2), in pixels: the unit square as it is; boxed, the drawing's box to fill 20."""
    low, high = lines.boxes
    longest, largest = (high - low).max(axis=1), np.maximum(-low, high).max(axis=1)
    is_dot = longest <= 1e-9 * np.maximum(1e-9, largest)
    room = BOX_SIDE - pens if is_boxed else CANVAS_SHARE * SIDE
    stays = (low.min(axis=1) >= 0) & (high.max(axis=1) <= 1) & (not is_boxed)
    scale = np.where(stays, SIDE, np.where(is_dot, 0.0, room / np.where(is_dot, 1.0, longest)))
    middle = np.where(stays[:, None], 0.0, low + (high - low) / 2)
    centre = np.where(stays, 0.0, FRAME_CENTRE)
    return (lines.points - middle[lines.of]) * scale[lines.of, None] + centre[lines.of, None]


def _mass_centre(images: Floats) -> Points:
    """Return the centres of mass (row, column), in pixel indices, (n, 2)."""
    sums = np.stack([images.sum(axis=2), images.sum(axis=1)], axis=1)
    mass = np.maximum(images.reshape(len(images), -1).sum(axis=1), 1e-6)
    return np.asarray(sums @ np.arange(float(SIDE)) / mass[:, None], np.float64)


def _averaged(cells: Floats, shift: Points) -> Floats:
    """Average finer grids down to (n, 28, 28), each shifted from the frame's corner by pixels and fractions, (n, 2)."""
    edges = np.arange((1 - SIDE) * FINER, cells.shape[1] + 1) / FINER  # of cells, from the first pixel to the last
    shares = np.diff(np.clip(edges + shift[:, :, None], 0, 1)).astype(np.float32)
    shares = np.ascontiguousarray(sliding_window_view(shares, cells.shape[1], axis=2)[:, :, ::-FINER])
    return np.asarray(shares[:, 0] @ cells @ shares[:, 1].transpose(0, 2, 1), np.float32)


def _resampled(ink: Numbers, scale: float, shift_y: float, shift_x: float) -> Floats:
    """Scale a picture and shift it, in pixels of the frame; each pixel is the mean of what falls into it."""
    shares = []  # of each of 28 pixels, that each row and each column, `scale` high and wide, fills: (28, length)
    for length, shift in zip(ink.shape, (shift_y, shift_x), strict=True):
        edges = np.arange(length + 1) * scale + shift - np.arange(SIDE)[:, None]
        shares.append(np.diff(np.clip(edges, 0, 1, out=edges)).astype(np.float32))
    return np.asarray(shares[0] @ ink.astype(np.float32) @ shares[1].T, np.float32)
