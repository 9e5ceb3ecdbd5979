"""The connected parts of a picture's ink: which are specks, and whether they look like several digits."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Indexes, Mask

Value = TypeVar("Value", bound=np.generic)

INK = 0.3  # of full ink; parts hang together where there is at least so much
SPECK = 0.03  # of all the ink; a part with less is dirt
SPECK_OF_LARGEST = 0.08
SOFT_EDGE = 60  # a part's edge may fade over this fraction of the picture's side, and a pixel
TALL = 0.6  # of the tallest part's height; a part that high may be a digit
GAP = 0.1  # of the tallest part's height between two digits
WIDE = 1.1  # widths of all digits over the tallest's height; one digit is narrower
MIDDLE = 4  # from this fraction of the shorter side inwards, ink counts in full
LEAST, LEAST_BESIDE = 0.2, 0.1  # of the main part's height, be that a line or a tall 1; a lower part is no digit
SMALL = 0.35  # of the usual height of those that are not as low: what is smaller may be no digit
FAR = 0.4  # of the main part's height: what is small and so far from what is not is none
MOST_PARTS = 1000  # beyond which none is looked at: that is a grey of many dots
STRIP = 0.12  # of the picture's side: what lies along its rim and is no thicker is no digit
STRIP_LENGTH = 3  # times as long as thick
SEVERAL = 3  # tall parts side by side are never one digit


@dataclass(frozen=True, slots=True)
class Part:
    """A connected part: its box in pixels, the last row and column excluded, and its number of pixels."""

    number: int
    top: int
    bottom: int
    left: int
    right: int
    size: int

    @property
    def height(self) -> int:
        """How many rows it spans."""
        return self.bottom - self.top

    @property
    def width(self) -> int:
        """How many columns it spans."""
        return self.right - self.left

    @property
    def place(self) -> tuple[slice, slice]:
        """The rows and columns of its box."""
        return slice(self.top, self.bottom), slice(self.left, self.right)


def without_specks(ink: Floats, share: float = SPECK) -> Floats:
    """Return ink (h, w) without parts too small to belong to the digit, and without what lies round those alone."""
    labels, parts = connected(ink >= INK)
    if not parts:
        return np.zeros_like(ink)
    total, largest = sum(part.size for part in parts), max(part.size for part in parts)
    large = [part for part in parts if part.size >= max(share * total, SPECK_OF_LARGEST * largest)]
    own = np.isin(labels, [part.number for part in large])
    near = grown(own, 1 + max(ink.shape) // SOFT_EDGE)
    return np.where(own | (near & (labels == 0)), ink, np.float32(0))


def without_dots(depth: Floats, is_ink: Mask) -> tuple[Floats, Mask]:
    """Return depth and ink (h, w) without the dots of a printed grey, of which there are more than MOST_PARTS."""
    labels, parts = connected(is_ink)
    if len(parts) <= MOST_PARTS:
        return depth, is_ink
    largest = max(part.size for part in parts)
    large = [part.number for part in parts if part.size >= SPECK_OF_LARGEST * largest]
    own = np.isin(labels, large if len(large) <= MOST_PARTS else [])
    return np.where(is_ink & ~own, np.float32(0), depth), own


def main_part(labels: Indexes, parts: list[Part]) -> Part | None:
    """Return the part with the most ink, what is near the picture's rim counted less; None where there is none."""
    if not parts:
        return None
    rows, columns = (np.minimum(np.arange(length), np.arange(length)[::-1]) + 1 for length in labels.shape)
    inward = np.minimum(np.minimum(rows[:, None], columns), max(1, min(labels.shape) // MIDDLE))
    weights = np.bincount(labels.ravel(), inward.ravel(), len(parts) + 1)[1:]
    return parts[int(weights.argmax())]


def without_neighbours(ink: Floats) -> Floats:
    """Return ink (h, w) without what the rim cuts where the digit is clear of it, strips, and what is small and far."""
    labels, parts = connected(ink >= INK)
    main = main_part(labels, parts)
    if main is None:
        return ink
    is_clear, out = not touches_rim(main, ink.shape), _far_away(parts, main)
    for part in parts:
        if part is not main and touches_rim(part, ink.shape):
            sides = part.height, part.width
            # a strip of what is beside the paper lies along the rim
            is_strip = min(sides[0] / ink.shape[0], sides[1] / ink.shape[1]) <= STRIP
            is_strip &= max(sides) >= STRIP_LENGTH * min(sides)
            # close above or below the main part, it belongs to it, as the bar of a 5 may
            apart = max(part.top - main.bottom, main.top - part.bottom)
            over = min(part.right, main.right) - max(part.left, main.left)
            belongs = apart < GAP * main.height and over > part.width / 2
            if is_strip or (is_clear and not belongs):
                out.add(part.number)
    gone = np.isin(labels, list(out))
    for _ in range(1 + max(ink.shape) // SOFT_EDGE):
        gone = grown(gone) & ((labels == 0) | gone)
    return np.where(gone, np.float32(0), ink)


def touches_rim(part: Part, shape: tuple[int, ...]) -> bool:
    """Return whether a part goes on, perhaps, beyond the picture."""
    return part.top == 0 or part.left == 0 or part.bottom == shape[0] or part.right == shape[1]


def _far_away(parts: list[Part], main: Part) -> set[int]:
    """Return the numbers of the parts that are small, and far from what is not and from the small ones near that."""
    if len(parts) > MOST_PARTS:
        return set()
    tops, bottoms, lefts, rights = np.array([(part.top, part.bottom, part.left, part.right) for part in parts]).T
    heights, height = bottoms - tops, main.height
    least = np.where((tops < main.bottom) & (bottoms > main.top), LEAST_BESIDE, LEAST)
    is_near = heights >= SMALL * np.median(heights[heights >= least * height])
    waiting = list(np.flatnonzero(is_near))
    while waiting:
        at = waiting.pop()
        level = np.maximum(lefts - rights[at], lefts[at] - rights)
        apart = np.maximum(np.maximum(tops - bottoms[at], tops[at] - bottoms), level)
        close = np.flatnonzero(~is_near & (apart <= FAR * height))
        is_near[close] = True
        waiting += list(close)
    return {part.number for part, near in zip(parts, is_near, strict=True) if not near}


def looks_like_several(ink: Floats) -> bool:
    """Return whether ink (h, w) has tall parts well apart from each other, side by side."""
    parts = connected(ink >= INK)[1]
    tallest = max((part.height for part in parts), default=0)
    groups: list[list[int]] = []  # from and to which column
    for left, right in sorted((part.left, part.right) for part in parts if part.height >= TALL * tallest):
        if groups and left - groups[-1][1] < GAP * tallest:
            groups[-1][1] = max(groups[-1][1], right)
        else:
            groups.append([left, right])
    width = groups[-1][1] - groups[0][0] if groups else 0
    return len(groups) >= SEVERAL or (len(groups) > 1 and width > WIDE * tallest)


def connected(mask: Mask) -> tuple[Indexes, list[Part]]:
    """Return each pixel's part, from 1, 0 = none, and the parts; corners touch, too (Rosenfeld and Pfaltz, 1966)."""
    changes = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    (rows, starts), stops = np.nonzero(changes == 1), np.nonzero(changes == -1)[1]  # of each run of set pixels
    # a run touches those in the row above from the first that stops behind its start to the last that starts before
    # its stop, if all are numbered row by row
    width = mask.shape[1] + 2
    first = np.searchsorted(rows * width + stops, (rows - 1) * width + starts)
    counts = np.searchsorted(rows * width + starts, (rows - 1) * width + stops, side="right") - first
    lower = np.repeat(np.arange(len(rows)), counts)
    upper = np.arange(len(lower)) + np.repeat(first - np.cumsum(counts) + counts, counts)
    numbers = np.unique(joined((upper, lower), len(rows)), return_inverse=True)[1]
    labels = np.zeros(mask.shape, np.intp)
    labels[mask] = np.repeat(numbers + 1, stops - starts)
    count = int(numbers.max(initial=-1)) + 1
    least, most = np.full((2, count), np.iinfo(np.intp).max), np.zeros((2, count), np.intp)
    for axis, (low, high) in enumerate(((rows, rows + 1), (starts, stops))):
        np.minimum.at(least[axis], numbers, low)
        np.maximum.at(most[axis], numbers, high)
    sizes = np.bincount(numbers, stops - starts, count).astype(np.intp)
    boxes = np.stack([np.arange(count) + 1, least[0], most[0], least[1], most[1], sizes], axis=1)
    return labels, [Part(*box) for box in boxes.tolist()]


def joined(pairs: tuple[Indexes, ...], count: int) -> Indexes:
    """Return for each of `count` things the first of those it hangs together with, (count,), by pairs that do."""
    (one, other), root = pairs, np.arange(count)
    while (root[one] != root[other]).any():
        low, high = np.minimum(root[one], root[other]), np.maximum(root[one], root[other])
        np.minimum.at(root, high, low)
        while (root[root] != root).any():
            root = root[root]
    return root


def grown(values: NDArray[Value], reach: int = 1) -> NDArray[Value]:
    """Return the highest value within a square that reaches so far to each side, in log(reach) steps."""
    for axis in (0, 1):
        length, done = values.shape[axis], 1
        widths = [(reach, reach) if at == axis else (0, 0) for at in (0, 1)]
        values = np.moveaxis(np.pad(values, widths, mode="edge"), axis, 0)
        while done < 2 * reach + 1:
            step = min(done, 2 * reach + 1 - done)
            values = np.maximum(values[:-step], values[step:])
            done += step
        values = np.moveaxis(values[:length], 0, axis)
    return values
