"""How many images of each class there are, as ten bars."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.digits.dataset import CLASSES, DIGITS
from core.words import figure, say
from gui.look import theme as look
from gui.look.painting import AT_RIGHT, paint_elided, paint_focus, painter_of_numbers
from gui.look.theme import Theme

TALLEST_ROW = 22.0  # points
ALL = -1


class ClassCounts(QWidget):
    """A row a class; `class_chosen` reports the one clicked, or -1 where it was chosen already."""

    class_chosen = Signal(int)

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: NDArray[np.int64] = np.zeros(CLASSES, np.int64)
        self._names = DIGITS
        self._chosen = ALL
        self.setAccessibleName(say("Images of each class"))
        self.setToolTip(say("How many images of each class there are; click one to see only these."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 80)
        self.setMaximumHeight(round(TALLEST_ROW * CLASSES))

    def sizeHint(self) -> QSize:
        """Return the size at which counts are easily read."""
        return QSize(180, 160)

    def set_counts(self, counts: NDArray[np.int64], names: tuple[str, ...] = DIGITS) -> None:
        """Show counts (10,) of the classes named."""
        self._counts, self._names = counts, names
        told = ", ".join(f"{name}: {figure(count, ',')}" for name, count in zip(names, counts, strict=True))
        self.setAccessibleDescription(told)
        self.update()

    def set_chosen(self, number: int) -> None:
        """Mark a class; -1 marks none."""
        self._chosen = number
        self.update()

    def row(self, number: int) -> QRectF:
        """Return where a class's row is."""
        height = min(TALLEST_ROW, self.height() / CLASSES)
        return QRectF(0, number * height, self.width(), height)

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the class under the pointer, or, where it was chosen, all."""
        number = int(event.position().y() // self.row(0).height())
        if event.button() == Qt.MouseButton.LeftButton and 0 <= number < CLASSES:
            self.class_chosen.emit(ALL if number == self._chosen else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from class to class, from all to the first."""
        moves: dict[int, int] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        move = moves.get(event.key())
        if move is None:
            super().keyPressEvent(event)
        else:
            self.class_chosen.emit(min(max(self._chosen + move, ALL), CLASSES - 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and count of each class."""
        painter = painter_of_numbers(self)
        font = look.small_font()
        share = min(1.0, self.row(0).height() / QFontMetricsF(font).height())
        font.setPointSizeF(max(6.0, font.pointSizeF() * share))
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        name = min(max(metrics.horizontalAdvance(text) for text in self._names), self.width() * 0.4)
        count = metrics.horizontalAdvance(figure(55_000, ","))
        for number in range(CLASSES):
            self._paint_row(painter, number, name, count)
        paint_focus(painter, self)

    def _paint_row(self, painter: QPainter, number: int, name: float, count: float) -> None:
        row, is_chosen = self.row(number), number == self._chosen
        painter.setPen(QColor(self._theme.text if is_chosen else self._theme.dim))
        paint_elided(painter, QRectF(row.left(), row.top(), name, row.height()), self._names[number])
        painter.drawText(row, AT_RIGHT, figure(self._counts[number], ","))
        room = row.width() - name - count - 16
        thickness = max(3.0, round(row.height() * 0.45))
        length = max(1.0, room * int(self._counts[number]) / max(int(self._counts.max()), 1))
        bar = QRectF(round(name + 8), round(row.center().y() - thickness / 2), length, thickness)
        painter.fillRect(bar, QColor(self._theme.accent if is_chosen else self._theme.ghost))
