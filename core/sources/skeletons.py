"""The stroke skeletons of practice digits: our own, several shapes for each digit, as people write them.

A shape is text: strokes divided by ";", each a list of "x,y" (x right, y down, 0..100); a smooth curve runs
through them, with a corner at each point marked "!". Its weight says how often it is drawn among the shapes
of its digit.
"""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

PIECES = 4  # points drawn for each piece between two given points

SHAPES: dict[int, tuple[tuple[float, str], ...]] = {
    0: (
        (4, "52,3 25,14 13,48 24,84 50,97 78,84 88,50 77,15 52,3"),
        (2, "60,6 30,10 14,40 14,72 34,96 62,92 84,62 86,30 66,8 50,4"),
        (2, "50,2 34,12 28,50 34,88 50,98 66,88 72,50 66,12 50,2"),
        (1, "66,14 40,4 18,30 14,66 34,94 64,92 84,62 82,28 58,10 46,18"),
        (1, "42,4 18,24 12,58 26,92 58,96 82,74 86,40 70,12 44,6 62,2"),
    ),
    1: (
        (6, "50,2 50,98"),
        (3, "60,2 42,98"),
        (3, "30,26 54,2! 52,50 52,98"),
        (2, "26,34 58,2! 50,98"),
        (1, "34,22 54,3! 52,97! ; 28,97 76,97"),
        (1, "20,40 60,2! 56,98"),
        (1, "52,3 49,97; 30,98 72,97"),
    ),
    2: (
        (4, "16,22 34,5 62,5 76,24 66,48 40,74 14,95! 40,94 88,95"),
        (3, "14,26 34,6 64,8 74,30 56,60 26,86 14,92 12,82 28,78 52,88 72,96 90,90"),
        (2, "20,16 48,3 74,16 74,40 50,68 16,96! 52,92 86,96"),
        (2, "18,30 30,8 58,4 74,20 66,46 38,80 20,94 16,86 30,78 50,86 88,92"),
        (1, "12,12 44,4 70,8 74,28 56,56 14,96! 86,94"),
        (1, "26,24 44,6 66,14 66,40 46,70 22,92! 50,90 78,84 90,88"),
        (2, "20,18 46,4 70,16 66,42 40,70 18,88 14,74 30,68 52,84 72,94 88,82"),
        (2, "24,20 50,3 72,18 62,48 36,78 16,90 10,80 24,72 44,82 64,94 92,88"),
        (2, "10,30 30,14 62,12 74,30 56,58 28,82! 56,84 94,82"),
    ),
    3: (
        (4, "18,14 44,3 70,12 70,32 52,46 38,48! 60,50 80,66 72,88 44,98 14,88"),
        (3, "16,10 50,3 76,14 66,38 40,47 64,50 82,70 66,94 34,98 14,86"),
        (1, "18,6 76,6! 44,42! 74,52 80,76 58,96 16,92"),
        (2, "22,18 46,4 68,18 58,40 44,46 36,44 46,46 74,60 72,86 44,98 18,84"),
        (1, "14,8 54,4 74,18 52,44 30,50! 70,54 74,80 46,98 12,92"),
    ),
    4: (
        (3, "28,4 20,34 16,58! 50,58 88,54; 70,6 68,50 64,98"),
        (2, "22,6 18,40 26,54 52,54 76,44; 76,4 74,50 70,98"),
        (3, "60,3 38,30 10,66! 50,66 90,64; 62,34 60,66 58,98"),
        (2, "66,3 40,32 12,64! 88,62; 66,3 64,98"),
        (2, "24,6 22,30 26,52 46,60 66,52 78,8! 72,54 68,98"),
        (1, "64,98 66,48 68,3! 38,34 10,64! 90,64"),
        (1, "30,6 14,56! 80,52; 58,30 50,98"),
    ),
    5: (
        (3, "26,5 22,30 20,46! 44,38 74,46 82,68 66,92 38,98 12,88; 26,5 52,6 82,4"),
        (3, "80,4 54,6 28,6! 24,26 20,46! 46,40 74,52 76,78 52,96 14,92"),
        (2, "84,6 40,8! 30,24 24,44! 56,44 72,62 62,86 36,98 10,92"),
        (2, "78,6 56,10 40,8! 34,24 28,40 50,50 66,68 56,90 34,98 16,88"),
        (1, "36,8 28,42 50,44 68,60 66,84 42,98 16,90; 38,8 64,10 88,4"),
    ),
    6: (
        (4, "62,3 38,22 20,54 20,80 40,98 66,92 76,72 62,54 38,60 22,78"),
        (2, "54,2 30,30 18,66 26,92 52,98 74,84 70,64 46,60 26,72 20,80"),
        (2, "72,6 42,14 22,46 18,76 36,97 62,94 74,76 58,60 36,66 24,82"),
        (2, "42,2 30,36 26,72 38,96 60,94 70,76 56,64 36,72 28,82"),
        (1, "66,4 44,32 30,66 34,90 54,96 70,80 60,64 40,72 32,86"),
    ),
    7: (
        (4, "14,12 46,10 82,8! 64,44 44,98"),
        (2, "14,16 48,8 84,10! 62,50 54,98"),
        (2, "14,22 16,10! 50,10 80,8! 60,46 46,98"),
        (2, "12,10 80,8! 62,46 44,98; 34,52 76,50"),
        (1, "14,12 50,14 80,6! 50,60 30,98"),
        (1, "16,26 24,8 50,12 78,10 74,26 56,62 48,98"),
        (1, "18,12 50,10 76,10 78,24 64,56 58,98; 40,54 82,50"),
    ),
    8: (
        (3, "70,14 46,4 26,18 34,36 56,50 74,72 62,94 38,96 26,76 42,54 64,38 74,20 62,8"),
        (3, "50,48 28,30 34,8 60,4 72,22 52,46 30,66 28,90 52,98 72,86 68,64 50,48"),
        (2, "76,10 52,4 32,18 38,38 58,54 68,78 50,97 30,84 38,62 60,42 78,14"),
        (2, "62,8 40,6 32,24 48,44 66,62 64,88 42,96 30,80 42,58 62,38 66,18 54,6"),
        (1, "50,4 30,14 34,38 50,46 68,36 70,14 50,4; 50,48 26,62 28,90 50,98 74,88 74,62 50,48"),
        (1, "72,16 50,5 34,20 48,42 66,66 54,94 34,90 32,68 54,44 80,18"),
    ),
    9: (
        (3, "70,18 48,4 26,18 26,40 46,50 66,38 72,16! 70,50 66,98"),
        (3, "72,12 46,6 24,26 34,48 60,40 72,14! 68,50 52,98"),
        (2, "70,22 52,6 30,16 26,40 44,50 64,40 70,18! 72,60 60,90 36,98 16,90"),
        (2, "66,28 54,8 32,14 30,40 52,44 68,24 70,8! 64,56 56,98"),
        (1, "60,46 34,46 26,24 42,6 64,10 70,34 66,66 56,98"),
        (1, "74,10 48,4 26,24 36,44 62,34 74,12 66,50 48,82 34,98"),
    ),
}


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One shape of a digit, ready to be bent and drawn.

    controls : (c, 2), about 0..1, x right, y down
    curve : (p, c), the drawn points are curve @ controls
    ends : one past the last drawn point of each stroke, ascending
    """

    digit: int
    weight: float
    controls: Floats
    curve: Floats
    ends: tuple[int, ...]


def skeletons() -> tuple[Skeleton, ...]:
    """Return every shape of every digit, in a fixed order."""
    return tuple(_parsed(digit, weight, text) for digit, shapes in SHAPES.items() for weight, text in shapes)


def _parsed(digit: int, weight: float, text: str) -> Skeleton:
    strokes = [stroke.split() for stroke in text.split(";")]
    total = sum(map(len, strokes))
    controls = np.array([word.rstrip("!").split(",") for stroke in strokes for word in stroke], np.float64) / 100
    curves: list[Floats] = []
    first = 0
    for stroke in strokes:
        curves.append(_curve(first, [word.endswith("!") for word in stroke], total))
        first += len(stroke)
    ends = tuple(int(end) for end in np.cumsum([len(curve) for curve in curves]))
    return Skeleton(digit, weight, controls, np.concatenate(curves), ends)


def _curve(first: int, corners: list[bool], total: int) -> Floats:
    """Return the matrix (points, total) from all controls to the points of the stroke beginning at `first`."""
    last = len(corners) - 1
    breaks = [0, *(at for at, corner in enumerate(corners) if corner and 0 < at < last), last]
    rows: list[Floats] = []
    for start, stop in pairwise(breaks):
        for piece in range(start, stop):
            rows.extend(_between(first + piece, first + start, first + stop, total))
    end = np.zeros(total)
    end[first + last] = 1
    return np.array([*rows, end])


def _between(piece: int, start: int, stop: int, total: int) -> list[Floats]:
    """Return the cubic of Catmull and Rom (1974, tension 1/2) from control `piece` on, as their weights."""
    rows = []
    for t in np.arange(PIECES) / PIECES:
        weights = (-t + 2 * t**2 - t**3, 2 - 5 * t**2 + 3 * t**3, t + 4 * t**2 - 3 * t**3, t**3 - t**2)
        row = np.zeros(total)
        for offset, weight in zip((-1, 0, 1, 2), weights, strict=True):
            row[min(max(piece + offset, start), stop)] += weight / 2
        rows.append(row)
    return rows
