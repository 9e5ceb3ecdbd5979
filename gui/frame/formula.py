"""Formulas, set properly: letters in italics, fractions, raised and lowered parts, sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme as look

SMALLER = 0.72  # of a raised or lowered part
RAISED, LOWERED = 0.42, 0.2  # of the size, up and down from the line
GAP = 0.12  # of the size: around the line of a fraction
LINE = 0.06  # of the size: how thick that line is
AXIS = 0.3  # of the size: how high it is
MARGIN = 6  # points
LARGER = 1.35  # of the body's font


class Box(Protocol):
    """A part of a formula; `size` is that of its letters, in points of the screen."""

    def extent(self, size: float) -> tuple[float, float, float]:
        """Return the width, and how far it reaches above and below the line."""

    def paint(self, painter: QPainter, left: float, line: float, size: float) -> None:
        """Paint it from `left` on, standing on `line`."""


@dataclass(frozen=True, slots=True)
class Letters:
    """Text; what names a quantity is italic."""

    text: str
    italic: bool = False

    def extent(self, size: float) -> tuple[float, float, float]:
        """Return the width, and how far it reaches above and below the line."""
        metrics = QFontMetricsF(self._font(size))
        return metrics.horizontalAdvance(self.text), metrics.capHeight() * 1.1, metrics.descent() * 0.8

    def paint(self, painter: QPainter, left: float, line: float, size: float) -> None:
        """Paint it from `left` on, standing on `line`."""
        painter.setFont(self._font(size))
        painter.drawText(QPointF(left, line), self.text)

    def _font(self, size: float) -> QFont:
        font = look.body_font()
        font.setPixelSize(max(1, round(size)))
        font.setItalic(self.italic)
        return font


@dataclass(frozen=True, slots=True)
class Row:
    """Parts beside each other."""

    parts: Sequence[Box]

    def extent(self, size: float) -> tuple[float, float, float]:
        """Return the width, and how far it reaches above and below the line."""
        extents = [part.extent(size) for part in self.parts]
        return sum(w for w, _, _ in extents), max(a for _, a, _ in extents), max(d for _, _, d in extents)

    def paint(self, painter: QPainter, left: float, line: float, size: float) -> None:
        """Paint it from `left` on, standing on `line`."""
        for part in self.parts:
            part.paint(painter, left, line, size)
            left += part.extent(size)[0]


@dataclass(frozen=True, slots=True)
class Script:
    """A part with another lowered or raised behind it, or both."""

    base: Box
    low: Box | None = None
    high: Box | None = None

    def extent(self, size: float) -> tuple[float, float, float]:
        """Return the width, and how far it reaches above and below the line."""
        width, above, below = self.base.extent(size)
        wider = 0.0
        for part, shift in self._parts(size):
            part_width, part_above, part_below = part.extent(size * SMALLER)
            wider = max(wider, part_width)
            above, below = max(above, part_above - shift), max(below, part_below + shift)
        return width + wider, above, below

    def paint(self, painter: QPainter, left: float, line: float, size: float) -> None:
        """Paint it from `left` on, standing on `line`."""
        self.base.paint(painter, left, line, size)
        left += self.base.extent(size)[0]
        for part, shift in self._parts(size):
            part.paint(painter, left, line + shift, size * SMALLER)

    def _parts(self, size: float) -> list[tuple[Box, float]]:
        """The raised and lowered parts, and how far down each stands."""
        both = ((self.low, LOWERED * size), (self.high, -RAISED * size))
        return [(part, shift) for part, shift in both if part is not None]


@dataclass(frozen=True, slots=True)
class Fraction:
    """One part over another."""

    top: Box
    bottom: Box

    def extent(self, size: float) -> tuple[float, float, float]:
        """Return the width, and how far it reaches above and below the line."""
        top, bottom, gap = self.top.extent(size), self.bottom.extent(size), GAP * size
        width = max(top[0], bottom[0]) + 2 * gap
        return width, AXIS * size + gap + top[1] + top[2], bottom[1] + bottom[2] + gap - AXIS * size

    def paint(self, painter: QPainter, left: float, line: float, size: float) -> None:
        """Paint it from `left` on, standing on `line`."""
        width, axis, gap = self.extent(size)[0], line - AXIS * size, GAP * size
        top, bottom = self.top.extent(size), self.bottom.extent(size)
        self.top.paint(painter, left + (width - top[0]) / 2, axis - gap - top[2], size)
        self.bottom.paint(painter, left + (width - bottom[0]) / 2, axis + gap + bottom[1], size)
        painter.setPen(QPen(painter.pen().color(), LINE * size))
        painter.drawLine(QPointF(left, axis), QPointF(left + width, axis))


class Formula(QWidget):
    """Shows a formula, or nothing and takes no room; `words` say it to who does not see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box: Box | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_formula(self, box: Box | None, words: str = "") -> None:
        """Show this formula; None for none."""
        self._box = box
        self.setAccessibleName(words)
        self.setVisible(box is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the formula takes in its largest size."""
        if self._box is None:
            return QSize(0, 0)
        width, above, below = self._box.extent(self._size())
        return QSize(round(width) + 2 * MARGIN, round(above + below) + 2 * MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Return half the width: a formula shrinks where there is no room."""
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the formula, smaller where it would not fit."""
        if self._box is None:
            return
        width, above, below = self._box.extent(self._size())
        shrink = min(1.0, (self.width() - 2 * MARGIN) / width)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(look.current().text))
        line = (self.height() + (above - below) * shrink) / 2
        self._box.paint(painter, MARGIN, line, self._size() * shrink)

    def _size(self) -> float:
        return LARGER * QFontMetricsF(look.body_font()).height()


def letters(text: str) -> Row:
    """Return text whose letters are quantities, and so italic."""
    return Row([Letters(letter, italic=letter.isalpha()) for letter in text])


def _sum(index: str) -> Row:
    return Row([Script(Letters("∑"), low=letters(index)), Letters(" ")])


LOGITS = letters("z = x W + b")
SOFTMAX = Row(
    [
        *(Script(letters("p"), low=letters("i")), Letters(" = ")),
        Fraction(
            Script(letters("e"), high=Script(letters("z"), low=letters("i"))),
            Row([_sum("j"), Script(letters("e"), high=Script(letters("z"), low=letters("j")))]),
        ),
        *(Letters("     "), letters("C"), Letters(" = −"), _sum("i"), Script(letters("y"), low=letters("i"))),
        *(Letters(" log "), Script(letters("p"), low=letters("i"))),
    ]
)
STEP = Row([letters("W ← W − r "), Fraction(letters("∂C"), letters("∂W"))])
