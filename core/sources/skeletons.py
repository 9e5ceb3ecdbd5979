"""The shapes of digits that practice digits are drawn from.

A skeleton is text, our own: strokes divided by ";", each a list of "x,y" (x right, y down, 0..100); a smooth curve runs
through them, with a corner at each point marked "!". Its weight says how often it is drawn among those of its digit.
"""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

import numpy as np

from core.arrays import Doubles
from core.files import assets

PIECES = 4  # points drawn for each piece between two given points of a skeleton
SKELETONS = "skeletons.txt"  # of assets: a line a shape, its digit, its weight and its text


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One shape of a digit, ready to be bent and drawn.

    controls : (c, 2), about 0..1, x right, y down
    curve : (p, c), the drawn points are curve @ controls
    ends : one past the last drawn point of each stroke, ascending
    """

    digit: int
    weight: float
    controls: Doubles
    curve: Doubles
    ends: tuple[int, ...]


@cache
def skeletons() -> tuple[Skeleton, ...]:
    """Return every shape of every digit, in a fixed order."""
    lines = (line.split(maxsplit=2) for line in assets.text(SKELETONS).splitlines() if not line.startswith("#"))
    return tuple(parsed(int(digit), float(weight), text) for digit, weight, text in lines)


def parsed(digit: int, weight: float, text: str) -> Skeleton:
    """Return a shape from its text: strokes divided by ";", points "x,y" of 0..100, "!" at corners."""
    strokes = [stroke.split() for stroke in text.split(";")]
    total = sum(map(len, strokes))
    controls = np.array([word.rstrip("!").split(",") for stroke in strokes for word in stroke], np.float64) / 100
    corners = [[word.endswith("!") for word in stroke] for stroke in strokes]
    curves = [_curve(sum(map(len, strokes[:at])), each, total) for at, each in enumerate(corners)]
    ends = tuple(int(end) for end in np.cumsum([len(curve) for curve in curves]))
    return Skeleton(digit, weight, controls, np.concatenate(curves), ends)


def _curve(first: int, corners: list[bool], total: int) -> Doubles:
    """Return the matrix (points, total) from all controls to the points of the stroke beginning at `first`."""
    last = len(corners) - 1
    breaks = [0, *(at for at, corner in enumerate(corners) if corner and 0 < at < last), last]
    matrix = np.zeros((last * PIECES + 1, total))
    for start, stop in pairwise(breaks):
        for piece, (at, t) in product(range(start, stop), enumerate(np.arange(PIECES) / PIECES)):
            # the cubic of Catmull and Rom (1974, tension 1/2) from control `piece` on
            weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
            for offset, weight in zip((-1, 0, 1, 2), weights, strict=True):
                matrix[piece * PIECES + at, first + min(max(piece + offset, start), stop)] += weight / 2
    matrix[-1, first + last] = 1
    return matrix
