"""The costs of a run, step by step, and their smoothed course."""

from functools import lru_cache

import numpy as np

from core.arrays import Doubles, Floats, Numbers
from core.training.series import Series

BLOCK = 64  # values summed by one matrix product; larger ones need more arithmetic, smaller ones more Python


class History:
    """Growing costs in nats: costs[s] is the cost of step s, before the weights are moved by it."""

    def __init__(self) -> None:
        self._costs = Series()
        self._average: Average | None = None

    def __len__(self) -> int:
        return len(self._costs)

    @property
    def costs(self) -> Floats:
        """All costs, (n,), read-only; nan and inf as they came."""
        return self._costs.values

    def append(self, costs: Numbers) -> None:
        """Add the costs, (k,), of the next k steps; costs O(k), however long the history."""
        self._costs.append(costs)
        if self._average is not None:
            self._average.append(costs)

    def smoothed(self, steps: float) -> Floats:
        """Return the moving average of the costs over about so many steps, (n,), read-only; see `Average`."""
        return self._smoothed(steps).series.values

    def peaks(self, first: int, last: int, buckets: int) -> tuple[Doubles, Doubles]:
        """Return steps and costs to draw of the steps first .. last-1, as `Series.peaks` does."""
        return self._costs.peaks(first, last, buckets)

    def course(self, first: int, last: int, buckets: int, steps: float) -> tuple[Doubles, Doubles]:
        """Return steps and averages over so many steps to draw, as `Series.middles` does; for 1 step, `peaks`."""
        if steps <= 1:
            return self.peaks(first, last, buckets)
        return self._smoothed(steps).series.middles(first, last, buckets)

    def _smoothed(self, steps: float) -> "Average":
        """The average stored from the last time, or a new one over the whole history."""
        if self._average is None or self._average.steps != steps:
            self._average = Average(steps)
            self._average.append(self.costs)
        return self._average


class Average:
    """An exponential moving average, unbiased from its start: sum(d^i x) / sum(d^i), d = 1 - 1 / steps.

    This is Adam's corrected first moment (Kingma and Ba, 2015); values that are not finite weigh nothing and
    leave a gap (nan).
    """

    def __init__(self, steps: float) -> None:
        """Average over about `steps` values, at least 1 (no smoothing)."""
        self.steps = steps
        self.series = Series()
        self._decay = 1 - 1 / max(1.0, steps)
        self._carried = np.zeros(2)  # the two sums so far: of the values, and of their weights

    def append(self, values: Numbers) -> None:
        """Add the average at each of the values, (k,); costs O(k)."""
        if not len(values):
            return
        known = np.isfinite(values)
        rows = np.stack([np.where(known, values, 0.0), known]).astype(np.float64)
        rows[:, 0] += self._decay * self._carried
        sums = _decayed_sums(rows, self._decay)
        self._carried = sums[:, -1].copy()
        gaps = np.full(len(values), np.nan)
        self.series.append(np.divide(sums[0], sums[1], out=gaps, where=known).astype(np.float32))


def _decayed_sums(rows: Doubles, decay: float) -> Doubles:
    """Return y[t] = decay * y[t-1] + x[t] for each row of x, (2, n): within blocks, then across them."""
    count = rows.shape[1]
    if count <= 1:
        return rows
    blocks = -(-count // BLOCK)
    padded = np.zeros((2, blocks * BLOCK))
    padded[:, :count] = rows
    inside = padded.reshape(2, blocks, BLOCK) @ _triangle(decay)
    if blocks > 1:
        ends = _decayed_sums(inside[:, :, -1], decay**BLOCK)
        inside[:, 1:] += ends[:, :-1, None] * decay ** (np.arange(BLOCK) + 1.0)
    return np.asarray(inside.reshape(2, -1)[:, :count])


@lru_cache(maxsize=16)  # the same few for all reports of a run
def _triangle(decay: float) -> Doubles:
    """Return decay^(column - row) on and above the diagonal, (BLOCK, BLOCK): a product with it sums within a block."""
    lag = np.arange(BLOCK)
    made = np.asarray(np.triu(decay ** np.maximum(lag - lag[:, None], 0).astype(np.float64)), np.float64)
    made.setflags(write=False)
    return made
