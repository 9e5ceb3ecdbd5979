"""The cost of every step while it trains: each step faint, their average strong, earlier runs behind."""

import math

import numpy as np
from PySide6.QtCore import QSignalBlocker

from core.arrays import Doubles, Floats, Numbers
from core.exporting.tables import Table
from core.training.history import History
from core.words import figure, say
from gui.look import controls, theme as look
from gui.look.painting import hairline
from gui.look.plot_axes import logarithms, rounded_down, rounded_up
from gui.plots.plot_view import PlotView
from gui.plots.run_plot import RunPlot
from gui.plots.smoothing_button import AUTOMATIC, SmoothingButton, amount_for
from gui.state.shown_run import RunCurves

LINEAR_SPIKE, LOG_SPIKE = 20.0, 1_000.0  # times the first cost: higher ones leave the plot at its top
LEAST = 1e-7  # nats; what a cost of 0 is drawn as on the logarithmic scale
EMPTY = (0.1, 10.0)  # nats, before there are costs
DEPTH = 1e5  # times that the highest cost shown is the lowest, at most
BELOW = 0.6  # times the lowest average: single steps reach below it
LEAST_SPAN = 3.0  # times that the highest cost shown is the lowest, at least
BUCKETS = 200  # that a run is looked through in, for its highest and lowest cost
BEGINNING = 10  # steps, the first of which says how high the costs of the run are


