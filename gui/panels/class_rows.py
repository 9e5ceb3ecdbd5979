"""Choices among the ten classes: a box, rows one beneath the other, and bars of how many images each has."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from core.digits.dataset import CLASSES, DIGITS
from core.words import figure, say
from gui.look import parts
from gui.look import theme as look
from gui.look.painting import (
    AT_RIGHT,
    Painted,
    Size,
    describe,
    fitted_font,
    paint_elided,
    paint_focus,
    painter_of_numbers,
)

MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
BAR = 0.45  # of the height of a row
TALLEST_ROW = 22.0  # points


class ClassRows(Painted):
    """`class_chosen` reports the row that was clicked, or that the arrow keys came to."""

    class_chosen = Signal(object)
    can_be_none = False  # None stands above the first row, and is what a click on the row chosen chooses

    def __init__(self, name: str, tip: str, tallest: float, *, usual: Size, least: Size, headings: int = 0) -> None:
        """Take the greatest height of a row, in points, and how many rows of headings stand above."""
        super().__init__(name, tip, usual=usual, least=least, has_keys=True)
        self._names = DIGITS
        self._chosen: int | None = None
        self._tallest, self._headings = tallest, headings
        self.setMaximumHeight(round(tallest * (CLASSES + headings)))

    def row(self, number: int) -> QRectF:
        """Return where a class's row is; -1 is the heading."""
        height = min(self._tallest, self.height() / (CLASSES + self._headings))
        return QRectF(0, (number + self._headings) * height, self.width(), height)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the class under the pointer."""
        for number in range(CLASSES):
            if self.row(number).contains(event.position()) and event.button() == Qt.MouseButton.LeftButton:
                self.class_chosen.emit(None if self.can_be_none and number == self._chosen else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from class to class."""
        if event.key() not in MOVES:
            super().keyPressEvent(event)
            return
        before = -1 if self._chosen is None else self._chosen
        after = min(before + MOVES[Qt.Key(event.key())], CLASSES - 1)
        self.class_chosen.emit(None if self.can_be_none and after < 0 else max(after, 0))

    def _painter(self) -> QPainter:
        """Return a painter in letters that fit into a row."""
        painter = painter_of_numbers(self)
        painter.setFont(fitted_font(self.row(0).height() / QFontMetricsF(look.small_font()).height()))
        paint_focus(painter, self)
        return painter

    def _bar(self, row: QRectF, left: float, length: float) -> QRectF:
        """Return a bar in the middle of a row, whose edges are sharp; a negative length goes to the left."""
        thickness = max(3.0, round(row.height() * BAR))
        return QRectF(round(left), round(row.center().y() - thickness / 2), length, thickness).normalized()


class ClassChoice(QComboBox):
    """Its first item stands for no class."""

    def __init__(self, object_name: str, name: str, tip: str, none: str) -> None:
        """Take its object name, its name without the eye, what it is for, and what stands for no class."""
        super().__init__()
        parts.named(self, object_name, name, tip)
        self.addItems([none, *DIGITS])

    @property
    def number(self) -> int | None:
        """The class that is chosen, 0..9, or None."""
        return self.currentIndex() - 1 if self.currentIndex() > 0 else None

    def show_number(self, number: int | None) -> None:
        """Show a class as chosen, or none."""
        self.setCurrentIndex(0 if number is None else 1 + number)

    def set_names(self, names: tuple[str, ...]) -> None:
        """Call the ten classes so."""
        for number, name in enumerate(names):
            self.setItemText(1 + number, name)


class ClassCounts(ClassRows):
    """A row a class; `class_chosen` reports the one clicked, or None, for all, where it was chosen already."""

    can_be_none = True

    def __init__(self) -> None:
        tip = say("How many images of each class there are; click one to see only these.")
        super().__init__(say("Images of each class"), tip, TALLEST_ROW, usual=(180, 160), least=(120, 80))
        self._counts: NDArray[np.int64] = np.zeros(CLASSES, np.int64)

    def set_counts(self, counts: NDArray[np.int64], names: tuple[str, ...] = DIGITS) -> None:
        """Show counts (10,) of the classes named."""
        self._counts, self._names = counts, names
        describe(self, ", ".join(f"{name}: {figure(count, ',')}" for name, count in zip(names, counts, strict=True)))
        self.update()

    def set_chosen(self, number: int | None) -> None:
        """Mark a class, or none."""
        self._chosen = number
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and count of each class."""
        painter, theme, most = self._painter(), self.theme, max(int(self._counts.max()), 1)
        metrics = painter.fontMetrics()
        name = min(max(metrics.horizontalAdvance(text) for text in self._names), self.width() * 0.4)
        count = metrics.horizontalAdvance(figure(55_000, ","))
        for number in range(CLASSES):
            row, is_chosen = self.row(number), number == self._chosen
            painter.setPen(QColor(theme.text if is_chosen else theme.dim))
            paint_elided(painter, QRectF(row.left(), row.top(), name, row.height()), self._names[number])
            painter.drawText(row, AT_RIGHT, figure(self._counts[number], ","))
            length = max(1.0, (row.width() - name - count - 16) * int(self._counts[number]) / most)
            painter.fillRect(self._bar(row, name + 8, length), QColor(theme.accent if is_chosen else theme.ghost))
