"""A logit written out as pictures: image times weights is the evidence, and what it adds up to."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen

from core.arrays import Numbers
from core.digits.dataset import SIDE
from core.model.inside import Evidence
from core.words import say
from gui.look import theme as look
from gui.look.figures import signed
from gui.look.painting import AT_RIGHT, CENTRED, Painted, describe, paint_frame, paint_text
from gui.look.pixels import as_picture, signed_picture, weight_shades, whole_blocks
from gui.look.plot_axes import rounded_up

SIGN = 26.0  # points, room for × and =
SUMS = 130.0  # points, the width of the column of sums
SUMS_ROWS, SUMS_GAP = 4.6, 16.0  # lines of text that the sums take, and points that keep them apart
LARGEST = 12.0 * SIDE  # points, a picture
FRAME = 1.0  # points, round a picture
UNDER = 4.0  # points between a picture and its caption, and above the total


def placed(width: float, height: float, line: float, ratio: float) -> tuple[list[QRectF], QRectF]:
    """Return where the three pictures are largest, from left to right, and the sums; all lengths in points.

    line : a text's height; ratio : pixels a point
    """
    beside = _side((width - 2 * SIGN - SUMS - SUMS_GAP) / 3, height - line, ratio)
    beneath = _side((width - 2 * SIGN) / 3, height - line - SUMS_ROWS * line, ratio)
    side = max(beside, beneath)
    spare = width - 2 * FRAME - 3 * side - (0.0 if beneath > beside else SUMS + SUMS_GAP)
    gap = max(SIGN, min(spare / 2, 2 * SIGN))  # a caption may be wider than a small picture
    pictures = [QRectF(FRAME + number * (side + gap), FRAME, side, side) for number in range(3)]
    if beneath > beside:
        return pictures, QRectF(FRAME, FRAME + side + UNDER + line, side + gap + side, SUMS_ROWS * line)
    left = pictures[2].right() + SUMS_GAP
    return pictures, QRectF(left, FRAME, min(SUMS, width - left), max(side, min(SUMS_ROWS * line, height - FRAME)))


def _side(across: float, down: float, ratio: float) -> float:
    """Return the side of a picture: blocks of a whole number of screen pixels."""
    return whole_blocks(max(min(across, down - UNDER, LARGEST) - FRAME, SIDE), ratio)


@dataclass(frozen=True, slots=True)
class Equation:
    """What is shown: image and weights, (28, 28) each, the evidence, and the words under and beside them."""

    image: Numbers
    weights: Numbers
    evidence: Evidence
    captions: tuple[str, str, str]
    total: str
    rest: str = ""  # what is added beside the evidence; "" for the bias alone


class EvidencePicture(Painted):
    """Image × weights = evidence; beside it the sums: for, against, bias, and the logit they make."""

    def __init__(self) -> None:
        usual = round(3 * SIDE * 4 + 2 * SIGN + SUMS), SIDE * 4 + 24
        super().__init__("evidence", usual=usual, least=(290, 84))
        self.set_equation(None)

    def set_equation(self, equation: Equation | None) -> None:
        """Show an equation, or nothing."""
        self._equation = equation
        describe(self, ", ".join(f"{name} {figure}" for name, figure in self.rows()) or say("nothing to explain"))
        self.update()

    def rows(self) -> tuple[tuple[str, str], ...]:
        """Return the sums as they are written, name and figure; the last is their total."""
        if self._equation is None:
            return ()
        made = self._equation.evidence
        names = (say("speaks for"), say("against"), self._equation.rest or say("bias"), self._equation.total)
        parts = in_hundredths((made.speaks_for, made.speaks_against, made.bias), made.logit)
        return tuple((name, signed(value)) for name, value in zip(names, (*parts, made.logit), strict=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the three pictures, the signs between them, and the sums."""
        if self._equation is None:
            return
        painter = self.painter()
        shown, (boxes, sums), metrics = self._equation, self.places(), QFontMetricsF(look.small_font())
        signed_pictures = map(self._signed_picture, (shown.weights, shown.evidence.picture))
        pictures = (as_picture(shown.image, self.theme), *signed_pictures)
        for box, picture, caption in zip(boxes, pictures, shown.captions, strict=True):
            width = metrics.horizontalAdvance(caption) + 1
            painter.drawImage(box, picture)
            paint_frame(painter, box)
            line = QRectF(max(0.0, box.center().x() - width / 2), box.bottom() + 3, width, metrics.height())
            paint_text(painter, line, caption, self.theme.dim, CENTRED, look.small_font())
        for sign, (before, after) in zip("×=", pairwise(boxes), strict=True):
            between = QRectF(before.topRight(), after.bottomLeft())
            paint_text(painter, between, sign, self.theme.dim, CENTRED, look.big_font())
        self._paint_sums(painter, sums)

    def places(self) -> tuple[list[QRectF], QRectF]:
        """Return where the pictures and the sums stand."""
        line = QFontMetricsF(look.small_font()).height()
        return placed(self.width(), self.height(), line, self.devicePixelRatioF())

    def _signed_picture(self, values: Numbers) -> QImage:
        finite = np.abs(values[np.isfinite(values)])
        limit = rounded_up(max(float(finite.max(initial=0)), 1e-6))
        return signed_picture(values, limit, weight_shades(self.theme))

    def _paint_sums(self, painter: QPainter, box: QRectF) -> None:
        rows, theme = self.rows(), self.theme
        step = min(26.0, (box.height() - UNDER) / max(len(rows), 1))
        top = box.center().y() - (step * len(rows) + UNDER) / 2
        colours = (theme.accent, theme.warm, theme.text, theme.text)
        for number, ((name, figure), colour) in enumerate(zip(rows, colours, strict=True)):
            is_total = number == len(rows) - 1
            line = QRectF(box.left(), top + number * step + (UNDER if is_total else 0), box.width(), step)
            font = look.small_font()
            font.setBold(is_total)
            paint_text(painter, line, name, theme.text if is_total else theme.dim, font=font)
            paint_text(painter, line, figure, colour, AT_RIGHT)
            if is_total:
                painter.setPen(QPen(QColor(theme.ghost), 1))
                painter.drawLine(line.topLeft(), line.topRight())


def in_hundredths(parts: tuple[float, ...], total: float) -> tuple[float, ...]:
    """Return parts rounded to hundredths such that they add up to the total as it is written."""
    if not np.isfinite([*parts, total]).all():
        return parts
    rounded = [round(part, 2) for part in parts]  # they may miss it by a hundredth, which the largest part bears
    largest = max(range(len(parts)), key=lambda number: abs(parts[number]))
    rounded[largest] += round(total, 2) - sum(rounded)
    return tuple(rounded)
