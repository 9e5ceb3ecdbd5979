"""What the plots of cost and accuracy share: the run at hand, and those drawn behind it."""

from abc import abstractmethod
from collections.abc import Sequence

import pyqtgraph as pg

from core.arrays import Doubles
from gui.look import theme as look
from gui.plots.curve_labels import CurveLabels, pen_of, tags_of
from gui.plots.plot_frame import PlotFrame
from gui.plots.plot_view import PlotView
from gui.state.run_curves import RunCurves

EARLIER = 20  # runs drawn beside the current one, at most
BEHIND, BEFORE = 2, 12  # the current run's curves, which would hide its own colour where it is one of those compared

Course = tuple[Doubles, Doubles]  # steps and values, as plotted


class EarlierCurves:
    """The newest of some runs, oldest first; grey, or in colours and then numbered, too."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._labels = CurveLabels(view)
        self._curves: list[pg.PlotCurveItem] = []
        self._courses: Sequence[Course] = ()
        self.runs: tuple[RunCurves, ...] = ()

    def show(self, runs: Sequence[RunCurves], titles: Sequence[str], colours: Sequence[str] = ()) -> None:
        """Show these runs, in colours "#rrggbb" or grey, in place of those before; `draw` gives them their courses."""
        for curve in self._curves:
            self._view.removeItem(curve)
        self.runs = tuple(runs[-EARLIER:])
        depth = BEFORE if colours else BEHIND
        self._curves, self._courses = [self._view.curve(depth, smooth=True) for _run in self.runs], ()
        self._labels.set_tags(tags_of(titles[-EARLIER:], colours[-EARLIER:]))
        self.dress()

    def draw(self, courses: Sequence[Course]) -> None:
        """Draw a course for each run."""
        self._courses = courses
        for curve, course in zip(self._curves, courses, strict=True):
            curve.setData(*course)
        self.place_labels()

    def place_labels(self) -> None:
        """Put the labels to their curves in what is shown of them now."""
        self._labels.place(self._courses)

    def dress(self) -> None:
        """Take colours and fonts."""
        self._labels.dress()
        for curve, tag in zip(self._curves, self._labels.tags, strict=True):
            curve.setPen(pen_of(tag, look.current().ghost))


class RunPlot(PlotFrame):
    """A panel with a curve of the run at hand; state comes in by its methods, nothing but the hovered step goes out."""

    names_curves = True  # at their ends

    def __init__(self, name: str, title: str, explanation: str, view: PlotView) -> None:
        super().__init__(name, title, explanation, view)
        self.run = RunCurves()  # held by the caller, too, who brings it back through `start`
        self._finished = False  # whether the run is at its end
        self._earlier = EarlierCurves(view)

    @property
    def earlier(self) -> list[RunCurves]:
        """The runs drawn behind, oldest first."""
        return list(self._earlier.runs)

    def start(self, run: RunCurves, total: int) -> None:
        """Begin a run of `total` steps, or go on with one; a finished run moves to the earlier ones."""
        if self._finished and self.run.is_begun:
            self.show_earlier([*self.earlier, self.run])
        if run in self.earlier:  # its reset was undone
            self.show_earlier([earlier for earlier in self.earlier if earlier is not run])
        self.run = run
        self.extend_total(total)

    def extend_total(self, total: int) -> None:
        """Go on with the current run up to step `total`."""
        self._finished = False
        self.view.set_total(total)
        self.draw()

    def finish(self) -> None:
        """Note that the run is done: it moves to the earlier ones when the next starts."""
        self._finished = True

    def reset(self) -> None:
        """Forget the current run; if it was finished, it moves to the earlier ones."""
        self.start(RunCurves(), self.view.total)

    def show_earlier(self, runs: Sequence[RunCurves], colours: Sequence[str] = ()) -> None:
        """Draw these runs, oldest first, behind the current one: numbered and in colours "#rrggbb", or in grey."""
        self._earlier.show(runs, [run.title if self.names_curves else "" for run in runs], colours)
        self.draw()

    def dress(self) -> None:
        """Take colours and fonts."""
        super().dress()
        self._earlier.dress()

    def show_hint_if_blank(self, text: str) -> None:
        """Say what to do while there is no run at all."""
        self.set_hint("" if self.run.is_begun or self.run.title or self._earlier.runs else text)

    @abstractmethod
    def draw(self) -> None:
        """Draw the curves of all runs anew, in ranges that hold them."""
