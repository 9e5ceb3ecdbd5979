"""A network in whole numbers of 8 bits, as TFLite's interpreter computes it by default: what it makes of images.

A code stands for (code - zero) * scale. Products of codes are summed exactly; how sums become codes again is as in
XNNPACK (Jacob et al.: Quantization and training of neural networks for integer-arithmetic-only inference, 2018).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Doubles, Floats, Numbers
from core.digits.dataset import SIDE
from core.model.activations import LINEAR, RELU, Activation
from core.model.fixed_layers import Layer, Pooling, Scaling

LOWEST, HIGHEST = -128, 127
ROWS_AT_ONCE = 100  # images


@dataclass(frozen=True, slots=True)
class Codes:
    """What whole numbers stand for; those of 8 bits without a sign have their zero moved down by 128."""

    scale: float
    zero: int

    def of(self, values: Numbers) -> Doubles:
        """Return the codes of values, the nearest that there are."""
        return _rounded(values / np.float32(self.scale), self.zero, LOWEST)

    def values(self, codes: Doubles) -> Floats:
        """Return what codes stand for."""
        return np.asarray((codes - self.zero) * self.scale, np.float32)


@dataclass(frozen=True, slots=True)
class WholeLayer:
    """A layer, in whole numbers where it is in these, and the function behind it: between codes a ReLU or none."""

    layer: Layer
    arrays: tuple[Doubles, ...]  # kernel as codes, whose zero is 0, and bias as a whole number; or as they are
    scales: Floats | None = None  # of each unit's codes; None where it weighs nothing or is not in whole numbers
    taken: Codes | None = None  # of what goes in; None for numbers, each image's then become codes by their own range
    made: Codes | None = None  # of what comes out, likewise
    function: Activation = LINEAR

    def forward(self, x: Doubles) -> Doubles:
        """Return the codes or numbers that it makes of such, (n, ...)."""
        if isinstance(self.layer, Scaling) and (self.taken or self.made):  # a function alone, or codes for numbers
            return self._alone(x)
        if isinstance(self.layer, Pooling) and not self.layer.side:  # of the whole picture
            means = np.asarray(x.mean(axis=(1, 2)), np.float64)
            return self.made.of(self.taken.values(means)) if self.taken and self.made else means
        if self.scales is None:
            if self.made is None:
                return self._with_function(self._sums(x, *self.arrays))
            return np.maximum(self._pooled(x), self.made.zero if self.function == RELU else LOWEST)
        if self.taken is None or self.made is None:
            return self._with_function(self._of_numbers(x, self.scales))
        sums = self._sums(x - self.taken.zero, *self.arrays).astype(np.float32)
        factors = np.float32(self.taken.scale) * self.scales / np.float32(self.made.scale)
        return _rounded(sums * factors, self.made.zero, self.made.zero if self.function == RELU else LOWEST)

    def _alone(self, x: Doubles) -> Doubles:
        if self.taken and self.made and self.function.kind == "leaky":  # in XNNPACK by 256ths, half of one rounded up
            slopes = np.where(x > self.taken.zero, 1, self.function.slope) * self.taken.scale / self.made.scale
            made = np.floor((x - self.taken.zero) * np.rint(256 * slopes) / 256 + 0.5)
            return _rounded(made, self.made.zero, LOWEST)
        values = self._with_function(x if self.taken is None else self.taken.values(x))
        return values if self.made is None else self.made.of(values)

    def _pooled(self, codes: Doubles) -> Doubles:
        if isinstance(self.layer, Pooling) and self.layer.kind == "average":
            means = self._sums(codes)
            return np.trunc(means + np.copysign(0.5, means))
        return self._sums(codes - LOWEST) + LOWEST  # paper around the image is below all

    def _of_numbers(self, x: Doubles, scales: Floats) -> Doubles:
        """Weigh numbers as codes whose scale and zero are each image's own; the bias is no code."""
        kernel, bias = self.arrays
        axes = tuple(range(1, x.ndim))
        least, most = np.minimum(x.min(axes, keepdims=True), 0), np.maximum(x.max(axes, keepdims=True), 0)
        steps = np.where(most > least, (most - least) / (HIGHEST - LOWEST), 1)
        low, high = LOWEST - least / steps, HIGHEST - most / steps
        zero = np.rint(np.clip(np.where(low + high < -2, low, high), LOWEST, HIGHEST))
        sums = self._sums(np.clip(np.rint(x / steps) + zero, LOWEST, HIGHEST) - zero, kernel, np.zeros(len(bias)))
        return sums * steps.reshape(-1, *[1] * (sums.ndim - 1)) * scales + bias

    def _sums(self, x: Any, *arrays: Any) -> Doubles:
        return np.asarray(self.layer.forward(arrays, x), np.float64)

    def _with_function(self, x: Any) -> Doubles:
        return np.asarray(self.function.forward(x), np.float64)


@dataclass(frozen=True, slots=True)
class WholeNumbers:
    """A network in whole numbers."""

    layers: Sequence[WholeLayer]  # from the image on
    taken: Codes | None  # of its pixels; None for numbers
    shares: Codes | None  # of the probabilities, likewise
    factor: float = 1.0  # of what a pixel is, of ink 0.0 .. 1.0,
    summand: float = 0.0  # and what is added
    is_transposed: bool = False  # how images lie

    @property
    def fits(self) -> bool:
        """Whether its pixels' codes reach from paper to ink, and hardly farther."""
        if self.taken is None:
            return True
        ends = sorted((self.summand, self.factor + self.summand))
        codes = np.array([LOWEST, HIGHEST], np.float64)
        return bool(np.abs(self.taken.values(codes) - ends).max() < 0.05 * abs(self.factor))

    def read(self, images: Numbers) -> tuple[Floats, Floats]:
        """Return logits and probabilities, (n, classes), of images (n, 784), 0.0 .. 1.0."""
        parts = [self._read(images[at : at + ROWS_AT_ONCE]) for at in range(0, max(len(images), 1), ROWS_AT_ONCE)]
        logits, shares = (np.concatenate(each) for each in zip(*parts, strict=True))
        return logits, shares

    def _read(self, images: Numbers) -> tuple[Floats, Floats]:
        pictures = images.reshape(-1, SIDE, SIDE, 1)
        pictures = pictures.swapaxes(1, 2) if self.is_transposed else pictures
        pixels = pictures * np.float32(self.factor) + np.float32(self.summand)
        x = pixels.astype(np.float64) if self.taken is None else self.taken.of(pixels)
        for layer in self.layers:
            x = layer.forward(x)
        last = self.layers[-1].made
        below = (x - x.max(axis=1, keepdims=True)) * (1 if last is None else last.scale)
        powers = np.exp(below.astype(np.float32))
        shares = powers / powers.sum(axis=1, keepdims=True)
        shares = shares if self.shares is None else self.shares.values(self.shares.of(shares))
        return (np.asarray(x, np.float32) if last is None else last.values(x)), shares


def _rounded(numbers: Numbers, zero: int, lowest: int) -> Doubles:
    return np.clip(np.rint(numbers).astype(np.float64) + zero, lowest, HIGHEST)
