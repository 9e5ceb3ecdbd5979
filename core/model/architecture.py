"""What a network is made of: its layers, as recipes write them, and what goes through them, in numpy and TensorFlow."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any

import numpy as np

from core.arrays import Floats
from core.digits.dataset import CLASSES, PIXELS, SIDE
from core.errors import UserError
from core.model import activations
from core.model.fixed_layers import Layer, Pooling, Scaling
from core.model.layers import Convolution, Dense, Shape
from core.words import say

MOST_LAYERS = 24  # before the last
MOST_PARAMETERS = 3_000_000
MOST_PRODUCTS = 50_000_000  # an image, so that a drawing is still read at once
LARGEST_SIDE = 13  # pixels of a filter
LARGEST_STEP = 4  # pixels
SQUARES = r"(\d{1,2})x(\d{1,2})(?: step (\d\d?))?(?: padding (\d))?"
LAYERS = rf"dense (\d{{1,4}})|(?:convolution (\d{{1,4}})|(max|average) pooling) {SQUARES}|scaling"
PATTERN = re.compile(rf"(?:{LAYERS}){activations.PATTERN}")

Between = Callable[[int, Any], Any]
UNTOUCHED: Between = lambda _, x: x  # noqa: E731 -- what is between two layers, as it is


@dataclass(frozen=True)
class Architecture:
    """The layers of a network, from 784 pixels to the logits, each but the last with its function behind."""

    hidden: tuple[Layer, ...] = ()

    @cached_property
    def layers(self) -> tuple[Layer, ...]:
        """All layers; the last makes the logits."""
        return (*self.hidden, Dense(CLASSES))

    @cached_property
    def inputs(self) -> tuple[Shape, ...]:
        """The shape of what goes into each layer, and of what comes out of the last."""
        first: Shape = (SIDE, SIDE, 1) if self.has_convolutions else (PIXELS,)
        return tuple(accumulate(self.layers, lambda shape, layer: layer.output_shape(shape), initial=first))

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shapes of all arrays, layer by layer."""
        pairs = zip(self.layers, self.inputs, strict=False)
        return tuple(shape for layer, inputs in pairs for shape in layer.parameter_shapes(inputs))

    def split(self, numbers: Floats) -> tuple[Floats, ...]:
        """Return all arrays from their numbers end to end, (parameters,), in this order."""
        ends = np.cumsum([math.prod(shape) for shape in self.shapes])[:-1]
        return tuple(part.reshape(shape) for part, shape in zip(np.split(numbers, ends), self.shapes, strict=True))

    def zeros(self) -> tuple[Floats, ...]:
        """Return arrays of these shapes, all 0."""
        return tuple(np.zeros(shape, np.float32) for shape in self.shapes)

    @cached_property
    def parameters(self) -> int:
        """How many numbers the network learns."""
        return sum(math.prod(shape) for shape in self.shapes)

    @property
    def products(self) -> int:
        """How many multiplications an image takes."""
        weighed = zip(self.shapes[::2], self.inputs[1:], strict=True)
        return sum(math.prod(kernel) * (math.prod(made[:2]) if len(made) == 3 else 1) for kernel, made in weighed)

    @property
    def texts(self) -> tuple[str, ...]:
        """The hidden layers as recipes write them."""
        return tuple(layer.text for layer in self.hidden)

    @property
    def described(self) -> str:
        """The network in words: its hidden layers, or that it is one layer."""
        return ", ".join(self.texts) or say("one layer")

    @property
    def is_single(self) -> bool:
        """Whether it is the single layer."""
        return not self.hidden

    @property
    def is_piecewise_linear(self) -> bool:
        """Whether it is a single layer around each image, as networks of ReLUs are."""
        return all(layer.activation.kind in ("relu", "leaky", "linear") for layer in self.hidden)

    @property
    def has_convolutions(self) -> bool:
        """Whether any layer takes images with rows and columns: a convolution, or pooling."""
        return any(isinstance(layer, Convolution | Pooling) for layer in self.hidden)

    def own(self, arrays: Sequence[Any], number: int) -> Sequence[Any]:
        """Return those arrays, of all, that are a layer's: its kernel or matrix, and its biases."""
        return arrays[2 * number : 2 * number + 2]

    def activations(self, arrays: Sequence[Floats], images: Floats) -> list[Floats]:
        """Return what goes into each layer, and then the logits, for images (n, 784), 0.0 .. 1.0."""
        found = [images.reshape(len(images), *self.inputs[0])]
        for number, layer in enumerate(self.layers):
            made = layer.forward(self.own(arrays, number), found[-1])
            found.append(layer.activation.forward(made) if len(found) < len(self.layers) else made)
        return found

    def gradients(self, arrays: Sequence[Floats], activations: Sequence[Floats], slopes: Floats) -> tuple[Floats, ...]:
        """Return derivatives by all arrays, from what went through and the derivatives by the logits, (n, 10)."""
        found: list[Floats] = []
        for number in reversed(range(len(self.layers))):
            layer, x = self.layers[number], activations[number]
            found[:0] = layer.gradients(x, slopes)
            if number:
                slopes = layer.backward(self.own(arrays, number), x, slopes)
                slopes = self.layers[number - 1].activation.backward(x, slopes)
        return tuple(found)

    def logits_tf(
        self, tf: Any, tensors: Sequence[Any], pixels: Any, before: Between = UNTOUCHED, behind: Between = UNTOUCHED
    ) -> Any:
        """Return the logits, (n, 10), of pixels (n, 784), as TensorFlow's operations.

        tensors : the arrays in the form that trains
        before, behind : what else happens to what goes into a layer, and to its sums, given the layer's number
        """
        x = tf.reshape(pixels, (-1, *self.inputs[0])) if self.has_convolutions else pixels
        for number, layer in enumerate(self.layers):
            x = behind(number, layer.forward_tf(tf, self.own(tensors, number), before(number, x)))
            x = layer.activation.forward_tf(tf, x) if number < len(self.hidden) else x
        return x

    @staticmethod
    def to_training(arrays: Sequence[Floats]) -> tuple[Floats, ...]:
        """Return copies in the form that trains fastest, or from it: dense layers' matrices as (units, inputs)."""
        return tuple(np.array(array.T if array.ndim == 2 else array, order="C") for array in arrays)

    from_training = to_training


