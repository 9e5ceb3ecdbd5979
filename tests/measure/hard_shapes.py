"""Shapes that networks get wrong more often than others, by name, as strokes: x right, y down."""

import numpy as np

from core.digits.drawing import Drawing


def _arc(x: float, y: float, across: float, down: float, start: float, stop: float) -> list[list[float]]:
    """Return points of an ellipse from one angle to another, degrees, 0 at the right, 90 below."""
    angles = np.radians(np.linspace(start, stop, 24))
    pairs = zip(x + across * np.cos(angles), y + down * np.sin(angles), strict=True)
    return [[float(right), float(below)] for right, below in pairs]


def _twice(line: list[list[float]]) -> list[list[list[float]]]:
    """Return a line, and once more a little beside it."""
    return [line, [[x + 0.3, y - 0.2] for x, y in line]]


_SHAPES: dict[str, tuple[int, list[list[list[float]]]]] = {
    "a 9 with a curled tail": (9, [_arc(3, 3, 3, 3, 0, -360) + [[6.0, 7.0]] + _arc(3, 8, 3, 2.5, 0, 150)]),
    "a 9 with a straight leg": (9, [_arc(3, 3, 3, 3, 0, -360) + [[5.5, 10.0]]]),
    "a 1 with a long upstroke": (1, [[[0, 5], [4, 0], [4, 10]]]),
    "a 1 with a foot": (1, [[[1, 2], [3, 0], [3, 10]], [[0, 10], [6, 10]]]),
    "an 8 drawn open": (8, [_arc(3, 2.5, 2.4, 2.5, -30, -270) + _arc(3, 7.5, 3, 2.5, -90, 230)]),
    "an open 4": (4, [[[1, 0], [0, 6], [6, 6]], [[4.5, 1], [4, 10]]]),
    "a closed 4": (4, [[[4, 10], [4, 0], [0, 7], [6, 7]]]),
    "a looped 4": (4, [[[2, 0], [0, 6], [6, 6], [5, 1], [4, 10]]]),
    "a barred 7": (7, [[[0, 0], [6, 0], [2, 10]], [[1, 5], [6, 5]]]),
    "a plain 7": (7, [[[0, 0], [6, 0], [2, 10]]]),
    "a looped 2": (2, [_arc(3, 2.5, 3, 2.5, 190, 400) + [[1.0, 9.0]] + _arc(1, 9, 0.9, 0.8, 0, -300) + [[6.0, 10.0]]]),
    "a 0 with a slash": (0, [_arc(3, 5, 3, 5, -90, 270), [[0.5, 9], [5.5, 1]]]),
    "a 5 in one stroke": (5, [[[6.0, 0.0], [1.0, 0.0], [0.7, 4.5]] + _arc(3, 7, 3, 3, -130, 140)]),
    "a 6 with a small bowl": (6, [[[5.0, 0.0], [1.0, 5.0], [0.3, 8.0]] + _arc(2.5, 8, 2.2, 2, 180, 540)]),
    "a very fast 3": (3, [[[0, 0], [6, 1], [2, 4.5], [6, 7], [0, 10]]]),
    "a narrow 0": (0, [_arc(1.2, 5, 1.2, 5, -90, 270)]),
    "a narrow 6": (6, [[[2.6, 0.0], [1.0, 4.0]] + _arc(1.3, 8, 1.2, 2, 200, 560)]),
    "a narrow 8": (8, [_arc(1.2, 2.5, 1.1, 2.5, 90, -270) + _arc(1.2, 7.5, 1.2, 2.5, -90, 270)]),
    "a narrow 9 in one stroke": (9, [_arc(1.2, 2.5, 1.2, 2.5, 0, -360) + [[2.2, 10.0]]]),
    "a flat 3": (3, [_arc(3, 1.3, 4, 1.3, -160, 80) + _arc(3, 3.9, 4.4, 1.4, -80, 165)]),
    "a 7 crossed low": (7, [[[0, 1], [6, 0], [2.5, 10]], [[0.5, 7], [5.5, 6]]]),
    "a 0 with a hook": (0, [[[5.0, -1.5], [3.6, 0.2]] + _arc(3, 5, 3, 5, -80, -440) + [[1.8, 1.2]]]),
    "a 5 drawn over": (5, _twice([[6.0, 0.0], [1.0, 0.0], [0.7, 4.5]] + _arc(3, 7, 3, 3, -130, 140))),
    "an 8 drawn over": (8, _twice(_arc(3, 2.5, 2.4, 2.5, 90, -270) + _arc(3, 7.5, 3, 2.5, -90, 270))),
}

HARD_SHAPES = {name: (label, Drawing.from_strokes(strokes)) for name, (label, strokes) in _SHAPES.items()}
