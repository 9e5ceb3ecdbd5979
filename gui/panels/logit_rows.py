"""The ten logits and the probabilities that softmax makes of them, one row a digit."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent

from core.arrays import Numbers
from core.digits.dataset import DIGITS
from core.model.softmax import softmax
from core.words import say
from gui.look import theme as look
from gui.look.figures import percent, signed
from gui.look.painting import AT_RIGHT, describe, paint_elided
from gui.panels.class_rows import ClassRows

TALLEST_ROW = 24.0  # points
Columns = tuple[float, float, float]  # points: how wide names, numbers and probabilities are


class LogitRows(ClassRows):
    """Bars from zero, blue to the right and orange to the left; a click on a row reports its digit."""

    def __init__(self, what: str = "") -> None:
        """Take what the numbers are where they are not logits, and have no probabilities."""
        tip = say(
            "Softmax turns logits into probabilities: e to the power of each, divided by the sum of all ten.\n"
            "A logit that is 2.3 higher is ten times as probable. Click a row to explain that digit."
        )
        sizes = {"usual": (230, 11 * 18), "least": (148, 94)}
        super().__init__(say("Logits and probabilities"), tip, TALLEST_ROW, **sizes, headings=1)
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
        painter.setPen(QColor(self.theme.dim))
        heading = self.row(-1)
        left = QRectF(0, heading.top(), columns[0] + columns[1], heading.height())
        painter.drawText(left, AT_RIGHT, self._what or say("logit"))
        if not self._what:
            painter.drawText(heading, AT_RIGHT, say("softmax"))
        for digit, share in enumerate(softmax(np.nan_to_num(self._logits))):
            self._paint_row(painter, digit, float(self._logits[digit]), float(share), columns)

    def _paint_row(self, painter: QPainter, digit: int, value: float, share: float, columns: Columns) -> None:
        row, is_chosen = self.row(digit), digit == self._chosen
        if is_chosen:
            painter.fillRect(row, QColor(look.mix(self.theme.panel, self.theme.accent, 0.12)))
        font = painter.font()
        font.setWeight(QFont.Weight.Bold if is_chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text if is_chosen else self.theme.dim))
        name, figure, _ = columns
        paint_elided(painter, QRectF(4, row.top(), name - 4, row.height()), self._names[digit])
        painter.drawText(QRectF(name, row.top(), figure, row.height()), AT_RIGHT, signed(value))
        if not self._what:
            painter.drawText(row.adjusted(0, 0, -4, 0), AT_RIGHT, percent(share))
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
