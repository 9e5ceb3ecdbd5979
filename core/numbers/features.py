"""What speaks for and against a group of pieces being one digit: its outline, and then how it looks."""

from collections.abc import Sequence

import numpy as np

from core.arrays import Doubles, Floats
from core.digits.dataset import CLASSES
from core.numbers.partition import Group
from core.numbers.pieces import Layout

CLOSE = 0.12  # heights between pieces that all but touch
LEAST = 0.02  # heights: a line's width
NARROW = 0.15  # heights: pieces narrower than that overlap as if they were as wide
BENDS, RUNS_ON, STRAIGHT_ON = 1.5, 2.5, 3.0  # contacts: of lines that meet squarely, about straight, and straight
LOW, UPRIGHT, SLIM = 0.5, 0.9, 0.22  # height, width over height (twice) where a slope changes
SURE = (0.5, 0.9, 0.99)  # probabilities, likewise
STRANGE = (-4.0, 0.0, 4.0)  # strangeness, likewise
STRANGEST = 12.0  # either way: beyond, more says no more


def of_outlines(layout: Layout, groups: Sequence[Group]) -> Doubles:
    """Return what tells digits from groups that are none without a look at them, (g, f): sizes, gaps and cuts."""
    wide, high = _sizes(layout, groups)
    inside = np.array([_inside(layout, group) for group in groups])
    more = inside[:, 0]
    sizes = [
        np.ones(len(groups)), wide, wide**2, high, high**2, np.minimum(high - np.log(LOW), 0),
        np.maximum(wide - high, 0), np.maximum(wide - high - np.log(UPRIGHT), 0) ** 2,
        np.minimum(wide - high - np.log(SLIM), 0), more * wide, more * high, more >= 2,
    ]  # fmt: skip
    return np.concatenate([np.stack(sizes, axis=1), inside, _cuts(layout, groups)], axis=1)


def of_looks(layout: Layout, groups: Sequence[Group], logits: Floats, strangeness: Floats, units: Floats) -> Doubles:
    """Return what tells digits from other groups by logits (g, 10), strangeness (g,), and the last units (g, d)."""
    wide, high = _sizes(layout, groups)
    more = np.array([len(group) - 1.0 for group in groups])
    logits = logits.astype(np.float64)
    sure = -np.log(np.exp(logits - logits.max(axis=1, keepdims=True)).sum(axis=1))
    strange = np.clip(strangeness.astype(np.float64), -STRANGEST, STRANGEST)
    common = [
        sure, *(np.maximum(sure, np.log(each)) for each in SURE),
        strange, *(np.maximum(strange, each) for each in STRANGE), more * strange,
    ]  # fmt: skip
    is_digit = (logits.argmax(axis=1)[:, None] == np.arange(CLASSES)).astype(np.float64)
    own = [is_digit * value[:, None] for value in (np.ones(len(groups)), more, wide - high, high)]
    return np.concatenate([np.stack(common, axis=1), *own, units], axis=1)


def _sizes(layout: Layout, groups: Sequence[Group]) -> tuple[Doubles, Doubles]:
    """Return the logarithms of the groups' widths and heights, each (g,)."""
    boxes = np.array([layout.box(group) for group in groups])
    wide, high = np.log(np.maximum(boxes[:, 2:] - boxes[:, :2], LEAST)).T
    return wide, high


def _inside(layout: Layout, group: Group) -> tuple[float, ...]:
    """Return the pieces but one, the widest empty column and its square, the longest step and all steps between."""
    if len(group) == 1:
        return (0.0,) * 6
    joined, rest, steps = [group[0]], list(group[1:]), [0.0]  # of the shortest tree that joins the pieces (Prim, 1957)
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
    """Return how much of what lies above each other, touches and was cut each group would part, (g, f)."""
    left, top, right, bottom = layout.boxes.T
    narrower = np.maximum(np.minimum((right - left)[:, None], right - left), NARROW)
    over = np.clip((np.minimum(right[:, None], right) - np.maximum(left[:, None], left)) / narrower, 0, 1)
    over *= np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top) > -0.3
    touch = np.clip(1 - layout.distances / CLOSE, 0, 1)
    contacts = np.nan_to_num(layout.contacts)
    is_twin = contacts > STRAIGHT_ON
    straighter = (np.maximum(contacts - each, 0) for each in (BENDS, RUNS_ON))
    cuts = (contacts > 0) * 1.0, np.minimum(contacts, STRAIGHT_ON), *straighter
    members = np.zeros((len(groups), len(layout)))
    for row, group in enumerate(groups):
        members[row, list(group)] = 1
    others = (members + members @ is_twin) == 0
    alone = members.copy()
    for one, other in np.argwhere(np.triu(is_twin)):
        alone[:, other] *= 1 - members[:, one]
    parted = [((alone @ bond) * others).sum(axis=1) / 2 for bond in (over, touch, over * touch, *cuts)]
    shared = ((members @ is_twin) * (1 - members)).sum(axis=1)
    return np.stack([*parted, shared], axis=1)