SINGLE = Architecture()


@lru_cache(maxsize=256)
def of(texts: tuple[str, ...]) -> Architecture:
    """Return the network of these hidden layers, such as "dense 128"; raises UserError for what cannot be trained."""
    if len(texts) > MOST_LAYERS:
        raise UserError("{count} hidden layers are too many; {most} are possible.", count=len(texts), most=MOST_LAYERS)
    made = Architecture(tuple(_layer(text) for text in texts))
    kinds = [isinstance(layer, Convolution | Pooling) for layer in made.hidden if not isinstance(layer, Scaling)]
    if kinds != sorted(kinds, reverse=True):
        raise UserError("convolutions come before dense layers: behind one, there is no picture left.")
    if any(layer.activation.kind == "softmax" and made.inputs[at][1:] for at, layer in enumerate(made.hidden, start=1)):
        raise UserError("a softmax is possible behind dense layers only.")
    if not all(math.prod(shape) for shape in made.inputs):
        raise UserError("these layers are not possible: one of them sees no pixels any more.")
    if made.parameters > MOST_PARAMETERS:
        values = {"count": made.parameters, "most": MOST_PARAMETERS}
        raise UserError("a network of {count:,} numbers is too large; {most:,} are possible.", **values)
    if made.products > MOST_PRODUCTS:
        values = {"count": made.products, "most": MOST_PRODUCTS}
        raise UserError("a network of {count:,} multiplications an image is too slow; {most:,} are possible.", **values)
    return made


def _layer(text: str) -> Layer:
    found = PATTERN.fullmatch(" ".join(text.lower().split()))
    if found is None or (found[3] and found[8]):
        raise UserError("there is no layer {text!r}; write “dense 128” or “convolution 16 5x5 step 2”.", text=text[:60])
    if found[0].startswith("scaling"):
        return Scaling(activations.named(found[8] or "linear"))
    units, filters, side, other_side, step = (int(found[at] or 0) for at in (1, 2, 4, 5, 6))
    if found[1]:
        return Dense(_at_least_one(text, units), activations.named(found[8]))
    padding = None if found[7] is None else int(found[7])
    is_possible = side == other_side and side >= 1 and (found[6] is None or step >= 1) and (padding or 0) < side
    if found[3] and is_possible and max(side, step) <= SIDE and not padding:
        return Pooling(found[3], side, step or 1, padding)
    if found[3] or not is_possible or side > LARGEST_SIDE or step > LARGEST_STEP:
        values = {"text": text[:60], "side": LARGEST_SIDE, "step": LARGEST_STEP}
        raise UserError(
            "{text!r} is not possible: filters are 1x1 to {side}x{side} pixels, steps 1 to {step}.", **values
        )
    return Convolution(_at_least_one(text, filters), side, step or 1, padding, activations.named(found[8]))


def _at_least_one(text: str, number: int) -> int:
    if number < 1:
        raise UserError("{text!r} is not possible: it would let nothing through.", text=text[:60])
    return number
