"""A drawing as numbers: strokes of points, x to the right, y down, in any unit; or a picture in their place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Doubles, Floats, Indexes
from core.errors import UserError, instead_of

Points = Doubles

LARGEST_COORDINATE = 1e9  # beyond it, differences of neighbouring points drown in rounding
MOST_POINTS = 100_000  # a digit has 10..300


@dataclass(frozen=True, slots=True)
class Drawing:
    """Strokes from pen down to pen up, in drawing order; or in their place a picture."""

    strokes: tuple[Points, ...] = ()  # each (k, 2) float64, k >= 1, finite; a single point is a dot
    picture: Floats | None = None  # (28, 28), 0.0 paper .. 1.0 ink, boxed and centred as MNIST was made

    @property
    def is_empty(self) -> bool:
        """Whether nothing has been drawn."""
        return not self.strokes and self.picture is None

    @property
    def points(self) -> Points:
        """All points of all strokes, (n, 2)."""
        return np.concatenate(self.strokes) if self.strokes else np.empty((0, 2))

    @property
    def length(self) -> float:
        """How long its lines are, in sides of its box; 0 for none."""
        if not self.strokes:
            return 0.0
        side = float(np.ptp(self.points, axis=0).max())
        along = sum(float(np.hypot(*np.diff(stroke, axis=0).T).sum()) for stroke in self.strokes)
        return along / side if side > 0 else 0.0

    def is_same(self, other: "Drawing | None") -> bool:
        """Return whether it is the very same drawing, in the same memory, however like it another may be."""
        if other is None or len(other.strokes) != len(self.strokes) or other.picture is not self.picture:
            return False
        pairs = zip(self.strokes, other.strokes, strict=True)
        return all(len(mine) == len(its) and np.may_share_memory(mine, its) for mine, its in pairs)

    @classmethod
    def from_strokes(cls, strokes: Iterable[Sequence[Sequence[float]] | Points]) -> "Drawing":
        """Make a drawing from polylines of [x, y], those with points; raises UserError for what is no finite number."""
        drawn = tuple(points for points in map(_points, strokes) if len(points))
        if sum(map(len, drawn)) > MOST_POINTS:
            raise UserError("a drawing has more than {most:,} points; a digit needs a few hundred.", most=MOST_POINTS)
        return cls(drawn)


@dataclass(frozen=True, slots=True)
class Lines:
    """The strokes, end to end, of drawings: points (p, 2), the drawing of each (p,), and where strokes end, (s,)."""

    points: Points
    of: Indexes
    ends: Indexes

    @classmethod
    def joined(cls, drawings: Sequence[Drawing]) -> "Lines":
        """Return the strokes of drawings in their order."""
        strokes = [stroke for drawing in drawings for stroke in drawing.strokes]
        counts = [sum(map(len, drawing.strokes)) for drawing in drawings]
        ends = np.cumsum([len(stroke) for stroke in strokes]) - 1
        return cls(np.concatenate(strokes), np.repeat(np.arange(len(drawings)), counts), ends)

    @property
    def boxes(self) -> tuple[Points, Points]:
        """The least and the largest coordinates of each drawing, each (n, 2)."""
        firsts = np.flatnonzero(np.diff(self.of, prepend=-1))
        return np.minimum.reduceat(self.points, firsts), np.maximum.reduceat(self.points, firsts)


def _points(stroke: object) -> Points:
    no_points = UserError("a stroke is not a list of [x, y] points.")
    with instead_of((TypeError, ValueError, OverflowError), no_points):
        found = np.array(stroke)
    if found.shape != (0,) and (found.ndim != 2 or found.shape[1] != 2):
        raise no_points
    if found.dtype.kind not in "iuf":  # texts of digits are no numbers
        raise UserError("a stroke has a coordinate that is not a number of a sensible size.")
    points = found.astype(np.float64)
    if not np.isfinite(points).all():
        raise UserError("a stroke has a point that is not a finite number.")
    if np.abs(points).max(initial=0) > LARGEST_COORDINATE:
        raise UserError("a stroke has a coordinate beyond {largest:g}.", largest=LARGEST_COORDINATE)
    points.setflags(write=False)
    return points
