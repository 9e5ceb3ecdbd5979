"""What digits look like, so that a scribble or a letter can be told from them: a mean and a few axes for each digit."""

import io
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, LabelledImages, scaled
from core.digits.drawing import Drawing
from core.files import assets

Floats = NDArray[np.float32]

SHIPPED = "digit_shapes.npz"
AXES = 24  # a digit
LONGEST = 10.0  # sides of its box; of 8,000 digits the longest has 4.2


@dataclass(frozen=True, slots=True)
class Shapes:
    """The digits' shapes, as principal components of images that went through all stages.

    means : (10, 784) float32; axes : (10, AXES, 784) float32, orthonormal
    strange_above : strangeness beyond which a drawing is not taken for a digit
    long_above : length of its lines, in sides of its box, beyond which neither
    """

    means: Floats
    axes: Floats
    strange_above: float = 1.0
    long_above: float = np.inf

    def strangeness(self, images: NDArray[np.floating]) -> Floats:
        """Return for images (n, 784) the share of their squared ink that no digit's shape explains, (n,)."""
        return np.asarray(self.strangeness_by_digit(images).min(axis=1))

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


def fitted(digits: LabelledImages) -> Shapes:
    """Return the shapes of digits, at least AXES images of each, after all stages (core.digits.stages.EVEN)."""
    parts = [_fitted(digits.images[digits.labels == digit]) for digit in range(CLASSES)]
    return Shapes(np.stack([mean for mean, _ in parts]), np.stack([axes for _, axes in parts]))


def to_bytes(shapes: Shapes) -> bytes:
    """Return shapes as .npz, in half precision."""
    file = io.BytesIO()
    means, axes = (values.astype(np.float16) for values in (shapes.means, shapes.axes))
    limits = np.array([shapes.strange_above, shapes.long_above])
    np.savez_compressed(file, means=means, axes=axes, limits=limits)
    return file.getvalue()


def from_bytes(data: bytes) -> Shapes:
    """Return the shapes that `to_bytes` wrote."""
    with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
        means, axes = (arrays[name].astype(np.float32) for name in ("means", "axes"))
        return Shapes(means, axes, *(float(limit) for limit in arrays["limits"]))


@cache
def shipped() -> Shapes:
    """Return the shapes that come with the app."""
    return from_bytes(assets.data(SHIPPED))


def _fitted(images: NDArray[np.uint8]) -> tuple[Floats, Floats]:
    """Return the mean (784,) and the AXES directions of most variance, (AXES, 784), of images (n, 784)."""
    inked = scaled(images)
    mean = inked.mean(axis=0, dtype=np.float64).astype(np.float32)
    directions = np.linalg.svd(inked - mean, full_matrices=False)[2]  # the scatter's eigenvectors, the largest first
    return mean, np.ascontiguousarray(directions[:AXES])
