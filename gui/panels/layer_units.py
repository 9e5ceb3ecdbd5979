"""A hidden layer: its units on a wall, those first that count most, and one of them large."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from core.arrays import Indexes, Mask, Numbers
from core.digits.dataset import CLASSES, DIGITS, PIXELS, SIDE, Bytes
from core.model.inside import LayerInside
from core.words import figure, say
from gui.look import parts, pixels, theme as look
from gui.look.figures import signed
from gui.look.painting import CENTRED, Painted, paint_frame, paint_text
from gui.look.parts import ElidedLabel
from gui.panels.class_rows import LogitRows
from gui.panels.image_wall import ImageWall, Sentences

WIDEST_CARD = 420  # points
PAPER = np.zeros((SIDE, SIDE), np.float32)
FAINT = 0.35  # of the colours of a unit that is dark
BAR, FACE = 5.0, 28.0  # points: the height of a bar, and the side of what stands beside it
LEAST = 0.02  # of the longest bar; a shorter one is not painted
GAP = 10.0  # points between pictures
Captioned = tuple[tuple[QImage, str], ...]


@dataclass(frozen=True, slots=True)
class LayerShown:
    """What is shown of a hidden layer.

    faces : (units, h, w) what each looks for; has_maps : whether they are filters
    inside : what it makes of the image; None where nothing is drawn
    image : (28, 28); digit : the one that is read; names : of the ten classes
    sees_pixels : whether it is the first layer, whose units weigh the pixels themselves
    """

    faces: Numbers
    has_maps: bool
    sees_pixels: bool
    inside: LayerInside | None = None
    image: Numbers | None = None
    digit: int | None = None
    names: tuple[str, ...] = DIGITS

    @property
    def votes(self) -> Numbers:
        """What each unit adds to each logit, (units, 10)."""
        return np.zeros((len(self.faces), CLASSES)) if self.inside is None else self.inside.votes

    @property
    def is_lit(self) -> Mask:
        """Which units are lit; all, where nothing is drawn: none is to look as if it were dark."""
        return np.ones(len(self.faces), np.bool_) if self.inside is None else self.inside.light > 0

    @property
    def maps(self) -> Bytes:
        """Where in the image each filter is lit, (filters, 28, 28), as `map_levels`, all on one scale."""
        outputs = np.zeros((1, 1, len(self.faces))) if self.inside is None else self.inside.outputs
        limit = max(float(np.nan_to_num(outputs).max(initial=0)), 1e-6)
        return pixels.map_levels(PAPER if self.image is None else self.image, outputs, limit)

    def title(self, unit: int) -> str:
        """Return what a unit is called, and how brightly it is lit."""
        number = unit + 1
        name = say("filter {number}", number=number) if self.has_maps else say("unit {number}", number=number)
        if self.inside is None:
            return name
        if not self.inside.light[unit]:
            return say("{unit}: dark", unit=name)
        return say("{unit}: lit {light}", unit=name, light=figure(float(self.inside.light[unit]), ".2f"))

    def sentence(self, unit: int) -> str:
        """Return the same, and what it adds to the digit that is read."""
        title = self.title(unit)
        if self.inside is None or self.digit is None:
            return title
        vote = signed(float(self.inside.votes[unit, self.digit]))
        return say("{unit}; adds {vote} to the {digit}", unit=title, vote=vote, digit=self.names[self.digit])


class UnitWall(ImageWall):
    """Those first that add or take most; while the pointer is on the wall, each stays where it is."""

    def __init__(self) -> None:
        self._faces: Bytes | None = None  # (units, h, w) indexes of `weight_shades`, beneath pictures of maps
        self._votes: Numbers = np.empty(0)  # (units,) what each adds to a logit
        super().__init__("unit_wall")
        self.pointer_left.connect(lambda: self.set_order(self._sorted()))

    def set_units(self, pictures: Bytes, faces: Bytes | None, votes: Numbers, sentences: Sentences) -> None:
        """Show pictures (units, 784), indexes of `weight_shades`, or of `map_shades` where faces stand beneath them."""
        kind_changed = (faces is None) != (self._faces is None)
        stays = self.viewport().underMouse() and len(self.order) == len(votes) and not kind_changed
        self._faces, self._votes = faces, votes
        self._largest = max(float(np.nan_to_num(np.abs(votes)).max(initial=0)), 1e-9)
        self.set_images(pictures, self.order if stays else self._sorted(), lambda _unit: (), sentences)

    def _sorted(self) -> Indexes:
        return np.argsort(-np.abs(np.nan_to_num(self._votes)), kind="stable")

    def _shades(self, theme: look.Theme) -> pixels.Shades:
        return pixels.weight_shades(theme) if self._faces is None else pixels.map_shades(theme)

    def _height_beneath(self) -> float:
        return BAR + 4 if self._faces is None else FACE + 4

    def _paint_beneath(self, painter: QPainter, frame: QRectF, unit: int) -> None:
        """Paint a bar beneath a picture, from the middle, and at its left the face where there is one."""
        paint_frame(painter, frame.adjusted(1, 1, -1, -1))  # at the wall's edge none is cut
        room = QRectF(frame.left(), frame.bottom() + 3, frame.width(), BAR)
        theme = look.current()
        if self._faces is not None:
            face = QRectF(frame.left(), room.top(), FACE, FACE)
            painter.drawImage(face, pixels.image_of(pixels.weight_shades(theme)[self._faces[unit]]))
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


class LayerUnits(QWidget):
    """The wall, and the card of the unit that was chosen, or else of the first."""

    def __init__(self) -> None:
        super().__init__()
        self._shown = LayerShown(np.zeros((0, SIDE, SIDE)), has_maps=False, sees_pixels=True)
        self._scale = 0.0
        self._levels: tuple[Bytes, Bytes]  # of the faces, lit and dark
        self._chosen: int | None = None
        self.wall, self.title, self._pictures = UnitWall(), ElidedLabel(), CaptionedPictures()
        self.rows, card = LogitRows("unit_votes", say("adds")), QWidget(maximumWidth=WIDEST_CARD)
        body = parts.row((self._pictures, 1), (self.rows, 1), spacing=12)
        parts.column(self.title, (body, 1), within=card, spacing=1)
        parts.row((self.wall, 3), (card, 2), within=self, spacing=12)
        self.wall.chosen.connect(self._on_chosen)

    def show_layer(self, shown: LayerShown) -> None:
        """Show a layer, or the same with another image or other weights."""
        if shown.faces is not self._shown.faces or not self._scale:
            self._scale = pixels.steady_scale(shown.faces, self._scale)
            self._levels = (
                pixels.signed_levels(shown.faces, self._scale),
                pixels.signed_levels(shown.faces * FAINT, self._scale),
            )
        self._shown = shown
        faces = np.where(shown.is_lit[:, None, None], *self._levels)
        pictures, beneath = (shown.maps, faces) if shown.has_maps else (faces, None)
        votes = shown.votes[:, shown.digit or 0]
        self.wall.set_units(pictures.reshape(-1, PIXELS), beneath, votes, shown.sentence)
        self._show_card()

    def begin(self) -> None:
        """Forget which unit was chosen, and the scale: another layer comes."""
        self._chosen, self._scale = None, 0.0
        self.wall.set_current(-1)
        self.wall.scrollToTop()

    def dress(self) -> None:
        """Draw the pictures of the unit in other colours."""
        self._show_card()

    def _on_chosen(self, unit: int) -> None:
        self._chosen = None if unit == self._chosen else unit
        if self._chosen is None:
            self.wall.set_current(-1)
        self._show_card()

    def _show_card(self) -> None:
        shown, order = self._shown, self.wall.order
        if not len(order) or not self._scale:  # another layer is on its way
            return
        unit = int(order[0]) if self._chosen is None else self._chosen
        face, shades = shown.faces[unit], pixels.weight_shades(look.current())
        pictures: Captioned = ((pixels.signed_picture(face, self._scale, shades), say("looks for")),)
        if shown.has_maps:
            pictures += ((pixels.image_of(pixels.map_shades(look.current())[shown.maps[unit]]), say("finds it")),)
        elif shown.sees_pixels and shown.image is not None:
            pictures += ((pixels.signed_picture(face * shown.image, self._scale, shades), say("finds")),)
        self.title.setText(shown.title(unit))
        self._pictures.set_pictures(pictures)
        self.rows.set_logits(None if shown.inside is None else shown.votes[unit], shown.digit or 0, shown.names)
