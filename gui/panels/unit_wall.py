"""The units of a hidden layer on a wall, and pictures of one of them."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent

from core.arrays import Indexes, Numbers
from core.digits.dataset import Bytes
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted, paint_frame, paint_text
from gui.look.pixels import Shades, image_of, map_shades, weight_shades
from gui.look.theme import Theme
from gui.panels.image_wall import ImageWall, Sentences

BAR, FACE = 5.0, 28.0  # points: the height of a bar, and the side of what stands beside it
LEAST = 0.02  # of the longest bar; a shorter one is not painted
GAP = 10.0  # points between pictures
Captioned = tuple[tuple[QImage, str], ...]


class UnitWall(ImageWall):
    """Those first that add or take most; while the pointer is on the wall, each stays where it is."""

    def __init__(self) -> None:
        self._faces: Bytes | None = None  # (units, h, w) indexes of `weight_shades`, beneath pictures of maps
        self._votes: Numbers = np.empty(0)  # (units,) what each adds to a logit
        super().__init__("unit_wall")
        self.pointer_left.connect(self._sort_anew)

    def set_units(self, pictures: Bytes, faces: Bytes | None, votes: Numbers, sentences: Sentences) -> None:
        """Show pictures (units, 784), indexes of `weight_shades`, or of `map_shades` where faces stand beneath them."""
        kind_changed = (faces is None) != (self._faces is None)
        stays = self.viewport().underMouse() and len(self.order) == len(votes) and not kind_changed
        self._faces, self._votes = faces, votes
        self._largest = max(float(np.nan_to_num(np.abs(votes)).max(initial=0)), 1e-9)
        self.set_images(pictures, self.order if stays else self._sorted(), lambda _unit: (), sentences)

    def _sort_anew(self) -> None:
        marked = self.current()
        self.set_order(self._sorted())
        self.set_current(marked)

    def _sorted(self) -> Indexes:
        return np.argsort(-np.abs(np.nan_to_num(self._votes)), kind="stable")

    def _shades(self, theme: Theme) -> Shades:
        return weight_shades(theme) if self._faces is None else map_shades(theme)

    def _height_beneath(self) -> float:
        return BAR + 4 if self._faces is None else FACE + 4

    def _paint_beneath(self, painter: QPainter, frame: QRectF, unit: int) -> None:
        """Paint a bar beneath a picture, from the middle, and at its left the face where there is one."""
        paint_frame(painter, frame.adjusted(1, 1, -1, -1))  # at the wall's edge none is cut
        room = QRectF(frame.left(), frame.bottom() + 3, frame.width(), BAR)
        theme = look.current()
        if self._faces is not None:
            face = QRectF(frame.left(), room.top(), FACE, FACE)
            painter.drawImage(face, image_of(weight_shades(theme)[self._faces[unit]]))
            paint_frame(painter, face.adjusted(1, 1, -1, -1))
            room = QRectF(frame.left() + FACE + 4, room.top() + (FACE - BAR) / 2, frame.width() - FACE - 4, BAR)
        share, middle = float(np.nan_to_num(self._votes[unit])) / self._largest, room.center().x()
        if abs(share) >= LEAST:
            bar = QRectF(middle, room.top(), share * room.width() / 2, room.height()).normalized()
            painter.fillRect(bar, QColor(theme.accent if share > 0 else theme.warm))
        painter.fillRect(QRectF(round(middle), room.top(), 1, room.height()), QColor(theme.ghost))


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
        painter = self.painter()
        painter.setFont(look.small_font())
        height = QFontMetricsF(painter.font()).height()
        for (picture, caption), frame in zip(self._pictures, self.frames(), strict=True):
            painter.drawImage(frame, picture)
            paint_frame(painter, frame)
            if painter.fontMetrics().horizontalAdvance(caption) <= frame.width():  # else it would be cut
                line = QRectF(frame.left(), frame.bottom() + 2, frame.width(), height)
                paint_text(painter, line, caption, self.theme.dim, CENTRED)
