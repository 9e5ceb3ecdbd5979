"""The dot at one point of a plot: whole at its edges, too, where curves are cut."""

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter
from PySide6.QtWidgets import QGraphicsEllipseItem, QStyleOptionGraphicsItem, QWidget

from gui.look.painting import hairline

SIZE = 8.0  # pixels, across
DEPTH = 12.0  # in front of curves and axes


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
        shown = self._point is not None and self._is_in_view(*self._point)
        self.setVisible(shown)
        if shown and self._point is not None:
            self.setPos(self._plot.mapFromItem(self._box, self._box.mapFromView(QPointF(*self._point))))

    def _is_in_view(self, step: float, value: float) -> bool:
        (left, right), (low, high) = self._box.viewRange()
        return bool(left <= step <= right and low <= value <= high)
