"""What lies round the paper that a digit is on: the edge of a card, a box of a form, a plot's axes, a dark square."""

import numpy as np

from core.arrays import Floats, Indexes, Mask
from core.pictures.boxes import box_of, boxes, sides_of
from core.pictures.lines import without_lines
from core.pictures.paper import depth_of_ink, otsu
from core.pictures.parts import SPECK_OF_LARGEST, Part, connected, main_part, touches_rim

MOST_FRAMES = 3  # one within another
LEAST_SIDE = 0.3  # of the picture's sides, that a frame must have
MOST_AT_RIM = 2  # of its sides
LEAST_DIGIT = 0.2  # of the frame's height
LEAST_DEPTH = 0.15  # of the way from paper to ink at its deepest
FEWEST_PIXELS = 8


def within_frames(values: Floats) -> tuple[Floats, Mask]:
    """Return what `depth_of_ink` does, (h, w) each, of what lies within all frames round the digit."""
    depth, is_ink = depth_of_ink(values)
    for left in reversed(range(MOST_FRAMES + 1)):
        gone, are_several = boxes(is_ink)
        inner = None if are_several or not left else _inner(values, is_ink)
        if inner is None:
            break
        values, depth, is_ink = inner
    return np.where(gone, np.float32(0), depth), is_ink & ~gone


def _inner(values: Floats, is_ink: Mask) -> tuple[Floats, Floats, Mask] | None:
    """Return what is within a picture's frame, how far that is from paper, and which is ink; None without a frame."""
    is_light, inked = values > otsu(values), connected(is_ink)[0]
    for mask in (~is_light, is_light, is_ink):
        labels, parts = connected(mask)
        for part in parts:
            place = _place(labels, part, has_ticks=mask is not is_light)
            if place is not None:
                found = depth_of_ink(values[place])
                digit = _digit(found[0], without_lines(*found))
                # a strip of paper, and what is between two of its rules, go from rim to rim
                is_band = part.width == mask.shape[1] or part.height == mask.shape[0]
                is_cut = digit is None or _goes_on(inked, labels == part.number, place, digit)
                if not is_cut and not (is_band and _is_cut(found[1])):
                    return values[place], *found
    return None


def _goes_on(inked: Indexes, frame: Mask, place: tuple[slice, slice], digit: Mask) -> bool:
    """Return whether a digit in a frame, or what else is mostly in it and no speck, goes on beyond it."""
    within, everywhere, own = (
        np.bincount(some.ravel(), minlength=inked.max() + 1) for some in (inked[place], inked, inked[frame])
    )
    is_cut = (2 * within > everywhere) & (within > SPECK_OF_LARGEST * within[1:].max(initial=0)) & (own == 0)
    is_cut[np.bincount(inked[place][digit]).argmax()] = True  # the slash of a square 0
    return bool((is_cut & (within < everywhere))[1:].any())


def _place(labels: Indexes, frame: Part, has_ticks: bool) -> tuple[slice, slice] | None:
    """Return the rows and columns within a part; None where it is no frame, or holds next to nothing."""
    height, width = labels.shape
    at_rim = (frame.top == 0) + (frame.left == 0) + (frame.bottom == height) + (frame.right == width)
    if at_rim > MOST_AT_RIM or frame.height < LEAST_SIDE * height or frame.width < LEAST_SIDE * width:
        return None  # what goes on beyond the picture is paper
    box = box_of(labels, frame) if has_ticks else frame.place
    sides = sides_of(labels[box] == frame.number)
    if sides is None:
        return None
    rows, columns = (slice(place.start + low, place.stop - high) for place, (low, high) in zip(box, sides, strict=True))
    return (rows, columns) if min(labels[rows, columns].shape) >= FEWEST_PIXELS else None


def _is_cut(is_ink: Mask) -> bool:
    """Return whether any large part of ink goes on beyond the rim, as a digit between rules does."""
    parts = connected(is_ink)[1]
    largest = max((part.size for part in parts), default=0)
    return any(touches_rim(part, is_ink.shape) and part.size > SPECK_OF_LARGEST * largest for part in parts)


def _digit(depth: Floats, is_ink: Mask) -> Mask | None:
    """Return the digit (h, w) within a frame; None where it is blank, or not clear of the frame."""
    labels, parts = connected(is_ink)
    main = main_part(labels, parts)
    if main is None or main.height < LEAST_DIGIT * len(is_ink) or touches_rim(main, is_ink.shape):
        return None
    digit = labels == main.number
    return digit if float(np.median(depth[digit])) > LEAST_DEPTH else None
