"""One step as a picture, from 784 inputs to the update of the weights, with its real numbers."""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen

from core.arrays import Floats
from core.digits.dataset import CLASSES, DIGITS, SIDE
from core.training.one_step import FollowedStep
from core.words import said, say
from gui.look import theme as look
from gui.look.painting import AT_RIGHT, CENTRED, Painted, describe, fitted_font, font_within, paint_frame, paint_text
from gui.look.pixels import as_picture, signed_picture, steady_scale, weight_shades, whole_blocks
from gui.panels.layer_words import counted
from gui.panels.post_table import texts
from gui.panels.step_blocks import COLUMNS, COST_TOTALS, blocks, cost_rows, in_words, output_row, tiles

WIDEST_TABLE, WIDEST_COSTS = 300.0, 240.0  # points
TALLEST_ROW, TALLEST_COST = 22.0, 20.0  # points
WIDER = 10.0  # points, a text than its column
EDGES: tuple[float, ...] = (0.0, 0.1, 0.33, 0.56, 0.82, 1.0)  # of the table's columns, shares of its width
# of the table where it is less wide, in points: which columns are left, and their edges
NARROW = {100.0: ((0, 2, 3), (0.0, 0.1, 0.5, 1.0)), 130.0: ((0, 2, 3, 4), (0.0, 0.1, 0.42, 0.77, 1.0))}
EDGES_OF_NAMES = (0.0, 0.22, 0.43, 0.63, 0.86, 1.0)  # where classes have names longer than two letters


