"""The ten logits and the probabilities that softmax makes of them, one row a digit."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.digits.dataset import CLASSES, DIGITS
from core.model.softmax import softmax
from core.words import say
from gui.look import theme as look
from gui.look.figures import percent, signed
from gui.look.painting import AT_RIGHT, paint_elided, paint_focus, painter_of_numbers
from gui.look.theme import Theme

TALLEST_ROW = 24.0  # points


class LogitRows(QWidget):
    """Bars from zero, blue to the right and orange to the left; a click on a row reports its digit."""

    digit_chosen = Signal(int)

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None, what: str = "") -> None:
        """Take what the numbers are where they are not logits, and have no probabilities."""
        super().__init__(parent)
        self._theme, self._what = theme, what
        self._logits: NDArray[np.floating] | None = None
        self._names = DIGITS
        self._chosen = 0
        self.setAccessibleName(say("Logits and probabilities"))
        self.setToolTip(
            say(
                "Softmax turns logits into probabilities: e to the power of each, divided by the sum of all ten.\n"
                "A logit that is 2.3 higher is ten times as probable. Click a row to explain that digit."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(170, 96)
        self.setMaximumHeight(round(TALLEST_ROW * (CLASSES + 1)))

    def sizeHint(self) -> QSize:
        """Return the size at which rows are easily read."""
        return QSize(230, 11 * 18)

    def set_logits(self, logits: NDArray[np.floating] | None, chosen: int, names: tuple[str, ...] = DIGITS) -> None:
        """Show logits (10,), and which digit is being explained; None shows nothing."""
        self._logits, self._chosen, self._names = logits, chosen, names
        self._describe()
        self.update()

    def row(self, digit: int) -> QRectF:
        """Return where a digit's row is; -1 is the heading."""
        height = min(TALLEST_ROW, self.height() / (CLASSES + 1))
        return QRectF(0, (digit + 1) * height, self.width(), height)

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit under the pointer."""
        for digit in range(CLASSES):
            if self.row(digit).contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
                self.digit_chosen.emit(digit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from digit to digit."""
        moves: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        move = moves.get(event.key())
        if move is None:
            super().keyPressEvent(event)
        else:
            self.digit_chosen.emit(min(max(self._chosen + move, 0), CLASSES - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heading and a row a digit."""
        painter = painter_of_numbers(self)
        paint_focus(painter, self)
        if self._logits is None:
            return
        font = look.small_font()
        metrics = QFontMetricsF(font)
        font.setPointSizeF(max(6.0, font.pointSizeF() * min(1.0, self.row(0).height() / metrics.height())))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        name = min(max(metrics.horizontalAdvance(name) for name in self._names) + 10, self.width() * 0.3)
        columns = (name, metrics.horizontalAdvance("+100.00") + 6, metrics.horizontalAdvance("100.0 %") + 10)
        columns = (*columns[:2], 0.0) if self._what else columns
        self._paint_heading(painter, columns)
        shares = softmax(np.nan_to_num(self._logits))
        for digit in range(CLASSES):
            self._paint_row(painter, digit, float(shares[digit]), columns)

    def _paint_heading(self, painter: QPainter, columns: tuple[float, float, float]) -> None:
        painter.setPen(QColor(self._theme.dim))
        row = self.row(-1)
        painter.drawText(
            QRectF(0, row.top(), columns[0] + columns[1], row.height()), AT_RIGHT, self._what or say("logit")
        )
        if not self._what:
            painter.drawText(row, AT_RIGHT, say("softmax"))

    def _paint_row(self, painter: QPainter, digit: int, share: float, columns: tuple[float, float, float]) -> None:
        assert self._logits is not None
        row, value, is_chosen = self.row(digit), float(self._logits[digit]), digit == self._chosen
        if is_chosen:
            painter.fillRect(row, QColor(look.mix(self._theme.panel, self._theme.accent, 0.12)))
        font = painter.font()
        font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text if is_chosen else self._theme.dim))
        name, figure, _ = columns
        paint_elided(painter, QRectF(4, row.top(), name - 4, row.height()), self._names[digit])
        painter.drawText(QRectF(name, row.top(), figure, row.height()), AT_RIGHT, signed(value))
        if not self._what:
            painter.drawText(row.adjusted(0, 0, -4, 0), AT_RIGHT, percent(share))
        self._paint_bar(
            painter, QRectF(name + figure + 8, row.top(), self.width() - sum(columns) - 16, row.height()), value
        )

    def _paint_bar(self, painter: QPainter, room: QRectF, value: float) -> None:
        """Paint a bar from zero; all ten share one scale."""
        assert self._logits is not None
        finite = self._logits[np.isfinite(self._logits)]
        lowest, highest = min(0.0, float(finite.min(initial=0))), max(0.0, float(finite.max(initial=0)))
        if room.width() < 12 or highest == lowest or not np.isfinite(value):
            return
        scale = room.width() / (highest - lowest)
        zero = round(room.left() - lowest * scale)
        thickness = max(3.0, round(room.height() * 0.45))
        bar = QRectF(zero, round(room.center().y() - thickness / 2), value * scale, thickness).normalized()
        painter.fillRect(bar, QColor(self._theme.accent if value > 0 else self._theme.warm))
        painter.fillRect(QRectF(zero, room.top(), 1, room.height()), QColor(self._theme.line))

    def _describe(self) -> None:
        text = say("nothing to explain")
        if self._logits is not None:
            value, name = signed(float(self._logits[self._chosen])), self._names[self._chosen]
            logit = say("{names}: logit {signed}", names=name, signed=value)
            text = f"{name}: {self._what} {value}" if self._what else logit
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
