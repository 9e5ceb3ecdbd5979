"""A hidden layer: its units on a wall, those first that count most, and one of them large."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtWidgets import QWidget

from core.arrays import Mask, Numbers
from core.digits.dataset import CLASSES, DIGITS, PIXELS, SIDE, Bytes
from core.model.inside import LayerInside
from core.words import figure, say
from gui.look import parts, theme as look
from gui.look.figures import signed
from gui.look.parts import ElidedLabel
from gui.look.pixels import image_of, map_levels, map_shades, signed_levels, signed_picture, steady_scale, weight_shades
from gui.panels.class_rows import LogitRows
from gui.panels.unit_wall import Captioned, CaptionedPictures, UnitWall

WIDEST_CARD = 420  # points
PAPER = np.zeros((SIDE, SIDE), np.float32)
FAINT = 0.35  # of the colours of a unit that is dark


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
        return map_levels(PAPER if self.image is None else self.image, outputs, limit)

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
            self._scale = steady_scale(shown.faces, self._scale)
            self._levels = signed_levels(shown.faces, self._scale), signed_levels(shown.faces * FAINT, self._scale)
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
        face, shades = shown.faces[unit], weight_shades(look.current())
        pictures: Captioned = ((signed_picture(face, self._scale, shades), say("looks for")),)
        if shown.has_maps:
            pictures += ((image_of(map_shades(look.current())[shown.maps[unit]]), say("finds it")),)
        elif shown.sees_pixels and shown.image is not None:
            pictures += ((signed_picture(face * shown.image, self._scale, shades), say("finds")),)
        self.title.setText(shown.title(unit))
        self._pictures.set_pictures(pictures)
        self.rows.set_logits(None if shown.inside is None else shown.votes[unit], shown.digit or 0, shown.names)
