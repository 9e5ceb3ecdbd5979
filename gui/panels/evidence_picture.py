"""A logit written out as pictures: image times weights is the evidence, and what it adds up to."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen

from core.digits.dataset import SIDE
from core.model.metrics import Evidence
from core.words import say
from gui.look import theme as look
from gui.look.figures import signed
from gui.look.painting import AT_LEFT, AT_RIGHT, CENTRED, Painted, describe, paint_frame, painter_of_numbers
from gui.look.pixels import as_picture, signed_picture, weight_shades
from gui.look.plot_axes import rounded_up
from gui.panels.evidence_layout import SIGN, SUMS, Places, placed


@dataclass(frozen=True, slots=True)
class Equation:
    """What is shown: image and weights, (28, 28) each, the evidence, and the words under and beside them."""

    image: NDArray[np.floating]
    weights: NDArray[np.floating]
    evidence: Evidence
    captions: tuple[str, str, str]
    total: str
    rest: str = ""  # what is added beside the evidence; "" for the bias alone


class EvidencePicture(Painted):
    """Image × weights = evidence; beside it the sums: for, against, bias, and the logit they make."""

    def __init__(self) -> None:
        tip = say(
            "Each pixel is multiplied by its weight. Blue results speak for the digit, orange ones against it;\n"
            "all of them and the bias add up to the logit, exactly."
        )
        usual = round(3 * SIDE * 4 + 2 * SIGN + SUMS), SIDE * 4 + 24
        super().__init__(say("Evidence"), tip, usual=usual, least=(300, 84))
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
        painter = painter_of_numbers(self)
        painter.setFont(look.small_font())
        shown = self._equation
        places = self.places()
        signed_pictures = map(self._signed_picture, (shown.weights, shown.evidence.picture))
        pictures = (as_picture(shown.image, self.theme), *signed_pictures)
        for number, (picture, caption) in enumerate(zip(pictures, shown.captions, strict=True)):
            self._paint_picture(painter, places.pictures[number], picture, caption)
            if number:
                self._paint_sign(painter, places.sign(number), "×="[number - 1])
        self._paint_sums(painter, places.sums)

    def places(self) -> Places:
        """Return where the pictures and the sums stand."""
        line = QFontMetricsF(look.small_font()).height()
        return placed(self.width(), self.height(), line, self.devicePixelRatioF())

    def _signed_picture(self, values: NDArray[np.floating]) -> QImage:
        finite = np.abs(values[np.isfinite(values)])
        limit = rounded_up(max(float(finite.max(initial=0)), 1e-6))
        return signed_picture(values, limit, weight_shades(self.theme))

    def _paint_picture(self, painter: QPainter, box: QRectF, picture: QImage, caption: str) -> None:
        painter.drawImage(box, picture)
        paint_frame(painter, box)
        painter.setPen(QColor(self.theme.dim))
        height = QFontMetricsF(painter.font()).height()
        room = QRectF(box.left() - 24, box.bottom() + 3, box.width() + 48, height)
        painter.drawText(room, CENTRED, caption)

    def _paint_sign(self, painter: QPainter, box: QRectF, sign: str) -> None:
        painter.save()
        painter.setFont(look.big_font())
        painter.setPen(QColor(self.theme.dim))
        painter.drawText(box, CENTRED, sign)
        painter.restore()

    def _paint_sums(self, painter: QPainter, box: QRectF) -> None:
        """Paint the sums one above the other, a line, and the total."""
        rows, step, theme = self.rows(), min(26.0, box.height() / 4.2), self.theme
        top = box.center().y() - step * len(rows) / 2
        colours = (theme.accent, theme.warm, theme.text, theme.text)
        for number, ((name, figure), colour) in enumerate(zip(rows, colours, strict=True)):
            is_total = number == len(rows) - 1
            line = QRectF(box.left(), top + number * step + (4 if is_total else 0), box.width(), step)
            font = look.small_font()
            font.setBold(is_total)
            painter.setFont(font)
            painter.setPen(QColor(theme.text if is_total else theme.dim))
            painter.drawText(line, AT_LEFT, name)
            painter.setPen(QColor(colour))
            painter.drawText(line, AT_RIGHT, figure)
            if is_total:
                painter.setPen(QPen(QColor(theme.ghost), 1))
                painter.drawLine(line.topLeft(), line.topRight())


def in_hundredths(parts: tuple[float, ...], total: float) -> tuple[float, ...]:
    """Return parts rounded to hundredths such that they add up to the total as it is written.

    Rounded each by itself they may miss it by a hundredth, which the largest part bears.
    """
    rounded = [round(part, 2) for part in parts]
    if not np.isfinite([*parts, total]).all():
        return parts
    largest = max(range(len(parts)), key=lambda number: abs(parts[number]))
    rounded[largest] += round(total, 2) - sum(rounded)
    return tuple(rounded)
