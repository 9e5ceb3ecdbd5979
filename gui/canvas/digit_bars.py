"""The bars: how much of its belief the network gives to each of ten digits, in one hand-painted widget."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.words import say
from gui.look import theme as look
from gui.look.figures import percent
from gui.look.painted_text import AT_RIGHT, paint_elided
from gui.look.theme import Theme

DIGITS = tuple("0123456789")
GAP = 8.0  # points between name, bar and percent
THICKEST = 13.0  # points, a bar
LEAST_ROW, USUAL_ROW = 14, 25  # points


class DigitBars(QWidget):
    """Ten bars, the largest in the accent colour and bold."""

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = DIGITS
        self._probabilities: NDArray[np.floating] | None = None
        self.setObjectName("bars")
        self.setAccessibleName(say("Probabilities"))
        self.setToolTip(say("Ten probabilities that add up to 100 %: the digit with the longest bar is what it reads."))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, LEAST_ROW * len(DIGITS))
        self._describe()

    def sizeHint(self) -> QSize:
        """Return the size that a 1280 x 800 window gives."""
        return QSize(400, USUAL_ROW * len(self._names))

    def set_probabilities(self, probabilities: NDArray[np.floating] | None, names: tuple[str, ...] = DIGITS) -> None:
        """Show probabilities (10,), 0.0 .. 1.0, of the classes named; None where nothing is drawn."""
        self._probabilities = None if probabilities is None else np.array(probabilities, dtype=np.float64)
        self._names = names
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a row for each class."""
        painter = QPainter(self)
        plain, bold = self._fonts()
        metrics = QFontMetricsF(bold)
        name_width = max(metrics.horizontalAdvance(name) for name in self._names)
        name_width = min(max(name_width, metrics.horizontalAdvance("00")), self.width() * 0.4)
        percent_width = metrics.horizontalAdvance(percent(1.0))
        best = -1 if self._probabilities is None else int(self._probabilities.argmax())
        height = self.height() / len(self._names)
        for number in range(len(self._names)):
            painter.setFont(bold if number == best else plain)
            row = QRectF(0, number * height, self.width(), height)
            self._paint_row(painter, row, number, number == best, (name_width, percent_width))

    def _fonts(self) -> tuple[QFont, QFont]:
        plain = look.body_font()
        room = self.height() / len(self._names)
        if QFontMetricsF(plain).height() > room:
            plain = look.small_font()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        return plain, bold

    def _paint_row(
        self, painter: QPainter, row: QRectF, number: int, is_best: bool, widths: tuple[float, float]
    ) -> None:
        name_width, percent_width = widths
        painter.setPen(QColor(self._theme.text if is_best else self._theme.dim))
        paint_elided(painter, QRectF(row.left(), row.top(), name_width, row.height()), self._names[number], AT_RIGHT)
        bar = self._bar(row, name_width, percent_width)
        painter.fillRect(bar, QColor(self._theme.background))
        if self._probabilities is not None:
            painter.drawText(row, AT_RIGHT, percent(self._probabilities[number]))
            bar.setWidth(bar.width() * min(1.0, max(0.0, float(self._probabilities[number]))))
            painter.fillRect(bar, QColor(self._theme.accent if is_best else self._theme.ghost))
        bar.setWidth(1)
        painter.fillRect(bar, QColor(self._theme.accent if is_best else self._theme.ghost))

    def _bar(self, row: QRectF, name_width: float, percent_width: float) -> QRectF:
        """Return the place of a full bar, on whole pixels so that its edges are sharp."""
        thickness = round(min(THICKEST, row.height() * 0.6))
        top = round(row.center().y() - thickness / 2)
        left = round(name_width + GAP)
        return QRectF(left, top, max(1.0, row.width() - left - round(percent_width + GAP)), thickness)

    def _describe(self) -> None:
        text = say("nothing to read")
        if self._probabilities is not None:
            best = int(self._probabilities.argmax())
            text = say(
                "reads {names}, {probabilities:.0f} percent",
                names=self._names[best],
                probabilities=self._probabilities[best] * 100,
            )
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
