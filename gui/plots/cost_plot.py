"""The cost of every step while it trains: each step faint, their average strong, earlier runs behind."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSignalBlocker

from core.exporting.table_file import Table
from core.history import History
from core.series import Doubles, Floats
from core.words import figure, say
from gui.look import theme as look
from gui.look.plot_axes import logarithms, rounded_down, rounded_up
from gui.plots.curve_labels import CurveLabels, pen_of, tags_of
from gui.plots.plot_frame import PlotFrame
from gui.plots.plot_view import PlotView, hairline
from gui.plots.smoothing_button import AUTOMATIC, FlatButton, SmoothingButton, amount_for

EARLIER = 20  # runs drawn behind the current one, at most
LINEAR_SPIKE, LOG_SPIKE = 20.0, 1_000.0  # times the first cost: higher ones leave the plot at its top
LEAST = 1e-7  # nats; what a cost of 0 is drawn as on the logarithmic scale


class CostReport(Protocol):
    """What the plot needs of a `core.training.Progress`."""

    @property
    def step(self) -> int:
        """Steps done."""

    @property
    def costs(self) -> Floats:
        """(k,) nats: the costs of the steps step-k .. step-1."""


@dataclass(frozen=True, slots=True)
class _Ghost:
    """An earlier run with what it is drawn by."""

    title: str
    history: History
    curve: pg.PlotCurveItem


class CostPlot(PlotFrame):
    """The panel "Cost"; state comes in by its methods, nothing but the hovered step goes out."""

    def __init__(self) -> None:
        super().__init__("cost_plot", say("Cost"), say("mean cross-entropy, nats"), PlotView())
        self._history, self._run_title, self._finished = History(), "", False
        self._ghosts: list[_Ghost] = []
        self._labels = CurveLabels(self.view)
        self._low, self._high = math.inf, -math.inf  # nats, of what the plot should hold
        self.chosen_smoothing = AUTOMATIC  # steps, or AUTOMATIC, which follows the length of the run
        self._raw = self.view.curve(10, smooth=False)
        self._smooth = self.view.curve(11, smooth=True)
        self.log_button = FlatButton(
            say("log"), say("Equal heights are equal ratios, so that small costs can be seen, too.")
        )
        self.log_button.setCheckable(True)
        self.log_button.toggled.connect(self.set_logarithmic)
        self.smoothing_button = SmoothingButton()
        self.smoothing_button.smoothing_requested.connect(self.set_smoothing)
        for control in (self.log_button, self.smoothing_button):
            self.add_control(control)
        self.view.steps_shown.connect(self._redraw)
        self.view.hovered.connect(self.set_hover)
        self.set_theme(look.current())
        self.set_logarithmic(True)
        self.set_smoothing(AUTOMATIC)

    @property
    def history(self) -> History:
        """The costs of the current run; kept by the caller, they bring the run back through `start`."""
        return self._history

    @property
    def earlier(self) -> list[tuple[str, History]]:
        """Titles and costs of the runs drawn behind, oldest first."""
        return [(ghost.title, ghost.history) for ghost in self._ghosts]

    def to_table(self) -> Table:
        """Return the cost of every step, in nats, of all runs shown: title, step, cost."""
        runs = [(title, history.costs) for title, history in (*self.earlier, (self._run_title, self._history))]
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
        if self._finished and len(self._history):
            self.show_earlier([*self.earlier, (self._run_title, self._history)])
        if any(earlier is history for _title, earlier in self.earlier):  # its reset was undone
            self.show_earlier([run for run in self.earlier if run[1] is not history])
        self._history, self._run_title, self._finished = History() if history is None else history, title, False
        self.view.clear_marks()
        self.view.set_total(total)
        self._measure()

    def add(self, progress: CostReport) -> None:
        """Draw the costs of a report behind those before; costs O(k) for the k steps of the report."""
        self._history.append(progress.costs)
        if len(self._history) > self.view.total:
            self.view.set_total(len(self._history))
        self._widen(progress.costs, self._history.smoothed(self.smoothing)[-len(progress.costs) :])
        self._draw_current()
        self._tell()

    def extend_total(self, total: int) -> None:
        """Go on with the current run up to step `total`."""
        self._finished = False
        self.view.set_total(total)
        self._measure()

    def finish(self) -> None:
        """Note that the run is done: it moves to the earlier ones when the next starts."""
        self._finished = True

    def reset(self) -> None:
        """Forget the current run; if it was finished, it moves to the earlier ones."""
        self.start("", self.view.total)

    def show_earlier(self, runs: Sequence[tuple[str, History]], colours: Sequence[str] = ()) -> None:
        """Draw these runs, (title, costs) oldest first, behind the current one, in place of those before.

        colours : "#rrggbb" for each, which then is numbered, too; without them all are grey
        """
        for ghost in self._ghosts:
            self.view.removeItem(ghost.curve)
        shown = runs[-EARLIER:]
        self._ghosts = [_Ghost(title, history, self.view.curve(2, smooth=True)) for title, history in shown]
        self._labels.set_tags(tags_of([title for title, _history in shown], colours), self._theme)
        self._dress()
        self._measure()

    def add_mark(self, step: int, text: str, kind: str = "") -> None:
        """Mark the step at which something was changed, as "rate 0.5"; see `PlotView.add_mark` for kinds."""
        self.view.add_mark(step, text, kind)

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
        if step is None or not len(self._history):
            return self.view.show_reading(None)
        at = min(step, len(self._history) - 1)
        text = say("step {at:,}   cost {costs}", at=at, costs=readable(self._history.costs[at]))
        if self.smoothing > 1:
            text += say("   smoothed {smoothed}", smoothed=readable(self._history.smoothed(self.smoothing)[at]))
        return self.view.show_reading(at, text)

    def set_theme(self, theme: look.Theme) -> None:
        """Take a theme's colours and fonts."""
        super().set_theme(theme)
        self._theme = theme
        self._dress()
        self._tell()

    def _dress(self) -> None:
        theme = self._theme
        self._raw.setPen(hairline(look.mix(theme.panel, theme.accent, 0.36)))
        self._smooth.setPen(hairline(theme.accent))
        for ghost, tag in zip(self._ghosts, self._labels.tags, strict=True):
            ghost.curve.setPen(pen_of(tag, theme.ghost))
        self._labels.set_theme(theme)

    def _tell(self) -> None:
        """Show how far the run is, its newest cost, and what the strong curve averages over."""
        self.smoothing_button.show_smoothing(self.chosen_smoothing, self.smoothing)
        empty = not len(self._history)
        self.view.show_hint("" if not empty or self._ghosts else say("Press Train to see the cost of every step."))
        if empty:
            return self.set_reading("", "")
        note = say("step {history:,} of {total:,}", history=len(self._history), total=self.view.total)
        newest = self._history.smoothed(self.smoothing)[-1]
        if math.isfinite(newest):
            return self.set_reading(note, readable(newest))
        return self.set_reading(note, say("diverged"), self._theme.warm)

    def _measure(self) -> None:
        """Find what the plot should hold anew, and draw everything."""
        self._low, self._high = math.inf, -math.inf
        for history in [*(ghost.history for ghost in self._ghosts), self._history]:
            smooth = history.course(0, self.view.total, 200, self.smoothing)[1]
            everything = history.peaks(0, self.view.total, 200)[1] if history is self._history else smooth
            self._include(everything, smooth)
        self._apply_range()
        self._redraw()
        self._tell()

    def _widen(self, costs: Floats, smooth: Floats) -> None:
        low, high = self._low, self._high
        self._include(costs, smooth)
        if (low, high) != (self._low, self._high):
            self._apply_range()

    def _include(self, costs: np.ndarray, smooth: np.ndarray) -> None:
        costs, smooth = costs[np.isfinite(costs)], smooth[np.isfinite(smooth)]
        if len(costs):
            self._high = max(self._high, float(costs.max()))
        if len(smooth):
            self._low = min(self._low, float(smooth.min()))

    def _apply_range(self) -> None:
        """Set round ends that hold the measured costs."""
        log = self.view.value_axis.log
        first = next((float(c) for c in self._history.costs[:10] if math.isfinite(c) and c > 0), math.inf)
        spike = first * (LOG_SPIKE if log else LINEAR_SPIKE)
        high = rounded_up(max(min(self._high, spike), LEAST)) if self._high > 0 else 10.0
        low = rounded_down(max(min(0.6 * self._low, high / 3), high / 1e5, LEAST))
        self.view.set_values(*((math.log10(low), math.log10(high)) if log else (0.0, high)))

    def _redraw(self) -> None:
        first, last, width = self.view.steps_in_view()
        courses = [self._scaled(ghost.history.course(first, last, width, self.smoothing)) for ghost in self._ghosts]
        for ghost, course in zip(self._ghosts, courses, strict=True):
            ghost.curve.setData(*course)
        self._labels.place(courses)
        self._draw_current()

    def _draw_current(self) -> None:
        first, last, width = self.view.steps_in_view()
        self._raw.setData(*self._scaled(self._history.peaks(first, last, width)))
        if self.smoothing > 1:
            self._smooth.setData(*self._scaled(self._history.course(first, last, width, self.smoothing)))
        self._smooth.setVisible(self.smoothing > 1)

    def _scaled(self, peaks: tuple[Doubles, Doubles]) -> tuple[Doubles, Doubles]:
        steps, values = peaks
        return (steps, logarithms(values, LEAST)) if self.view.value_axis.log else peaks


def readable(cost: float) -> str:
    """Return a cost in nats with two decimals, without any where it is large, three digits where it is tiny or huge."""
    if 1_000 <= abs(cost) < 1e6:
        return figure(cost, ",.0f")
    return figure(cost, ".2f" if 0.1 <= abs(cost) < 1_000 else ".3g")
