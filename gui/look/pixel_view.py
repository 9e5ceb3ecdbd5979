"""One 28x28 image as crisp blocks, with its numbers under the pointer."""

import math

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip

from core.arrays import Numbers
from core.digits.dataset import SIDE
from core.words import say
from gui.look.painting import Painted, paint_frame
from gui.look.pixels import as_picture

FRAME = 2  # points, both sides of the frame together


def whole_blocks(room: float, ratio: float) -> float:
    """Return the largest side, in points, within `room` at which a block is a whole number of screen pixels."""
    return SIDE * max(1, math.floor(room * ratio / SIDE)) / ratio


class PixelView(Painted):
    """A square view of one image; every block covers the same whole number of screen pixels."""

    def __init__(self, name: str = "", tip: str = "") -> None:
        """Ask for blocks four points wide, and at least two."""
        usual, least = SIDE * 4 + FRAME, SIDE * 2 + FRAME
        super().__init__(name, tip, usual=(usual, usual), least=(least, least))
        self.image: Numbers | None = None  # what is shown, (28, 28)
        self._is_faint = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_image(self, image: Numbers | None) -> None:
        """Show an image, (28, 28), 0.0 paper .. 1.0 ink, or nothing."""
        if image is not self.image:  # a run reports each new reading of the same image
            self.image = image
            self.update()

    def set_faint(self, faint: bool) -> None:
        """Step back, as a stage does that is switched off."""
        self._is_faint = faint
        self.update()

    def blocks(self) -> QRectF:
        """Return the square that the blocks cover, in the widget's points: at the top, in the middle."""
        ratio = self.devicePixelRatioF()
        side = whole_blocks(min(self.width(), self.height()) - FRAME, ratio)
        left = round((self.width() - side) / 2 * ratio) / ratio
        return QRectF(left, round(FRAME / 2 * ratio) / ratio, side, side)

    def text_at(self, place: QPointF) -> str:
        """Return what stands under a place, such as "row 12, column 15: 0.83"; "" where nothing does."""
        square = self.blocks()
        if self.image is None or not square.contains(place):
            return ""
        row = min(SIDE - 1, int((place.y() - square.top()) / square.height() * SIDE))
        column = min(SIDE - 1, int((place.x() - square.left()) / square.width() * SIDE))
        return say("row {row}, column {column}: {image:.2f}", row=row, column=column, image=self.image[row, column])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the number under the pointer."""
        text = self.text_at(event.position())
        if text:
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def event(self, event: QEvent) -> bool:
        """Keep the general tooltip away from where numbers are shown."""
        if event.type() == QEvent.Type.ToolTip and self.image is not None:
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint paper, blocks and frame."""
        painter = QPainter(self)
        square = self.blocks()
        painter.fillRect(square, QColor(self.theme.background))
        painter.setOpacity(0.25 if self._is_faint else 1.0)
        if self.image is not None:
            painter.drawImage(square, as_picture(self.image, self.theme))
        painter.setOpacity(1.0)
        paint_frame(painter, square)