class CostPlot(RunPlot):
    """The panel "Cost"."""

    def __init__(self) -> None:
        super().__init__("cost_plot", say("Cost"), say("mean cross-entropy, nats"), PlotView())
        self._range = CostRange()
        self._drawn = 0  # steps of the current run that its curves show
        self.chosen_smoothing = AUTOMATIC  # steps, or AUTOMATIC, which follows the length of the run
        self._raw = self.view.curve(10, smooth=False)
        self._smooth = self.view.curve(11, smooth=True)
        self.log_button = controls.button("log_scale", "flat", "small", checkable=True)
        self.log_button.toggled.connect(self.set_logarithmic)
        self.smoothing_button = SmoothingButton()
        self.smoothing_button.smoothing_requested.connect(self.set_smoothing)
        for control in (self.log_button, self.smoothing_button):
            self.add_control(control)
        self.view.hovered.connect(self.set_hover)
        self.view.steps_shown.connect(self._redraw)
        self.dress()
        self.set_logarithmic(True)
        self.set_smoothing(AUTOMATIC)

    def to_table(self) -> Table:
        """Return the cost of every step, in nats, of all runs shown: title, step, cost."""
        runs = [(run.title, run.history.costs) for run in (*self.earlier, self.run)]
        titles = [title for title, costs in runs for _ in range(len(costs))]
        steps = [step for _title, costs in runs for step in range(len(costs))]
        values = [cost for _title, costs in runs for cost in costs.tolist()]
        return Table(("run", "step", "cost"), (titles, steps, values))

    @property
    def history(self) -> History:
        """The costs of the run at hand."""
        return self.run.history

    @property
    def smoothing(self) -> int:
        """Steps that the strong curve averages over; about a fortieth of the run where that is automatic."""
        return amount_for(self.chosen_smoothing, self.view.total)

    def start(self, run: RunCurves, total: int) -> None:
        """Begin a run, or go on with one, without the marks of the one before."""
        self.view.marks.clear()
        super().start(run, total)

    def add(self, costs: Floats) -> None:
        """Draw the costs, (k,) nats, of the next steps behind those before; takes O(k)."""
        self.history.append(costs)
        if len(self.history) > self.view.total:
            self.view.set_total(len(self.history))
        if self._range.include(costs, self.history.smoothed(self.smoothing).values[-len(costs) :]):
            self._apply_range()
        first, last, width = self.view.steps_in_view()
        # of a long run, a report brings less than can be seen
        if not self._drawn or (len(self.history) - self._drawn) * width >= last - first:
            self._draw_current()
        self._tell()

    def set_logarithmic(self, on: bool) -> None:
        """Draw costs on a logarithmic scale, or on a linear one from 0."""
        with QSignalBlocker(self.log_button):
            self.log_button.setChecked(on)
        self.view.set_logarithmic(on)
        self.draw()

    def set_smoothing(self, steps: int) -> None:
        """Average the strong curve over about so many steps; 1 = none, 0 = a fortieth of the run."""
        self.chosen_smoothing = steps
        self.draw()

    def set_hover(self, step: int | None) -> None:
        """Show the cost at a step, or nothing for None."""
        if step is None or not len(self.history):
            return self.view.show_reading(None)
        at = min(step, len(self.history) - 1)
        text = say("step {at:,}   cost {costs}", at=at, costs=readable(self.history.costs[at]))
        if self.smoothing > 1:
            text += say("   smoothed {smoothed}", smoothed=readable(self.history.smoothed(self.smoothing).values[at]))
        return self.view.show_reading(at, text)

    def dress(self) -> None:
        """Take colours and fonts."""
        super().dress()
        theme = look.current()
        self._raw.setPen(hairline(look.mix(theme.panel, theme.accent, 0.36)))
        self._smooth.setPen(hairline(theme.accent))
        self._tell()

    def _tell(self) -> None:
        self.smoothing_button.show_smoothing(self.chosen_smoothing, self.smoothing)
        self.show_hint_if_blank(say("Press Train to see the cost of every step."))
        if not len(self.history):
            return self.set_reading("", "")
        steps = {"history": len(self.history), "total": self.view.total}
        newest, last = self.history.smoothed(self.smoothing).values[-1], readable(self.history.costs[-1])
        if not math.isfinite(newest):
            note = say("step {history:,} of {total:,}", **steps)
            return self.set_reading(note, say("diverged"), look.current().warm)
        if self.smoothing == 1:
            return self.set_reading(say("step {history:,} of {total:,}   last batch", **steps), last)
        note = say("step {history:,} of {total:,}   smoothed", **steps)
        return self.set_reading(note, readable(newest), aside=say("last batch {cost}", cost=last))

    def draw(self) -> None:
        """Find what the plot should hold anew, and draw everything."""
        self._range = CostRange()
        for history in (run.history for run in (*self.earlier, self.run)):
            smooth = history.course(0, self.view.total, BUCKETS, self.smoothing)[1]
            everything = history.peaks(0, self.view.total, BUCKETS)[1] if history is self.history else smooth
            self._range.include(everything, smooth)
        self._apply_range()
        self._redraw()
        self._tell()

    def _apply_range(self) -> None:
        log = self.view.value_axis.log
        low, high = self._range.ends(self.history.costs[:BEGINNING], logarithmic=log)
        self.view.set_values(*((math.log10(low), math.log10(high)) if log else (low, high)))

    def _redraw(self) -> None:
        self._draw_current()
        first, last, width = self.view.steps_in_view()
        courses = (run.history.course(first, last, width, self.smoothing) for run in self.earlier)
        self.draw_earlier([self._scaled(course) for course in courses])

    def _draw_current(self) -> None:
        self._drawn = len(self.history)
        first, last, width = self.view.steps_in_view()
        self._raw.setData(*self._scaled(self.history.peaks(first, last, width)))
        if self.smoothing > 1:
            self._smooth.setData(*self._scaled(self.history.course(first, last, width, self.smoothing)))
        self._smooth.setVisible(self.smoothing > 1)

    def _scaled(self, peaks: tuple[Doubles, Doubles]) -> tuple[Doubles, Doubles]:
        steps, values = peaks
        return (steps, logarithms(values, LEAST)) if self.view.value_axis.log else peaks


class CostRange:
    """Which costs the plot holds, in nats: it widens with what it is given, to round ends, which move seldom."""

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


def readable(cost: float) -> str:
    """Return a cost in nats with two decimals, without any where it is large, three digits where it is tiny or huge."""
    if 1_000 <= abs(cost) < 1e6:
        return figure(cost, ",.0f")
    return figure(cost, ".2f" if 0.1 <= abs(cost) < 1_000 else ".3g")
