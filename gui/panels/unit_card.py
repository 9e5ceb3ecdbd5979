"""One unit of a hidden layer, large: what it looks for, where it finds it, and what it adds to each digit."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.digits.dataset import DIGITS
from core.words import say
from gui.look import parts
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted, paint_frame, painter_of_numbers
from gui.look.parts import ElidedLabel
from gui.panels.logit_rows import LogitRows

GAP = 10.0  # points between pictures
Captioned = tuple[tuple[QImage, str], ...]


class UnitCard(QWidget):
    """A title, one or two pictures, and ten bars."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.pictures, self.rows = ElidedLabel(), CaptionedPictures(), LogitRows(what=say("adds"))
        self.rows.setAccessibleName(say("What the unit adds to each digit"))
        self.rows.setToolTip(
            say("What this unit adds to each digit's logit, as brightly as it is lit now.\nDark, it adds nothing.")
        )
        body = parts.row((self.pictures, 1), (self.rows, 1), spacing=12)
        parts.column(self.title, (body, 1), within=self, spacing=4)

    def show_unit(
        self, title: str, pictures: Captioned, votes: NDArray[np.floating], digit: int, names: tuple[str, ...] = DIGITS
    ) -> None:
        """Show a unit's pictures, and what it adds to each logit, (10,); digit: the one that is read."""
        self.title.setText(title)
        self.pictures.set_pictures(pictures)
        self.rows.set_logits(votes, digit, names)


class CaptionedPictures(Painted):
    """Pictures of one size, each with a line beneath: side by side, or one above the other where that is larger."""

    def __init__(self) -> None:
        super().__init__(usual=(150, 170), least=(64, 80))
        self._pictures = Captioned()

    def set_pictures(self, pictures: Captioned) -> None:
        """Show these pictures with their captions."""
        self._pictures = pictures
        self.setAccessibleDescription(", ".join(caption for _, caption in pictures))
        self.update()

    def frames(self) -> list[QRectF]:
        """Return where the pictures stand."""
        count, line = max(1, len(self._pictures)), QFontMetricsF(look.small_font()).height() + 2
        beside = min((self.width() - GAP * (count - 1)) / count, self.height() - line) - 2
        above = min(self.width(), (self.height() - GAP * (count - 1)) / count - line) - 2
        side = float(int(max(beside, above, 8.0)))
        right, down = (side + GAP, 0.0) if beside >= above else (0.0, side + line + GAP)
        return [QRectF(1 + number * right, 1 + number * down, side, side) for number in range(len(self._pictures))]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint each picture, its frame and its caption."""
        painter = painter_of_numbers(self)
        painter.setFont(look.small_font())
        height = QFontMetricsF(painter.font()).height()
        for (picture, caption), frame in zip(self._pictures, self.frames(), strict=True):
            painter.drawImage(frame, picture)
            paint_frame(painter, frame)
            painter.setPen(QColor(self.theme.dim))
            if painter.fontMetrics().horizontalAdvance(caption) <= frame.width():  # else it would be cut at both ends
                painter.drawText(QRectF(frame.left(), frame.bottom() + 2, frame.width(), height), CENTRED, caption)
