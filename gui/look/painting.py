"""What widgets that paint themselves share: pens, the frame of the keyboard, texts that give way."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.look import theme as look

# absolute: what is painted keeps its places where a language reads from right to left, and so do its texts
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
CENTRED = Qt.AlignmentFlag.AlignCenter


def hairline(colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen one pixel wide at any scale: wider ones are up to 90 times slower on noisy curves."""
    pen = QPen(QColor(colour), 1.0, style)
    pen.setCosmetic(True)
    return pen


def paint_focus(painter: QPainter, widget: QWidget, room: QRect | None = None) -> None:
    """Frame a widget, or another room in it, that the keyboard has come to; the mouse needs no such help."""
    if widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        painter.setPen(QColor(look.current().accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        framed = QRectF(widget.rect() if room is None else room)
        painter.drawRect(framed.adjusted(0.5, 0.5, -0.5, -0.5))  # all of the line is inside, at any scale


def painter_of_numbers(widget: QWidget) -> QPainter:
    """Return a painter that writes from left to right in any language: "−0.5" never becomes "0.5−"."""
    painter = QPainter(widget)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return painter


def fitted_font(share: float = 1.0, *, heavy: bool = False) -> QFont:
    """Return the small font, made smaller to a share where that is below 1, but never too small to read."""
    font = look.small_font()
    font.setPointSizeF(max(look.LEAST, font.pointSizeF() * min(1.0, share)))
    font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    return font


def paint_frame(painter: QPainter, *boxes: QRectF) -> None:
    """Paint a line round boxes, just outside of them."""
    painter.setPen(QPen(QColor(look.current().line), 1))
    painter.drawRects([box.adjusted(-0.5, -0.5, 0.5, 0.5) for box in boxes])


def paint_elided(painter: QPainter, box: QRectF, text: str, flags: Qt.AlignmentFlag = AT_LEFT) -> None:
    """Paint a line of text, cut with an ellipsis where it is wider than its box."""
    short = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, flags, short)
