"""Upright lines in a plot that say at which steps something was changed while a run went on."""

import pyqtgraph as pg
from PySide6.QtCore import Qt

from gui.look import theme as look
from gui.look.painting import hairline

NEAR = 0.01  # of the steps; a mark so close to the last one of its kind takes its place
HIGHEST, LOWER, ROWS = 0.94, 0.11, 3  # of the plot's height; neighbouring marks are labelled at different heights


class StepMarks:
    """The marks of one plot, in the order they were made."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._marks: list[tuple[str, pg.InfiniteLine]] = []

    def add(self, step: int, text: str, kind: str, total: int) -> None:
        """Mark a step of `total` with a text; the last mark takes it over if it is of that kind, and near."""
        if self._marks:
            last_kind, line = self._marks[-1]
            if last_kind == kind and step - line.value() < NEAR * total:
                line.label.setFormat(text)
                return
        height = HIGHEST - LOWER * (len(self._marks) % ROWS)
        options = {"position": height, "anchors": [(0, 0.5), (0, 0.5)]}
        line = pg.InfiniteLine(step, angle=90, movable=False, label=text, labelOpts=options)
        line.setZValue(1)
        self._dress(line)
        self._marks.append((kind, line))
        self._plot.addItem(line, ignoreBounds=True)

    def shown(self) -> list[tuple[int, str]]:
        """Return step and text of each mark."""
        return [(round(line.value()), line.label.format) for _kind, line in self._marks]

    def clear(self) -> None:
        """Take all marks away."""
        for _kind, line in self._marks:
            self._plot.removeItem(line)
        self._marks.clear()

    def dress(self) -> None:
        """Take colours and fonts."""
        for _kind, line in self._marks:
            self._dress(line)

    def _dress(self, line: pg.InfiniteLine) -> None:
        line.setPen(hairline(look.current().ghost, Qt.PenStyle.DotLine))
        line.label.setColor(look.current().dim)
        line.label.setFont(look.small_font())
