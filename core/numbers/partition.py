"""The ways to part pieces into groups, each piece in one group: the best of them, and how likely each group is."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.numbers.candidates import Group
from core.numbers.pieces import Doubles


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways to take groups of n pieces one after the other, always one with the lowest piece that is still free.

    Sets of pieces are bits of a number. ways : for each set of free pieces that can be come to, the groups that may be
    taken next, smaller sets first. There are few where pieces near each other have numbers near each other.
    """

    masks: tuple[int, ...]
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
    masks = tuple(sum(1 << member for member in group) for group in groups)
    by_lowest: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        by_lowest.setdefault(group[0], []).append(number)
    all_pieces = 0
    for mask in masks:
        all_pieces |= mask
    ways: dict[int, tuple[int, ...]] = {}
    pending = [all_pieces]
    while pending:
        free = pending.pop()
        if free and free not in ways:
            lowest = (free & -free).bit_length() - 1
            some = by_lowest.get(lowest, ())
            ways[free] = tuple(number for number in some if masks[number] & free == masks[number])
            pending += [free & ~masks[number] for number in ways[free]]
    found: dict[int, tuple[int, ...]] = {}
    for free in sorted(ways):
        leading = tuple(one for one in ways[free] if masks[one] == free or free & ~masks[one] in found)
        if leading:
            found[free] = leading
    return Ways(masks, found, all_pieces)
