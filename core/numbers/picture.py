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
from core.pictures import ink as pictures
from core.pictures.parts import INK, SOFT_EDGE, connected, grown, looks_like_several, touches_rim, without_specks
from core.pictures.pen import line_width, with_usual_pen

Floats = NDArray[np.float32]

WIDE = 0.9  # width over height of ink that may be several digits that touch
LEAST_WIDE = 0.2  # heights: a piece that is cut off is at least so wide
ALIKE, SURE = 0.6, 0.97  # height, of the tallest, and probability: of each digit of what may also be one
FAIRLY_SURE = 0.9  # likewise, where the whole looks like no digit
AIR = 0.15  # heights of paper left round a number
LONG = 1.6  # width over height, beyond which ink is never one digit
LEAST_CUT = 0.7  # heights: no narrower part is cut
THIN = 2.3  # widths of the pen: where two digits touch, no more ink is crossed
ASIDE = np.float32(0.25)  # of a pixel of ink, that a step aside costs
THICKEST = 2.0  # times the width of the other lines
MOST_CUTS = 4  # of one connected part


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
        is_long = width > LONG * height or looks_like_several(alone)
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
    groups = grouper.groups(pieces.outlines, lambda group: pieces.digit(group).image, keys, pen=pieces.pen)
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
    """Ink (h, w) in pieces: the number of each pixel, 0 = none, their outlines, and the width of the pen in pixels."""

    ink: Floats
    labels: NDArray[np.intp]
    outlines: list[Points]
    pen: float

    def digit(self, group: Group) -> Part:
        """Return some pieces as a digit."""
        return _part(np.where(_near(self.labels, group), self.ink, np.float32(0)))


def pieces_of(ink: Floats) -> Pieces:
    """Return the pieces of ink that digits are made of."""
    labels = _pieces(ink)
    outlines = [_outline(labels == number) for number in range(1, int(labels.max()) + 1)]
    return Pieces(ink, labels, outlines, line_width(ink))


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


def _pieces(ink: Floats) -> NDArray[np.intp]:
    """Return the number of each pixel's piece, 0 = none: connected parts, wide ones cut where they are thin."""
    labels, parts = connected(ink >= INK)
    tallest = max((part.bottom - part.top for part in parts), default=0)
    pen, count = line_width(ink), len(parts)
    for part in parts:
        here = labels[part.top : part.bottom, part.left : part.right]
        inside = here == part.number
        for seam in _seams(inside, tallest, pen):
            count += 1
            here[inside & (np.arange(inside.shape[1]) >= seam[:, None])] = count
    return np.unique(labels, return_inverse=True)[1].reshape(labels.shape)  # seams that meet leave nothing between


def _seams(mask: NDArray[np.bool_], tallest: int, pen: float) -> list[NDArray[np.intp]]:
    """Return the paths from top to bottom, from the left, that may part two digits that touch, a column for each row.

    They are those that cross the least ink (a seam by dynamic programming, S. Avidan and A. Shamir, 2007).
    """
    rows, columns = mask.shape
    least = max(1, round(LEAST_WIDE * tallest))
    if columns < LEAST_CUT * tallest:
        return []
    costs, steps = _crossings(mask)
    found: list[NDArray[np.intp]] = []
    for end in np.argsort(costs, kind="stable").tolist():
        if costs[end] > THIN * pen or len(found) == MOST_CUTS:
            break
        seam = np.empty(rows, np.intp)
        for row in range(rows - 1, -1, -1):
            seam[row] = end
            end += int(steps[row, end])
        middle = seam.mean()
        if least <= middle <= columns - least and all(abs(middle - other.mean()) >= least for other in found):
            found.append(seam)
    return sorted(found, key=lambda seam: float(seam.mean()))


def _crossings(mask: NDArray[np.bool_]) -> tuple[Floats, NDArray[np.intp]]:
    """Return how much ink the best path to each column of the last row crosses, and each step back, -1, 0 or 1."""
    costs = np.zeros(mask.shape[1], np.float32)
    steps = np.zeros(mask.shape, np.intp)
    for row in range(mask.shape[0]):
        padded = np.pad(costs, 1, constant_values=np.inf)
        ways = np.stack([padded[1:-1], padded[:-2] + ASIDE, padded[2:] + ASIDE])
        best = ways.argmin(axis=0) if row else np.zeros(len(costs), np.intp)
        steps[row] = np.array([0, -1, 1])[best]
        costs = np.take_along_axis(ways, best[None], axis=0)[0] + mask[row]
    return costs, steps
