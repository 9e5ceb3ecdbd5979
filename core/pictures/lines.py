"""Straight lines from rim to rim that paper has and digits have not: rules, squares, boxes of forms, edges of cells.

A line is sought where nearly all columns of the picture have ink along a straight, nearly level path, and followed run
by run, as removers of staff lines do (I. Fujinaga, 1996): a run much higher than the line's own is a stroke that
crosses it, and stays. A stroke of a digit that was cut tight may be as long: see `_is_of_paper`.
"""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Indexes, Mask
from core.pictures.parts import SEVERAL, TALL, connected, grown, main_part
from core.pictures.pen import line_width

COARSE = 100  # cells along the longer side of the grid on which paths are sought
STEEPEST = 0.06  # of the path's length, that it may rise or fall
COVERED = 0.88  # of the columns have ink along a line
MOST_LINES = 30  # each way
THICKEST = 0.06  # of the picture's side
ALONE = 0.25  # of a line's columns at least have no stroke along it
CROSSING = 1.25  # times the line's own thickness, and a pixel: from there on a run is a stroke that crosses
THIN = 0.6  # of the width of the other lines: thinner ones are the paper's
FAINT = 0.75  # of the depth of the other ink: fainter ones are
CLEAR = 0.1  # of the line's length, that it goes on beyond the digit on both sides
LEAST = 0.2  # of the shorter side of the picture, that what remains must have


@dataclass(frozen=True, slots=True)
class Line:
    """A level line: the first and last row of its run in each column, (w,), and in which columns it has a run."""

    tops: Indexes
    bottoms: Indexes
    has_run: Mask

    @property
    def thickness(self) -> float:
        """Its own thickness, in pixels, where no stroke runs along it."""
        return float(np.quantile((self.bottoms - self.tops + 1)[self.has_run], ALONE))


def without_lines(depth: Floats, is_ink: Mask) -> Mask:
    """Return which pixels (h, w), so far from paper, are ink once the paper's lines are left out."""
    for _ in range(2):  # lines cross; what is left of one between two others goes the second time
        level = _without_level(depth, is_ink)
        is_ink = _without_level(depth.T, level.T).T
    return is_ink


def _without_level(depth: Floats, is_ink: Mask) -> Mask:
    cell = max(1, -(-max(is_ink.shape) // COARSE))
    tried = is_ink.copy()
    for _ in range(MOST_LINES):
        path = _longest_path(tried, cell)
        if path is None:
            break
        middle = np.rint((path + 1) * cell).astype(np.intp)[np.arange(is_ink.shape[1]) // cell]
        line = followed(tried, middle, 2 * cell)
        removed = pixels(line, is_ink.shape)
        tried &= ~removed & (np.abs(np.arange(len(tried))[:, None] - middle) > cell)
        if line.thickness <= max(2.0, THICKEST * len(is_ink)) and _is_of_paper(
            line, removed & is_ink, is_ink & ~grown(removed), depth
        ):
            is_ink = is_ink & ~removed
    return is_ink


def _longest_path(is_ink: Mask, cell: int) -> Floats | None:
    """Return the row of cells at each column of these of the straight path that most have ink on, or a row below it."""
    rows, columns = (-(-length // cell) for length in is_ink.shape)
    if rows < 2:
        return None
    padded = np.pad(is_ink, ((0, rows * cell - is_ink.shape[0]), (0, columns * cell - is_ink.shape[1])))
    coarse = np.asarray(padded.reshape(rows, cell, columns, cell).any(axis=(1, 3)))
    most = max(1, round(STEEPEST * columns))
    across = np.linspace(-0.5, 0.5, columns)
    padded = np.pad(coarse[:-1] | coarse[1:], ((most, most), (0, 0)))  # a line may run between two rows of cells
    best, found = COVERED, None
    for rise in sorted(range(-most, most + 1), key=abs):
        path = np.arange(rows - 1)[:, None] + np.rint(across * rise).astype(np.intp)
        covered = padded[path + most, np.arange(columns)].mean(axis=1)
        row = int(covered.argmax())
        if covered[row] > best:
            best, found = float(covered[row]), path[row].astype(np.float32)
    return found


def followed(is_ink: Mask, middle: Indexes, reach: int) -> Line:
    """Return the runs of ink next to a path, one a column."""
    height, width = is_ink.shape
    columns = np.arange(width)
    nearest_first = np.array(sorted(range(-reach, reach + 1), key=abs))[:, None]
    near = np.clip(middle + nearest_first, 0, height - 1)
    is_set = is_ink[near, columns]
    start = near[is_set.argmax(axis=0), columns]
    # first and last row of the upright run that each pixel of ink is in
    rows = np.arange(height)[:, None]
    tops = np.maximum.accumulate(np.where(is_ink, -1, rows), axis=0) + 1
    bottoms = np.minimum.accumulate(np.where(is_ink, height, rows)[::-1], axis=0)[::-1] - 1
    return Line(tops[start, columns], bottoms[start, columns], is_set.any(axis=0))


def pixels(line: Line, shape: tuple[int, ...]) -> Mask:
    """Return the pixels of a line without those of strokes that cross it."""
    thin = line.has_run & (line.bottoms - line.tops + 1 <= CROSSING * line.thickness + 1)
    rows = np.arange(shape[0])[:, None]
    return (rows >= line.tops) & (rows <= line.bottoms) & thin


def _is_of_paper(line: Line, removed: Mask, rest: Mask, depth: Floats) -> bool:
    """Return whether a line is the paper's: not where it may be the bar of a 7 or the foot of a 2 cut tight."""
    labels, parts = connected(rest)
    main = main_part(labels, parts)
    near = 1 + len(line.has_run) // 100  # it runs from rim to rim, but for a pixel in a hundred
    reaches_rims = line.has_run[:near].any() and line.has_run[-near:].any()
    if not reaches_rims or main is None or max(main.height, main.width) < LEAST * min(rest.shape):
        return False
    if sum(part.height >= TALL * main.height for part in parts) >= SEVERAL:
        return True
    digit = labels == main.number
    if line.thickness < THIN * line_width(digit.astype(np.float32)):
        return True
    if float(np.median(depth[removed])) < FAINT * float(np.quantile(depth[digit], 0.5)):
        return True
    if not (grown(digit, 2) & grown(removed)).any():
        return True
    width = int(rest.shape[1])
    return main.left >= CLEAR * width and main.right <= (1 - CLEAR) * width
