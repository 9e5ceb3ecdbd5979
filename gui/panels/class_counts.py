"""How many images of each class there are, as ten bars."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from core.digits.dataset import CLASSES, DIGITS
from core.words import figure, say
from gui.look.painting import AT_RIGHT, describe, paint_elided
from gui.panels.class_rows import ClassRows

TALLEST_ROW = 22.0  # points


class ClassCounts(ClassRows):
    """A row a class; `class_chosen` reports the one clicked, or None, for all, where it was chosen already."""

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
        painter = self._painter()
        metrics = painter.fontMetrics()
        name = min(max(metrics.horizontalAdvance(text) for text in self._names), self.width() * 0.4)
        count = metrics.horizontalAdvance(figure(55_000, ","))
        for number in range(CLASSES):
            self._paint_row(painter, number, name, count)

    def _choose(self, number: int) -> None:
        self.class_chosen.emit(None if number == self._chosen else number)

    def _above(self) -> None:
        return None

    def _paint_row(self, painter: QPainter, number: int, name: float, count: float) -> None:
        row, is_chosen = self.row(number), number == self._chosen
        painter.setPen(QColor(self.theme.text if is_chosen else self.theme.dim))
        paint_elided(painter, QRectF(row.left(), row.top(), name, row.height()), self._names[number])
        painter.drawText(row, AT_RIGHT, figure(self._counts[number], ","))
        room = row.width() - name - count - 16
        length = max(1.0, room * int(self._counts[number]) / max(int(self._counts.max()), 1))
        painter.fillRect(self._bar(row, name + 8, length), QColor(self.theme.accent if is_chosen else self.theme.ghost))
