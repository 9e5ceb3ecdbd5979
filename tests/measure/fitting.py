"""What is fitted to digits once, for what ships and for what is measured: calibration, temperature, shapes."""

import io
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, Bytes, LabelledImages, scaled
from core.model import softmax
from core.model.shapes import Shapes
from core.model.softmax import Weights

Floats = NDArray[np.floating]

BINS = 15  # of equal width, as Guo et al. (2017) have them
COLDEST, HOTTEST = 0.1, 10.0  # temperatures
GOLDEN = (np.sqrt(5) - 1) / 2
HALVINGS = 40  # golden sections: the temperature is found to 1e-8
AXES = 24  # of a digit's shape


def calibration_error(probabilities: Floats, labels: Bytes, bins: int = BINS) -> float:
    """Return the expected calibration error, 0..1, of probabilities (n, 10) for labels (n,).

    The mean over bins of the largest probability, weighted by their counts, of |share right - mean probability|
    (Guo et al., 2017, "On calibration of modern neural networks", equation 3).
    """
    sureness, right = probabilities.max(axis=1), probabilities.argmax(axis=1) == labels
    bin_of = np.minimum((sureness * bins).astype(np.intp), bins - 1)
    gaps = np.bincount(bin_of, weights=right - sureness.astype(np.float64), minlength=bins)
    return float(np.abs(gaps).sum() / max(len(labels), 1))


def fitted_temperature(logits: Floats, labels: Bytes) -> float:
    """Return the temperature by which logits (n, 10) are divided for the least cost with labels (n,).

    Golden-section search over its logarithm: the cost has one minimum there.
    """
    low, high = np.log(COLDEST), np.log(HOTTEST)
    for _ in range(HALVINGS):
        left, right = high - GOLDEN * (high - low), low + GOLDEN * (high - low)
        if softmax.cost(logits / np.exp(left), labels) < softmax.cost(logits / np.exp(right), labels):
            high = right
        else:
            low = left
    return float(np.exp((low + high) / 2))


def tempered(weights: Weights, temperature: float) -> Weights:
    """Return weights with the temperature folded in: the same verdicts, other probabilities."""
    return replace(weights, arrays=(*weights.arrays[:-2], *(array / temperature for array in weights.arrays[-2:])))


def fitted_shapes(digits: LabelledImages) -> Shapes:
    """Return the shapes of digits, at least AXES images of each, after all stages (core.digits.stages.EVEN)."""
    parts = [_fitted(digits.images[digits.labels == digit]) for digit in range(CLASSES)]
    return Shapes(np.stack([mean for mean, _ in parts]), np.stack([axes for _, axes in parts]))


def shapes_to_bytes(shapes: Shapes) -> bytes:
    """Return shapes as .npz, in half precision."""
    file = io.BytesIO()
    np.savez_compressed(file, means=shapes.means.astype(np.float16), axes=shapes.axes.astype(np.float16))
    return file.getvalue()


def _fitted(images: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the mean (784,) and the AXES directions of most variance, (AXES, 784), of images (n, 784)."""
    inked = scaled(images)
    mean = inked.mean(axis=0, dtype=np.float64).astype(np.float32)
    directions = np.linalg.svd(inked - mean, full_matrices=False)[2]  # the scatter's eigenvectors, the largest first
    return mean, np.ascontiguousarray(directions[:AXES])
