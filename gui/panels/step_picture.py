"""One step as a picture, from 784 inputs to the update of the weights, with its real numbers."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.digits.dataset import CLASSES, DIGITS, SIDE
from core.training.one_step import FollowedStep
from core.words import said, say
from gui.look import theme as look
from gui.look.painted_text import AT_LEFT, AT_RIGHT, CENTRED, paint_elided, painter_of_numbers
from gui.look.pixel_view import whole_blocks
from gui.look.pixels import as_picture, signed_picture, weight_shades
from gui.look.theme import Theme
from gui.look.weight_image import steady_scale
from gui.panels import step_layout
from gui.panels.step_numbers import COLUMNS, COST_TOTALS, cost_rows, in_words, output_row

WIDEST_TABLE, WIDEST_COSTS = 300.0, 240.0  # points
TALLEST_ROW, TALLEST_COST = 22.0, 20.0  # points
LEAST_FONT = 6.0  # points
EDGES = (0.0, 0.1, 0.33, 0.56, 0.82, 1.0)  # of the table's columns, shares of its width
EDGES_OF_NAMES = (0.0, 0.22, 0.43, 0.63, 0.86, 1.0)  # where classes have names longer than two letters
HEAVY = QFont.Weight.DemiBold


class StepPicture(QWidget):
    """Five blocks in the order of the computation: inputs, weights, the ten outputs, the cost, the gradient."""

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._step: FollowedStep | None = None
        self._names = DIGITS
        self.setAccessibleName(say("One step of training"))
        self.setToolTip(
            say(
                "Forward, from left to right: pixels times weights plus bias make ten logits, softmax makes\n"
                "probabilities. "
                "Backward: where they differ from the label, the gradient says how each weight changes the cost;\n"
                "the step goes against it. Of gradient and change the largest is told."
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(420, 130)
        self._describe()

    def sizeHint(self) -> QSize:
        """Return the size at which all can be read."""
        return QSize(760, 190)

    def set_step(self, step: FollowedStep | None, names: tuple[str, ...] = DIGITS) -> None:
        """Show a step and the image followed through it; None shows nothing."""
        self._step, self._names = step, names
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take colours."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the blocks and the arrows between them."""
        step = self._step
        painter = painter_of_numbers(self)
        if step is None:
            painter.setPen(QColor(self._theme.dim))
            painter.drawText(self.rect(), CENTRED, say("The step appears here as soon as there is a data set."))
            return
        blocks = step_layout.blocks(self.width(), self.height())
        self._paint_input(painter, blocks[0], step)
        self._paint_ten(painter, blocks[1], step.weights.matrix, (say("weights"), "784 × 10"))
        self._paint_table(painter, blocks[2], step)
        self._paint_cost(painter, blocks[3], step)
        self._paint_ten(painter, blocks[4], step.gradient, (say("gradient"), say("of the cost")))
        self._paint_arrows(painter, blocks)

    def _line(self) -> float:
        return QFontMetricsF(look.small_font()).height()

    def _paint_heading(self, painter: QPainter, box: QRectF, title: str, more: str) -> QRectF:
        """Paint what a block is; return the room beneath."""
        line = QRectF(box.left(), box.top(), box.width(), self._line() + 3)
        painter.setFont(_font(heavy=True))
        painter.setPen(QColor(self._theme.text))
        painter.drawText(line, AT_LEFT, title)
        line.setLeft(line.left() + QFontMetricsF(painter.font()).horizontalAdvance(title + "  "))
        painter.setFont(look.small_font())
        painter.setPen(QColor(self._theme.dim))
        if QFontMetricsF(painter.font()).horizontalAdvance(more) <= line.width():
            painter.drawText(line, AT_LEFT, more)
        return box.adjusted(0, line.height() + 2, 0, 0)

    def _paint_input(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        room = self._paint_heading(painter, box, say("image"), say("784 inputs"))
        side = whole_blocks(min(room.width(), room.height() - self._line() - 3), self.devicePixelRatioF())
        frame = QRectF(room.left(), room.top(), side, side)
        painter.drawImage(frame, as_picture(step.image, self._theme))
        self._paint_frame(painter, frame)
        caption = QRectF(room.left(), frame.bottom() + 3, room.width(), self._line())
        self._paint_caption(painter, caption, say("label {names}", names=self._names[step.label]))

    def _paint_ten(
        self, painter: QPainter, box: QRectF, matrix: NDArray[np.floating], heading: tuple[str, str]
    ) -> None:
        room = self._paint_heading(painter, box, *heading)
        limit = steady_scale(matrix, 0.0)
        frames = step_layout.ten(room.adjusted(0, 0, 0, -self._line() - 6))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for frame, column in zip(frames, matrix.T, strict=True):
            shades = weight_shades(self._theme)
            painter.drawImage(frame, signed_picture(column.reshape(SIDE, SIDE), limit, shades))
            self._paint_frame(painter, frame)
        caption = QRectF(room.left(), frames[-1].bottom() + 3, room.width(), self._line())
        self._paint_caption(painter, caption, say("colours: ±{limit:.2g}", limit=limit))

    def _paint_table(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        """Paint the ten outputs: bias, logit, softmax and the one-hot label, a row a digit."""
        room = self._paint_heading(painter, box, say("outputs"), say("inputs × weights + bias"))
        height, width = min(TALLEST_ROW, room.height() / (CLASSES + 1)), min(room.width(), WIDEST_TABLE)
        needed = QFontMetricsF(look.small_font()).horizontalAdvance(say("softmax")) + 6
        painter.setFont(_font(min(height / self._line(), width * 0.26 / needed)))
        best = int(np.argmax(step.logits))
        for digit in range(-1, CLASSES):
            row = QRectF(room.left(), room.top() + (digit + 1) * height, width, height)
            if digit == step.label:
                painter.fillRect(row, QColor(look.mix(self._theme.panel, self._theme.accent, 0.12)))
            painter.setPen(QColor(self._theme.text if digit in (best, step.label) else self._theme.dim))
            cells = tuple(map(said, COLUMNS)) if digit < 0 else output_row(step, digit, self._names[digit])
            self._paint_cells(painter, row, cells)

    def _paint_cells(self, painter: QPainter, row: QRectF, cells: tuple[str, ...]) -> None:
        edges = EDGES_OF_NAMES if max(map(len, self._names)) > 2 else EDGES
        lefts = [row.left() + share * row.width() for share in edges]
        for column, (text, (left, right)) in enumerate(zip(cells, pairwise(lefts), strict=True)):
            cell = QRectF(left + 3, row.top(), right - left - 4, row.height())
            if column:
                painter.drawText(cell, AT_RIGHT, text)
            else:
                paint_elided(painter, cell, text)

    def _paint_cost(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        """Paint the cost, of the image and of the batch, and what the step changes."""
        room = self._paint_heading(painter, box, say("cost"), say("cross-entropy, nats"))
        rows = cost_rows(step)
        height, width = min(TALLEST_COST, room.height() / len(rows)), min(room.width(), WIDEST_COSTS)
        heavy = QFontMetricsF(_font(heavy=True))
        needed = max(heavy.horizontalAdvance(name + value) for name, value in rows) + 6
        for number, (name, value) in enumerate(rows):
            is_total = number in COST_TOTALS
            row = QRectF(room.left(), room.top() + number * height, width, height)
            painter.setFont(_font(min(height / self._line(), width / needed), heavy=is_total))
            painter.setPen(QColor(self._theme.text if is_total else self._theme.dim))
            used = QFontMetricsF(painter.font()).horizontalAdvance(value) + 4
            paint_elided(painter, row.adjusted(0, 0, -used, 0), name)
            painter.drawText(row, AT_RIGHT, value)

    def _paint_caption(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setPen(QColor(self._theme.dim))
        painter.drawText(box, AT_LEFT, text)

    def _paint_frame(self, painter: QPainter, frame: QRectF) -> None:
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _paint_arrows(self, painter: QPainter, blocks: list[QRectF]) -> None:
        painter.setPen(QPen(QColor(self._theme.ghost), 1))
        for before, after in pairwise(blocks):
            if after.top() > before.top():
                continue
            y, x = before.top() + self._line() / 2 + 1, after.left() - 6
            painter.drawLine(QPointF(x - 9, y), QPointF(x, y))
            painter.drawLine(QPointF(x - 3, y - 3), QPointF(x, y))
            painter.drawLine(QPointF(x - 3, y + 3), QPointF(x, y))

    def _describe(self) -> None:
        text = in_words(self._step, self._names)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)


def _font(share: float = 1.0, *, heavy: bool = False) -> QFont:
    """Return the small font, made smaller to a share where that is below 1."""
    font = look.small_font()
    font.setPointSizeF(max(LEAST_FONT, font.pointSizeF() * min(1.0, share)))
    font.setWeight(HEAVY if heavy else QFont.Weight.Normal)
    return font
