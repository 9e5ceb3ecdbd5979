"""Choices among the ten classes: a box, and rows with bars of how many images each has, or of its logit."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from core.arrays import Numbers
from core.digits.dataset import CLASSES, DIGITS
from core.model.softmax import softmax
from core.words import figure, say
from gui.look import controls, theme as look
from gui.look.figures import percent, signed
from gui.look.painting import AT_RIGHT, Painted, Size, describe, fitted_font, paint_focus, paint_text

MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
BAR = 0.45  # of the height of a row
TALLEST_ROW, TALLEST_LOGIT = 22.0, 24.0  # points

Columns = tuple[float, float, float]  # points: how wide names, numbers and probabilities are


class ClassRows(Painted):
    """`class_chosen` reports the row that was clicked, or that the arrow keys came to."""

    class_chosen = Signal(object)
    can_be_none = False  # None stands above the first row, and is what a click on the row chosen chooses

    def __init__(self, name: str, tallest: float, *, usual: Size, least: Size, headings: int = 0) -> None:
        """Take its name, the greatest height of a row, in points, and how many rows of headings stand above."""
        super().__init__(name, usual=usual, least=least, has_keys=True)
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
        painter = self.painter()
        painter.setFont(fitted_font(self.row(0).height() / QFontMetricsF(look.small_font()).height()))
        paint_focus(painter, self)
        return painter

    def _bar(self, row: QRectF, left: float, length: float) -> QRectF:
        """Return a bar in the middle of a row, whose edges are sharp; a negative length goes to the left."""
        thickness = max(3.0, round(row.height() * BAR))
        return QRectF(round(left), round(row.center().y() - thickness / 2), length, thickness).normalized()


class ClassChoice(QComboBox):
    """Its first item stands for no class."""

    def __init__(self, name: str) -> None:
        """Take its name in the table of controls, which has what stands for no class."""
        super().__init__()
        controls.named(self, name)
        self.addItems([controls.words(name), *DIGITS])

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
        super().__init__("data_counts", TALLEST_ROW, usual=(180, 160), least=(120, 80))
        self._counts: NDArray[np.int64] = np.zeros(CLASSES, np.int64)

    def fit(self) -> None:
        """Keep rows that can be read, so that what holds them scrolls instead."""
        self.setMinimumHeight(round(QFontMetricsF(fitted_font(0)).height() * CLASSES))

    def set_counts(self, counts: NDArray[np.int64], names: tuple[str, ...] = DIGITS, chosen: int | None = None) -> None:
        """Show counts (10,) of the classes named, one of them marked, or none."""
        self._counts, self._names, self._chosen = counts, names, chosen
        describe(self, ", ".join(f"{name}: {figure(count, ',')}" for name, count in zip(names, counts, strict=True)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name, bar and count of each class."""
        painter, theme, most = self._painter(), self.theme, max(int(self._counts.max()), 1)
        metrics = painter.fontMetrics()
        name = min(max(metrics.horizontalAdvance(text) for text in self._names), self.width() * 0.4)
        count = metrics.horizontalAdvance(figure(55_000, ","))
        for number in range(CLASSES):
            row, is_chosen = self.row(number), number == self._chosen
            colour = theme.text if is_chosen else theme.dim
            paint_text(painter, QRectF(row.left(), row.top(), name, row.height()), self._names[number], colour)
            paint_text(painter, row, figure(self._counts[number], ","), colour, AT_RIGHT)
            length = max(1.0, (row.width() - name - count - 16) * int(self._counts[number]) / most)
            painter.fillRect(self._bar(row, name + 8, length), QColor(theme.accent if is_chosen else theme.ghost))


class LogitRows(ClassRows):
    """Bars from zero, blue to the right and orange to the left; a click on a row reports its digit."""

    def __init__(self, name: str = "logits", what: str = "") -> None:
        """Take its name, and what the numbers are where they are not logits, and have no probabilities."""
        super().__init__(name, TALLEST_LOGIT, usual=(230, 11 * 18), least=(148, 94), headings=1)
        self._what = what
        self._logits: Numbers | None = None

    def set_logits(self, logits: Numbers | None, chosen: int, names: tuple[str, ...] = DIGITS) -> None:
        """Show logits (10,), and which digit is being explained; None shows nothing."""
        self._logits, self._chosen, self._names = logits, chosen, names
        text = say("nothing to explain")
        if logits is not None:
            value, name = signed(float(logits[chosen])), names[chosen]
            logit = say("{names}: logit {signed}", names=name, signed=value)
            text = f"{name}: {self._what} {value}" if self._what else logit
        describe(self, text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the heading and a row a digit."""
        painter = self._painter()
        if self._logits is None:
            return
        metrics = painter.fontMetrics()
        name = min(max(metrics.horizontalAdvance(name) for name in self._names) + 10, self.width() * 0.3)
        share = 0.0 if self._what else metrics.horizontalAdvance("100.0 %") + 10
        columns = (name, metrics.horizontalAdvance("+100.00") + 6, share)
        heading = self.row(-1)
        left = QRectF(0, heading.top(), columns[0] + columns[1], heading.height())
        paint_text(painter, left, self._what or say("logit"), self.theme.dim, AT_RIGHT)
        paint_text(painter, heading, "" if self._what else say("softmax"), self.theme.dim, AT_RIGHT)
        for digit, share in enumerate(softmax(np.nan_to_num(self._logits))):
            self._paint_row(painter, digit, float(self._logits[digit]), float(share), columns)

    def _paint_row(self, painter: QPainter, digit: int, value: float, share: float, columns: Columns) -> None:
        row, is_chosen = self.row(digit), digit == self._chosen
        if is_chosen:
            painter.fillRect(row, QColor(look.mix(self.theme.panel, self.theme.accent, 0.12)))
        font, colour = painter.font(), self.theme.text if is_chosen else self.theme.dim
        font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Normal)
        name, figure, _ = columns
        paint_text(painter, QRectF(4, row.top(), name - 4, row.height()), self._names[digit], colour, font=font)
        paint_text(painter, QRectF(name, row.top(), figure, row.height()), signed(value), colour, AT_RIGHT)
        paint_text(painter, row.adjusted(0, 0, -4, 0), "" if self._what else percent(share), colour, AT_RIGHT)
        room = QRectF(name + figure + 8, row.top(), self.width() - sum(columns) - 16, row.height())
        self._paint_bar(painter, room, value)

    def _paint_bar(self, painter: QPainter, room: QRectF, value: float) -> None:
        """Paint a bar from zero; all ten share one scale."""
        logits = np.empty(0) if self._logits is None else self._logits[np.isfinite(self._logits)]
        lowest, highest = float(logits.min(initial=0)), float(logits.max(initial=0))
        if room.width() < 12 or highest == lowest or not np.isfinite(value):
            return
        scale = room.width() / (highest - lowest)
        zero = round(room.left() - lowest * scale)
        colour = self.theme.accent if value > 0 else self.theme.warm
        painter.fillRect(self._bar(room, zero, value * scale), QColor(colour))
        painter.fillRect(QRectF(zero, room.top(), 1, room.height()), QColor(self.theme.line))
