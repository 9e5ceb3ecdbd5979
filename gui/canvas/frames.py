"""What the paper shows besides strokes: frames round the digits of a number, an image, the guide box."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from core.digits.dataset import SIDE
from core.digits.raster import BOX_SIDE
from gui.look.pixels import whole_blocks
from gui.look.theme import Theme

Box = tuple[float, float, float, float]  # left, top, right, bottom
AIR = 0.035  # sides of the canvas between a digit's lines and its frame: half the pen, and a little
CORNER = 3.0  # points


@dataclass(frozen=True)
class Frame:
    """A frame in sides of the canvas; the digit that is looked at has a stronger one, a doubted one a warm one."""

    box: QRectF
    is_chosen: bool = False
    is_doubted: bool = False

    @classmethod
    def round(cls, box: Box, is_chosen: bool, is_doubted: bool) -> "Frame":
        """Return the frame of a digit whose lines lie in a box: left, top, right, bottom."""
        left, top, right, bottom = box
        return cls(QRectF(left - AIR, top - AIR, right - left + 2 * AIR, bottom - top + 2 * AIR), is_chosen, is_doubted)

    def paint(self, painter: QPainter, side: float, theme: Theme) -> None:
        """Paint it on a canvas with that side, in points."""
        colour = theme.warm if self.is_doubted else theme.accent if self.is_chosen else theme.ghost
        painter.setPen(QPen(QColor(colour), 2.0 if self.is_chosen else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(self.box.topLeft() * side, self.box.size() * side)
        painter.drawRoundedRect(box, CORNER, CORNER)


def paint_guide(painter: QPainter, square: QRectF, theme: Theme) -> None:
    """Paint the box that MNIST's digits fill."""
    inset = square.width() * (1 - BOX_SIDE / SIDE) / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.ghost), 1, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square.adjusted(inset, inset, -inset, -inset).toRect())
    painter.restore()


def picture_box(paper: QRectF, columns: int, rows: int, ratio: float) -> QRectF:
    """Return where an image lies on paper: in its middle, as large as there is room for, 28x28 in whole blocks."""
    if rows == columns == SIDE:
        width = height = whole_blocks(paper.height() - 2, ratio)
    else:
        scale = min(paper.width() / columns, paper.height() / rows)
        width, height = columns * scale, rows * scale
    left, top = (round(room / 2 * ratio) / ratio for room in (paper.width() - width, paper.height() - height))
    return QRectF(left, top, width, height)


def on_paper(box: Box, paper: QRectF, columns: int, rows: int) -> Box:
    """Return a box of an image, in its pixels, in heights of the paper that it lies on."""
    place = picture_box(paper, columns, rows, 1.0)
    scale, side = place.width() / columns, paper.height()
    left, right = (place.left() + x * scale for x in box[::2])
    top, bottom = (place.top() + y * scale for y in box[1::2])
    return left / side, top / side, right / side, bottom / side
