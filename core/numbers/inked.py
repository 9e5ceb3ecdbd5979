"""The pieces of a picture's ink that digits are made of: its connected parts, wide ones as their branches."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles, Floats, Indexes, Mask
from core.digits.dataset import PIXELS, SIDE
from core.digits.drawing import Points
from core.digits.raster import image_of_ink
from core.model import detector
from core.numbers.branches import TWIN, branches_of, halved, whole
from core.numbers.number import Part as Digit
from core.numbers.partition import Group
from core.numbers.pieces import TALL
from core.pictures.parts import INK, SOFT_EDGE, Part, connected, grown
from core.pictures.pen import line_width, with_usual_pen

LEAST_WIDE, NARROWEST = 0.7, 0.4  # heights of a digit: narrower parts are taken apart only if strange, or never
WIDE = 1.1  # heights: a line so wide may go through two digits
TWICE_WIDE = 0.9  # heights: in no narrower part are two digits that share a line
MOST_SHARED = 12  # branches of a part in which some are taken to be shared; more have too many ways to be grouped
GAP = 0.6  # widths of the pen, of other digits' ink across a digit's line, that are closed up


@dataclass(frozen=True, slots=True)
class Pieces:
    """Ink in n pieces."""

    ink: Floats  # (h, w)
    labels: Indexes  # (h, w), the number of each pixel's branch, 0 = none
    branches: tuple[int, ...]  # of each piece its branch's number; one that two digits may share is there twice
    outlines: list[Points]
    pen: float  # its width in pixels
    contacts: Doubles  # (n, n), how straight one goes on as another; nan where they do not meet, but are of one part

    def digit(self, group: Group) -> Digit:
        """Return some pieces as a digit, as pictures of a single one are read."""
        edge = 1 + max(self.labels.shape) // SOFT_EDGE
        points = np.concatenate([self.outlines[member] for member in group])
        left, top = np.maximum(points.min(axis=0).astype(int) - edge, 0).tolist()
        right, bottom = points.max(axis=0).astype(int) + 1 + edge
        place = (slice(top, bottom), slice(left, right))
        labels = self.labels[place]
        own = np.isin(labels, [self.branches[member] for member in group])
        if len(group) > 1:  # what is narrower than twice the reach is filled up (a closing by a square)
            reach = max(1, round(GAP * self.pen))
            wide = grown(np.pad(own, 2 * reach), reach)
            own |= ~grown(~wide, reach)[2 * reach : -2 * reach, 2 * reach : -2 * reach] & (labels > 0)
        ink = np.where(around(own, labels > 0, edge), self.ink[place], np.float32(0))
        x, y, end_x, end_y = box_of(ink)
        return Digit((x + left, y + top, end_x + left, end_y + top), image=image_of_ink(with_usual_pen(ink)))


def pieces_of(ink: Floats) -> Pieces:
    """Return the pieces of ink that digits are made of."""
    labels, parts = connected(ink >= INK)
    heights = np.array([part.height for part in parts])
    height = float(np.median(heights[heights >= TALL * heights.max(initial=0)])) if len(heights) else 0.0
    pen, found = line_width(ink), np.zeros_like(labels)
    wide = [part for part in parts if part.width >= NARROWEST * height]
    are_digits = _are_digits(ink, labels, wide, height)
    several = {part.number for part, is_one in zip(wide, are_digits, strict=True) if not is_one}
    branches: list[int] = []
    blocks: list[Doubles] = []
    for part in parts:
        mask = labels[part.place] == part.number
        some = halved(branches_of(mask, pen), WIDE * height, pen) if part.number in several else whole(mask)
        may_share = mask.shape[1] >= TWICE_WIDE * height and len(some.shared) <= MOST_SHARED
        members = np.concatenate([np.arange(len(some.contacts)), np.flatnonzero(some.shared & may_share)])
        block = some.contacts[np.ix_(members, members)]
        block[(members[:, None] == members) & ~np.eye(len(members), dtype=np.bool_)] = TWIN
        first = int(found.max())
        found[part.place] += np.where(some.labels > 0, some.labels + first, 0)
        branches += (members + first + 1).tolist()
        blocks.append(block)
    outline = {number: _outline(found == number) for number in set(branches)}
    return Pieces(ink, found, tuple(branches), [outline[number] for number in branches], pen, _joined(blocks))


def _are_digits(ink: Floats, labels: Indexes, parts: Sequence[Part], height: float) -> list[bool]:
    """Return which parts are surely one digit each, by how they look, so that nothing is to be taken apart."""
    if not parts:
        return []
    images = np.zeros((len(parts), SIDE, SIDE), np.float32)
    for at, part in enumerate(parts):
        own = labels[part.place] == part.number
        images[at] = image_of_ink(with_usual_pen(np.where(own, ink[part.place], np.float32(0))))
    strangeness = detector.look(images.reshape(len(parts), PIXELS))[1]
    return [bool(each) for each in (strangeness < 0) & (np.array([part.width for part in parts]) < LEAST_WIDE * height)]


def _joined(blocks: list[Doubles]) -> Doubles:
    """Return the contacts of all parts' pieces: those of different parts touch nowhere."""
    ends = np.cumsum([0, *map(len, blocks)])
    found = np.zeros((ends[-1], ends[-1]))
    for first, end, block in zip(ends, ends[1:], blocks, strict=False):
        found[first:end, first:end] = block
    return found


def around(own: Mask, taken: Mask, edge: int) -> Mask:
    """Return pixels and the soft edge round them, so many pixels wide, but none that others have taken."""
    return np.asarray(own | (grown(own, edge) & ~taken))


def box_of(ink: Floats) -> tuple[float, float, float, float]:
    """Return the box, left, top, right and bottom, of what is not blank."""
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    return float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1)


def _outline(mask: Mask) -> Points:
    """Return some pixels at the edge of a mask, (k, 2), x and y."""
    inner = np.zeros_like(mask)
    inner[1:-1, 1:-1] = mask[1:-1, 1:-1] & mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:]
    y, x = np.nonzero(mask & ~inner)
    return np.stack([x, y], axis=1).astype(np.float64)
