"""Texts that widgets paint by hand: where they stand in their box, and how they give way."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

# absolute: what is painted keeps its places where a language reads from right to left, and so do its texts
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
CENTRED = Qt.AlignmentFlag.AlignCenter


def painter_of_numbers(widget: QWidget) -> QPainter:
    """Return a painter that writes from left to right in any language: "−0.5" never becomes "0.5−"."""
    painter = QPainter(widget)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painter


def paint_elided(painter: QPainter, box: QRectF, text: str, flags: Qt.AlignmentFlag = AT_LEFT) -> None:
    """Paint a line of text, cut with an ellipsis where it is wider than its box."""
    short = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, flags, short)
