"""Where ink that hangs together may be parted into digits: paths from top to bottom that cross little of it.

A seam is found by dynamic programming (S. Avidan and A. Shamir, 2007) through each point of a few rows, so that each
way to part the ink is among them, not only the ways that end alike; of those that part it alike the cheapest stays.
"""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Mask = NDArray[np.bool_]
Places = NDArray[np.intp]

LEAST_WIDE = 0.7  # heights of a digit: no narrower part is cut
ASIDE = np.float32(0.1)  # of a pixel of ink, that a step aside costs
ANCHORS = 5  # rows, evenly spread, through each of whose points a seam is sought
DEAREST = 3.0  # widths of the pen: no seam crosses more
UNLIKE = 0.3  # of an upright line's ink: seams with less between them are alike, and less than that is no piece
MOST_SEAMS = 4  # in a height's width


def cut(mask: Mask, height: float, pen: float) -> Places:
    """Return which piece each pixel of a part (h, w) belongs to, 0 = none, from 1 at the left.

    height, pen : of a digit, and of its lines, in pixels
    """
    pieces = mask.astype(np.intp)
    for seam in _seams(mask, height, pen) if mask.shape[1] >= LEAST_WIDE * height else ():
        pieces += mask & (np.arange(mask.shape[1]) >= seam[:, None])
    return pieces


def _seams(mask: Mask, height: float, pen: float) -> list[Places]:
    """Return the seams through a part, the cheapest first: of each row the first column at its right, (h,)."""
    paths, costs = _paths(mask)
    before = np.concatenate([np.zeros((len(mask), 1)), np.cumsum(mask, axis=1)], axis=1)  # ink left of each column
    left = before[np.arange(len(mask)), paths]
    least = UNLIKE * pen * height
    is_free = (costs <= DEAREST * pen) & (left.sum(axis=1) >= least) & (mask.sum() - left.sum(axis=1) >= least)
    found: list[Places] = []
    while is_free.any() and len(found) < int(MOST_SEAMS * mask.shape[1] / height):
        best = int(np.where(is_free, costs, np.inf).argmin())
        found.append(paths[best])
        is_free &= np.abs(left - left[best]).sum(axis=1) >= least
    return found


def _paths(mask: Mask) -> tuple[Places, Floats]:
    """Return the cheapest path through each point of some rows, (n, h), and the ink that it crosses, (n,)."""
    rows, columns = mask.shape
    above, up = _crossings(mask)
    below, down = (each[::-1] for each in _crossings(mask[::-1]))
    paths, costs = [], []
    for anchor in np.unique(np.linspace(0, rows - 1, ANCHORS + 2).astype(np.intp)[1:-1]):
        path = np.empty((columns, rows), np.intp)
        path[:, anchor] = np.arange(columns)
        for row in range(anchor, 0, -1):
            path[:, row - 1] = path[:, row] + up[row, path[:, row]]
        for row in range(anchor, rows - 1):
            path[:, row + 1] = path[:, row] + down[row, path[:, row]]
        paths.append(path)
        costs.append(above[anchor] + below[anchor] - mask[anchor])
    return np.concatenate(paths), np.concatenate(costs)


def _crossings(mask: Mask) -> tuple[Floats, Places]:
    """Return how much ink the best path from above to each pixel crosses, (h, w), and its last step, -1, 0 or 1."""
    costs = mask.astype(np.float32)
    steps = np.zeros(mask.shape, np.intp)
    for row in range(1, len(mask)):
        padded = np.pad(costs[row - 1], 1, constant_values=np.inf)
        ways = np.stack([padded[1:-1], padded[:-2] + ASIDE, padded[2:] + ASIDE])
        best = ways.argmin(axis=0)
        steps[row] = np.array([0, -1, 1])[best]
        costs[row] += np.take_along_axis(ways, best[None], axis=0)[0]
    return costs, steps
