"""The bars: how much of its belief the network gives to each of ten digits, in one hand-painted widget."""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent

from core.arrays import Numbers
from core.digits.dataset import DIGITS
from core.words import say
from gui.look import theme as look
from gui.look.figures import in_tenths, percent
from gui.look.painting import AT_RIGHT, Painted, describe, paint_text

GAP = 8.0  # points between name, bar and percent
COLUMN_GAP = 18.0  # points between two columns
THICKEST = 13.0  # points, a bar
MARK = 2  # points, the width of a mark
LEAST_ROW, USUAL_ROW = 12, 25  # points
WIDEST_NAME = 0.4  # of the width


class DigitBars(Painted):
    """Ten bars, the largest in the accent colour and bold; a row is painted anew where something in it changes."""

    def __init__(self) -> None:
        super().__init__("bars", usual=(400, USUAL_ROW * len(DIGITS)), least=(160, LEAST_ROW * len(DIGITS)))
        self._names, self._columns = DIGITS, 1
        self._probabilities: Numbers | None = None
        self._marks: Numbers | None = None
        self.seen: list[tuple[int, int, bool, int]] = []  # of each row: tenths of a percent, length, is best, mark
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else its panel would be painted beneath each time
        self._describe()
        self.fit()

    def set_probabilities(
        self, probabilities: Numbers | None, names: tuple[str, ...] = DIGITS, marks: Numbers | None = None
    ) -> None:
        """Show probabilities (10,), 0.0 .. 1.0, of the classes named; None where nothing is drawn.

        marks : a thin mark on each bar shows where another reader's, (10,), would end; None for no marks
        """
        self._probabilities = None if probabilities is None else np.array(probabilities, dtype=np.float64)
        self._marks = marks
        if names != self._names:
            self._names = names
            self.fit()
        self._describe()
        before, self.seen = self.seen, self._to_see()
        for number in range(len(self._names)):
            if before[number : number + 1] != self.seen[number : number + 1]:
                self.update(self._row(number).toAlignedRect())

    def make_room(self, height: float) -> None:
        """Stand in one column where so many points leave room for all rows, and else in two."""
        columns = 1 if height >= LEAST_ROW * len(DIGITS) else 2
        if columns != self._columns:
            self._columns = columns
            self.setMinimumHeight(LEAST_ROW * len(DIGITS) // columns)
            self.fit()

    def fit(self) -> None:
        """Measure the rows anew."""
        room, plain = self._row(0), look.body_font()
        height = room.height()
        if QFontMetricsF(plain).height() > height:
            plain = look.small_font()
        bold = QFont(plain)
        bold.setWeight(QFont.Weight.Bold)
        metrics = QFontMetricsF(bold)
        widest = max(metrics.horizontalAdvance(name) for name in (*self._names, "00"))
        self._fonts, self._name = (plain, bold), min(widest, room.width() * WIDEST_NAME)
        left = round(self._name + GAP)
        width = max(1.0, room.width() - left - round(metrics.horizontalAdvance(percent(1.0)) + GAP))
        # in the first row; on whole points so that its edges are sharp
        self._bar = QRectF(left, 0, width, round(min(THICKEST, height * 0.6)))
        self.seen = self._to_see()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that have changed."""
        painter = self.painter()
        painter.fillRect(event.rect(), QColor(self.theme.panel))
        best = -1 if self._probabilities is None else int(self._probabilities.argmax())
        for number in range(len(self._names)):
            if event.region().intersects(self._row(number).toAlignedRect()):
                self._paint_row(painter, number, number == best)

    def _paint_row(self, painter: QPainter, number: int, is_best: bool) -> None:
        row, colour = self._row(number), self.theme.text if is_best else self.theme.dim
        name = QRectF(row.left(), row.top(), self._name, row.height())
        paint_text(painter, name, self._names[number], colour, AT_RIGHT, self._fonts[is_best])
        bar = self._bar.translated(round(row.left()), round(row.center().y() - self._bar.height() / 2))
        painter.fillRect(bar, QColor(self.theme.background))
        bar.setWidth(1)
        if self._probabilities is not None:
            painter.drawText(row, AT_RIGHT, percent(self._probabilities[number]))
            bar.setWidth(max(1, self._length(self._probabilities[number])))
        painter.fillRect(bar, QColor(self.theme.accent if is_best else self.theme.ghost))
        if self._marks is not None and self._length(self._marks[number]) > MARK:
            at = min(bar.left() + self._length(self._marks[number]), bar.left() + self._bar.width() - MARK)
            painter.fillRect(QRectF(at, bar.top() - MARK, MARK, bar.height() + 2 * MARK), QColor(self.theme.warm))

    def _to_see(self) -> list[tuple[int, int, bool, int]]:
        """Return of each row what can be seen to change."""
        if self._probabilities is None:
            return []
        best = int(self._probabilities.argmax())
        shares = [float(share) for share in self._probabilities]
        marks = [-1] * len(shares) if self._marks is None else [self._length(mark) for mark in self._marks]
        return [(in_tenths(share), self._length(share), at == best, marks[at]) for at, share in enumerate(shares)]

    def _length(self, share: float) -> int:
        return round(self._bar.width() * min(1.0, max(0.0, share)))

    def _row(self, number: int) -> QRectF:
        rows = -(-len(self._names) // self._columns)
        column, row = divmod(number, rows)
        width, height = (self.width() + COLUMN_GAP) / self._columns, self.height() / rows
        return QRectF(column * width, row * height, width - COLUMN_GAP, height)

    def _describe(self) -> None:
        if self._probabilities is None:
            return describe(self, say("nothing to read"))
        name, best = self._names[int(self._probabilities.argmax())], 100 * float(self._probabilities.max())
        return describe(self, say("reads {names}, {probabilities:.0f} percent", names=name, probabilities=best))
