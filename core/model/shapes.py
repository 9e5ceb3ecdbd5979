"""What digits look like, so that a scribble or a letter can be told from them: a mean and a few axes for each digit."""

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.digits.drawing import Drawing
from core.files import assets

Floats = NDArray[np.float32]

SHIPPED = "digit_shapes.npz"
LONGEST = 10.0  # sides of its box; of 8,000 digits the longest has 4.2


@dataclass(frozen=True, slots=True)
class Shapes:
    """The digits' shapes, as principal components of images that went through all stages.

    means : (10, 784) float32; axes : (10, axes a digit, 784) float32, orthonormal
    """

    means: Floats
    axes: Floats

    def strangeness_by_digit(self, images: NDArray[np.floating]) -> Floats:
        """Return for images (n, 784) the share of their squared ink that each digit's shape leaves out, (n, 10)."""
        ink = np.maximum((images**2).sum(axis=1), 1e-6)
        away = [images - mean for mean in self.means]
        rest = [(a**2).sum(axis=1) - ((a @ axes.T) ** 2).sum(axis=1) for a, axes in zip(away, self.axes, strict=True)]
        return np.asarray(np.stack(rest, axis=1) / ink[:, None], np.float32)


def length(drawing: Drawing) -> float:
    """Return how long a drawing's lines are, in sides of its box: a scribble's are longer than any digit's."""
    if drawing.is_empty:
        return 0.0
    side = float(np.ptp(drawing.points, axis=0).max())
    along = sum(float(np.hypot(*np.diff(stroke, axis=0).T).sum()) for stroke in drawing.strokes)
    return along / side if side > 0 else 0.0


def is_long(drawing: Drawing) -> bool:
    """Return whether a drawing's lines are longer than any digit's, even drawn over once more."""
    return length(drawing) > LONGEST


@cache
def shipped() -> Shapes:
    """Return the shapes that come with the app."""
    with np.load(io.BytesIO(assets.data(SHIPPED)), allow_pickle=False) as arrays:
        return Shapes(*(arrays[name].astype(np.float32) for name in ("means", "axes")))
