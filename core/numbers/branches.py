"""Where ink that hangs together may be parted into digits: its lines, thinned, are parted where they meet or cross.

The middle lines of ink are what is left when it is thinned (T. Zhang and C. Suen, 1984). Each branch between two
meeting points is a piece, with the ink nearest to it, so that digits that touch or cross are parted as their lines run.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles, Indexes, Mask
from core.pictures.parts import connected, grown

SHORTEST = 2.0  # widths of the pen: shorter branches are but the ends, or the meeting, of others
AHEAD = 2.0  # widths of the pen: how far from where branches meet their directions are measured
STRAIGHT, BENT = 3.0, 0.3  # the contact of two branches of which one goes straight on as the other, and turns back
SINGLE = 2.0  # widths of the pen: no more ink is in a column where a single line goes across
HALF = 0.5  # of the width from which on a line is cut: as high is each half
TWIN = 4.0  # the contact of one branch, taken twice, with itself
MOST_BRANCHES = 40  # of a part; what is more tangled is no row of digits
SHARED = 1.2  # widths of the pen: a branch so long between two meeting points may be the wall of two digits at once


@dataclass(frozen=True, slots=True)
class Branches:
    """A part of ink as n branches."""

    labels: Indexes  # (h, w), the number of each pixel's branch, 0 = none, from 1
    contacts: Doubles  # (n, n), how straight one goes on as the other, BENT .. STRAIGHT; nan where they do not meet
    shared: Mask  # (n,), which may be of two digits at once, as where two 0 touch along their sides


def whole(mask: Mask) -> Branches:
    """Return a part (h, w) as one branch."""
    return Branches(mask.astype(np.intp), np.zeros((1, 1)), np.zeros(1, np.bool_))


def branches_of(mask: Mask, pen: float) -> Branches:
    """Return the branches of a part (h, w) whose lines are about `pen` pixels wide."""
    skeleton = _thinned(mask)
    lines, parts = connected(skeleton & ~grown(skeleton & (_starts(_neighbours(skeleton)) >= 3)))
    long = [part.number for part in parts if part.size >= max(2.0, SHORTEST * pen)]
    lines = np.where(np.isin(lines, long), lines, 0)
    if len(long) > MOST_BRANCHES:
        return whole(mask)
    meetings = list(_meetings(lines, skeleton & (lines == 0)))
    whose = np.arange(len(parts) + 1)
    for _, _, some, ends_here in meetings:
        if ends_here == len(some) == 2:  # one line, that only seemed to branch
            whose[whose == whose[some[1]]] = whose[some[0]]
    names, numbers = np.unique(whose[[0, *long]], return_inverse=True)
    if len(names) < 3:
        return whole(mask)
    new = np.zeros(len(parts) + 1, np.intp)
    new[[0, *long]] = numbers
    lines = new[lines]
    found, ends = np.full((len(names) - 1,) * 2, np.nan), np.zeros(len(names) - 1, np.intp)
    for middle, extent, some, ends_here in meetings:
        here = np.unique(new[some]) - 1
        if ends_here > 2 and len(here) > 1:
            ends[here] += 1
            reach = max(AHEAD * pen, extent + 4) + 1  # pixels: what lies farther says no direction
            low, high = np.maximum(middle - reach, 0).astype(int), (middle + reach).astype(int) + 1
            near = lines[low[0] : high[0], low[1] : high[1]]
            ways = [_ways(near == one + 1, middle - low, pen) for one in here]
            least = np.array([[(one @ other.T).min() for other in ways] for one in ways])
            turn = BENT + (STRAIGHT - BENT) * (1 - least) / 2
            found[np.ix_(here, here)] = np.fmax(found[np.ix_(here, here)], turn)
    np.fill_diagonal(found, 0.0)
    sizes = [np.ptp(np.argwhere(lines == one), axis=0) for one in range(1, len(names))]
    are_upright = [high >= max(SHARED * pen, wide) for high, wide in sizes]
    return Branches(_spread(lines, mask), found, (ends > 1) & are_upright)


def halved(some: Branches, widest: float, pen: float) -> Branches:
    """Return branches, those wider than `widest` pixels cut where a single line goes on: a 2's foot runs into a 3."""
    labels, whose = some.labels.copy(), list(range(len(some.contacts)))
    for one in range(len(whose)):
        columns = np.flatnonzero((labels == one + 1).any(axis=0))
        if np.ptp(columns) >= widest:
            middle = columns[len(columns) // 4 : len(columns) - len(columns) // 4]
            ink = (labels[:, middle] == one + 1).sum(axis=0)
            least = middle[ink == ink.min()]
            at = least[len(least) // 2]
            halves = [half == one + 1 for half in (labels[:, :at], labels[:, at:])]
            lowest = min(half.any(axis=1).sum() for half in halves)  # the foot of one 2 stays its own
            if lowest >= HALF * widest and ink.min() <= SINGLE * pen:
                whose.append(one)
                labels[:, at:][halves[1]] = len(whose)
    contacts = some.contacts[np.ix_(whose, whose)]
    for new in range(len(some.contacts), len(whose)):
        contacts[new, whose[new]] = contacts[whose[new], new] = STRAIGHT
    return Branches(labels, contacts, some.shared[whose])


def _meetings(lines: Indexes, meets: Mask) -> Iterator[tuple[Doubles, float, Indexes, int]]:
    """Yield where lines meet: middle, extent, the numbers of the lines that end near, and how many ends these have."""
    labels, parts = connected(meets)
    for part in parts:
        place = (slice(max(0, part.top - 2), part.bottom + 2), slice(max(0, part.left - 2), part.right + 2))
        own = labels[place] == part.number
        near = np.where(grown(own), lines[place], 0)
        some = np.unique(near[near > 0])
        middle = np.argwhere(own).mean(axis=0) + (place[0].start, place[1].start)
        extent = float(np.hypot(part.height, part.width))
        yield middle, extent, some, len(connected(near > 0)[1])


def _ways(line: Mask, middle: Doubles, pen: float) -> Doubles:
    """Return the directions, (k, 2), in which a line goes from where it meets others: two where both its ends do."""
    rows, columns = np.indices(line.shape)
    away = np.hypot(rows - middle[0], columns - middle[1])
    labels, parts = connected(line & (away <= max(AHEAD * pen, float(away[line].min()) + 2)))
    ways = np.array([np.argwhere(labels == part.number).mean(axis=0) for part in parts]) - middle
    return np.asarray(ways / np.maximum(np.hypot(*ways.T), 1e-9)[:, None])


def _thinned(mask: Mask) -> Mask:
    """Return the middle lines, a pixel wide, of a mask."""
    mask = mask.copy()
    while True:
        before = int(mask.sum())
        for side in (0, 4):
            around = _neighbours(mask)
            count = around.sum(axis=0)
            north, east, south, west = (around[(at + side) % 8] for at in (0, 2, 4, 6))
            is_edge = (count >= 2) & (count <= 6) & (_starts(around) == 1)
            mask &= ~(is_edge & ~(east & south & (north | west)))
        if int(mask.sum()) == before:
            return mask


def _neighbours(mask: Mask) -> Mask:
    """Return the eight neighbours of each pixel, (8, h, w), clockwise from the one above."""
    rows, columns = mask.shape
    padded = np.pad(mask, 1)
    places = ((0, 1), (0, 2), (1, 2), (2, 2), (2, 1), (2, 0), (1, 0), (0, 0))
    return np.stack([padded[y : y + rows, x : x + columns] for y, x in places])


def _starts(around: Mask) -> Indexes:
    """Return how often, clockwise round each pixel, a set neighbour follows one that is not set, (h, w)."""
    return np.asarray((~around & np.roll(around, -1, axis=0)).sum(axis=0))


def _spread(labels: Indexes, mask: Mask) -> Indexes:
    """Return labels spread over all of a mask: each pixel's is a nearest one's."""
    while True:
        padded = np.pad(labels, 1)
        best = np.zeros_like(labels)
        for y, x in ((0, 1), (1, 0), (1, 2), (2, 1), (0, 0), (0, 2), (2, 0), (2, 2)):
            near = padded[y : y + len(mask), x : x + mask.shape[1]]
            best = np.where(best > 0, best, near)
        new = mask & (labels == 0) & (best > 0)
        if not new.any():
            return labels
        labels = np.where(new, best, labels)
