"""The cost of every step while it trains: each step faint, their average strong, earlier runs behind."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker

from core.arrays import Doubles, Floats
from core.exporting.tables import Table
from core.training.history import History
from core.words import figure, say
from gui.look import theme as look
from gui.look.painting import hairline
from gui.look.plot_axes import logarithms
from gui.plots.cost_range import LEAST, CostRange
from gui.plots.earlier_curves import EarlierCurves
from gui.plots.plot_frame import PlotFrame
from gui.plots.plot_view import PlotView
from gui.plots.smoothing_button import AUTOMATIC, FlatButton, SmoothingButton, amount_for

BUCKETS = 200  # that a run is looked through in, for its highest and lowest cost
BEGINNING = 10  # steps, the first of which says how high the costs of the run are

Titled = tuple[str, History]


class CostPlot(PlotFrame):
    """The panel "Cost"; state comes in by its methods, nothing but the hovered step goes out."""

    def __init__(self) -> None:
        super().__init__("cost_plot", say("Cost"), say("mean cross-entropy, nats"), PlotView())
        self.history, self._run_title = History(), ""  # held by the caller, it brings the run back through `start`
        self._earlier: EarlierCurves[Titled] = EarlierCurves(self.view)
        self._range = CostRange()
        self._drawn = 0  # steps of the current run that its curves show
        self.chosen_smoothing = AUTOMATIC  # steps, or AUTOMATIC, which follows the length of the run
        self._raw = self.view.curve(10, smooth=False)
        self._smooth = self.view.curve(11, smooth=True)
        tip = say("Equal heights are equal ratios, so that small costs can be seen, too.")
        self.log_button = FlatButton(say("log"), tip, say("Logarithmic scale"))
        self.log_button.setCheckable(True)
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

    @property
    def earlier(self) -> list[Titled]:
        """Titles and costs of the runs drawn behind, oldest first."""
        return list(self._earlier.runs)

    def to_table(self) -> Table:
        """Return the cost of every step, in nats, of all runs shown: title, step, cost."""
        runs = [(title, history.costs) for title, history in (*self.earlier, (self._run_title, self.history))]
        titles = [title for title, costs in runs for _ in range(len(costs))]
        steps = [step for _title, costs in runs for step in range(len(costs))]
        values = [cost for _title, costs in runs for cost in costs.tolist()]
        return Table(("run", "step", "cost"), (titles, steps, values))

    @property
    def smoothing(self) -> int:
        """Steps that the strong curve averages over; about a fortieth of the run where that is automatic."""
        return amount_for(self.chosen_smoothing, self.view.total)

    def start(self, title: str, total: int, history: History | None = None) -> None:
        """Begin a run of `total` steps, or go on with a history; a finished run moves to the earlier ones."""
        if self._finished and len(self.history):
            self.show_earlier([*self.earlier, (self._run_title, self.history)])
        if any(earlier is history for _title, earlier in self.earlier):  # its reset was undone
            self.show_earlier([run for run in self.earlier if run[1] is not history])
        self.history, self._run_title, self._finished = History() if history is None else history, title, False
        self.view.marks.clear()
        self.view.set_total(total)
        self._measure()

    def add(self, costs: Floats) -> None:
        """Draw the costs, (k,) nats, of the next steps behind those before; takes O(k)."""
        self.history.append(costs)
        if len(self.history) > self.view.total:
            self.view.set_total(len(self.history))
        if self._range.include(costs, self.history.smoothed(self.smoothing)[-len(costs) :]):
            self._apply_range()
        if self._has_grown_by_a_pixel():
            self._draw_current()
        self._tell()

    def extend_total(self, total: int) -> None:
        """Go on with the current run up to step `total`."""
        super().extend_total(total)
        self._measure()

    def finish(self) -> None:
        """Draw the run to its end; it moves to the earlier ones when the next starts."""
        super().finish()
        self._draw_current()

    def reset(self) -> None:
        """Forget the current run; if it was finished, it moves to the earlier ones."""
        self.start("", self.view.total)

    def show_earlier(self, runs: Sequence[Titled], colours: Sequence[str] = ()) -> None:
        """Draw these runs, (title, costs) oldest first, behind the current one, in place of those before.

        colours : "#rrggbb" for each, which then is numbered, too; without them all are grey
        """
        self._earlier.show(runs, [title for title, _history in runs], colours)
        self._measure()

    def add_mark(self, step: int, text: str, kind: str = "") -> None:
        """Mark the step at which something was changed, as "rate 0.5"; see `StepMarks.add` for kinds."""
        self.view.marks.add(step, text, kind, self.view.total)

    def set_logarithmic(self, on: bool) -> None:
        """Draw costs on a logarithmic scale, or on a linear one from 0."""
        with QSignalBlocker(self.log_button):
            self.log_button.setChecked(on)
        self.view.set_logarithmic(on)
        self._measure()

    def set_smoothing(self, steps: int) -> None:
        """Average the strong curve over about so many steps; 1 = none, 0 = a fortieth of the run."""
        self.chosen_smoothing = steps
        self._measure()

    def set_hover(self, step: int | None) -> None:
        """Show the cost at a step, or nothing for None."""
        if step is None or not len(self.history):
            return self.view.show_reading(None)
        at = min(step, len(self.history) - 1)
        text = say("step {at:,}   cost {costs}", at=at, costs=readable(self.history.costs[at]))
        if self.smoothing > 1:
            text += say("   smoothed {smoothed}", smoothed=readable(self.history.smoothed(self.smoothing)[at]))
        return self.view.show_reading(at, text)

    def dress(self) -> None:
        """Take colours and fonts."""
        super().dress()
        theme = look.current()
        self._raw.setPen(hairline(look.mix(theme.panel, theme.accent, 0.36)))
        self._smooth.setPen(hairline(theme.accent))
        self._earlier.dress()
        self._tell()

    def _tell(self) -> None:
        """Show how far the run is, its newest cost, and what the strong curve averages over."""
        self.smoothing_button.show_smoothing(self.chosen_smoothing, self.smoothing)
        if not len(self.history):
            waits = not self._earlier.runs and not self._run_title
            self.set_hint(say("Press Train to see the cost of every step.") if waits else "")
            return self.set_reading("", "")
        self.set_hint("")
        steps = {"history": len(self.history), "total": self.view.total}
        newest, last = self.history.smoothed(self.smoothing)[-1], readable(self.history.costs[-1])
        if not math.isfinite(newest):
            note = say("step {history:,} of {total:,}", **steps)
            return self.set_reading(note, say("diverged"), look.current().warm)
        if self.smoothing == 1:
            return self.set_reading(say("step {history:,} of {total:,}   last batch", **steps), last)
        note = say("step {history:,} of {total:,}   smoothed", **steps)
        return self.set_reading(note, readable(newest), aside=say("last batch {cost}", cost=last))

    def _measure(self) -> None:
        """Find what the plot should hold anew, and draw everything."""
        self._range = CostRange()
        for history in [*(history for _title, history in self._earlier.runs), self.history]:
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
        first, last, width = self.view.steps_in_view()
        self._earlier.draw(
            [self._scaled(run.course(first, last, width, self.smoothing)) for _title, run in self._earlier.runs]
        )
        self._draw_current()

    def _has_grown_by_a_pixel(self) -> bool:
        """Return whether the curves would look longer: of a long run, a report brings less than can be seen."""
        first, last, width = self.view.steps_in_view()
        return not self._drawn or (len(self.history) - self._drawn) * width >= last - first

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


def readable(cost: float) -> str:
    """Return a cost in nats with two decimals, without any where it is large, three digits where it is tiny or huge."""
    if 1_000 <= abs(cost) < 1e6:
        return figure(cost, ",.0f")
    return figure(cost, ".2f" if 0.1 <= abs(cost) < 1_000 else ".3g")
