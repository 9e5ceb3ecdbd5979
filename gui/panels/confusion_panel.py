"""The Confusion tab: the matrix as one picture, and beside it the images of the cell that is looked at."""

from itertools import product

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.arrays import Doubles
from core.digits.dataset import CLASSES, DIGITS
from core.model.metrics import Counts, precision, recall
from core.model.scoring import Evaluated
from core.words import figure, say
from gui.jobs.evaluation import Selection
from gui.look import controls, parts, theme as look
from gui.look.figures import percent, readable_on
from gui.look.painting import AT_RIGHT, CENTRED, Painted, describe, fitted_font, paint_focus, paint_text
from gui.panels.image_wall import ImageWall

SHORT = 2  # letters; the names of two classes so short stand in one line
WIDEST = 2.1  # times as wide as high, a cell
EVERY = Selection()
GAP = 3.0  # points between two shares
ALIKE = 0.95  # from here on shares have a decimal: else those of all digits would read alike
SPAN = 1.9  # cells, the width of names and shares
FAINTEST = 0.04  # of the colour, so that a single mistake is seen
STRONGEST_RIGHT, STRONGEST_WRONG = 0.8, 1.0  # of the colour, where all images of a label are in the cell
MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ConfusionPicture(Painted):
    """Labels in rows, verdicts in columns, blue where right, orange where wrong, recall and precision at the edges."""

    cell_chosen = Signal(object)  # the Selection that was chosen

    def __init__(self) -> None:
        super().__init__("confusion_matrix", usual=(480, 360), least=(330, 140), has_keys=True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._counts: Counts | None = None
        self._names = DIGITS
        self._selected = Selection()
        self._focused = (0, 0)

    def set_counts(self, counts: Counts | None, names: tuple[str, ...] = DIGITS, selected: Selection = EVERY) -> None:
        """Show how many images of each label (row) were read as each verdict (column), (10, 10).

        selected : a cell, a row (no verdict) or a column (no label) to be marked; nothing where there is neither
        """
        self._counts, self._names, self._selected = counts, names, selected
        if selected.label is not None and selected.verdict is not None:
            self._focused = (selected.label, selected.verdict)
        describe(self, self.sentence(selected))
        self.update()

    def cell(self, label: int, verdict: int) -> QRectF:
        """Return where a cell is; verdict 10 is the column of recall, label 10 the row of precision."""
        left, top, width, height = self._grid()
        step = width if verdict < CLASSES else width * SPAN
        gap = 4 if verdict == CLASSES else 0, 4 if label == CLASSES else 0
        return QRectF(left + verdict * width + gap[0], top + label * height + gap[1], step, height)

    def cell_at(self, place: QPointF) -> Selection | None:
        """Return the cell at a place, on a row's name the row, on a column's name the column; else None."""
        left, top, width, height = self._grid()
        row, column = int((place.y() - top) // height), int((place.x() - left) // width)
        if row >= CLASSES or column >= CLASSES or row < -1 or place.x() < 0:
            return None
        verdict, label = (None if place.x() < left else column), (None if place.y() < top else row)
        return None if label is None and verdict is None else Selection(label, verdict)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell, row or column under the pointer; once more chooses all."""
        found = self.cell_at(event.position())
        if found is not None and event.button() == Qt.MouseButton.LeftButton and self._counts is not None:
            self.cell_chosen.emit(Selection() if found == self._selected else found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        if event.key() not in MOVES or self._counts is None:
            super().keyPressEvent(event)
            return
        moved = zip(self._focused, MOVES[Qt.Key(event.key())], strict=True)
        self.cell_chosen.emit(Selection(*(min(max(at + by, 0), CLASSES - 1) for at, by in moved)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say of a pointer at rest, in a sentence, what the cell under it counts."""
        found = None if self._counts is None else self.cell_at(event.position())
        self.setToolTip(controls.words("confusion_matrix", "tip") if found is None else self.sentence(found))

    def sentence(self, selected: Selection) -> str:
        """Say what a cell, a row or a column counts."""
        counts, label, verdict = self._counts, selected.label, selected.verdict
        if counts is None:
            return say("Nothing read yet.")
        if label is not None and verdict is not None:
            names, count = {"label": self._names[label], "verdict": self._names[verdict]}, int(counts[label, verdict])
            if count == 1:
                return say("1 image labelled {label}, read as {verdict}.", **names)
            return say("{count:,} images labelled {label}, read as {verdict}.", count=count, **names)
        if label is not None:
            share, count = _share(recall(counts)[label]), int(counts[label].sum())
            of = {"share": share, "count": count, "names": self._names[label]}
            return say("{share} of the {count:,} images labelled {names} were read right (recall).", **of)
        if verdict is not None:
            share, count = _share(precision(counts)[verdict]), int(counts[:, verdict].sum())
            of = {"share": share, "count": count, "names": self._names[verdict]}
            return say("{share} of the {count:,} images read as {names} were that (precision).", **of)
        return say("{trace:,} of {sum:,} images were read right.", trace=int(counts.trace()), sum=int(counts.sum()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint names, cells, shares and what is selected."""
        painter, counts = self.painter(), self._counts
        paint_focus(painter, self)
        (_, _, width, height), metrics = self._grid(), QFontMetricsF(look.small_font())
        share = min(height / (metrics.height() * 0.95), width / (metrics.horizontalAdvance("1,000") + 2))
        painter.setFont(fitted_font(share))
        if counts is None:
            paint_text(painter, QRectF(self.rect()), say("Nothing read yet"), self.theme.dim, CENTRED)
            return
        form = self._fit_counts(painter, int(counts.max()))
        self._paint_names(painter)
        for label, verdict in product(range(CLASSES), repeat=2):
            self._paint_count(painter, counts, label, verdict, form)
        self._paint_shares(painter, [self.cell(label, CLASSES) for label in range(CLASSES)], recall(counts))
        self._paint_shares(painter, [self.cell(CLASSES, verdict) for verdict in range(CLASSES)], precision(counts))
        if self._selected != Selection():
            row, column = self._selected.label, self._selected.verdict
            first = self.cell(row or 0, column or 0)
            last = self.cell(CLASSES - 1 if row is None else row, CLASSES - 1 if column is None else column)
            painter.setPen(QPen(QColor(self.theme.text), 2))
            painter.drawRect(first.united(last).adjusted(0.5, 0.5, -0.5, -0.5))

    def _grid(self) -> tuple[float, float, float, float]:
        """Return the left and the top of the first cell, and a cell's width and height."""
        height = (self.height() - 6) / (CLASSES + 2)
        width = min((self.width() - 6) / (CLASSES + 2 * SPAN), height * WIDEST)
        height = min(height, width)
        return SPAN * width, height, width, height

    def _fit_counts(self, painter: QPainter, most: int) -> str:
        """Return the form of counts, without a comma where it finds no room; where none does, make letters smaller."""
        width = self.cell(0, 0).width() - 1
        if QFontMetricsF(painter.font()).horizontalAdvance(figure(most, ",")) <= width:
            return ","
        font = painter.font()
        while QFontMetricsF(font).horizontalAdvance(figure(most, "d")) > width and font.pointSizeF() > 1:
            font.setPointSizeF(0.95 * font.pointSizeF())
        painter.setFont(font)
        return "d"

    def _paint_names(self, painter: QPainter) -> None:
        (left, top, width, height), dim = self._grid(), self.theme.dim
        for digit, name in enumerate(self._names):
            row, column = self.cell(digit, 0), self.cell(0, digit)
            label = say("labelled {name}", name=name)
            label = label if painter.fontMetrics().horizontalAdvance(label) <= left - 4 else name
            paint_text(painter, QRectF(0, row.top(), left - 4, height), label, dim, AT_RIGHT)
            paint_text(painter, QRectF(column.left(), 0, width, top), name, dim, CENTRED)
        of_labels, of_verdicts = self.cell(0, CLASSES), self.cell(CLASSES, 0)
        paint_text(painter, QRectF(0, 0, left - 4, top), say("read as"), dim, AT_RIGHT)
        paint_text(painter, QRectF(of_labels.left(), 0, of_labels.width(), top), say("recall"), dim, CENTRED)
        paint_text(painter, QRectF(0, of_verdicts.top(), left - 4, height), say("precision"), dim, AT_RIGHT)

    def _paint_shares(self, painter: QPainter, boxes: list[QRectF], shares: Doubles) -> None:
        """Paint shares in percent, one at each box; without the sign where it finds no room."""
        texts = [percent(share, 1 if ALIKE <= share < 1 else 0) for share in shares]
        metrics, room = QFontMetricsF(painter.font()), boxes[0].width() - GAP
        if max(map(metrics.horizontalAdvance, texts)) > room:
            texts = [text.replace("%", "").strip() for text in texts]
        for box, text in zip(boxes, texts, strict=True):
            paint_text(painter, box, text, self.theme.text, CENTRED)

    def _paint_count(self, painter: QPainter, counts: Counts, label: int, verdict: int, form: str) -> None:
        count, row = int(counts[label, verdict]), int(counts[label].sum())
        box = self.cell(label, verdict).adjusted(0.5, 0.5, -0.5, -0.5)
        share = count / row if row else 0.0
        is_right = label == verdict
        colour, strongest = (self.theme.accent, STRONGEST_RIGHT) if is_right else (self.theme.warm, STRONGEST_WRONG)
        # the cube root: mistakes are few among a thousand, and one must look different from thirty
        strength = FAINTEST + (strongest - FAINTEST) * share ** (1 / 3) if count else 0.0
        fill = look.mix(self.theme.background, colour, strength)
        painter.fillRect(box, QColor(fill))
        if count:
            paint_text(painter, box, figure(count, form), readable_on(fill, self.theme), CENTRED)


class ConfusionPanel(QWidget):
    """Joins picture and wall, each of which reports what was chosen in it."""

    def __init__(self) -> None:
        super().__init__()
        controls.named(self, "confusion")
        self._evaluated: Evaluated | None = None
        self._cell = Selection()
        self.picture, self.wall = ConfusionPicture(), ImageWall("confusion_images")
        self._title, self._note = parts.WrappedLabel(), parts.caption(small=True, wraps=True)
        side = parts.column(self._title, self._note, (self.wall, 1), spacing=4)
        parts.row((self.picture, 3), (side, 2), within=self, spacing=16, top=4)
        self._show()

    def set_evaluated(self, evaluated: Evaluated | None) -> None:
        """Show the confusions of a reading."""
        self._evaluated = evaluated
        self._show()

    def set_cell(self, cell: Selection) -> None:
        """Look at the images of a label, read as a verdict."""
        if cell != self._cell:
            self._cell = cell
            self.wall.scrollToTop()
        self._show()

    def _show(self) -> None:
        shown = self._evaluated
        names = shown.class_names if shown else DIGITS
        self.picture.set_counts(shown.scores.confusion if shown else None, names, self._cell)
        self._title.setText(self.picture.sentence(self._cell))
        text = say("{title} · read by: {by}", title=shown.title, by=shown.by) if shown and shown.by else ""
        self._note.setText(text)
        if shown is None:
            return
        label, verdict = self._cell.label, self._cell.verdict
        is_every = self._cell == Selection()
        order = shown.scores.mistakes() if is_every else shown.scores.with_verdict(label, verdict)
        of_one_pair = label is not None and verdict is not None

        def caption(index: int) -> tuple[str]:
            if of_one_pair:
                return (percent(float(shown.scores.sureness[index])),)
            names = shown.names(index)
            return (" → ".join(names) if max(map(len, names)) <= SHORT else f"→ {names[1]}",)

        self.wall.set_images(shown.images.images, order, caption, shown.sentence)


def _share(share: float) -> str:
    return say("None") if np.isnan(share) else percent(share)
