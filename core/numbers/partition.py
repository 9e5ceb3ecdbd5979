"""The best way to part pieces into groups: each piece in one group, the groups' scores adding up to the most."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.numbers.candidates import Group


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


def ways_of(groups: Sequence[Group]) -> Ways:
    """Return the ways to cover all pieces with groups, of which each piece alone must be one."""
    masks = tuple(sum(1 << member for member in group) for group in groups)
    by_lowest: dict[int, list[int]] = {}
    for number, group in enumerate(groups):
        by_lowest.setdefault(group[0], []).append(number)
    all_pieces = sum(1 << lowest for lowest in by_lowest)
    ways: dict[int, tuple[int, ...]] = {}
    pending = [all_pieces]
    while pending:
        free = pending.pop()
        if free and free not in ways:
            lowest = (free & -free).bit_length() - 1
            ways[free] = tuple(number for number in by_lowest[lowest] if masks[number] & free == masks[number])
            pending += [free & ~masks[number] for number in ways[free]]
    return Ways(masks, dict(sorted(ways.items())), all_pieces)
