"""Which pieces may be one digit together: few that lie close, in a box not much larger than a digit's."""

import numpy as np
from numpy.typing import NDArray

from core.numbers.pieces import Layout

MOST_PIECES, MOST_CUT = 4, (8, 6, 5)  # in one digit, and where ink was taken apart: fewer where the ways are too many
MOST_WIDE, MOST_HIGH = 1.9, 2.4  # heights of a usual digit
WIDEST_CUT = 1.7  # likewise, where ink was taken apart
FAR_ACROSS, FAR_DOWN = 0.5, 0.45  # heights of empty paper between two pieces of one digit

Group = tuple[int, ...]


def near(layout: Layout) -> NDArray[np.bool_]:
    """Return which two pieces, (n, n), lie so near each other that they may be of one digit."""
    left, top, right, bottom = layout.boxes.T
    across = np.maximum(left[:, None] - right, left - right[:, None])
    down = np.maximum(top[:, None] - bottom, top - bottom[:, None])
    is_far = np.isnan(layout.contacts) | np.eye(len(layout), dtype=np.bool_)
    return np.asarray((across < FAR_ACROSS) & (down < FAR_DOWN) & ~is_far)


def candidates(layout: Layout, most: int) -> list[Group] | None:
    """Return the groups of pieces, by number, that may be digits, each piece alone among them; None for too many."""
    if not (layout.contacts > 0).any():
        return _candidates(layout, most, MOST_PIECES, MOST_WIDE)
    return next(filter(None, (_candidates(layout, most, size, WIDEST_CUT) for size in MOST_CUT)), None)


def _candidates(layout: Layout, most: int, largest: int, widest: float) -> list[Group] | None:
    beside = [np.flatnonzero(row).tolist() for row in near(layout)]
    boxes = layout.boxes.tolist()
    found: list[Group] = []
    fresh: set[Group] = {(number,) for number in range(len(layout))}
    for size in range(1, largest + 1):
        found += sorted(fresh)
        if size < largest:
            grown = {_with(group, other) for group in fresh for member in group for other in beside[member]}
            fresh = {group for group in grown if len(group) > size and _fits([boxes[one] for one in group], widest)}
            if len(found) + len(fresh) > max(most, len(layout)):
                return None
    return found


def _with(group: Group, other: int) -> Group:
    return tuple(sorted({*group, other}))


def _fits(boxes: list[list[float]], widest: float) -> bool:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return bool(max(rights) - min(lefts) <= widest and max(bottoms) - min(tops) <= MOST_HIGH)
