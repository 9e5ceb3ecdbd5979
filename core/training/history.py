"""The costs of a run, step by step, and their smoothed course; a row is drawn without losing a peak, however long."""

import numpy as np

from core.arrays import Doubles, Floats, Numbers

ROOM = 1_024  # numbers a new row has room for
TINY = 1e-18  # share of a sum, less than it is rounded by


class Series:
    """Numbers that grow at the end, in a room that is doubled when it is used up; gaps are nan."""

    def __init__(self) -> None:
        self._room: Floats = np.empty(ROOM, np.float32)
        self._count = 0

    def __len__(self) -> int:
        return self._count

    @property
    def values(self) -> Floats:
        """All numbers, (n,), nan and inf as they came, as a read-only view that later growth leaves as it is."""
        view = self._room[: self._count]
        view.setflags(write=False)
        return view

    def append(self, values: Numbers) -> None:
        """Add values, (k,), at the end; costs O(k)."""
        first, end = self._count, self._count + len(values)
        if end > len(self._room):
            room = np.empty(max(end, 2 * len(self._room)), np.float32)
            room[:first] = self._room[:first]
            self._room = room
        self._room[first:end] = values
        self._count = end

    def peaks(self, first: int, last: int, buckets: int) -> tuple[Doubles, Doubles]:
        """Return positions and values, (m,), to draw of first .. last-1: all if few, else pairs of lowest and highest.

        buckets : pairs wanted, about one a pixel; at most one more is returned, and more than half; gaps are nan
        """
        first, last = max(0, first), min(last, len(self))
        if last - first <= 2 * max(1, buckets):
            at = np.arange(first, max(first, last))
            return at.astype(np.float64), finite(self.values[at]).astype(np.float64)
        width = 1 << int(np.ceil(np.log2((last - first) / max(1, buckets))))
        start = first // width
        part = finite(self.values[start * width : -(-last // width) * width])
        edges = np.arange(0, len(part), width)
        pairs = np.stack([np.fmin.reduceat(part, edges), np.fmax.reduceat(part, edges)], 1)
        middle = (np.arange(start, start + len(edges)) + 0.5) * width
        return np.repeat(np.minimum(middle, last - 1), 2), pairs.reshape(-1).astype(np.float64)


def finite(values: Floats) -> Floats:
    """Return the values with nan in place of infinities, a copy only where there are any."""
    infinite = np.isinf(values)
    return np.where(infinite, np.float32(np.nan), values) if infinite.any() else values


class History(Series):
    """Growing costs in nats: costs[s] is the cost of step s, before the weights are moved by it; and their average.

    That is a moving one, sum(d^i x) / sum(d^i), d = 1 - 1 / steps, as Adam has (Kingma and Ba, 2015); gaps are nan.
    """

    def __init__(self) -> None:
        super().__init__()
        self._average, self._steps = Series(), 0.0  # that it averages over; 0 = nobody has asked yet
        self._carried = np.zeros(2)  # the two sums so far: of the values, and of their weights

    @property
    def costs(self) -> Floats:
        """All costs, (n,), read-only; nan and inf as they came."""
        return self.values

    def append(self, costs: Numbers) -> None:
        """Add the costs, (k,), of the next k steps; costs O(k), however long the history."""
        super().append(costs)
        if self._steps:
            self._add_averages(costs)

    def smoothed(self, steps: float) -> Series:
        """Return the average over about so many steps, at least 1 (no smoothing), (n,), which grows with the costs."""
        if self._steps != steps:
            self._average, self._steps, self._carried = Series(), steps, np.zeros(2)
            self._add_averages(self.costs)
        return self._average

    def _add_averages(self, costs: Numbers) -> None:
        if not len(costs):
            return
        known, decay = np.isfinite(costs), 1 - 1 / max(1.0, self._steps)
        rows = np.stack([np.where(known, costs, 0.0), known]).astype(np.float64)
        rows[:, 0] += decay * self._carried
        sums = _decayed_sums(rows, decay)
        self._carried = sums[:, -1].copy()
        gaps = np.full(len(costs), np.nan)
        self._average.append(np.divide(sums[0], sums[1], out=gaps, where=known).astype(np.float32))

    def course(self, first: int, last: int, buckets: int, steps: float) -> tuple[Doubles, Doubles]:
        """Return steps and averages over so many steps to draw: as `peaks`, for more than 1 step each pair's middle."""
        at, values = (self if steps <= 1 else self.smoothed(steps)).peaks(first, last, buckets)
        if steps <= 1 or len(at) < 2 or at[0] != at[1]:
            return at, values
        return at[::2], (values[::2] + values[1::2]) / 2


def _decayed_sums(rows: Doubles, decay: float) -> Doubles:
    """Return y[t] = decay * y[t-1] + x[t] for each row of x, (2, n), over 1, 2, 4, ... steps back, and so all."""
    made, reach = rows.copy(), 1
    while reach < rows.shape[1] and (share := decay**reach) > TINY:
        made[:, reach:] += share * made[:, :-reach]
        reach *= 2
    return made
