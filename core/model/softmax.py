"""A network's numbers, and its reading in numpy: what the window and the terminal read with, without TensorFlow."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Floats, Numbers
from core.digits.dataset import CLASSES, Bytes, scaled
from core.model.architecture import SINGLE, Architecture
from core.model.whole_numbers import WholeNumbers

ROWS_AT_ONCE = 100  # images: so small a product stays in the cache
PRODUCTS_AT_ONCE = 16_000_000  # multiplications of what goes through several layers at once, so that it stays there


@dataclass(frozen=True, eq=False)  # each is itself alone, so that what is known of one can be looked up
class Weights:
    """A frozen copy of a network: its layers, all their numbers, and the stages its images go through."""

    architecture: Architecture
    arrays: tuple[Floats, ...]  # of its shapes; of the single layer a matrix (784, 10) and biases (10,)
    stages: tuple[str, ...] = ("box", "centre")  # names, in order (see core.digits.stages)
    recipe: str = ""  # name of the one that trained it
    whole: WholeNumbers | None = None  # how an interpreter reads it, for which the arrays stand; other arrays have none

    def __post_init__(self) -> None:
        """Copy the arrays, so that nothing can change them; raises ValueError for those of other shapes."""
        frozen = tuple(np.array(array, dtype=np.float32) for array in self.arrays)
        shapes = tuple(array.shape for array in frozen)
        if shapes != self.architecture.shapes:
            raise ValueError(f"arrays are {shapes}, not {self.architecture.shapes}")
        for array in frozen:
            array.setflags(write=False)
        object.__setattr__(self, "arrays", frozen)

    @property
    def matrix(self) -> Floats:
        """The weights of a single layer, (784, 10), of no other: those have none that is good for every image."""
        return self.arrays[0]

    @property
    def bias(self) -> Floats:
        """The biases of the logits, (10,)."""
        return self.arrays[-1]

    def with_arrays(self, arrays: Iterable[Floats]) -> "Weights":
        """Return the same with other arrays, for which no whole numbers stand."""
        return replace(self, arrays=tuple(arrays), whole=None)

    @property
    def is_finite(self) -> bool:
        """Whether all of it is numbers, as it no longer is once a run has diverged."""
        return all(bool(np.isfinite(array).all()) for array in self.arrays)


def single(matrix: Floats, bias: Floats, stages: tuple[str, ...] = ("box", "centre"), recipe: str = "") -> Weights:
    """Return a single layer of weights (784, 10) and biases (10,)."""
    return Weights(SINGLE, (matrix, bias), stages, recipe)


def changed(weights: Weights, start: Weights) -> Weights:
    """Return weights less those of the start; those of a run that diverged may be no numbers."""
    with np.errstate(invalid="ignore", over="ignore"):
        return weights.with_arrays(now - then for now, then in zip(weights.arrays, start.arrays, strict=True))


def activations(weights: Weights, images: Bytes | Numbers) -> Iterator[list[Floats]]:
    """Give what goes into each layer, and the logits, of images (n, 784) as bytes or as 0.0 .. 1.0, a few at once."""
    rows = max(1, min(ROWS_AT_ONCE, PRODUCTS_AT_ONCE // weights.architecture.products))
    for start in range(0, len(images), rows):
        part = images[start : start + rows]
        yield weights.architecture.activations(weights.arrays, inked(part))


def inked(images: Bytes | Numbers) -> Floats:
    """Return images, bytes or such already, as 0.0 paper .. 1.0 ink."""
    return scaled(np.asarray(images, np.uint8)) if images.dtype == np.uint8 else np.asarray(images, np.float32)


def logits(weights: Weights, images: Bytes | Numbers) -> Floats:
    """Return what the last layer makes, (n, 10), of images (n, 784) as bytes or as 0.0 .. 1.0."""
    if weights.whole is not None:
        return weights.whole.read(inked(images))[0]
    none = np.empty((0, CLASSES), np.float32)
    return np.concatenate([none, *(each[-1] for each in activations(weights, images))])


def last_inputs(weights: Weights, images: Bytes) -> Floats:
    """Return what goes into the last layer, (n, d), of images (n, 784): the pixels, where it is the only one."""
    if weights.architecture.is_single:
        return scaled(images)
    return np.concatenate([each[-2].reshape(len(each[-2]), -1) for each in activations(weights, images)])


def softmax(values: Numbers) -> Floats:
    """Return exp(v) / sum(exp(v)) over the last axis, shifted by its maximum so that nothing overflows."""
    powers = np.exp(values - values.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), np.float32)


def probabilities(weights: Weights, images: Bytes | Numbers) -> Floats:
    """Return the probability of each class, (n, 10), for images (n, 784)."""
    if weights.whole is not None:
        return weights.whole.read(inked(images))[1]
    if len(images) > ROWS_AT_ONCE or not weights.architecture.is_single:
        return softmax(logits(weights, images))
    # sums of 784 products in single precision may be off by 3e-6, more than other tools' reading should differ
    return softmax(inked(images).astype(np.float64) @ weights.matrix.astype(np.float64) + weights.bias)


def accuracy(weights: Weights, images: Bytes, labels: Bytes) -> float:
    """Return the share of images, 0..1, whose largest logit is their label's; 0 for no images."""
    return float((logits(weights, images).argmax(axis=1) == labels).mean()) if len(labels) else 0.0


def cost(values: Numbers, labels: Bytes) -> float:
    """Return the mean cross-entropy of logits (n, 10) with labels (n,), nats: mean of log(sum(exp(v))) - v[label]."""
    shifted = values - values.max(axis=1, keepdims=True)
    each = np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(labels)), labels]
    return float(each.mean())


def initial_arrays(architecture: Architecture, kind: str, seed: int) -> tuple[Floats, ...]:
    """Return start weights: N(0, 1), zeros, or those of Glorot and Bengio (2010) or He et al. (2015); biases are 0.

    Glorot's are uniform within +-sqrt(6 / (inputs + outputs)), He's from N(0, 2 / inputs), each unit's or filter's; of
    the last layer, which no ReLU follows, from N(0, 1 / inputs). A scaling leaves all as it is.
    """
    random, made = np.random.default_rng(seed), list[Numbers]()
    for number, shape in enumerate(architecture.shapes):
        field = math.prod(shape[:-2])  # pixels of a filter; 1 for a dense layer
        if len(shape) == 1 or kind == "zeros":
            made.append(np.zeros(shape) if number % 2 or kind == "zeros" else np.ones(shape))
        elif kind == "normal":
            made.append(random.standard_normal(shape))
        elif kind == "he":
            gain = 1 if number == len(architecture.shapes) - 2 else 2
            made.append(random.normal(0, math.sqrt(gain / (field * shape[-2])), shape))
        else:
            limit = math.sqrt(6 / (field * (shape[-2] + shape[-1])))
            made.append(random.uniform(-limit, limit, shape))
    return tuple(array.astype(np.float32) for array in made)
