"""What a pointer draws from press to release: strokes in the unit square, cut where the pointer leaves it."""

import math
from collections.abc import Iterable, Iterator

import numpy as np

from core.digits.drawing import Drawing, Points
from core.digits.raster import CANVAS_SHARE

Place = tuple[float, float]
Strokes = tuple["InkStroke", ...]
WIDE_SHARE = 0.92  # of wide paper's width, that a number fills


class InkStroke:
    """A stroke that can grow: its places, and how many times the pen's even width the line is at each."""

    def __init__(self) -> None:
        self.places: list[Place] = []
        self.widths: list[float] = []
        self._points: Points = np.empty((0, 2))

    def __len__(self) -> int:
        return len(self.places)

    @classmethod
    def from_points(cls, points: Points) -> "InkStroke":
        """Make a whole stroke of even width from points (k, 2) in the unit square."""
        stroke = cls()
        stroke.places, stroke.widths = [(x, y) for x, y in points.tolist()], [1.0] * len(points)
        return stroke

    def append(self, place: Place, width: float) -> None:
        """Add a point; width is how many times the pen's even width the line is there."""
        self.places.append(place)
        self.widths.append(width)

    @property
    def points(self) -> Points:
        """The points so far, (k, 2); the array stays as it is when the stroke grows."""
        if len(self._points) != len(self.places):
            self._points = np.array(self.places)
            self._points.setflags(write=False)
        return self._points

    def distance(self, place: Place) -> float:
        """Return the distance from a place to the nearest point of the line, in sides of the canvas."""
        points = self.points
        if len(points) == 1:
            return math.dist(points[0], place)
        steps = np.diff(points, axis=0)
        lengths = np.maximum((steps**2).sum(axis=1), 1e-18)
        along = np.clip(((place - points[:-1]) * steps).sum(axis=1) / lengths, 0, 1)
        return float(np.linalg.norm(points[:-1] + steps * along[:, None] - place, axis=1).min())


class Gesture:
    """One press, its moves and its release.

    A movement that never gets `dot_reach` away from the press stays a single point. Where the pointer leaves the
    unit square the stroke ends on the border; where it comes back another begins.
    """

    def __init__(self, start: Place, width: float, dot_reach: float, right: float = 1.0) -> None:
        """Begin on paper 1 high and `right` wide."""
        self._start = self._last = start
        self._dot_reach, self._right = dot_reach, right
        self.is_dot = True
        self.strokes: list[InkStroke] = []
        if inside_part(start, start, right) is not None:
            self._begin(start, width)

    def extend(self, place: Place, width: float) -> bool:
        """Follow the pointer to a place; return whether there is new ink."""
        if place == self._last or (self.is_dot and math.dist(self._start, place) < self._dot_reach):
            return False
        self.is_dot = False
        before, self._last = self._last, place
        piece = inside_part(before, place, self._right)
        if piece is None or piece[0] == piece[1]:
            return False
        if not self.strokes or self.strokes[-1].places[-1] != piece[0]:
            self._begin(piece[0], width)
        self.strokes[-1].append(piece[1], width)
        return True

    def _begin(self, place: Place, width: float) -> None:
        self.strokes.append(InkStroke())
        self.strokes[-1].append(place, width)


def inside_part(start: Place, end: Place, right: float = 1.0) -> tuple[Place, Place] | None:
    """Return the part of a line that lies on paper 1 high and `right` wide; None where none does.

    Liang and Barsky, 1984, "A new concept and method for line clipping".
    """
    first, last = 0.0, 1.0
    for a, b, far in zip(start, end, (right, 1.0), strict=True):
        for edge, sign in ((0.0, 1.0), (far, -1.0)):
            inside, towards = (a - edge) * sign, (b - a) * sign
            if towards == 0 and inside < 0:
                return None
            if towards > 0:
                first = max(first, -inside / towards)
            elif towards < 0:
                last = min(last, -inside / towards)
    return (_between(start, end, first, right), _between(start, end, last, right)) if first <= last else None


def places_along(start: Place, end: Place, gap: float) -> Iterator[Place]:
    """Give places on a line from behind its start to its end, each at most `gap` from the one before."""
    count = max(1, math.ceil(math.dist(start, end) / gap))
    for number in range(1, count + 1):
        x, y = (a + (b - a) * number / count for a, b in zip(start, end, strict=True))
        yield x, y


def _between(start: Place, end: Place, share: float, right: float) -> Place:
    x, y = end if share == 1 else (a + (b - a) * share for a, b in zip(start, end, strict=True))
    return min(max(x, 0.0), right), min(max(y, 0.0), 1.0)


def right_of(strokes: Iterable[InkStroke]) -> float:
    """Return how far to the right strokes go, in heights of the paper."""
    return max((float(stroke.points[:, 0].max()) for stroke in strokes), default=0.0)


def strokes_of(drawing: Drawing, right: float = 1.0) -> tuple[InkStroke, ...]:
    """Return a drawing's strokes; what does not lie on paper 1 high and `right` wide goes, scaled, into its middle."""
    points, strokes, paper = drawing.points, drawing.strokes, np.array([right, 1.0])
    if not drawing.is_empty and not (points.min() >= 0 and (points <= paper).all()):
        low, high = points.min(axis=0), points.max(axis=0)
        share = np.where(paper > 1, WIDE_SHARE, CANVAS_SHARE)
        scale = float((share * paper / np.maximum(high - low, 1e-9)).min())
        strokes = tuple((stroke - (low + high) / 2) * scale + paper / 2 for stroke in strokes)
    return tuple(map(InkStroke.from_points, strokes))
