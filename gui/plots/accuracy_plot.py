"""The accuracy on images that the network does not train on: its course, the best point, earlier runs, the story."""

from collections.abc import Sequence

import numpy as np

from core.arrays import Doubles
from core.exporting.tables import Table
from core.training.stopping import best_point
from core.words import say
from gui.look import controls, parts, theme as look
from gui.look.figures import percent
from gui.look.painting import hairline
from gui.plots.plot_view import PlotView
from gui.plots.run_plot import RunPlot
from gui.plots.step_marks import PointMark
from gui.state.shown_run import RunCurves

FLOORS = (0.0, 50.0, 80.0, 90.0)  # percent, where the upright axis may begin
ROOM = 1.0  # percent, below the lowest point
SETTLED = 4  # the first quarter of the points, the steep beginning, may lie below the axis
FEWEST = 20  # points, before any of them may


class AccuracyPlot(RunPlot):
    """The panel "Accuracy"."""

    names_curves = False  # their titles stand at the curves of the costs

    def __init__(self, images: int = 5_000) -> None:
        super().__init__("accuracy_plot", say("Accuracy"), "", PlotView(" %"))
        self._test: tuple[float, int] | None = None
        self._line = self.view.curve(11, smooth=True)
        self.best_mark = PointMark(self.view.getPlotItem())
        self.view.set_values(0.0, 100.0)
        self.view.hovered.connect(self.set_hover)
        self.view.steps_shown.connect(self.place_labels)
        self.set_image_count(images)
        self.sentence = controls.named(parts.caption(small=True, wraps=True), "stopping")
        self.sentence.setMinimumHeight(self.sentence.fontMetrics().height() + 4)
        self.add_below(self.sentence)
        self.dress()
        self._tell()

    def to_table(self) -> Table:
        """Return the points of all runs shown: title, step, accuracy 0.0 .. 1.0 on the validation images."""
        runs = [run for run in (*self.earlier, self.run) if run.steps]
        titles = [run.title for run in runs for _ in run.steps]
        columns = [step for run in runs for step in run.steps], [value for run in runs for value in run.values]
        return Table(("run", "step", "validation_accuracy"), (titles, *columns))

    def start(self, run: RunCurves, total: int) -> None:
        """Begin a run, or go on with one, and say nothing of the one before."""
        self.sentence.setText("")
        super().start(run, total)

    def add(self, points: Sequence[tuple[int, float]]) -> None:
        """Draw points, step and accuracy 0..1, behind those before."""
        self.run.steps.extend(step for step, _share in points)
        self.run.values.extend(share for _step, share in points)
        if points:
            self._draw_current()

    def extend_total(self, total: int) -> None:
        """Go on with the current run up to step `total`; what it read of the test images is no longer known."""
        self._test = None
        super().extend_total(total)

    def set_image_count(self, images: int) -> None:
        """Say on how many images the accuracy is measured."""
        self.set_explanation(say("on {images:,} images it does not train on", images=images))

    def set_test_accuracy(self, value: float | None, images: int = 10_000) -> None:
        """Show the accuracy, 0..1, on so many test images; None takes it away."""
        self._test = None if value is None else (value, images)
        self._tell()

    def set_hover(self, step: int | None) -> None:
        """Show the validation point nearest to a step, or nothing for None."""
        if step is None or not self.run.steps:
            return self.view.show_reading(None)
        nearest = int(np.abs(np.array(self.run.steps) - step).argmin())
        at, value = self.run.steps[nearest], self.run.values[nearest]
        return self.view.show_reading(at, say("step {at:,}   {share}", at=at, share=percent(value)), at_top=value < 0.5)

    def dress(self) -> None:
        """Take colours and fonts."""
        super().dress()
        theme = look.current()
        self._line.setPen(hairline(theme.accent))
        self.best_mark.set_colours(theme.warm, theme.panel)

    def draw(self) -> None:
        """Draw the points of all runs anew."""
        self._draw_current()
        self.draw_earlier([_plotted(run) for run in self.earlier])

    def _draw_current(self) -> None:
        # the upright axis begins as high as all runs allow, in jumps: between 92 and 96 % much happens
        runs = [self.run, *self.earlier]
        lowest = 100 * min((_lowest(run.values) for run in runs if run.values), default=0.0)
        before = self.view.view_box.viewRange()[1][0]
        floor = max(low for low in FLOORS if low <= max(lowest - ROOM, 0.0))
        self.view.set_values(floor, 100.0)
        if floor != before:
            self.place_labels()
        self._line.setData(*_plotted(self.run))
        best = best_point(self.run.steps, self.run.values)
        self.best_mark.show_at(None if best is None else (best[0], 100 * best[1]))
        self._tell()

    def _tell(self) -> None:
        self.show_hint_if_blank(say("Press Train to see how many it reads right."))
        best = best_point(self.run.steps, self.run.values)
        notes = [] if best is None else [say("best at step {best:,}", best=best[0])]
        if self._test is not None:
            notes.insert(0, say("test {share} of {test:,}", share=percent(self._test[0]), test=self._test[1]))
        self.set_reading("   ".join(notes), percent(self.run.values[-1]) if self.run.values else "")


def _lowest(values: list[float]) -> float:
    """Return the lowest accuracy that is to be seen of a run: of one that has just begun, or ended at once, any."""
    return min(values[len(values) // SETTLED :] if len(values) >= FEWEST else values)


def _plotted(run: RunCurves) -> tuple[Doubles, Doubles]:
    return np.array(run.steps, np.float64), 100 * np.array(run.values, np.float64)
