"""What widgets that paint themselves share: a base class, pens, the frame of the keyboard, texts that give way."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme as look
from gui.look.controls import named
from gui.look.parts import Fitted
from gui.look.theme import Theme

# absolute: what is painted keeps its places where a language reads from right to left, and so do its texts
AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
CENTRED = Qt.AlignmentFlag.AlignCenter
Size = tuple[int, int]  # width and height, points


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


def fitted_font(share: float = 1.0, *, heavy: bool = False) -> QFont:
    """Return the small font, made smaller to a share where that is below 1, but never too small to read."""
    font = look.small_font()
    font.setPointSizeF(max(look.LEAST, font.pointSizeF() * min(1.0, share)))
    font.setWeight(QFont.Weight.DemiBold if heavy else QFont.Weight.Normal)
    return font


def font_within(line: QRectF, text: str, *, heavy: bool = False) -> QFont:
    """Return the largest of these in which a text fits its line; hinted widths do not follow the size evenly."""
    most = min(1.0, line.height() / QFontMetricsF(fitted_font(heavy=heavy)).height())
    for share in range(20, 0, -1):
        font = fitted_font(most * share / 20, heavy=heavy)
        if QFontMetricsF(font).horizontalAdvance(text) <= line.width():
            break
    return font


def paint_frame(painter: QPainter, *boxes: QRectF) -> None:
    """Paint a line round boxes, just outside of them."""
    painter.setPen(QPen(QColor(look.current().line), 1))
    painter.drawRects([box.adjusted(-0.5, -0.5, 0.5, 0.5) for box in boxes])


def paint_text(
    painter: QPainter,
    box: QRectF,
    text: str,
    colour: str,
    flags: Qt.AlignmentFlag = AT_LEFT,
    font: QFont | None = None,
) -> None:
    """Paint a line of text in a colour "#rrggbb", cut with an ellipsis where it is wider than its box."""
    if font is not None:
        painter.setFont(font)
    painter.setPen(QColor(colour))
    short = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, flags, short)


class Painted(Fitted):
    """What all of them have in common; what is shown, and `paintEvent`, are each widget's own."""

    def __init__(self, name: str = "", *, usual: Size, least: Size, has_keys: bool = False) -> None:
        """Take its name in the table, the size it asks for, the least it can be read at, and whether it takes keys."""
        super().__init__(minimumSize=QSize(*least))
        if name:
            named(self, name)
        self._usual = QSize(*usual)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if has_keys:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def theme(self) -> Theme:
        """The colours to paint in."""
        return look.current()

    def sizeHint(self) -> QSize:
        """Return the size at which all can be read easily."""
        return self._usual

    def painter(self) -> QPainter:
        """Return a painter that writes from left to right in any language: "−0.5" never becomes "0.5−"."""
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return painter


def describe(widget: QWidget, text: str) -> None:
    """Say what a widget shows to who does not see it; a text that stays the same is not read out again."""
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)
