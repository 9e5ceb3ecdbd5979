"""What speaks for and against a group of pieces being one digit: how it looks, how large it is, what it cuts apart."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES
from core.numbers.candidates import Group
from core.numbers.pieces import Doubles, Layout

CLOSE = 0.12  # heights between pieces that all but touch
LEAST = 0.02  # heights: a line's width
NARROW = 0.15  # heights: pieces narrower than that overlap as if they were as wide
LOW, UPRIGHT, SLIM, SURE = 0.5, 0.9, 0.22, 0.74  # height, width over height (twice), probability where a slope changes


@dataclass(frozen=True, slots=True)
class Look:
    """What a network and the digits' shapes make of groups: logits (g, 10), strangeness to each digit (g, 10)."""

    logits: NDArray[np.floating]
    strangeness: NDArray[np.floating]


def features(layout: Layout, groups: Sequence[Group], look: Look) -> Doubles:
    """Return what tells digits from groups that are none, (g, f); see `_outside` and `_inside`."""
    logits = look.logits.astype(np.float64)
    digit = logits.argmax(axis=1)
    shifted = logits - logits.max(axis=1, keepdims=True)
    sure = -np.log(np.exp(shifted).sum(axis=1))
    outside = _outside(layout, groups)
    wide, high, more = np.log(outside[:, 0]), np.log(outside[:, 1]), outside[:, 2]
    strange = np.stack([look.strangeness.min(axis=1), look.strangeness[np.arange(len(digit)), digit]], axis=1)
    common = [
        np.ones(len(groups)), sure, np.maximum(sure, np.log(SURE)), strange[:, 0], strange[:, 0] ** 2,
        np.minimum(strange[:, 1], 1), high, high**2, np.minimum(high - np.log(LOW), 0), np.maximum(wide - high, 0),
        np.maximum(wide - high - np.log(UPRIGHT), 0) ** 2, np.minimum(wide - high - np.log(SLIM), 0), more * wide,
        more >= 2,
    ]  # fmt: skip
    is_digit = (digit[:, None] == np.arange(CLASSES)).astype(np.float64)
    own = [is_digit * value[:, None] for value in (np.ones(len(digit)), more, wide - high, high)]
    return np.concatenate([np.stack(common, axis=1), outside[:, 2:], *own], axis=1)


def _outside(layout: Layout, groups: Sequence[Group]) -> Doubles:
    """Return of each group width and height, its pieces but one, the paper within it, and what it cuts, (g, 10)."""
    boxes = np.array([layout.box(group) for group in groups])
    sizes = np.maximum(boxes[:, 2:] - boxes[:, :2], LEAST)
    inside = np.array([_inside(layout, group) for group in groups])
    return np.concatenate([sizes, inside, _cuts(layout, groups)], axis=1)


def _inside(layout: Layout, group: Group) -> tuple[float, ...]:
    """Return the pieces but one, the widest empty column and its square, the longest step and all steps between them.

    The steps are those of the shortest tree that joins the pieces (Prim, 1957).
    """
    joined, rest, steps = [group[0]], list(group[1:]), [0.0]
    while rest:
        step, nearest = min((float(layout.distances[one, other]), other) for one in joined for other in rest)
        steps.append(step)
        joined.append(nearest)
        rest.remove(nearest)
    spans = sorted((float(layout.boxes[member, 0]), float(layout.boxes[member, 2])) for member in group)
    empty, end = 0.0, spans[0][1]
    for left, right in spans[1:]:
        empty, end = max(empty, left - end), max(end, right)
    return float(len(group) - 1), empty, empty**2, max(steps), min(max(steps), CLOSE), sum(steps)


def _cuts(layout: Layout, groups: Sequence[Group]) -> Doubles:
    """Return how much of what lies above each other and of what touches each group would part, and both, (g, 3)."""
    left, top, right, bottom = layout.boxes.T
    narrower = np.maximum(np.minimum((right - left)[:, None], right - left), NARROW)
    over = np.clip((np.minimum(right[:, None], right) - np.maximum(left[:, None], left)) / narrower, 0, 1)
    over *= np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top) > -0.3
    touch = np.clip(1 - layout.distances / CLOSE, 0, 1)
    members = np.zeros((len(groups), len(layout)))
    for row, group in enumerate(groups):
        members[row, list(group)] = 1
    parted = [((members @ bond) * (1 - members)).sum(axis=1) / 2 for bond in (over, touch, over * touch)]
    return np.stack(parted, axis=1)
