"""The axes of the plots: whole steps, values on a linear or logarithmic scale, and round ends of ranges."""

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QFontMetricsF

from core.words import figure
from gui.look import theme as look

STEP_GAP, VALUE_GAP = 72.0, 21.0  # pixels from one label to the next, at least
LABEL_GAP = 32.0  # pixels between two labels of steps, at least
ROUND = (1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0)  # ends of a range, so that it moves seldom and in jumps
LOG_TICKS = ((1.0, 2.0, 5.0), (1.0, 3.0), (1.0,))

Ticks = list[tuple[float, list[float]]]


class StepAxis(pg.AxisItem):
    """Steps: whole numbers, thousands set apart."""

    def __init__(self) -> None:
        super().__init__("bottom")

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return ticks as far apart as their labels need; pyqtgraph's hook."""
        gap = max(STEP_GAP, wide(figure(round(maxVal), ",")) + LABEL_GAP)
        step = max(1.0, round_step(maxVal - minVal, size / gap))
        return [(step, multiples(minVal, maxVal, step))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002
        """Return the labels; pyqtgraph's hook."""
        return [figure(round(value), ",") for value in values]


class ValueAxis(pg.AxisItem):
    """Values; where `log` is set, the plot holds their decimal logarithms and the labels give the values."""

    def __init__(self, unit: str = "") -> None:
        super().__init__("left")
        self.log = False
        self._unit = unit

    def tickValues(self, minVal: float, maxVal: float, size: float) -> Ticks:
        """Return ticks at round values; pyqtgraph's hook."""
        # as many as the height of the plot lets there be, not of the axis: else some lines would have no label
        view = self.linkedView()
        most = max(1.0, (size if view is None else view.height()) / VALUE_GAP)
        if self.log:
            return [(1.0, log_ticks(minVal, maxVal, most))]
        step = round_step(maxVal - minVal, most)
        return [(step, multiples(minVal, maxVal, step))]

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:  # noqa: ARG002
        """Return the labels; pyqtgraph's hook."""
        shown = (10**value if self.log else value for value in values)
        return [figure(value, ",.6g").replace("e+0", "e").replace("e+", "e") + self._unit for value in shown]


def wide(text: str) -> float:
    """Return how many pixels wide a label is."""
    return QFontMetricsF(look.small_font()).horizontalAdvance(text)


def round_step(span: float, most: float) -> float:
    """Return 1, 2 or 5 times a power of ten, so that at most `most` of them fit into the span."""
    least = max(span, 1e-12) / max(most, 1.0)
    power = 10.0 ** math.floor(math.log10(least))
    return next((times * power for times in (1, 2, 5) if times * power >= least), 10 * power)


def multiples(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of step from low to high, both included up to rounding."""
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def log_ticks(low: float, high: float, most: float) -> list[float]:
    """Return logarithms of round values from low to high (logarithms too), at most about `most`; else both ends."""
    decades = range(math.floor(low), math.ceil(high) + 1)
    for parts in LOG_TICKS if high - low <= most + 1 else ():  # else there are more than fit, and may be a billion
        ticks = [decade + math.log10(part) for decade in decades for part in parts]
        inside = [tick for tick in ticks if low - 1e-9 <= tick <= high + 1e-9]
        if 2 <= len(inside) <= most:
            return inside
    if high - low < 1:  # between two decades: as on a linear scale
        values = multiples(10**low, 10**high, round_step(10**high - 10**low, most))
        found = [math.log10(value) for value in values if value > 0]
    else:
        found = multiples(low, high, max(1.0, math.ceil((high - low) / most)))
    return found if len(found) > 1 else [low, high]


def rounded_up(value: float) -> float:
    """Return the next value (of ROUND, times a power of ten) that is not below a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    return next(times * power for times in (*ROUND, 20.0) if times * power >= value * (1 - 1e-9))


def rounded_down(value: float) -> float:
    """Return the next value (of ROUND, times a power of ten) that is not above a positive value."""
    power = 10.0 ** math.floor(math.log10(value))
    return max(times * power for times in ROUND if times * power <= value * (1 + 1e-9))


def logarithms(values: np.ndarray, least: float) -> np.ndarray:
    """Return log10 of values, of the same shape, nan where nan; what lies below `least` counts as it."""
    return np.asarray(np.log10(np.maximum(values, least)))
