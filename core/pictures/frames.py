"""What lies round the paper that a digit is on: the edge of a card, a box of a form, a plot's axes, a dark square."""

import numpy as np

from core.arrays import Floats, Indexes, Mask
from core.pictures.paper import depth_of_ink, otsu
from core.pictures.parts import SPECK_OF_LARGEST, Part, connected, main_part, touches_rim

MOST_FRAMES = 3  # one within another
LEAST_SIDE = 0.3  # of the picture's sides, that a frame must have
MOST_AT_RIM = 2  # of its sides
EDGE = 0.03  # of the frame's side: so near its box must its outline be
STRAIGHT = 0.9  # of its outline
LINE = 0.5  # of a row is dark where a frame's line runs; less within it
THICKEST = 0.15  # of the frame's side; what is thicker is not a line but a card
LEAST_DIGIT = 0.25  # of the frame's height
LEAST_DEPTH = 0.15  # of the way from paper to ink at its deepest
FEWEST_PIXELS = 8


def within_frames(values: Floats) -> tuple[Floats, Mask]:
    """Return how far each pixel within all frames round the digit is from paper, and which are ink, (h, w) each.

    values : the whole picture, 0.0 black .. 1.0 white; see `depth_of_ink`
    """
    depth, is_ink = depth_of_ink(values)
    for _ in range(MOST_FRAMES):
        inner = _inner(values, is_ink)
        if inner is None:
            break
        values, depth, is_ink = inner
    return depth, is_ink


def _inner(values: Floats, is_ink: Mask) -> tuple[Floats, Floats, Mask] | None:
    """Return what is within a picture's frame, how far that is from paper, and which is ink; None without a frame."""
    is_light = values > otsu(values)
    for mask in (~is_light, is_light, is_ink):
        labels, parts = connected(mask)
        for part in parts:
            cut = _cut(values, labels, part) if _is_large(part, mask.shape) else None
            if cut is not None:
                found = depth_of_ink(cut)
                if _shows_a_digit(*found) and not (_is_band(part, mask.shape) and _is_cut(found[1])):
                    return cut, *found
    return None


def _cut(values: Floats, labels: Indexes, frame: Part) -> Floats | None:
    """Return what is within a part; None where it is no frame, or holds next to nothing."""
    box = (slice(frame.top, frame.bottom), slice(frame.left, frame.right))
    margins = _margins(labels[box] == frame.number)
    if margins is None:
        return None
    top, bottom, left, right = margins
    cut = values[box][top : frame.bottom - frame.top - bottom, left : frame.right - frame.left - right]
    return cut if min(cut.shape) >= FEWEST_PIXELS else None


def _is_large(part: Part, shape: tuple[int, ...]) -> bool:
    """Return whether a part may be a frame: not what goes on beyond the picture, as paper does."""
    at_rim = (part.top == 0) + (part.left == 0) + (part.bottom == shape[0]) + (part.right == shape[1])
    if at_rim > MOST_AT_RIM:
        return False
    return part.bottom - part.top >= LEAST_SIDE * shape[0] and part.right - part.left >= LEAST_SIDE * shape[1]


def _is_band(part: Part, shape: tuple[int, ...]) -> bool:
    """Return whether a part goes from rim to rim, as a strip of paper does, and what is between two of its rules."""
    return (part.left == 0 and part.right == shape[1]) or (part.top == 0 and part.bottom == shape[0])


def _is_cut(is_ink: Mask) -> bool:
    """Return whether any large part of ink goes on beyond the rim, as a digit between rules does."""
    parts = connected(is_ink)[1]
    largest = max((part.size for part in parts), default=0)
    return any(touches_rim(part, is_ink.shape) and part.size > SPECK_OF_LARGEST * largest for part in parts)


def _margins(box: Mask) -> tuple[int, ...] | None:
    """Return how thick a frame's four sides are, in pixels and one more; None where its outline is no rectangle."""
    found = []
    for turned in (box, box[::-1], box.T, box.T[::-1]):
        near = max(1, round(EDGE * turned.shape[0])) + 1
        if turned[:near].any(axis=0).mean() < STRAIGHT:
            return None
        rows = turned[: max(2, round(THICKEST * turned.shape[0]))].mean(axis=1)
        start = int((rows[:near] >= LINE).argmax())
        within = np.flatnonzero(rows[start:] < LINE)
        found.append(1 + (start + int(within[0]) if len(within) and rows[start] >= LINE else near))
    return tuple(found)


def _shows_a_digit(depth: Floats, is_ink: Mask) -> bool:
    """Return whether what lies within a frame is not blank, and clear of the frame."""
    labels, parts = connected(is_ink)
    main = main_part(labels, parts)
    if main is None or main.bottom - main.top < LEAST_DIGIT * len(is_ink):
        return False
    return not touches_rim(main, is_ink.shape) and float(np.median(depth[labels == main.number])) > LEAST_DEPTH
