"""Pictures of numbers: the parts of their ink are grouped into digits, each made an image as a single digit's is."""

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.digits.drawing import Points
from core.digits.raster import image_of_ink
from core.errors import UserError
from core.model.shipped import shipped_weights
from core.numbers.candidates import Group
from core.numbers.grouping import MOST_PIECES, Grouper
from core.numbers.number import Part, are_strange, in_reading_order, probabilities_of
from core.numbers.pieces import TALL, Doubles
from core.numbers.seams import cut
from core.pictures import ink as pictures
from core.pictures.parts import INK, SOFT_EDGE, connected, grown, looks_like_several, touches_rim, without_specks
from core.pictures.pen import line_width, with_usual_pen

Floats = NDArray[np.float32]

WIDE = 0.9  # width over height of ink that may be several digits that touch
ALIKE, SURE = 0.6, 0.97  # height, of the tallest, and probability: of each digit of what may also be one
ROW, IN_ROW = 1.1, 3  # width over height, and digits: what is no digit as a whole is so many, if it is so wide
FAIRLY_SURE = 0.9  # likewise, where the whole looks like no digit
AIR = 0.15  # heights of paper left round a number
LONG = 1.6  # width over height, beyond which ink is never one digit
THICKEST = 2.0  # times the width of the other lines


@dataclass(frozen=True, slots=True)
class Shown:
    """What a picture shows: its ink (h, w), 0.0 paper .. 1.0 ink, and in it digits in reading order, one or several."""

    ink: Floats
    parts: tuple[Part, ...]

    def cut(self) -> "Shown":
        """Return the same with less empty paper round it."""
        left, top, right, bottom = (round(side) for side in _box(self.ink))
        air = max(1, round(AIR * (bottom - top)))
        left, top = max(0, left - air), max(0, top - air)
        moved = [
            replace(each, box=(each.box[0] - left, each.box[1] - top, each.box[2] - left, each.box[3] - top))
            for each in self.parts
        ]
        return Shown(self.ink[top : bottom + air, left : right + air], tuple(moved))


def shown_in_file(path: Path, grouper: Grouper) -> Shown:
    """Return the digits that a picture file shows; raises UserError where it is no picture, or blank."""
    return _shown(pictures.ink_of_file(path, is_number=True), str(path), grouper)


def shown_in_bytes(data: bytes, name: str, grouper: Grouper) -> Shown:
    """Return the digits of an encoded picture; `name` is what a fault calls it. Raises UserError."""
    return _shown(pictures.ink_of_bytes(data, name, is_number=True), name, grouper)


def _shown(ink: Floats, name: str, grouper: Grouper) -> Shown:
    alone = without_specks(ink)  # the bar of one 5 among twenty digits is no speck; beside one digit it would be
    alone = alone if alone.any() else ink
    one = Shown(alone, (_part(alone),))
    left, top, right, bottom = _box(alone)
    width, height = right - left, bottom - top
    is_strange = are_strange(one.parts)[0]
    if width > WIDE * height or len(connected(alone >= INK)[1]) != 1 or is_strange:
        number = _number(ink, name, grouper)
        is_row = is_strange and width > ROW * height and len(number.parts) >= IN_ROW
        is_long = is_row or width > LONG * height or looks_like_several(alone)
        if len(number.parts) > 1 and (is_long or _is_sure(number, is_strange)):
            return number
    return one


def _is_sure(number: Shown, is_strange: bool) -> bool:
    """Return whether ink that may also be one digit, or is a strange one, is surely several: all alike, or digits."""
    if any(are_strange(number.parts)):
        return False
    heights = [part.box[3] - part.box[1] for part in number.parts]
    sure = probabilities_of(number.parts, shipped_weights()).max(axis=1).min()
    return bool(sure >= FAIRLY_SURE if is_strange else sure >= SURE and min(heights) >= ALIKE * max(heights))


def _number(ink: Floats, name: str, grouper: Grouper) -> Shown:
    ink = _without_shadows(ink)
    pieces = pieces_of(ink)
    if not 0 < len(pieces.outlines) <= MOST_PIECES:
        raise UserError("{name} shows too many parts to be a number: cut it so that it shows the digits.", name=name)
    keys = [object() for _ in pieces.outlines]
    groups = grouper.groups(pieces.outlines, lambda group: pieces.digit(group).image, keys, pieces.pen, pieces.contacts)
    digits = [pieces.digit(group) for group in groups]
    order = in_reading_order([np.array(each.box) for each in digits])
    return Shown(ink, tuple(replace(digits[at], line=line) for line, at in order))


