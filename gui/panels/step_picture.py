"""One step as a picture, from 784 inputs to the update of the weights, with its real numbers."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.dataset import CLASSES, DIGITS, SIDE
from core.one_step import FollowedStep
from core.words import figure, mark, said, say
from gui.look import theme as look
from gui.look.figures import percent, signed
from gui.look.painted_text import AT_LEFT, AT_RIGHT, CENTRED, paint_elided
from gui.look.pixel_view import as_picture, whole_blocks
from gui.look.plot_axes import rounded_up
from gui.look.theme import Theme
from gui.look.weight_image import image_of

GAP, NARROW_GAP = 22.0, 15.0  # points between blocks, room for an arrow
NARROW = 680.0  # points; below it blocks stand closer
COLUMNS = ("", mark("bias"), mark("logit"), mark("softmax"), mark("label"))


class StepPicture(QWidget):
    """Five blocks in the order of the computation: inputs, weights, the ten outputs, the cost, the gradient."""

    def __init__(self, theme: Theme = look.LIGHT, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        self.set_theme(theme)
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
        rgb = look.weight_colours(theme).astype(np.uint32)
        self._colours = (0xFF << 24 | rgb[:, 0] << 16 | rgb[:, 1] << 8 | rgb[:, 2]).astype(np.uint32)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the blocks and the arrows between them."""
        step = self._step
        painter = QPainter(self)
        if step is None:
            painter.setPen(QColor(self._theme.dim))
            painter.drawText(self.rect(), CENTRED, say("The step appears here as soon as there is a data set."))
            return
        painter.setFont(look.small_font())
        blocks = self._blocks()
        self._paint_input(painter, blocks[0], step)
        self._paint_ten(painter, blocks[1], step.weights.matrix, (say("weights"), "784 × 10"))
        self._paint_table(painter, blocks[2], step)
        self._paint_cost(painter, blocks[3], step)
        self._paint_ten(painter, blocks[4], step.gradient, (say("gradient"), say("of the cost")))
        self._paint_arrows(painter, blocks)

    def _blocks(self) -> list[QRectF]:
        """Return the five places: in one row, or in two where there is height for that."""
        width, height = self.width() - 2.0, self.height() - 2.0  # a frame needs a pixel at either side
        if height > 0.42 * width:
            half = (height - GAP) / 2
            return [
                *_row(QRectF(1, 0, width, half), (1.0, 1.9, 2.0)),
                *_row(QRectF(1, half + GAP, width, half), (2.6, 1.9)),
            ]
        if width < NARROW:
            return _row(QRectF(1, 0, width, height), (0.9, 1.3, 2.4, 1.6, 1.3), NARROW_GAP)
        return _row(QRectF(1, 0, width, height), (1.1, 1.5, 2.5, 1.4, 1.5))

    def _line(self) -> float:
        return QFontMetricsF(look.small_font()).height()

    def _paint_heading(self, painter: QPainter, box: QRectF, title: str, more: str) -> QRectF:
        """Paint what a block is; return the room beneath."""
        line = self._line() + 3
        font = look.small_font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QRectF(box.left(), box.top(), box.width(), line), AT_LEFT, title)
        used = QFontMetricsF(font).horizontalAdvance(title + "  ")
        painter.setFont(look.small_font())
        painter.setPen(QColor(self._theme.dim))
        if used + QFontMetricsF(painter.font()).horizontalAdvance(more) <= box.width():
            painter.drawText(QRectF(box.left() + used, box.top(), box.width() - used, line), AT_LEFT, more)
        return box.adjusted(0, line + 2, 0, 0)

    def _paint_input(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        room = self._paint_heading(painter, box, say("image"), say("784 inputs"))
        side = whole_blocks(min(room.width(), room.height() - self._line() - 3), self.devicePixelRatioF())
        frame = QRectF(room.left(), room.top(), side, side)
        painter.drawImage(frame, as_picture(step.image, self._theme))
        self._paint_frame(painter, frame)
        painter.setPen(QColor(self._theme.dim))
        caption = QRectF(room.left(), frame.bottom() + 3, room.width(), self._line())
        painter.drawText(caption, AT_LEFT, say("label {names}", names=self._names[step.label]))

    def _paint_ten(
        self, painter: QPainter, box: QRectF, matrix: NDArray[np.floating], heading: tuple[str, str]
    ) -> None:
        room = self._paint_heading(painter, box, *heading)
        limit = scale_of(matrix)
        columns, side = _grid(room.width(), room.height() - self._line() - 6)
        pictures = np.clip(np.nan_to_num(matrix * (127 / limit)), -127, 127).T.reshape(CLASSES, SIDE, SIDE)
        for digit in range(CLASSES):
            row, column = divmod(digit, columns)
            frame = QRectF(room.left() + column * (side + 4), room.top() + row * (side + 4), side, side)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(frame, image_of(self._colours[(pictures[digit] + 128.5).astype(np.uint8)]))
            self._paint_frame(painter, frame)
        painter.setPen(QColor(self._theme.dim))
        rows = -(-CLASSES // columns)
        caption = QRectF(room.left(), room.top() + rows * (side + 4) - 1, room.width(), self._line())
        painter.drawText(caption, AT_LEFT, say("colours: ±{limit:.2g}", limit=limit))

    def _paint_table(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        """Paint the ten outputs: bias, logit, softmax and the one-hot label, a row a digit."""
        room = self._paint_heading(painter, box, say("outputs"), say("inputs × weights + bias"))
        height = min(22.0, room.height() / (CLASSES + 1))
        font = look.small_font()
        width = min(room.width(), 300.0)
        needed = QFontMetricsF(font).horizontalAdvance(say("softmax")) + 6
        share = min(1.0, height / self._line(), width * 0.26 / needed)
        font.setPointSizeF(max(6.0, font.pointSizeF() * share))
        painter.setFont(font)
        has_names = max(map(len, self._names)) > 2
        shares = (0.0, 0.22, 0.43, 0.63, 0.86, 1.0) if has_names else (0.0, 0.1, 0.33, 0.56, 0.82, 1.0)
        edges = [width * share for share in shares]
        best = int(np.argmax(step.logits))
        for number in range(-1, CLASSES):
            cells = tuple(map(said, COLUMNS)) if number < 0 else self._cells(step, number)
            painter.setPen(QColor(self._theme.text if number in (best, step.label) else self._theme.dim))
            top = room.top() + (number + 1) * height
            if number == step.label:
                tint = QColor(look.mix(self._theme.panel, self._theme.accent, 0.12))
                painter.fillRect(QRectF(room.left(), top, width, height), tint)
            for column, text in enumerate(cells):
                cell = QRectF(room.left() + edges[column], top, edges[column + 1] - edges[column], height)
                room_in = cell.adjusted(3, 0, -1, 0)
                if column:
                    painter.drawText(room_in, AT_RIGHT, text)
                else:
                    paint_elided(painter, room_in, text)

    def _cells(self, step: FollowedStep, digit: int) -> tuple[str, ...]:
        share, label = float(step.probabilities[digit]), "1" if digit == step.label else "0"
        bias, logit = float(step.weights.bias[digit]), float(step.logits[digit])
        return self._names[digit], signed(bias), signed(logit), percent(share), label

    def _paint_cost(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        """Paint the cost, of the image and of the batch, and what the step changes."""
        room = self._paint_heading(painter, box, say("cost"), say("cross-entropy, nats"))
        change = float(np.abs(step.rate * step.gradient).max())
        share = max(float(step.probabilities[step.label]), 1e-30)
        lines = (
            (say("−log {share:.3g}", share=share), figure(step.cost_of_image, ".3f")),
            (say("batch mean"), figure(step.cost, ".3f")),
            ("", ""),
            (say("rate"), figure(step.rate, ".4g")),
            (say("× gradient"), figure(float(np.abs(step.gradient).max()), ".2g")),
            (say("= change"), figure(change, ".2g")),
        )
        height = min(20.0, room.height() / len(lines))
        width = min(room.width(), 240.0)
        for number, (name, value) in enumerate(lines):
            row = QRectF(room.left(), room.top() + number * height, width, height)
            is_total = number in (1, 5)
            font = look.small_font()
            font.setPointSizeF(max(6.0, font.pointSizeF() * min(1.0, height / self._line())))
            font.setWeight(QFont.Weight.DemiBold if is_total else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.text if is_total else self._theme.dim))
            metrics = QFontMetricsF(font)
            paint_elided(painter, row.adjusted(0, 0, -metrics.horizontalAdvance(value) - 4, 0), name)
            painter.drawText(row, AT_RIGHT, value)

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
        step, text = self._step, say("no step yet")
        if step is not None:
            best = self._names[int(np.argmax(step.logits))]
            text = say(
                "image labelled {names}, largest logit {best}, cost {cost_of_image:.3f}, mean cost of the batch "
                "{cost:.3f}, learning rate {rate:.4g}",
                names=self._names[step.label],
                best=best,
                cost_of_image=step.cost_of_image,
                cost=step.cost,
                rate=step.rate,
            )
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)


def scale_of(matrix: NDArray[np.floating]) -> float:
    """Return a round number that bounds the sizes of nearly all numbers of a matrix."""
    sizes = np.abs(matrix[np.isfinite(matrix)])
    return rounded_up(max(float(np.quantile(sizes, 0.995)) if len(sizes) else 0.0, 1e-6))


def _row(room: QRectF, shares: tuple[float, ...], gap: float = GAP) -> list[QRectF]:
    """Return places side by side, as wide as their shares say."""
    unit = (room.width() - gap * (len(shares) - 1)) / sum(shares)
    places, left = [], room.left()
    for share in shares:
        places.append(QRectF(left, room.top(), share * unit, room.height()))
        left += share * unit + gap
    return places


def _grid(width: float, height: float) -> tuple[int, float]:
    """Return how many of ten pictures stand in a row, and the side at which they are largest."""
    sides = {}
    for columns in (2, 3, 4, 5, 10):
        rows = -(-CLASSES // columns)
        sides[columns] = min((width - 4 * (columns - 1)) / columns, (height - 4 * (rows - 1)) / rows)
    best = max(sides, key=lambda columns: sides[columns])
    return best, max(1.0, sides[best])
