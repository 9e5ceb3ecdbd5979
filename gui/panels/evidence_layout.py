"""Where image, weights, evidence and their sums lie: the sums beside the pictures, or beneath where these grow so."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from core.digits.dataset import SIDE
from gui.look.pixel_view import whole_blocks

SIGN = 26.0  # points, room for × and =
SUMS = 130.0  # points, the width of the column of sums
SUMS_ROWS, SUMS_GAP = 4.6, 16.0  # lines of text that the sums take, and points that keep them apart
LARGEST = 12.0 * SIDE  # points, a picture
FRAME = 1.0  # points, round a picture
UNDER = 4.0  # points between a picture and its caption


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in points: the three pictures from left to right, and the sums."""

    pictures: tuple[QRectF, QRectF, QRectF]
    sums: QRectF

    def sign(self, number: int) -> QRectF:
        """Return the room before a picture."""
        before, after = self.pictures[number - 1], self.pictures[number]
        return QRectF(before.right(), after.top(), after.left() - before.right(), after.height())


def placed(width: float, height: float, line: float, ratio: float) -> Places:
    """Return the places in a widget of that size at which the pictures are largest.

    line : height of a line of text, points; ratio : screen pixels a point
    """
    beside = _side((width - 2 * SIGN - SUMS - SUMS_GAP) / 3, height - line, ratio)
    beneath = _side((width - 2 * SIGN) / 3, height - line - SUMS_ROWS * line, ratio)
    side = max(beside, beneath)
    spare = width - 2 * FRAME - 3 * side - (0.0 if beneath > beside else SUMS + SUMS_GAP)
    gap = max(SIGN, min(spare / 2, 2 * SIGN))  # a caption may be wider than a small picture
    first, second, third = (QRectF(FRAME + number * (side + gap), FRAME, side, side) for number in range(3))
    if beneath > beside:
        sums = QRectF(FRAME, first.bottom() + UNDER + line, side + gap + side, SUMS_ROWS * line)
    else:
        left = third.right() + SUMS_GAP
        sums = QRectF(left, FRAME, min(SUMS, width - left), max(side, min(SUMS_ROWS * line, height - FRAME)))
    return Places((first, second, third), sums)


def _side(across: float, down: float, ratio: float) -> float:
    """Return the side of a picture: blocks of a whole number of screen pixels."""
    return whole_blocks(max(min(across, down - UNDER, LARGEST) - FRAME, SIDE), ratio)