def _without_shadows(ink: Floats) -> Floats:
    """Return ink without what goes on beyond the rim and is far thicker than the lines of all else."""
    labels, parts = connected(ink >= INK)
    at_rim = [part.number for part in parts if touches_rim(part, ink.shape)]
    rest = np.where(np.isin(labels, at_rim), np.float32(0), ink)
    if not at_rim or not (rest >= INK).any():
        return ink
    most = THICKEST * line_width(rest)
    gone = [number for number in at_rim if line_width(np.where(labels == number, ink, np.float32(0))) > most]
    return np.where(_near(labels, tuple(number - 1 for number in gone)), np.float32(0), ink) if gone else ink


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ink (h, w) in pieces: the number of each pixel, 0 = none, their outlines, and the width of the pen in pixels.

    contacts : (n, n), how long, in widths of the pen, the cut between two pieces of one part is; nan where they are
    neither neighbours in it nor parts of their own
    """

    ink: Floats
    labels: NDArray[np.intp]
    outlines: list[Points]
    pen: float
    contacts: Doubles

    def digit(self, group: Group) -> Part:
        """Return some pieces as a digit."""
        return _part(np.where(_near(self.labels, group), self.ink, np.float32(0)))


def pieces_of(ink: Floats) -> Pieces:
    """Return the pieces of ink that digits are made of."""
    labels, origins = _pieces(ink)
    outlines = [_outline(labels == number + 1) for number in range(len(origins))]
    pen = line_width(ink)
    return Pieces(ink, labels, outlines, pen, _contacts(labels, origins) / max(pen, 1.0))


def _contacts(labels: NDArray[np.intp], origins: list[int]) -> Doubles:
    """Return how many pixels of two pieces touch, (n, n); nan for pieces of one part that do not follow each other."""
    numbers, part = np.arange(len(origins)), np.array(origins)
    is_apart = (part[:, None] == part) & (np.abs(numbers[:, None] - numbers) > 1)
    found = np.where(is_apart, np.nan, 0.0)
    for one, other in (labels[:, :-1], labels[:, 1:]), (labels[:-1], labels[1:]):
        touch = (one != other) & (one > 0) & (other > 0)
        np.add.at(found, (one[touch] - 1, other[touch] - 1), 1.0)
        np.add.at(found, (other[touch] - 1, one[touch] - 1), 1.0)
    return found


def _part(ink: Floats) -> Part:
    """Return ink (h, w) as a digit, as pictures of a single one are read."""
    return Part(_box(ink), image=image_of_ink(with_usual_pen(ink)))


def _box(ink: Floats) -> tuple[float, float, float, float]:
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def _near(labels: NDArray[np.intp], group: Group) -> NDArray[np.bool_]:
    """Return the pixels of some pieces and the soft edge round them, but none of other pieces."""
    own = np.isin(labels, [number + 1 for number in group])
    around = own
    for _ in range(1 + max(labels.shape) // SOFT_EDGE):
        around = grown(around)
    return np.asarray(own | (around & (labels == 0)))


def _outline(mask: NDArray[np.bool_]) -> Points:
    """Return some pixels at the edge of a mask, (k, 2), x and y."""
    inner = np.zeros_like(mask)
    inner[1:-1, 1:-1] = mask[1:-1, 1:-1] & mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    y, x = np.nonzero(mask & ~inner)
    return np.stack([x, y], axis=1).astype(np.float64)


def _pieces(ink: Floats) -> tuple[NDArray[np.intp], list[int]]:
    """Return the number of each pixel's piece, 0 = none, and of each piece its part: wide parts are cut."""
    labels, parts = connected(ink >= INK)
    heights = np.array([part.bottom - part.top for part in parts])
    height = float(np.median(heights[heights >= TALL * heights.max(initial=0)])) if len(heights) else 0.0
    pen, found, origins = line_width(ink), np.zeros_like(labels), list[int]()
    for part in parts:
        box = (slice(part.top, part.bottom), slice(part.left, part.right))
        pieces = np.unique(cut(labels[box] == part.number, height, pen), return_inverse=True)[1].reshape(
            found[box].shape
        )
        found[box] += np.where(pieces > 0, pieces + len(origins), 0)
        origins += [part.number] * int(pieces.max())
    return found, origins
