"""Runs drawn beside the current one: a curve for each, and what stands at its end."""

from collections.abc import Sequence
from typing import Generic, TypeVar

import pyqtgraph as pg

from core.arrays import Doubles
from gui.look import theme as look
from gui.plots.curve_labels import CurveLabels, pen_of, tags_of
from gui.plots.plot_view import PlotView

EARLIER = 20  # runs drawn beside the current one, at most
BEHIND, BEFORE = 2, 12  # the current run's curves, which would hide its own colour where it is one of those compared

Run = TypeVar("Run")
Course = tuple[Doubles, Doubles]  # steps and values, as plotted


class EarlierCurves(Generic[Run]):
    """The newest of some runs, oldest first; grey, or in colours and then numbered, too."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._labels = CurveLabels(view)
        self._curves: list[pg.PlotCurveItem] = []
        self._courses: Sequence[Course] = ()
        self.runs: tuple[Run, ...] = ()

    def show(self, runs: Sequence[Run], titles: Sequence[str], colours: Sequence[str] = ()) -> None:
        """Show these runs in place of those before; `draw` gives them their courses.

        colours : "#rrggbb" for each, or none
        """
        for curve in self._curves:
            self._view.removeItem(curve)
        self.runs = tuple(runs[-EARLIER:])
        depth = BEFORE if colours else BEHIND
        self._curves, self._courses = [self._view.curve(depth, smooth=True) for _run in self.runs], ()
        self._labels.set_tags(tags_of(titles[-EARLIER:], colours[-EARLIER:]))
        self._colour_curves()

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
        self._colour_curves()
        self._labels.dress()

    def _colour_curves(self) -> None:
        for curve, tag in zip(self._curves, self._labels.tags, strict=True):
            curve.setPen(pen_of(tag, look.current().ghost))
