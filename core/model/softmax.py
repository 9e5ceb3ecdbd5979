"""The single layer in numpy: what the window and the terminal read with, without TensorFlow."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, PIXELS, Bytes, scaled

Floats = NDArray[np.float32]

# A product this small stays in the cache and on one thread. Larger ones are shared between threads by numpy's
# library, whose threads wait for each other: on two busy cores 5,000 images then took 15..200 ms in place of 1.5.
ROWS_AT_ONCE = 100
SMALL_PRODUCT = ROWS_AT_ONCE * PIXELS * CLASSES  # multiplications of the largest product that stays on one thread


@dataclass(frozen=True, slots=True)
class Weights:
    """A frozen copy of a network: its 7,850 numbers and the stages its images go through.

    matrix : (784, 10) float32; bias : (10,) float32
    stages : names of the stages from drawing to image, in order (see core.digits.stages)
    recipe : name of the recipe that trained it
    """

    matrix: Floats
    bias: Floats
    stages: tuple[str, ...] = ("box", "centre")
    recipe: str = ""

    def __post_init__(self) -> None:
        """Copy both arrays, so that nothing can change them afterwards.

        Raises ValueError when a shape is not (784, 10) or (10,).
        """
        for name, shape in (("matrix", (PIXELS, CLASSES)), ("bias", (CLASSES,))):
            frozen = np.array(getattr(self, name), dtype=np.float32)
            if frozen.shape != shape:
                raise ValueError(f"{name} is {frozen.shape}, not {shape}")
            frozen.setflags(write=False)
            object.__setattr__(self, name, frozen)


def changed(weights: Weights, start: Weights) -> Weights:
    """Return weights less those of the start; those of a run that diverged may be no numbers."""
    with np.errstate(invalid="ignore", over="ignore"):
        return replace(weights, matrix=weights.matrix - start.matrix, bias=weights.bias - start.bias)


def logits(weights: Weights, images: Bytes | NDArray[np.floating]) -> Floats:
    """Return images @ matrix + bias, (n, 10), for images (n, 784) as bytes or as 0.0 .. 1.0."""
    values = np.empty((len(images), CLASSES), np.float32)
    for start in range(0, len(images), ROWS_AT_ONCE):
        part = images[start : start + ROWS_AT_ONCE]
        inked = scaled(np.asarray(part, np.uint8)) if images.dtype == np.uint8 else np.asarray(part, np.float32)
        values[start : start + len(part)] = inked @ weights.matrix
    return values + weights.bias


def softmax(values: NDArray[np.floating]) -> Floats:
    """Return exp(v) / sum(exp(v)) over the last axis, shifted by its maximum so that nothing overflows."""
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def probabilities(weights: Weights, images: Bytes | NDArray[np.floating]) -> Floats:
    """Return the probability of each class, (n, 10), for images (n, 784).

    A few images are read in double precision: sums of 784 products in single may be off by 3e-6, more than other
    tools' reading of the same weights should differ.
    """
    if len(images) > ROWS_AT_ONCE:
        return softmax(logits(weights, images))
    inked = scaled(np.asarray(images, np.uint8)) if images.dtype == np.uint8 else images
    return softmax(inked.astype(np.float64) @ weights.matrix.astype(np.float64) + weights.bias)


def accuracy(weights: Weights, images: Bytes, labels: Bytes) -> float:
    """Return the share of images, 0..1, whose largest logit is their label's; 0 for no images."""
    return float((logits(weights, images).argmax(axis=1) == labels).mean()) if len(labels) else 0.0


def cost(values: NDArray[np.floating], labels: Bytes) -> float:
    """Return the mean cross-entropy of logits (n, 10) with labels (n,), nats: mean of log(sum(exp(v))) - v[label]."""
    shifted = values - values.max(axis=1, keepdims=True)
    each = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return float(each.mean())


def initial_weights(kind: str, seed: int) -> tuple[Floats, Floats]:
    """Return start weights (784, 10): N(0, 1), zeros or Glorot and Bengio's uniform (2010); and a zero bias (10,)."""
    random = np.random.default_rng(seed)
    shape = (PIXELS, CLASSES)
    if kind == "normal":
        matrix = random.standard_normal(shape)
    elif kind == "glorot":
        limit = np.sqrt(6 / (PIXELS + CLASSES))
        matrix = random.uniform(-limit, limit, shape)
    else:
        matrix = np.zeros(shape)
    return matrix.astype(np.float32), np.zeros(CLASSES, np.float32)
