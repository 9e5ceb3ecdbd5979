"""Boxes of forms with digits in them, and all that is framed by a rectangle: where it lies, how thick its sides are."""

from dataclasses import dataclass

import numpy as np

from core.arrays import Indexes, Mask
from core.pictures.lines import followed, pixels
from core.pictures.parts import Part, connected, main_part
from core.pictures.pen import line_width

OUTSIDE, MOST_OUTSIDE = 0.75, 0.25  # of the part's side: covered by a frame's; what sticks out of it, as ticks do
EDGE = 0.05  # of the frame's side: so near its box must its outline be
STRAIGHT = 0.8  # of its outline
LINE = 0.5  # of a row is dark where a frame's line runs; less within it
THICKEST = 0.15  # of the frame's side; what is thicker is not a line but a card
LEAST_BOX = 0.08  # of the picture's longer side, that a box round a digit of several must have
LEAST_CROSSING = 0.3  # of the box's height, where the digit in it touches it
MOST_UNEVEN = 2  # times as thick is the thickest side of a box as the thinnest, at most
ALIKE = 1.3  # times as large is the largest of several boxes as the smallest, at most
THINNER, MUCH_THINNER = 0.75, 0.5  # of the width of the digit's lines, a box's lines; where the digit touches it within
FEWEST_OF_BOX = 32  # pixels; the corners of smaller ones are as round as those of a 0


def boxes(is_ink: Mask) -> tuple[Mask, bool]:
    """Return the lines, (h, w), of boxes with digits in them, and empty ones like those; whether many are alike."""
    labels, parts = connected(is_ink)
    gone, rest = np.zeros_like(is_ink), is_ink.copy()
    filled: list[_Lines] = []
    empty: list[_Lines] = []
    for part in sorted(parts, key=lambda part: part.height * part.width):
        is_small = min(part.height, part.width) < max(FEWEST_OF_BOX, LEAST_BOX * max(is_ink.shape))
        if is_small or part.size > part.height * part.width / 2:
            continue
        lines = _lines(labels, part)
        if lines is not None:
            if is_filled := _is_filled(lines, labels, rest, part):
                rest[lines.box] &= ~lines.gone
            (filled if is_filled else empty).append(lines)
    filled += [one for one in empty if any(one.is_like(other) for other in filled)]
    for lines in filled:
        gone[lines.box] |= lines.gone
    sizes = [lines.gone.shape for lines in filled]
    return gone, len(sizes) > 1 and bool((np.max(sizes, axis=0) <= ALIKE * np.min(sizes, axis=0)).all())


@dataclass(frozen=True, slots=True)
class _Lines:
    """The four sides of what may be a box: where it is, which pixels (h, w) of that they are, and how thick."""

    box: tuple[slice, slice]
    gone: Mask
    thickness: float

    def is_like(self, other: "_Lines") -> bool:
        """Return whether it is as large and as thick as another, and beside it."""
        mine, others = ((*lines.gone.shape, lines.thickness) for lines in (self, other))
        is_beside = any(a.start >= b.stop or b.start >= a.stop for a, b in zip(self.box, other.box, strict=True))
        return is_beside and all(max(pair) <= ALIKE * min(pair) for pair in zip(mine, others, strict=True))


def _lines(labels: Indexes, part: Part) -> _Lines | None:
    """Return the sides of a part without what crosses them; None where its outline is no rectangle."""
    box = box_of(labels, part)
    own = labels[box] == part.number
    if sides_of(own) is None:
        return None
    gone, thick = np.zeros_like(own), []
    for turned, lost in zip(_turned(own), _turned(gone), strict=True):
        near = _near(turned)
        line = followed(turned, np.full(turned.shape[1], near // 2), near)
        lost |= pixels(line, turned.shape)
        thick.append(line.thickness)
    if max(thick) > MOST_UNEVEN * min(thick):
        return None  # two rules, and the strokes of two digits between them
    return _Lines(box, gone, float(np.median(thick)))


def _is_filled(lines: _Lines, labels: Indexes, rest: Mask, part: Part) -> bool:
    """Return whether what a box holds may be a digit, not strokes of its own: those are as thick as it, and within."""
    within = rest[lines.box] & ~lines.gone
    found, parts = connected(within)
    main = main_part(found, parts)
    if main is None or main.height < LEAST_CROSSING * len(within):
        return False
    digit = found == main.number
    is_apart = not (labels[lines.box][digit] == part.number).any()
    most = THINNER if is_apart or lines.box != part.place else MUCH_THINNER
    return lines.thickness < most * line_width(digit.astype(np.float32))


def box_of(labels: Indexes, part: Part) -> tuple[slice, slice]:
    """Return the rows and columns of a part, but for what sticks out of a frame's sides."""
    own = labels[part.place] == part.number
    found = []
    for turned in _turned(own):
        near = _near(turned)
        places = range(round(MOST_OUTSIDE * len(turned)) if min(own.shape) >= FEWEST_OF_BOX else 0)
        first = next((at for at in places if turned[at : at + near].any(axis=0).mean() >= OUTSIDE), 0)
        found.append(first + near // 2 if first else 0)  # the line is then amid what is looked at
    return slice(part.top + found[0], part.bottom - found[1]), slice(part.left + found[2], part.right - found[3])


def sides_of(box: Mask) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return how thick a frame's sides are, in pixels and one more; None where its outline is no rectangle."""
    found = []
    for turned in _turned(box):
        near = _near(turned)
        if turned[:near].any(axis=0).mean() < STRAIGHT or not turned[:near, : _near(turned.T)].any():
            return None  # a 0, too, may be nearly straight, but has no corners
        rows = turned[: max(2, round(THICKEST * len(turned)))].mean(axis=1)
        start = int((rows[:near] >= LINE).argmax())
        within = np.flatnonzero(rows[start:] < LINE)
        if rows[start] < LINE:
            found.append(1 + near)
        elif len(within):
            found.append(1 + start + int(within[0]))
        else:  # a card, perhaps a little turned
            found.append(1 + int((rows[:near] >= STRAIGHT).argmax()))
    return (found[0], found[1]), (found[2], found[3])


def _turned(box: Mask) -> tuple[Mask, Mask, Mask, Mask]:
    """Return a mask seen from its top, bottom, left and right, each beginning at another corner."""
    return box, box[::-1, ::-1], box.T[:, ::-1], box.T[::-1]


def _near(turned: Mask) -> int:
    """Return within how many pixels a frame's side lies."""
    return max(1, round(EDGE * len(turned))) + 1
