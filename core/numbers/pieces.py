"""The pieces that digits are made of, seen from outside: their boxes, their distances, and the height of the digits."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles
from core.digits.drawing import Points
from core.pictures.parts import joined

FLATTEST = 0.5  # of its width: a digit is at least that high, where all that is drawn is flat
TALL = 0.5  # of the tallest: what is that high gives the digits' height
TOUCHING = 0.1  # heights of the tallest piece; pieces so near each other are as high as both together
APART = 1.5  # widths of the pen between the lines of two outlines that touch
LEVEL = 0.7  # of the higher: two lines so high, so far beside each other, are two ones, or of a digit with a third
BESIDE = 0.06  # likewise, of paper between them; of 7,894 people's digits none has two such lines alone
STEEP, BENT = 0.6, 0.06  # of its height, that such a line leans at most, and of its length, that it is bent
FEW, MORE = 16, 60  # points of a piece that its distances are measured between: of a line, of an outline


@dataclass(frozen=True, slots=True)
class Layout:
    """Where n pieces lie, all in heights of a usual digit."""

    boxes: Doubles  # (n, 4) left, top, right, bottom
    distances: Doubles  # (n, n) between the nearest points of two pieces
    height: float  # of a usual digit, in the pieces' own unit
    contacts: Doubles  # (n, n) how straight they meet; nan for two that are no digit without what is between

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.boxes)

    def ordered(self, order: Sequence[int]) -> "Layout":
        """Return the same pieces in another order."""
        both = np.ix_(order, order)
        return Layout(self.boxes[order], self.distances[both], self.height, self.contacts[both])

    def box(self, members: Sequence[int]) -> Doubles:
        """Return the box, (4,), round some pieces."""
        return union(self.boxes[list(members)])


def layout_of(pieces: Sequence[Points], pen: float = 0.0, contacts: Doubles | None = None) -> Layout:
    """Return where pieces lie, each the points (k, 2) of its lines, or of outlines of lines `pen` wide."""
    boxes = np.array([[*piece.min(axis=0), *piece.max(axis=0)] for piece in pieces], np.float64)
    distances = _distances([piece[:: -(-len(piece) // MORE)] if pen else _thinned(piece) for piece in pieces])
    if pen:
        inset = np.minimum(pen / 2, (boxes[:, 2:] - boxes[:, :2]) / 2)
        boxes += np.concatenate([inset, -inset], axis=1)
        distances += APART * pen
    contacts = np.zeros_like(distances) if contacts is None else contacts
    height = _usual_height(boxes, np.where(contacts > 0, 0.0, distances))
    return Layout(boxes / height, distances / height, height, contacts)


def union(boxes: Doubles) -> Doubles:
    """Return the box, (4,), round boxes (n, 4)."""
    return np.concatenate([boxes[:, :2].min(axis=0), boxes[:, 2:].max(axis=0)])


def contacts_of(strokes: Sequence[Points]) -> Doubles:
    """Return how strokes meet, (n, n), for `Layout`: nan for two upright lines side by side, and else 0."""
    left, top, right, bottom = np.array([[*stroke.min(axis=0), *stroke.max(axis=0)] for stroke in strokes]).T
    is_line = np.array([_is_upright_line(stroke) for stroke in strokes])
    high = np.maximum((bottom - top)[:, None], bottom - top)
    overlap = np.minimum(bottom[:, None], bottom) - np.maximum(top[:, None], top)
    apart = np.maximum(left[:, None] - right, left - right[:, None])
    are_two = (overlap >= LEVEL * high) & (apart >= BESIDE * high) & is_line[:, None] & is_line
    return np.where(are_two, np.nan, 0.0)


def _is_upright_line(stroke: Points) -> bool:
    across, down = stroke[-1] - stroke[0]
    off = np.abs((stroke - stroke[0]) @ (down, -across)).max()  # of the chord, times its length
    return bool(abs(across) < STEEP * abs(down) and off <= BENT * (across**2 + down**2))


def _usual_height(boxes: Doubles, distances: Doubles) -> float:
    """Return the median height of what is tall, pieces that touch taken together: a digit may be of several."""
    tallest = max(float((boxes[:, 3] - boxes[:, 1]).max()), FLATTEST * float((boxes[:, 2] - boxes[:, 0]).max()), 1e-9)
    label = joined(np.nonzero(distances < TOUCHING * tallest), len(boxes))
    wholes = np.array([union(boxes[label == number]) for number in np.unique(label)])
    heights = wholes[:, 3] - wholes[:, 1]
    tall = heights[heights >= TALL * max(tallest, float(heights.max()))]
    return float(np.median(tall)) if len(tall) else tallest


def _thinned(points: Points) -> Points:
    """Return FEW points along a line, evenly spread over its length."""
    if len(points) == 1:
        return points
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    places = np.linspace(0, along[-1], FEW)
    return np.stack([np.interp(places, along, points[:, axis]) for axis in (0, 1)], axis=1)


def _distances(lines: Sequence[Points]) -> Doubles:
    """Return the distance between the nearest of some points of each two lines, (n, n)."""
    points = np.concatenate(lines)
    points = points - points.mean(axis=0)
    squared = (points**2).sum(axis=1)
    apart = points @ (-2 * points.T)  # squares: the root of a few is enough
    apart += squared
    apart += squared[:, None]
    starts = np.cumsum([0, *map(len, lines)])[:-1]
    nearest = np.minimum.reduceat(np.minimum.reduceat(apart, starts, axis=0), starts, axis=1)
    return np.asarray(np.sqrt(np.maximum(nearest, 0)))
