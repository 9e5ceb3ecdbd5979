"""The line beneath the weights: what blue and orange mean, and the weights at either end of their scale."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from core.words import figure, mark, said
from gui.look.painting import AT_LEFT, AT_RIGHT
from gui.look.pixels import image_of, weight_shades
from gui.look.theme import Theme

WIDTH, HEIGHT = 120, 8  # pixels
GAP = 6  # pixels, between the bar and the numbers at its ends
CAPTION = mark("blue speaks for the digit, orange against")


def paint_colour_bar(painter: QPainter, line: QRectF, scale: float, theme: Theme) -> None:
    """Paint at the right of a line the bar from -scale to +scale, and at the left, if there is room, its meaning."""
    limit, metrics = figure(scale, ".3g"), painter.fontMetrics()
    painter.setPen(QColor(theme.dim))
    painter.drawText(line, AT_RIGHT, f"+{limit}")
    beside = metrics.horizontalAdvance(f"+{limit}") + GAP
    place = QRectF(line.right() - beside - WIDTH, line.center().y() - HEIGHT / 2, WIDTH, HEIGHT)
    painter.drawImage(place, image_of(weight_shades(theme)[None, :]))  # one pixel high
    before = QRectF(line.x(), line.y(), place.x() - GAP - line.x(), line.height())
    painter.drawText(before, AT_RIGHT, f"−{limit}")
    if metrics.horizontalAdvance(said(CAPTION)) + beside < before.width():
        painter.drawText(before, AT_LEFT, said(CAPTION))
