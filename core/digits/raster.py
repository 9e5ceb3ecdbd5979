"""Strokes become the 28x28 image that MNIST would have made of them, stage by stage.

The points, not a picture of them, are mapped into MNIST's frame; one pen width then draws them on a finer grid, whose
mean over each pixel is the image. Every step is continuous in the points: moving or scaling a drawing changes nothing.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Indexes, Numbers
from core.digits import stages
from core.digits.dataset import SIDE
from core.digits.drawing import Drawing, Points

FINER = 4  # cells a pixel, both ways; edges are soft, so 8 shows nothing more (docs/decisions)
BOX_SIDE = 20.0  # pixels: MNIST's ink fits a square of this side
PEN_WIDTH = 2.2  # pixels, measured to read best
FRAME_CENTRE = SIDE / 2  # pixels from the frame's edge: pixel index 13.5
MARGIN = 6  # pixels beyond the frame that may hold ink before it is centred
GRID_SIDE = (SIDE + 2 * MARGIN) * FINER
MOST_CORRECTED = 0.05  # pixels
PIECE = 4.0  # cells: longest piece of a line drawn at once
PIECES_AT_ONCE = 250  # keeps each part within the processor's cache, and a scribble's memory small
CANVAS_SHARE = 0.7  # of the frame's side, that a drawing in unknown units fills when it is not boxed


@dataclass(frozen=True, slots=True)
class StagePicture:
    """What one stage made of a drawing.

    image : (28, 28) float32, 0.0 paper .. 1.0 ink
    """

    stage: str
    image: Floats


def image_of(drawing: Drawing, names: tuple[str, ...] = stages.RAW, pen: float = PEN_WIDTH) -> Floats | None:
    """Return the (28, 28) image of a drawing, 0.0 paper .. 1.0 ink; None for an empty drawing.

    names : the stages to go through; pen : width of the drawn line in pixels
    """
    if drawing.picture is not None:
        return _after(drawing.picture, names)
    if drawing.is_empty:
        return None
    cells = _ink(_in_frame(drawing, stages.BOX in names, pen), pen)
    image = _centred(cells) if stages.CENTRE in names else _averaged(cells, 0.0, 0.0)
    return _after(image, names)


def walk(drawing: Drawing, names: tuple[str, ...] = stages.EVEN) -> tuple[StagePicture, ...]:
    """Return what the bare canvas ("canvas") and then each further stage makes of a drawing; () for an empty one."""
    if drawing.is_empty:
        return ()
    steps = [("canvas", ())] + [(name, names[: number + 1]) for number, name in enumerate(names)]
    made = ((name, image_of(drawing, so_far)) for name, so_far in steps)
    return tuple(StagePicture(name, image) for name, image in made if image is not None)


def image_of_ink(ink: Numbers, names: tuple[str, ...] = stages.RAW) -> Floats | None:
    """Return the (28, 28) image of a picture of a digit, (h, w), 0.0 paper .. 1.0 ink; None where no ink is.

    The ink's bounding box is scaled to 20x20 (each pixel the mean of what falls into it) and centred as drawings are.
    """
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    if not len(rows):
        return None
    if stages.BOX in names:
        ink = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    side = BOX_SIDE if stages.BOX in names else float(SIDE)
    scale = side / max(ink.shape)
    shift = [FRAME_CENTRE - length * scale / 2 for length in ink.shape]
    image = _resampled(ink, scale, shift[0], shift[1])
    if stages.CENTRE in names:
        y, x = _mass_centre(image)
        image = _resampled(ink, scale, shift[0] + stages.MASS_CENTRE - y, shift[1] + stages.MASS_CENTRE - x)
    return _after(image, names)


def _after(image: Floats, names: tuple[str, ...]) -> Floats:
    made: Floats = stages.apply_to_drawings(image[None], names)[0]
    return made


def _in_frame(drawing: Drawing, boxed: bool, pen: float) -> list[Points]:
    """Map strokes into the frame, in pixels from its edge.

    The unit square fills it as it is; boxed, the points' box becomes 20 pixels less the pen.
    """
    points = drawing.points
    low, high = points.min(axis=0), points.max(axis=0)
    longest = float((high - low).max())
    in_unit_square = low.min() >= 0 and high.max() <= 1
    if not boxed and in_unit_square:
        return [stroke * SIDE for stroke in drawing.strokes]
    room = BOX_SIDE - pen if boxed else CANVAS_SHARE * SIDE
    is_dot = longest <= 1e-9 * max(1e-9, float(np.abs(points).max()))
    scale = 0.0 if is_dot else room / longest
    middle = low + (high - low) / 2
    return [(stroke - middle) * scale + FRAME_CENTRE for stroke in drawing.strokes]


def _ink(strokes: list[Points], pen: float) -> Floats:
    """Draw strokes, in pixels, with a round pen; return the finer grid of coverage, 0.0 .. 1.0, (160, 160)."""
    starts, steps = _pieces([(stroke + MARGIN) * FINER for stroke in strokes])
    radius = pen / 2 * FINER
    half = int(np.ceil(PIECE / 2 + radius + 1))
    cells = np.floor(starts + steps / 2)
    np.clip(cells, half, GRID_SIDE - 1 - half, out=cells)  # ink far outside is drawn at the edge, never elsewhere
    y, x = (axis.ravel() for axis in np.mgrid[-half : half + 1, -half : half + 1])
    grid = np.zeros(GRID_SIDE * GRID_SIDE, np.float32)
    for first in range(0, len(starts), PIECES_AT_ONCE):
        some = slice(first, first + PIECES_AT_ONCE)
        coverage = _coverage(starts[some], steps[some], cells[some], x, y, radius)
        at = (cells[some, 1] * GRID_SIDE + cells[some, 0]).astype(np.intp)[:, None] + (y * GRID_SIDE + x)
        np.maximum.at(grid, at.ravel(), coverage.ravel())
    return grid.reshape(GRID_SIDE, GRID_SIDE)


def _coverage(starts: Points, steps: Points, cells: Points, x: Indexes, y: Indexes, radius: float) -> Floats:
    """Return how much of each cell near a piece its line covers, (pieces, cells): 1, falling to 0 over one cell.

    With r from the start to a cell and s the step, the nearest point is t = r.s / s.s, clipped, along it, and its
    squared distance r.r - t (2 r.s - t s.s); r is a piece's offset plus a cell's, so that r.r and r.s are products.
    """
    offset = cells + 0.5 - starts
    length2 = np.maximum((steps**2).sum(axis=1, keepdims=True), 1e-12)
    one = np.ones_like(length2)
    by_piece = np.concatenate([(offset * steps).sum(axis=1, keepdims=True), steps], axis=1) / length2
    squares = np.concatenate([(offset**2).sum(axis=1, keepdims=True), 2 * offset, one], axis=1)
    along = by_piece.astype(np.float32) @ np.stack([np.ones_like(x), x, y]).astype(np.float32)
    apart = squares.astype(np.float32) @ np.stack([np.ones_like(x), x, y, x * x + y * y]).astype(np.float32)
    nearest = np.minimum(np.maximum(along, 0), 1)
    along *= 2
    along -= nearest
    along *= nearest
    along *= length2.astype(np.float32)
    apart -= along
    np.sqrt(np.maximum(apart, 0, out=apart), out=apart)
    np.subtract(np.float32(radius + 0.5), apart, out=apart)
    return np.minimum(np.maximum(apart, 0, out=apart), 1, out=apart)


def _pieces(strokes: list[Points]) -> tuple[Points, Points]:
    """Cut polylines into pieces of at most PIECE cells; return their starts and steps, each (n, 2)."""
    starts, steps = [], []
    for stroke in strokes:
        lines = np.diff(stroke, axis=0) if len(stroke) > 1 else np.zeros((1, 2))
        count = np.maximum(np.ceil(np.hypot(*lines.T) / PIECE), 1).astype(np.intp)
        line = np.repeat(np.arange(len(lines)), count)
        number = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
        step = lines[line] / count[line, None]
        starts.append(stroke[line] + step * number[:, None])
        steps.append(step)
    return np.concatenate(starts), np.concatenate(steps)


def _centred(cells: Floats) -> Floats:
    """Average the finer grid down to (28, 28) with its centre of mass on pixel index (14.0, 14.0).

    Where ink lies within its pixel is lost by the averaging, which moves the centre by up to 0.02 pixels; a second look
    corrects that, but never chases ink that has left the frame.
    """
    shift = np.array(_mass_shift(cells))
    off = stages.MASS_CENTRE - np.array(_mass_centre(_averaged(cells, *shift)))
    return _averaged(cells, *(shift + np.clip(off, -MOST_CORRECTED, MOST_CORRECTED)))


def _mass_shift(cells: Floats) -> tuple[float, float]:
    """Return the shift (y, x), in pixels, that takes the centre of mass to pixel index (14.0, 14.0)."""
    positions = (np.arange(GRID_SIDE) + 0.5) / FINER - MARGIN
    mass = float(cells.sum(dtype=np.float64))
    y = float(cells.sum(axis=1, dtype=np.float64) @ positions) / mass
    x = float(cells.sum(axis=0, dtype=np.float64) @ positions) / mass
    return stages.MASS_CENTRE + 0.5 - y, stages.MASS_CENTRE + 0.5 - x


def _mass_centre(image: Floats) -> tuple[float, float]:
    """Return the centre of mass (row, column), in pixel indices."""
    index = np.arange(SIDE)
    mass = max(float(image.sum()), 1e-6)
    return float(image.sum(axis=1) @ index) / mass, float(image.sum(axis=0) @ index) / mass


def _averaged(cells: Floats, shift_y: float, shift_x: float) -> Floats:
    """Shift the finer grid by pixels, fractions of a cell included, and average it down to (28, 28)."""
    rows, columns = (_share(GRID_SIDE, 1 / FINER, shift - MARGIN) for shift in (shift_y, shift_x))
    return np.asarray(rows @ cells @ columns.T, np.float32)


def _resampled(ink: Numbers, scale: float, shift_y: float, shift_x: float) -> Floats:
    """Scale a picture and shift it, in pixels of the frame; each pixel is the mean of what falls into it."""
    rows, columns = ink.shape
    down, across = _share(rows, scale, shift_y), _share(columns, scale, shift_x)
    return np.asarray(down @ ink.astype(np.float32) @ across.T, np.float32)


def _share(length: int, scale: float, shift: float) -> Floats:
    """Return the share of each of 28 pixels that each of `length` cells, `scale` wide, fills: (28, length)."""
    edges = np.arange(length + 1) * scale + shift
    pixel = np.arange(SIDE)[:, None]
    overlap = np.minimum(edges[1:], pixel + 1)
    overlap -= np.maximum(edges[:-1], pixel)
    return np.asarray(np.maximum(overlap, 0, out=overlap), np.float32)