class StepPicture(Painted):
    """Blocks in the order of the computation: inputs, weights or hidden layers, ten outputs, the cost, the gradient."""

    pointed = Signal(str)  # the part of the network that the mouse is over, "" for none

    def __init__(self) -> None:
        super().__init__("step_picture", usual=(760, 190), least=(420, 110))
        self._part = ""
        self.setMouseTracking(True)
        self.set_step(None)

    def point_at(self, part: str) -> None:
        """Light the blocks that show a part of the network."""
        self._part = part
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which part of the network the mouse is over."""
        over = [parts[0] for parts, box in self._blocks() if box.contains(event.position())]
        self.pointed.emit(over[0] if over else "")

    def set_step(self, step: FollowedStep | None, names: tuple[str, ...] = DIGITS) -> None:
        """Show a step and the image followed through it; None shows nothing."""
        self._step, self._names = step, names
        describe(self, in_words(step, names))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the blocks and the arrows between them."""
        step = self._step
        painter = self.painter()
        if step is None:
            text = say("The step appears here as soon as there is a data set.")
            paint_text(painter, QRectF(self.rect()), text, self.theme.dim, CENTRED)
            return
        blocks = [box for _, box in self._blocks()]
        for parts, box in self._blocks():
            if self._part in parts:
                painter.fillRect(box.adjusted(-4, 0, 4, 0), QColor(look.mix(self.theme.panel, self.theme.accent, 0.18)))
        self._paint_input(painter, blocks[0], step)
        if step.hidden:
            for box, outputs in zip(blocks[1:-3], step.hidden, strict=True):
                self._paint_layer(painter, box, outputs)
        else:
            self._paint_pictures(painter, blocks[1], _pictures(step, step.weights.arrays), say("weights"), "784 × 10")
        self._paint_table(painter, blocks[-3], step)
        self._paint_cost(painter, blocks[-2], step)
        which = say("of layer {number}", number=_first(step) + 1) if step.hidden else say("of the cost")
        self._paint_pictures(painter, blocks[-1], _pictures(step, step.gradients), say("gradient"), which)
        self._paint_arrows(painter, blocks)

    def _blocks(self) -> list[tuple[list[str], QRectF]]:
        """Return the blocks, each with the parts of the network that it shows; hidden layers show weights."""
        hidden = 0 if self._step is None else len(self._step.hidden)
        first, second, *others = texts()["step"]
        shown = [first, *[second] * max(hidden, 1), *others]
        return list(zip(shown, blocks(self.width(), self.height(), hidden), strict=True))

    def _line(self) -> float:
        return QFontMetricsF(look.small_font()).height()

    def _paint_heading(self, painter: QPainter, box: QRectF, title: str, more: str) -> QRectF:
        """Paint what a block is; return the room beneath."""
        line = QRectF(box.left(), box.top(), box.width(), self._line() + 3)
        paint_text(painter, line, title, self.theme.text, font=font_within(line, title, heavy=True))
        line.setLeft(line.left() + QFontMetricsF(painter.font()).horizontalAdvance(title + "  "))
        if QFontMetricsF(look.small_font()).horizontalAdvance(more) <= line.width():
            paint_text(painter, line, more, self.theme.dim, font=look.small_font())
        return box.adjusted(0, line.height() + 2, 0, 0)

    def _paint_input(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        room = self._paint_heading(painter, box, say("image"), say("784 inputs"))
        side = whole_blocks(min(room.width(), room.height() - self._line() - 3), self.devicePixelRatioF())
        frame = QRectF(room.left(), room.top(), side, side)
        painter.drawImage(frame, as_picture(step.image, self.theme))
        paint_frame(painter, frame)
        self._paint_caption(painter, room, frame.bottom(), say("label {names}", names=self._names[step.label]))

    def _paint_pictures(
        self, painter: QPainter, box: QRectF, pictures: NDArray[np.floating], title: str, more: str
    ) -> None:
        """Paint pictures (n, h, w) of weights or their gradients, all on one scale."""
        limit, room = steady_scale(pictures, 0.0), self._paint_heading(painter, box, title, more)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, pictures.shape[1] == SIDE)
        self._paint_tiles(painter, room, pictures, limit, say("colours: ±{limit:.2g}", limit=limit))

    def _paint_layer(self, painter: QPainter, box: QRectF, outputs: NDArray[np.floating]) -> None:
        """Paint what a hidden layer makes of the image: a map a filter, or its units as squares, the lit ones blue."""
        has_maps, units = outputs.ndim == 3, outputs.shape[-1]
        title = counted(units, has_maps=has_maps)
        if QFontMetricsF(fitted_font(0, heavy=True)).horizontalAdvance(title) > box.width():
            title = str(units)
        room = self._paint_heading(painter, box, title, "")
        pictures = outputs.transpose(2, 0, 1) if has_maps else outputs.reshape(-1, 1, 1)
        limit, lit = max(float(np.nan_to_num(np.abs(outputs)).max()), 1e-6), int((pictures.max(axis=(1, 2)) > 0).sum())
        self._paint_tiles(painter, room, pictures, limit, say("{lit} of {all} lit", lit=lit, all=units))

    def _paint_tiles(
        self, painter: QPainter, room: QRectF, pictures: NDArray[np.floating], limit: float, caption: str
    ) -> None:
        """Paint pictures (n, h, w) in colours from -limit to limit, and a caption beneath."""
        frames = tiles(room.adjusted(0, 0, 0, -self._line() - 6), len(pictures))
        shades = weight_shades(self.theme)
        for frame, picture in zip(frames, pictures, strict=True):
            painter.drawImage(frame, signed_picture(picture, limit, shades))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        paint_frame(painter, *frames)
        self._paint_caption(painter, room, frames[-1].bottom(), caption)

    def _paint_table(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        room = self._paint_heading(painter, box, say("outputs"), say("inputs × weights + bias"))
        height, width = min(TALLEST_ROW, room.height() / (CLASSES + 1)), min(room.width(), WIDEST_TABLE)
        needed = QFontMetricsF(look.small_font()).horizontalAdvance(say("softmax")) + 6
        painter.setFont(fitted_font(min(height / self._line(), width * 0.26 / needed)))
        best, whole = int(np.argmax(step.logits)), EDGES_OF_NAMES if max(map(len, self._names)) > 2 else EDGES
        narrow = (shown for least, shown in NARROW.items() if width < least)
        columns, edges = next(narrow, (tuple(range(len(COLUMNS))), whole))
        for digit in range(-1, CLASSES):
            row = QRectF(room.left(), room.top() + (digit + 1) * height, width, height)
            if digit == step.label:
                painter.fillRect(row, QColor(look.mix(self.theme.panel, self.theme.accent, 0.12)))
            colour = self.theme.text if digit in (best, step.label) else self.theme.dim
            cells = tuple(map(said, COLUMNS)) if digit < 0 else output_row(step, digit, self._names[digit])
            for column, (left, right) in zip(columns, pairwise(edges), strict=True):
                text = cells[column]
                cell = QRectF(room.left() + left * width + 3, row.top(), (right - left) * width - 4, height)
                if column:  # a heading may begin above the column before
                    paint_text(painter, cell.adjusted(-WIDER, 0, 0, 0), text, colour, AT_RIGHT)
                else:
                    paint_text(painter, cell, text, colour)

    def _paint_cost(self, painter: QPainter, box: QRectF, step: FollowedStep) -> None:
        room = self._paint_heading(painter, box, say("cost"), say("cross-entropy, nats"))
        rows = cost_rows(step)
        height, width = min(TALLEST_COST, room.height() / len(rows)), min(room.width(), WIDEST_COSTS)
        heavy = QFontMetricsF(fitted_font(heavy=True))
        widest = max((name + value for name, value in rows), key=heavy.horizontalAdvance)
        font = font_within(QRectF(0, 0, width - 6, height), widest, heavy=True)
        for number, (name, value) in enumerate(rows):
            is_total = number in COST_TOTALS
            row = QRectF(room.left(), room.top() + number * height, width, height)
            font.setWeight(QFont.Weight.DemiBold if is_total else QFont.Weight.Normal)
            colour = self.theme.text if is_total else self.theme.dim
            used = QFontMetricsF(font).horizontalAdvance(value) + 4
            paint_text(painter, row.adjusted(0, 0, -used, 0), name, colour, font=font)
            paint_text(painter, row, value, colour, AT_RIGHT)

    def _paint_caption(self, painter: QPainter, room: QRectF, bottom: float, text: str) -> None:
        """Paint a text beneath a picture, smaller where its room is narrow; none where that would be too small."""
        font = fitted_font(0.95 * room.width() / QFontMetricsF(look.small_font()).horizontalAdvance(text))
        if QFontMetricsF(font).horizontalAdvance(text) <= room.width():
            line = QRectF(room.left(), bottom + 3, room.width(), self._line())
            paint_text(painter, line, text, self.theme.dim, font=font)

    def _paint_arrows(self, painter: QPainter, blocks: list[QRectF]) -> None:
        painter.setPen(QPen(QColor(self.theme.ghost), 1))
        for before, after in pairwise(blocks):
            if after.top() > before.top():
                continue
            gap = after.left() - before.right()
            length = min(9.0, gap - 4)
            head = QPointF(after.left() - (gap - length) / 2, before.top() + self._line() / 2 + 1)
            for x, y in ((-length, 0), (-3, -3), (-3, 3)):
                painter.drawLine(head + QPointF(x, y), head)


def _first(step: FollowedStep) -> int:
    """Return the place of the first layer whose weights are pictures: of pooling and scaling they are none."""
    return next(place for place, array in enumerate(step.weights.arrays[::2]) if array.ndim > 1)


def _pictures(step: FollowedStep, arrays: tuple[Floats, ...]) -> NDArray[np.floating]:
    """Return the weights that see pixels, or their gradients, as pictures: filters, or the ten largest units."""
    first = _first(step)
    array, sides = arrays[2 * first], step.weights.architecture.inputs[first]
    if array.ndim == 4:
        return array[:, :, 0].transpose(2, 0, 1)
    largest = np.sort(np.argsort(-np.nan_to_num(np.abs(array)).max(axis=0), kind="stable")[:CLASSES])
    return array.T[largest].reshape(-1, *(sides if len(sides) == 3 else (SIDE, SIDE, 1)))[..., 0]
