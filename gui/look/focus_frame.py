"""The frame that says where the keyboard is, for widgets that paint themselves."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from gui.look import theme as look


def paint_focus(painter: QPainter, widget: QWidget, room: QRect | None = None) -> None:
    """Frame a widget, or another room in it, that the keyboard has come to; the mouse needs no such help."""
    if widget.hasFocus() and widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
        painter.setPen(QColor(look.current().accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        framed = QRectF(widget.rect() if room is None else room)
        painter.drawRect(framed.adjusted(0.5, 0.5, -0.5, -0.5))  # all of the line is inside, at any scale
