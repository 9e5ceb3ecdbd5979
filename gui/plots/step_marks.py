"""Marks in a plot: upright lines at steps where something was changed, and a dot at one point."""

import math

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QGraphicsEllipseItem, QStyleOptionGraphicsItem, QWidget

from gui.look import theme as look
from gui.look.painting import hairline

NEAR = 0.01  # of the steps; a mark so close to the last one of its kind takes its place
SIZE = 8.0  # pixels, across
DEPTH = 12.0  # in front of curves and axes


class StepMarks:
    """The marks of one plot, in the order they were made."""

    def __init__(self, plot: pg.PlotItem) -> None:
        self._plot = plot
        self._marks: list[tuple[str, pg.InfiniteLine]] = []
        box = plot.getViewBox()
        for changed in (box.sigXRangeChanged, box.sigResized):
            changed.connect(self._part_labels)

    def add(self, step: int, text: str, kind: str) -> None:
        """Mark a step with a text, as "rate 0.5"; the last mark takes it over if it is of that kind, and near."""
        if self._marks:
            last_kind, line = self._marks[-1]
            if last_kind == kind and step - line.value() < NEAR * self._plot.getViewBox().total:
                line.label.setFormat(text)
                self._part_labels()
                return
        options = {"anchors": [(0, 0.5), (0, 0.5)]}
        line = pg.InfiniteLine(step, angle=90, movable=False, label=text, labelOpts=options)
        line.setZValue(DEPTH)
        self._marks.append((kind, line))
        self._plot.addItem(line, ignoreBounds=True)
        self.dress()

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
            line.setPen(hairline(look.current().ghost, Qt.PenStyle.DotLine))
            line.label.setColor(look.current().dim)
            line.label.setFont(look.small_font())
            line.label.fill = pg.mkBrush(look.current().panel)
        self._part_labels()

    def _part_labels(self) -> None:
        """Put each label as high as the ones before leave it room, in rows from the top."""
        box, ends = self._plot.getViewBox(), list[float]()  # pixels, of each row
        left, right = box.viewRange()[0]
        for _kind, line in self._marks:
            size = line.label.textItem.boundingRect().size()
            start = (line.value() - left) * box.width() / max(1e-9, right - left)
            row = next((row for row, end in enumerate(ends) if end <= start), len(ends))
            if row == len(ends) and (row + 1) * size.height() <= max(box.height(), size.height()):
                ends.append(start)
            row = min(row, len(ends) - 1)
            ends[row] = start + size.width()
            line.label.setPosition(1 - (row + 0.5) * size.height() / max(1.0, box.height()))


class PointMark(QGraphicsEllipseItem):
    """A dot that stands beside the plot's box, not in it, and follows the ranges that are shown."""

    def __init__(self, plot: pg.PlotItem) -> None:
        super().__init__(QRectF(-SIZE / 2, -SIZE / 2, SIZE, SIZE), plot)
        self._plot: pg.PlotItem = plot
        self._box: pg.ViewBox = plot.getViewBox()
        self._point: tuple[float, float] | None = None
        self.setZValue(DEPTH)
        self.hide()
        for changed in (self._box.sigXRangeChanged, self._box.sigYRangeChanged, self._box.geometryChanged):
            changed.connect(self._follow)

    def show_at(self, point: tuple[float, float] | None) -> None:
        """Mark a step and a value as plotted; None marks nothing."""
        self._point = point
        self._follow()

    def set_colours(self, fill: str, edge: str) -> None:
        """Take colours, each "#rrggbb"."""
        self.setBrush(QBrush(QColor(fill)))
        self.setPen(hairline(edge))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Paint it with soft edges."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        super().paint(painter, option, widget)

    def _follow(self, *_changed: object) -> None:
        (left, right), (low, high) = self._box.viewRange()
        step, value = self._point or (math.nan, math.nan)
        self.setVisible(bool(left <= step <= right and low <= value <= high))
        if self.isVisible():
            self.setPos(self._plot.mapFromItem(self._box, self._box.mapFromView(QPointF(step, value))))
