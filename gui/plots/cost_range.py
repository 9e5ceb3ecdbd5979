"""Which costs the plot of a run holds: round ends, so that they move seldom and in jumps."""

import math

import numpy as np

from core.arrays import Numbers
from gui.look.plot_axes import rounded_down, rounded_up

LINEAR_SPIKE, LOG_SPIKE = 20.0, 1_000.0  # times the first cost: higher ones leave the plot at its top
LEAST = 1e-7  # nats; what a cost of 0 is drawn as on the logarithmic scale
EMPTY = (0.1, 10.0)  # nats, before there are costs
DEPTH = 1e5  # times that the highest cost shown is the lowest, at most
BELOW = 0.6  # times the lowest average: single steps reach below it
LEAST_SPAN = 3.0  # times that the highest cost shown is the lowest, at least


class CostRange:
    """Widens with what it is given; all costs are in nats."""

    def __init__(self) -> None:
        self._low, self._high = math.inf, -math.inf

    def include(self, costs: Numbers, smooth: Numbers) -> bool:
        """Hold single costs up to the highest, and averages down to the lowest; return whether that is news."""
        before = self._low, self._high
        self._high = max(self._high, float(np.max(costs, where=np.isfinite(costs), initial=-math.inf)))
        self._low = min(self._low, float(np.min(smooth, where=np.isfinite(smooth), initial=math.inf)))
        return (self._low, self._high) != before

    def ends(self, first: Numbers, *, logarithmic: bool) -> tuple[float, float]:
        """Return round ends that hold it, but spikes far above the first costs of the run; 0 is the linear low."""
        if not self._high > 0:
            return EMPTY if logarithmic else (0.0, EMPTY[1])
        known = first[np.isfinite(first) & (first > 0)]
        spike = float(known[0]) * (LOG_SPIKE if logarithmic else LINEAR_SPIKE) if len(known) else math.inf
        high = rounded_up(max(min(self._high, spike), LEAST))
        if not logarithmic:
            return 0.0, high
        return rounded_down(max(min(BELOW * self._low, high / LEAST_SPAN), high / DEPTH, LEAST)), high
