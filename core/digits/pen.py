"""Lines drawn by round pens on a grid: how much of each cell they cover."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import numpy as np

from core.arrays import Doubles, Floats, Indexes
from core.digits.drawing import Lines, Points

PIECE = 4.0  # cells: longest piece of a line drawn at once
SOFT = 0.5  # cells: half of the pen's edge
ASIDE = 0.71  # cells: how far from its cell's middle a piece's may lie
PIECES_AT_ONCE = 250  # keeps each part within the processor's cache, and a scribble's memory small
FEWEST = 16  # drawings whose pieces are worth sorting
DIRECTIONS = 8  # in which the cells near a piece within a line are distinguished, over half a turn
TURN = np.tan(np.radians(20))  # between a piece and the next, of what is still straight on
SHORTEST = 0.1  # cells: what is shorter has no direction
SLACK = 0.1  # cells: beyond it the next piece is nearer, by more than numbers are rounded
JOINED = 1e-6  # cells
GRAIN = 4  # of reaches, in a cell: so that few differ

Part = tuple[slice, Floats, Floats]  # pieces, the cells that each may be nearest to, and those that it covers anyway


def covered(lines: Lines, points: Points, pens: Doubles, side: int) -> Floats:
    """Return grids, (n, side, side), of coverage by round pens, from 1 to 0 over a cell at the edge.

    points : of the lines, (p, 2), in cells
    pens : width for each drawing, (n,), in cells
    """
    by_piece, at, parts = _prepared(lines, points, pens, side)
    grids = np.full(len(pens) * side * side, side * side, np.float32)
    for some, near, within in parts:
        apart = _apart(by_piece[some], near)
        # as whole numbers, of which it finds the least sooner: from 0 up their order is the same
        np.minimum.at(grids.view(np.int32), _places(at[some], near, side), apart.view(np.int32).ravel())
        grids[_places(at[some], within, side)] = 0
    apart = np.sqrt(np.clip(grids, 0, side * side, out=grids), out=grids).reshape(len(pens), -1)
    np.subtract((pens / 2 + SOFT).astype(np.float32)[:, None], apart, out=apart)
    return np.clip(apart, 0, 1, out=apart).reshape(-1, side, side)


def _prepared(lines: Lines, points: Points, pens: Doubles, side: int) -> tuple[Floats, Indexes, Iterator[Part]]:
    """Return of all pieces what `_apart` takes, where in the grids their cells are, and which are drawn at once."""
    starts, steps, of = _pieces(lines, points)
    wide = float(pens.max()) / 2 + SOFT + ASIDE
    margin, middles = int(PIECE / 2 + wide), np.floor(starts + steps / 2)
    cells = np.clip(middles, margin, side - 1 - margin)  # so that no index can be wrong
    at = (of * side + cells[:, 1].astype(np.intp)) * side + cells[:, 0].astype(np.intp)
    by_piece = _by_piece(starts, steps, cells)
    if len(pens) < FEWEST or (cells != middles).any():
        near = _near(PIECE / 2 + wide)
        firsts = range(0, len(starts), PIECES_AT_ONCE)
        return by_piece, at, iter([(slice(n, n + PIECES_AT_ONCE), near, near[:, :0]) for n in firsts])
    order, kinds, halves = _sorted(starts, steps, of)
    return by_piece[order], at[order], _parts(kinds, halves, wide, float(pens.min()) / 2 - SOFT - ASIDE)


def _places(at: Indexes, by_cell: Floats, side: int) -> Indexes:
    """Return where in the grids the cells around those places are, one behind the other."""
    return np.ravel(at[:, None] + (by_cell[2] * side + by_cell[1]).astype(np.intp))


def _sorted(starts: Points, steps: Points, of: Indexes) -> tuple[Indexes, Indexes, Doubles]:
    """Return an order of pieces by kind and length, and in that order their kinds (`_nearest`) and halves of lengths.

    A piece whose neighbours go nearly the same way has its direction as its kind: nearer to most of the cells all round
    it are these.
    """
    (x, y), (right, down) = starts.T, steps.T
    lengths = np.hypot(right, down)
    has_way = lengths > SHORTEST
    along = right[:-1] * right[1:] + down[:-1] * down[1:]
    is_straight = np.abs(right[:-1] * down[1:] - down[:-1] * right[1:]) <= along * TURN
    is_straight &= has_way[:-1] & has_way[1:] & (of[:-1] == of[1:])
    is_straight &= np.abs(x[:-1] + right[:-1] - x[1:]) + np.abs(y[:-1] + down[:-1] - y[1:]) < JOINED
    kinds = np.full(len(starts), DIRECTIONS)
    direction = np.rint(np.arctan2(down, right) * (DIRECTIONS / np.pi)).astype(np.intp) % DIRECTIONS
    kinds[1:-1] = np.where(is_straight[:-1] & is_straight[1:], direction[1:-1], DIRECTIONS)
    order = np.argsort(kinds * 2 * PIECE + lengths)
    return order, kinds[order], lengths[order] / 2


def _parts(kinds: Indexes, halves: Doubles, wide: float, solid: float) -> Iterator[Part]:
    """Yield sorted pieces of a kind and of like length together, with the cells near them that matter."""
    bounds = np.searchsorted(kinds, np.arange(DIRECTIONS + 2)).tolist()
    wide, solid = np.ceil(wide * GRAIN) / GRAIN, np.floor(solid * GRAIN) / GRAIN
    for kind, (first, end) in enumerate(pairwise(bounds)):
        parts = max(1, round((end - first) / PIECES_AT_ONCE))
        cuts = [first + (end - first) * part // parts for part in range(parts + 1)]  # no piece is left by itself
        for start, stop in pairwise(cuts):
            if stop > start:
                half = np.ceil(halves[stop - 1] * GRAIN) / GRAIN
                yield slice(start, stop), _nearest(kind, half, wide, solid), _near(solid)


@lru_cache(maxsize=1024)
def _nearest(kind: int, half: float, wide: float, solid: float) -> Floats:
    """Return of `_near` the cells that a piece so many cells long and wide, each by half, may be nearest to.

    kind : its direction, or DIRECTIONS for a piece at a line's end or bend, which may be nearest all round
    """
    by_cell = _near(half + wide)
    is_near = by_cell[3] >= max(solid, 0) ** 2
    if kind < DIRECTIONS:
        angle, off = kind * np.pi / DIRECTIONS, np.pi / DIRECTIONS / 2
        along = np.abs(by_cell[1] * np.cos(angle) + by_cell[2] * np.sin(angle))
        aside = np.abs(by_cell[2] * np.cos(angle) - by_cell[1] * np.sin(angle))
        behind = half + SLACK + ASIDE * (1 + TURN) + aside * (np.sin(off) + TURN)  # where the next piece is nearer
        is_near &= along * (np.cos(off) - np.sin(off) * TURN) <= behind
        is_near &= aside * np.cos(off) <= wide + along * np.sin(off)
    return np.ascontiguousarray(by_cell[:, is_near])


@lru_cache(maxsize=64)
def _near(reach: float) -> Floats:
    """Return 1, x, y and x x + y y of the cells that are nearer than `reach` cells to the one at 0, 0: (4, cells)."""
    most = max(int(reach), 0)
    y, x = np.mgrid[-most : most + 1, -most : most + 1].reshape(2, -1)
    square = np.stack([np.ones_like(x), x, y, x * x + y * y]).astype(np.float32)
    return square[:, square[3] < max(reach, 0) ** 2]


def _by_piece(starts: Points, steps: Points, cells: Points) -> Floats:
    """Return what `_apart` takes of pieces around their cells, (n, 8)."""
    offset = cells + 0.5 - starts
    (x, y), (right, down) = offset.T, steps.T
    length2 = np.maximum(right * right + down * down, 1e-12)
    by_piece = np.empty((len(offset), 8), np.float32)
    by_piece[:, 0] = (x * right + y * down) / length2
    by_piece[:, 1:3] = steps / length2[:, None]
    by_piece[:, 3] = length2
    by_piece[:, 4] = x * x + y * y
    by_piece[:, 5:7] = 2 * offset
    by_piece[:, 7] = 1
    return by_piece


def _apart(by_piece: Floats, by_cell: Floats) -> Floats:
    """Return the squared distances of the cells near pieces to their lines, (pieces, cells).

    With r from the start to a cell and s the step, the nearest point is t = r.s / s.s, clipped, along it, and its
    squared distance r.r - t (2 r.s - t s.s); r is a piece's offset plus a cell's, so that r.r and r.s are products.
    """
    along, apart = by_piece[:, :3] @ by_cell[:3], by_piece[:, 4:] @ by_cell
    nearest = np.clip(along, 0, 1)
    along *= 2
    along -= nearest
    along *= nearest
    along *= by_piece[:, 3:4]
    apart -= along
    return np.asarray(apart, np.float32)


def _pieces(lines: Lines, points: Points) -> tuple[Points, Points, Indexes]:
    """Cut lines into pieces of at most PIECE cells; return their starts and steps, each (n, 2), and drawings, (n,)."""
    steps = np.diff(points, axis=0, append=points[-1:])
    steps[lines.ends] = 0
    count = np.maximum(np.ceil(np.hypot(*steps.T) / PIECE), 1).astype(np.intp)
    count[lines.ends[np.diff(lines.ends, prepend=-1) > 1]] = 0  # no line begins at the end of a stroke, but for a dot
    at = np.repeat(np.arange(len(points)), count)
    number = np.arange(len(at)) - np.repeat(np.cumsum(count) - count, count)
    step = steps[at] / count[at, None]
    return points[at] + step * number[:, None], step, lines.of[at]
