"""What the plots of cost and accuracy share: the run at hand, and those drawn behind it."""

from abc import abstractmethod
from collections.abc import Sequence

import pyqtgraph as pg

from gui.plots.curve_labels import Course, CurveLabels, Tag
from gui.plots.plot_frame import PlotFrame
from gui.plots.plot_view import PlotView
from gui.state.shown_run import RunCurves

EARLIER = 20  # runs drawn beside the current one, at most
BEHIND, BEFORE = 2, 12  # the current run's curves, which would hide its own colour where it is one of those compared


class RunPlot(PlotFrame):
    """A panel with a curve of the run at hand; state comes in by its methods, nothing but the hovered step goes out."""

    names_curves = True  # at their ends

    def __init__(self, name: str, title: str, explanation: str, view: PlotView) -> None:
        super().__init__(name, title, explanation, view)
        self.run = RunCurves()  # held by the caller, too, who brings it back through `start`
        self._finished = False  # whether the run is at its end
        self.earlier: list[RunCurves] = []  # drawn behind, oldest first
        self._labels = CurveLabels(view)  # of those
        self._curves: list[pg.PlotCurveItem] = []
        self._courses: Sequence[Course] = ()

    def start(self, run: RunCurves, total: int) -> None:
        """Begin a run of `total` steps, or go on with one; a finished run moves to the earlier ones."""
        if self._finished and self.run.is_begun:
            self._keep([*self.earlier, self.run])
        if run in self.earlier:  # its reset was undone
            self._keep([earlier for earlier in self.earlier if earlier is not run])
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
        self.draw()  # the last steps too, which may be less than a pixel

    def reset(self) -> None:
        """Forget the current run; if it was finished, it moves to the earlier ones."""
        self.start(RunCurves(), self.view.total)

    def show_earlier(self, runs: Sequence[RunCurves], colours: Sequence[str] = ()) -> None:
        """Draw these runs behind the current one: numbered in colours "#rrggbb", others, oldest first, in grey."""
        for curve in self._curves:
            self.view.removeItem(curve)
        grey = runs[len(colours) :]
        self.earlier = [*runs[: len(colours)], *grey[max(0, len(runs) - EARLIER) :]]
        names = [run.title if self.names_curves else "" for run in self.earlier]
        numbered = [Tag(names[place], place + 1, colour) for place, colour in enumerate(colours)]
        self._labels.set_tags([*numbered, *map(Tag, names[len(colours) :])])
        self._curves = [self.view.curve(BEFORE if tag.number else BEHIND, smooth=True) for tag in self._labels.tags]
        self._colour_earlier()
        self.draw()

    def draw_earlier(self, courses: Sequence[Course]) -> None:
        """Draw a course for each of the runs behind."""
        self._courses = courses
        for curve, course in zip(self._curves, courses, strict=True):
            curve.setData(*course)
        self.place_labels()

    def place_labels(self) -> None:
        """Put the labels to the curves behind in what is shown of them now."""
        if len(self._courses) == len(self._curves):  # else other runs have come, which are about to be drawn
            self._labels.place(self._courses)

    def dress(self) -> None:
        """Take colours and fonts."""
        super().dress()
        self._labels.dress()
        self._colour_earlier()

    def show_hint_if_blank(self, text: str) -> None:
        """Say what to do while there is no run at all."""
        self.set_hint("" if self.run.is_begun or self.run.title or self.earlier else text)

    def _keep(self, runs: Sequence[RunCurves]) -> None:
        """Draw other runs behind, of which those that are compared are the same, in their colours."""
        self.show_earlier(runs, [tag.colour for tag in self._labels.tags if tag.number])

    def _colour_earlier(self) -> None:
        for curve, tag in zip(self._curves, self._labels.tags, strict=True):
            curve.setPen(tag.pen)

    @abstractmethod
    def draw(self) -> None:
        """Draw the curves of all runs anew, in ranges that hold them."""
