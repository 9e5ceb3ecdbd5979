"""What a gradient step does: through which layers, on how many images, by which rule, and what it leaves to chance."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Floats, Indexes
from core.digits.dataset import PIXELS
from core.model.architecture import SINGLE, Architecture
from core.model.fixed_layers import Pooling
from core.model.layers import Dense, Shape
from core.recipes.recipe import Recipe

ROWS_A_CALL = 10_000  # images that are gathered for the steps of one call, but for larger batches: as bytes, 8 MB
LARGEST_GATHERED = 5_000  # images of a batch that are gathered whole
MOST_AT_ONCE = 100
PLACES = 6  # for weights on the way: the first takes those that nobody wants

# numbers that an optimizer remembers for each that is learned
MEMORIES = {"gradient descent": 0, "momentum": 1, "adam": 2}
MOMENTUM = 0.9
MEAN, SQUARES, LEAST = 0.9, 0.999, 1e-7  # Adam's beta 1 and 2, and epsilon, as Keras has them
RETAINED = 0.98  # of the moving means and variances of batch normalisation, a step
LEAST_VARIANCE = 1e-3  # added to each


@dataclass(frozen=True, slots=True)
class Plan:
    """What each step of a run does; TensorFlow traces one function for a plan.

    The numbers of a run are what is learned, in the form that trains: the layers' arrays and, with batch_norm, a factor
    for each unit; then what the optimizer remembers of each; then, with batch_norm, each unit's mean and variance.
    """

    batch: int
    architecture: Architecture = SINGLE
    optimizer: str = "gradient descent"
    dropout: float = 0.0  # share, 0..1, of what goes into each dense layer, but of no pixels, that a step leaves out
    # each unit's or filter's sums get mean 0 and variance 1 over the batch, times a learned factor, before the layer's
    # bias is added, as Ioffe and Szegedy (2015) do
    batch_norm: bool = False
    warps_images: bool = False  # at random, before they are learned from
    pixels: int = PIXELS  # that go in (core.training.lit_pixels); all, but where a dense layer sees them as they are

    @classmethod
    def of(cls, recipe: Recipe, batch: int, lit: int = PIXELS) -> "Plan":
        """Return the plan of a recipe's steps, `batch` images each, of whose pixels `lit` are learned from."""
        network, is_warped = recipe.architecture, recipe.warp_images
        pixels = lit if isinstance(network.layers[0], Dense) and not is_warped else PIXELS
        return cls(batch, network, recipe.optimizer, recipe.dropout, recipe.batch_norm, is_warped, pixels)

    @property
    def at_once(self) -> int:
        """How many steps one call makes at most."""
        return max(1, min(MOST_AT_ONCE, ROWS_A_CALL // self.batch))

    @property
    def places(self) -> int:
        """Places for weights on the way, within a call; the runs of larger networks end their blocks there instead."""
        return PLACES if self.architecture.is_single else 0

    @property
    def counts_steps(self) -> bool:
        """Whether a step depends on how many were made before it."""
        return self.optimizer == "adam" or self.dropout > 0

    @property
    def units(self) -> tuple[int, ...]:
        """The units or filters of each layer that is normalised."""
        return tuple(shape[-1] for shape in self.architecture.shapes[1:-2:2]) if self.batch_norm else ()

    @property
    def learned(self) -> int:
        """How many of the numbers' arrays are learned."""
        return len(self.architecture.shapes) + len(self.units)

    def start(self, arrays: Sequence[Floats], seen: Indexes) -> tuple[Floats, ...]:
        """Return the numbers that a run begins with, from a network's arrays and the pixels that go in, (pixels,)."""
        ones = [np.ones(count, np.float32) for count in self.units]
        learned = [*self.architecture.to_training(arrays), *ones]
        if self.pixels < PIXELS:
            learned[0] = learned[0][:, seen]
        memories = [np.zeros_like(array) for _ in range(MEMORIES[self.optimizer]) for array in learned]
        return *learned, *memories, *(np.zeros_like(one) for one in ones), *ones

    def arrays(self, numbers: Sequence[Floats]) -> tuple[Floats, ...]:
        """Return a network's arrays, as copies, from a run's numbers; what normalises is folded into them."""
        count, normalised = len(self.architecture.shapes), len(self.units)
        found = list(self.architecture.from_training(numbers[:count]))
        statistics = numbers[len(numbers) - 2 * normalised :]
        for number in range(normalised):
            mean, variance = statistics[number], statistics[normalised + number]
            factor = numbers[count + number] / np.sqrt(variance + np.float32(LEAST_VARIANCE))
            found[2 * number] *= factor
            found[2 * number + 1] -= mean * factor
        return tuple(found)

    def logits(self, tf: Any, learned: Sequence[Any], pixels: Any, chance: Any) -> tuple[Any, list[Any]]:
        """Return logits of pixels (n, 784), and measured means, then variances; chance, (2,), decides on dropout."""
        means, variances = list[Any](), list[Any]()
        factors = learned[len(self.architecture.shapes) :]

        def drop(number: int, x: Any) -> Any:
            if not (number and self.dropout and isinstance(self.architecture.layers[number], Dense)):
                return x
            with tf.name_scope("dropout"):  # scaled so that reading needs no change (Srivastava et al., 2014)
                stays = tf.random.stateless_uniform(tf.shape(x), chance + number) >= self.dropout
                return x * tf.cast(stays, tf.float32) / (1 - self.dropout)

        def normalise(number: int, x: Any) -> Any:
            if number >= len(self.units):
                return x
            bias = learned[2 * number + 1]
            if isinstance(self.architecture.layers[number], Pooling):  # it has no sums
                means.append(bias)
                variances.append(bias)
                return x
            mean, variance = tf.nn.moments(x, list(range(x.shape.rank - 1)))
            means.append(mean - bias)
            variances.append(variance)
            return tf.nn.batch_normalization(x, mean, variance, bias, factors[number], LEAST_VARIANCE)

        logits = self.architecture.logits_tf(tf, learned, pixels, drop, normalise)
        return logits, means + variances

    def updated(self, tf: Any, rate: Any, made: Any, numbers: Sequence[Any], found: Sequence[Any]) -> list[Any]:
        """Return the numbers after a step, `made` before it, given derivatives, then means and variances."""
        statistics = numbers[len(numbers) - 2 * len(self.units) :]
        measured = found[self.learned :]
        with tf.name_scope("averages"):
            moved = [RETAINED * old + (1 - RETAINED) * new for old, new in zip(statistics, measured, strict=True)]
        with tf.name_scope(self.optimizer.replace(" ", "_")):
            return self._descended(tf, rate, made, numbers, found[: self.learned]) + moved

    def _descended(self, tf: Any, rate: Any, made: Any, numbers: Sequence[Any], slopes: Sequence[Any]) -> list[Any]:
        learned, first = numbers[: self.learned], numbers[self.learned : 2 * self.learned]
        if self.optimizer == "gradient descent":
            return [number - rate * slope for number, slope in zip(learned, slopes, strict=True)]
        if self.optimizer == "momentum":  # Polyak, 1964
            speeds = [MOMENTUM * speed - rate * slope for speed, slope in zip(first, slopes, strict=True)]
            return [number + speed for number, speed in zip(learned, speeds, strict=True)] + speeds
        # Kingma and Ba, 2014, with the corrections for the first steps in the rate, as in their section 2
        second = numbers[2 * self.learned : 3 * self.learned]
        means = [mean + (1 - MEAN) * (slope - mean) for mean, slope in zip(first, slopes, strict=True)]
        squares = [old + (1 - SQUARES) * (slope * slope - old) for old, slope in zip(second, slopes, strict=True)]
        steps = tf.cast(made + 1, tf.float32)
        rate = rate * tf.sqrt(1 - SQUARES**steps) / (1 - MEAN**steps)
        moved = zip(learned, means, squares, strict=True)
        return [number - rate * mean / (tf.sqrt(square) + LEAST) for number, mean, square in moved] + means + squares

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes of all numbers of a run."""
        return tuple(array.shape for array in self.start(self.architecture.zeros(), np.arange(self.pixels)))
