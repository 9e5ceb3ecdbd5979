"""The confusion matrix as one picture: labels in rows, verdicts in columns, blue where right, orange where wrong."""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from core.digits.dataset import CLASSES, DIGITS
from core.model.metrics import Counts, precision, recall
from core.words import figure, say
from gui.look import theme as look
from gui.look.figures import percent, readable_on
from gui.look.painting import AT_RIGHT, CENTRED, paint_elided, paint_focus, painter_of_numbers
from gui.look.theme import Theme

WIDEST = 1.9  # times as wide as high, a cell
SPAN = 1.9  # cells, the width of names and shares
FAINTEST = 0.04  # of the colour, so that a single mistake is seen
STRONGEST = {
    True: 0.8,
    False: 1.0,
}  # of the colour, where all images of a label are in the cell; by whether it is right

Cell = tuple[int | None, int | None]  # label, verdict; None = all of them


class ConfusionPicture(QWidget):
    """Counts, and recall and precision at the edges; `cell_chosen` reports label and verdict, -1 for all of them."""

    cell_chosen = Signal(int, int)

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts: Counts | None = None
        self._names = DIGITS
        self._selected: Cell = (None, None)
        self._focused = (0, 0)
        self.setAccessibleName(say("Confusion matrix"))
        self.setToolTip(say("Rows are what the images are, columns what they were read as."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(260, 140)

    def sizeHint(self) -> QSize:
        """Return the size at which counts are easily read."""
        return QSize(480, 360)

    def set_counts(self, counts: Counts | None, names: tuple[str, ...] = DIGITS) -> None:
        """Show how many images of each label (row) were read as each verdict (column), (10, 10)."""
        self._counts, self._names = counts, names
        self._describe()
        self.update()

    def set_selected(self, label: int | None, verdict: int | None) -> None:
        """Mark a cell, a row (verdict None) or a column (label None); nothing where both are None."""
        self._selected = (label, verdict)
        if label is not None and verdict is not None:
            self._focused = (label, verdict)
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def cell(self, label: int, verdict: int) -> QRectF:
        """Return where a cell is; verdict 10 is the column of recall, label 10 the row of precision."""
        left, top, width, height = self._grid()
        step = width if verdict < CLASSES else width * SPAN
        gap = 4 if verdict == CLASSES else 0, 4 if label == CLASSES else 0
        return QRectF(left + verdict * width + gap[0], top + label * height + gap[1], step, height)

    def cell_at(self, place: QPointF) -> Cell | None:
        """Return the cell at a place; (label, None) on a row's name, (None, verdict) on a column's; else None."""
        left, top, width, height = self._grid()
        row, column = int((place.y() - top) // height), int((place.x() - left) // width)
        if row >= CLASSES or column >= CLASSES or row < -1 or place.x() < 0:
            return None
        verdict, label = (None if place.x() < left else column), (None if place.y() < top else row)
        return None if label is None and verdict is None else (label, verdict)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell, row or column under the pointer; once more chooses all."""
        found = self.cell_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton and self._counts is not None:
            self._choose(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        moves: dict[int, tuple[int, int]] = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        move = moves.get(event.key())
        if move is None or self._counts is None:
            super().keyPressEvent(event)
            return
        label, verdict = (min(max(at + by, 0), CLASSES - 1) for at, by in zip(self._focused, move, strict=True))
        self.cell_chosen.emit(label, verdict)

    def event(self, event: QEvent) -> bool:
        """Say in a sentence what the cell under the pointer counts."""
        if isinstance(event, QHelpEvent) and self._counts is not None:
            found = self.cell_at(QPointF(event.pos()))
            text = self.toolTip() if found is None else self.sentence(*found)
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def sentence(self, label: int | None, verdict: int | None) -> str:
        """Say what a cell, a row or a column counts."""
        if self._counts is None:
            return say("Nothing read yet.")
        if label is not None and verdict is not None:
            return self._cell_sentence(label, verdict)
        if label is not None:
            share, count = float(recall(self._counts)[label]), int(self._counts[label].sum())
            return say(
                "{share} of the {count:,} images labelled {names} were read right (recall).",
                share=_share(share),
                count=count,
                names=self._names[label],
            )
        if verdict is not None:
            share, count = float(precision(self._counts)[verdict]), int(self._counts[:, verdict].sum())
            return say(
                "{share} of the {count:,} images read as {names} were that (precision).",
                share=_share(share),
                count=count,
                names=self._names[verdict],
            )
        return say(
            "{trace:,} of {sum:,} images were read right.", trace=int(self._counts.trace()), sum=int(self._counts.sum())
        )

    def _cell_sentence(self, label: int, verdict: int) -> str:
        assert self._counts is not None
        count = int(self._counts[label, verdict])
        names = {"label": self._names[label], "verdict": self._names[verdict]}
        if count == 1:
            return say("1 image labelled {label}, read as {verdict}.", **names)
        return say("{count:,} images labelled {label}, read as {verdict}.", count=count, **names)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, cells, shares and what is selected."""
        painter = painter_of_numbers(self)
        paint_focus(painter, self)
        painter.setFont(self._font())
        if self._counts is None:
            painter.setPen(QColor(self._theme.dim))
            painter.drawText(self.rect(), CENTRED, say("Nothing read yet"))
            return
        self._paint_names(painter)
        for label in range(CLASSES):
            for verdict in range(CLASSES):
                self._paint_count(painter, label, verdict)
        self._paint_shares(painter)
        self._paint_selected(painter)

    def _choose(self, cell: Cell) -> None:
        label, verdict = (None, None) if cell == self._selected else cell
        self.cell_chosen.emit(-1 if label is None else label, -1 if verdict is None else verdict)

    def _grid(self) -> tuple[float, float, float, float]:
        """Return the left and the top of the first cell, and a cell's width and height."""
        height = (self.height() - 6) / (CLASSES + 2)
        width = min((self.width() - 6) / (CLASSES + 2 * SPAN), height * WIDEST)
        height = min(height, width)
        return SPAN * width, height, width, height

    def _font(self) -> QFont:
        font = look.small_font()
        _, _, width, height = self._grid()
        metrics = QFontMetricsF(font)
        share = min(1.0, height / (metrics.height() * 0.95), width / (metrics.horizontalAdvance("1,000") + 2))
        font.setPointSizeF(max(6.0, font.pointSizeF() * share))
        return font

    def _paint_names(self, painter: QPainter) -> None:
        left, top, width, height = self._grid()
        painter.setPen(QColor(self._theme.dim))
        for digit, name in enumerate(self._names):
            row, column = self.cell(digit, 0), self.cell(0, digit)
            told = say("labelled {name}", name=name)
            told = told if painter.fontMetrics().horizontalAdvance(told) <= left - 4 else name
            paint_elided(painter, QRectF(0, row.top(), left - 4, height), told, AT_RIGHT)
            paint_elided(painter, QRectF(column.left(), 0, width, top), name, CENTRED)
        of_labels, of_verdicts = self.cell(0, CLASSES), self.cell(CLASSES, 0)
        paint_elided(painter, QRectF(0, 0, left - 4, top), say("read as"), AT_RIGHT)
        paint_elided(painter, QRectF(of_labels.left(), 0, of_labels.width(), top), say("recall"), CENTRED)
        paint_elided(painter, QRectF(0, of_verdicts.top(), left - 4, height), say("precision"), AT_RIGHT)

    def _paint_count(self, painter: QPainter, label: int, verdict: int) -> None:
        assert self._counts is not None
        count, row = int(self._counts[label, verdict]), int(self._counts[label].sum())
        box = self.cell(label, verdict).adjusted(0.5, 0.5, -0.5, -0.5)
        share = count / row if row else 0.0
        colour = self._theme.accent if label == verdict else self._theme.warm
        # the cube root: mistakes are few among a thousand, and one must be told from thirty
        strength = FAINTEST + (STRONGEST[label == verdict] - FAINTEST) * share ** (1 / 3) if count else 0.0
        fill = look.mix(self._theme.background, colour, strength)
        painter.fillRect(box, QColor(fill))
        if count:
            self._paint_number(painter, box, figure(count, ","), fill)

    def _paint_number(self, painter: QPainter, box: QRectF, text: str, fill: str) -> None:
        painter.setPen(QColor(readable_on(fill, self._theme)))
        painter.drawText(box, CENTRED, text)

    def _paint_shares(self, painter: QPainter) -> None:
        assert self._counts is not None
        painter.setPen(QColor(self._theme.text))
        for digit, (of_label, of_verdict) in enumerate(zip(recall(self._counts), precision(self._counts), strict=True)):
            for box, share in ((self.cell(digit, CLASSES), of_label), (self.cell(CLASSES, digit), of_verdict)):
                painter.drawText(box, CENTRED, "–" if np.isnan(share) else percent(share, 0))

    def _paint_selected(self, painter: QPainter) -> None:
        label, verdict = self._selected
        if label is None and verdict is None:
            return
        first = self.cell(label or 0, verdict or 0)
        last = self.cell(CLASSES - 1 if label is None else label, CLASSES - 1 if verdict is None else verdict)
        painter.setPen(QPen(QColor(self._theme.text), 2))
        painter.drawRect(first.united(last).adjusted(0.5, 0.5, -0.5, -0.5))

    def _describe(self) -> None:
        text = self.sentence(*self._selected)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)


def _share(share: float) -> str:
    return say("None") if np.isnan(share) else percent(share)
