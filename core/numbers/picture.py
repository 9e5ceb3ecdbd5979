"""Pictures of numbers: the parts of their ink are grouped into digits, each made an image as a single digit's is."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.arrays import Floats
from core.digits.raster import image_of_ink
from core.errors import UserError
from core.model.shipped import shipped_weights
from core.numbers.grouping import MOST_PIECES, Grouper
from core.numbers.inked import around, box_of, pieces_of
from core.numbers.number import Part, are_strange, in_reading_order, readings_of
from core.pictures import ink as pictures
from core.pictures.parts import INK, SOFT_EDGE, connected, looks_like_several, touches_rim, without_specks
from core.pictures.pen import line_width, with_usual_pen

WIDE = 0.65  # width over height of ink that may be several digits that touch
ALIKE, SURE = 0.6, 0.97  # height, of the tallest, and probability: of each digit of what may also be one
ROW, IN_ROW = 1.1, 3  # width over height, and digits: what is no digit as a whole is so many, if it is so wide
FAIRLY_SURE = 0.75  # likewise, where the whole looks like no digit
AIR = 0.15  # heights of paper left round a number
LONG = 1.6  # width over height, beyond which ink is never one digit
THICKEST = 2.0  # times the width of the other lines


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows: its ink (h, w), 0.0 paper .. 1.0 ink, and in it digits in reading order, one or several."""

    ink: Floats
    parts: tuple[Part, ...]
    scale: float  # pixels of the picture, across, in one of the ink

    @property
    def in_picture(self) -> tuple[Part, ...]:
        """The digits, with boxes in the picture's own pixels."""
        return tuple(replace(each, box=tuple((self.scale * np.array(each.box)).tolist())) for each in self.parts)

    def cut(self) -> "Shown":
        """Return the same with less empty paper round it."""
        left, top, right, bottom = (round(side) for side in box_of(self.ink))
        air = max(1, round(AIR * (bottom - top)))
        left, top = max(0, left - air), max(0, top - air)
        shift = (left, top, left, top)
        moved = (replace(each, box=tuple(np.subtract(each.box, shift).tolist())) for each in self.parts)
        return Shown(self.ink[top : bottom + air, left : right + air], tuple(moved), self.scale)


def shown_in_file(path: Path, grouper: Grouper) -> Shown:
    """Return the digits that a picture file shows; raises UserError where it is no picture, or blank."""
    return _shown(*pictures.ink_of_file(path, is_number=True), str(path), grouper)


def shown_in_bytes(data: bytes, name: str, grouper: Grouper) -> Shown:
    """Return the digits of an encoded picture; `name` is what a fault calls it. Raises UserError."""
    return _shown(*pictures.ink_of_bytes(data, name, is_number=True), name, grouper)


def _shown(ink: Floats, scale: float, name: str, grouper: Grouper) -> Shown:
    alone = without_specks(ink)  # the bar of one 5 among twenty digits is no speck; beside one digit it would be
    alone = alone if alone.any() else ink
    left, top, right, bottom = box = box_of(alone)
    one = Shown(alone, (Part(box, image=image_of_ink(with_usual_pen(alone))),), scale)  # read as one digit is
    width, height = right - left, bottom - top
    is_strange = are_strange(one.parts)[0]
    if width > WIDE * height or len(connected(alone >= INK)[1]) != 1 or is_strange:
        number = _number(ink, scale, name, grouper)
        is_row = is_strange and width > ROW * height and len(number.parts) >= IN_ROW
        is_long = is_row or width > LONG * height or looks_like_several(alone)
        if len(number.parts) > 1 and (is_long or _is_sure(number, is_strange)):
            return number
    return one


def _is_sure(number: Shown, is_strange: bool) -> bool:
    """Return whether ink that may also be one digit, or is a strange one, is surely a line of several."""
    if any(are_strange(number.parts)) or any(part.line for part in number.parts):
        return False
    heights = [part.box[3] - part.box[1] for part in number.parts]
    sure = readings_of(number.parts, shipped_weights())[0].max(axis=1).min()
    return bool(sure >= FAIRLY_SURE if is_strange else sure >= SURE and min(heights) >= ALIKE * max(heights))


def _number(ink: Floats, scale: float, name: str, grouper: Grouper) -> Shown:
    ink = _without_shadows(ink)
    pieces = pieces_of(ink) if 0 < len(connected(ink >= INK)[1]) <= MOST_PIECES else None
    if pieces is None or len(pieces.outlines) > MOST_PIECES:
        raise UserError("{name} shows too many parts to be a number: cut it so that it shows the digits.", name=name)
    keys = [object() for _ in pieces.outlines]
    groups = grouper.groups(pieces.outlines, lambda group: pieces.digit(group).image, keys, pieces.pen, pieces.contacts)
    digits = [pieces.digit(group) for group in groups]
    order = in_reading_order([np.array(each.box) for each in digits])
    return Shown(ink, tuple(replace(digits[at], line=line) for line, at in order), scale)


def _without_shadows(ink: Floats) -> Floats:
    """Return ink without what goes on beyond the rim and is far thicker than the lines of all else."""
    labels, parts = connected(ink >= INK)
    at_rim = [part.number for part in parts if touches_rim(part, ink.shape)]
    rest = np.where(np.isin(labels, at_rim), np.float32(0), ink)
    if not at_rim or not (rest >= INK).any():
        return ink
    most = THICKEST * line_width(rest)
    gone = [number for number in at_rim if line_width(np.where(labels == number, ink, np.float32(0))) > most]
    edge = 1 + max(ink.shape) // SOFT_EDGE
    return np.where(around(np.isin(labels, gone), labels > 0, edge), np.float32(0), ink) if gone else ink
