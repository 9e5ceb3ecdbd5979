"""Drawings that are no digits: scribbles, and letters that no digit resembles, warped as hands would draw them."""

import numpy as np

from core.arrays import Doubles
from core.digits.drawing import Drawing
from core.digits.warps import MILD, warped

CORNERS = (7, 40)  # of a scribble to learn from; few of them more often than many
# x right, y down; letters that are also digits' shapes (B, G, I, J, L, O, P, S, Z, ...) are left out
LETTERS: dict[str, list[list[list[float]]]] = {
    "A": [[[0, 10], [4, 0], [8, 10]], [[2, 6], [6, 6]]], "E": [[[7, 0], [0, 0], [0, 10], [7, 10]], [[0, 5], [5, 5]]],
    "F": [[[7, 0], [0, 0], [0, 10]], [[0, 5], [5, 5]]], "H": [[[0, 0], [0, 10]], [[7, 0], [7, 10]], [[0, 5], [7, 5]]],
    "K": [[[0, 0], [0, 10]], [[7, 0], [0, 5], [7, 10]]], "M": [[[0, 10], [1, 0], [5, 7], [9, 0], [10, 10]]],
    "N": [[[0, 10], [0, 0], [7, 10], [7, 0]]], "R": [[[0, 10], [0, 0], [5, 0], [7, 2.5], [5, 5], [0, 5], [7, 10]]],
    "T": [[[0, 0], [8, 0]], [[4, 0], [4, 10]]], "U": [[[0, 0], [0, 7], [2, 10], [5, 10], [7, 7], [7, 0]]],
    "W": [[[0, 0], [2, 10], [5, 3], [8, 10], [10, 0]]], "X": [[[0, 0], [8, 10]], [[8, 0], [0, 10]]],
}  # fmt: skip


def letters(count: int, seed: int = 0) -> dict[str, list[Drawing]]:
    random = np.random.default_rng(seed)
    drawn = {name: Drawing.from_strokes(strokes) for name, strokes in LETTERS.items()}
    return {name: warped([one] * count, random, MILD)[0] for name, one in drawn.items()}


def scribbles(count: int, seed: int = 0) -> list[Drawing]:
    """Return scribbles: 8 to 25 turns to and fro, smoothed, all over the place."""
    random = np.random.default_rng(seed)
    return [Drawing.from_strokes([_smooth(random.uniform(0, 1, (random.integers(8, 26), 2)))]) for _ in range(count)]


def scribble(random: "np.random.Generator") -> Drawing:
    """Return a scribble of another kind than those: walks or turns, smooth or not, in one stroke or two."""
    count = int(np.exp(random.uniform(*np.log(CORNERS))))
    walks = random.random() < 0.4
    corners = np.cumsum(random.normal(0, 0.3, (count, 2)), axis=0) if walks else random.uniform(0, 1, (count, 2))
    line = _smooth(corners, int(random.integers(0, 4)))
    return Drawing.from_strokes(np.split(line, [len(line) // 2]) if random.random() < 0.3 else [line])


def _smooth(corners: Doubles, rounds: int = 2) -> Doubles:
    """Cut the corners of a polyline (Chaikin, 1974)."""
    for _ in range(rounds):
        ends = (corners[:-1] * 0.75 + corners[1:] * 0.25, corners[:-1] * 0.25 + corners[1:] * 0.75)
        corners = np.stack(ends, axis=1).reshape(-1, 2)
    return corners
