"""Which pieces may be one digit together, and the ways to part all of them into such groups.

A group is of few pieces that lie close, in a box not much larger than a digit's; each piece is in one group of a way.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice
from operator import or_

import numpy as np

from core.arrays import Doubles, Mask
from core.numbers.pieces import Layout

MOST_PIECES = 4  # in one digit
MOST_CUT = (10, 8, 6, 5)  # likewise, where ink was taken apart: fewer where the ways are too many
MOST_WIDE, MOST_HIGH = 1.9, 2.4  # heights of a usual digit
WIDEST_CUT = 1.7  # likewise, where ink was taken apart
FAR_ACROSS, FAR_DOWN = 0.5, 0.45  # heights of empty paper between two pieces of one digit
MOST_STEPS = 100_000  # through all ways, of some us each; rows have up to 3,000, a scribble more than fit into memory

Group = tuple[int, ...]


def near(layout: Layout) -> Mask:
    """Return which two pieces, (n, n), lie so near each other that they may be of one digit."""
    left, top, right, bottom = layout.boxes.T
    across = np.maximum(left[:, None] - right, left - right[:, None])
    down = np.maximum(top[:, None] - bottom, top - bottom[:, None])
    is_far = np.isnan(layout.contacts) | np.eye(len(layout), dtype=np.bool_)
    return np.asarray((across < FAR_ACROSS) & (down < FAR_DOWN) & ~is_far)


def candidates(layout: Layout, most: int) -> list[Group] | None:
    """Return the groups of pieces, by number, that may be digits, each piece alone among them; None for too many."""
    is_cut, beside = bool((layout.contacts > 0).any()), [np.flatnonzero(row).tolist() for row in near(layout)]
    boxes, widest = layout.boxes.tolist(), WIDEST_CUT if is_cut else MOST_WIDE

    def fits(group: Group) -> bool:
        lefts, tops, rights, bottoms = zip(*(boxes[one] for one in group), strict=True)
        return bool(max(rights) - min(lefts) <= widest and max(bottoms) - min(tops) <= MOST_HIGH)

    for largest in MOST_CUT if is_cut else (MOST_PIECES,):
        found: list[Group] = []
        fresh: set[Group] = {(number,) for number in range(len(layout))}
        for size in range(1, largest + 1):
            found += sorted(fresh)
            if size < largest:
                pairs = ((group, other) for group in fresh for member in group for other in beside[member])
                grown = {tuple(sorted({*group, other})) for group, other in pairs}
                fresh = {group for group in grown if len(group) > size and fits(group)}
                if len(found) + len(fresh) > max(most, len(layout)):
                    break
        else:
            if sum(1 for _ in islice(_steps(found), MOST_STEPS)) < MOST_STEPS:
                return found
    return None


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to take groups of n pieces one after the other, always one with the lowest piece that is still free."""

    masks: tuple[int, ...]  # of each group, its pieces as bits
    # for each set of free pieces that can be come to, the groups that may be taken next, smaller sets first: few where
    # pieces near each other have numbers near each other
    ways: dict[int, tuple[int, ...]]
    all_pieces: int

    def best(self, scores: Sequence[float]) -> list[int]:
        """Return which groups cover each piece once with the largest sum of scores (dynamic programming)."""
        known: dict[int, tuple[float, int]] = {0: (0.0, -1)}
        for free, groups in self.ways.items():
            known[free] = max((scores[group] + known[free & ~self.masks[group]][0], group) for group in groups)
        chosen, free = [], self.all_pieces
        while free:
            chosen.append(known[free][1])
            free &= ~self.masks[chosen[-1]]
        return chosen

    def likely(self, scores: Sequence[float]) -> Doubles:
        """Return how likely each group is, (g,), where a partition's likelihood goes by exp(the sum of its scores)."""
        total = {0: 0.0}
        for free, groups in self.ways.items():
            sums = [scores[one] + total[free & ~self.masks[one]] for one in groups]
            total[free] = max(sums) + float(np.log(sum(np.exp(each - max(sums)) for each in sums)))
        reached, found = {self.all_pieces: 1.0}, np.zeros(len(scores))
        for free in reversed(self.ways):
            for one in self.ways[free]:
                rest = free & ~self.masks[one]
                share = reached.get(free, 0.0) * float(np.exp(scores[one] + total[rest] - total[free]))
                found[one] += share
                reached[rest] = reached.get(rest, 0.0) + share
        return found


def ways_of(groups: Sequence[Group]) -> Ways:
    """Return the ways to cover all pieces with groups; those that lead nowhere are left out."""
    masks = _masks(groups)
    ways: dict[int, list[int]] = {}
    for free, number in _steps(groups):
        ways.setdefault(free, []).append(number)
    found: dict[int, tuple[int, ...]] = {}
    for free in sorted(ways):
        leading = tuple(one for one in ways[free] if masks[one] == free or free & ~masks[one] in found)
        if leading:
            found[free] = leading
    return Ways(masks, found, reduce(or_, masks, 0))


def _masks(groups: Sequence[Group]) -> tuple[int, ...]:
    return tuple(sum(1 << member for member in group) for group in groups)


def _steps(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Give each set of free pieces that can be come to, with each group that may be taken next."""
    masks = _masks(groups)
    by_lowest: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        by_lowest.setdefault(group[0], []).append(number)
    pending = [reduce(or_, masks, 0)]
    seen = {0}
    while pending:
        free = pending.pop()
        if free not in seen:
            seen.add(free)
            for number in by_lowest.get((free & -free).bit_length() - 1, ()):
                if masks[number] & free == masks[number]:
                    yield free, number
                    pending.append(free & ~masks[number])
