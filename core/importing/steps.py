"""What a model of another tool does, step by step, in the tools' common terms; arrays are as Keras has them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.model.activations import RELU, Activation, leaky
from core.model.fixed_layers import Layer, Pooling, Scaling
from core.model.layers import Convolution, Dense
from core.model.whole_numbers import WholeNumbers
from core.words import mark, say

WANTED = mark(
    "only dense layers, convolutions, pooling and their functions, one behind the other, from 28x28 pixels to 10 "
    "classes, can be taken in"
)


class NotPlainError(Exception):
    """A model that our layers cannot express; says what of it, as `said` takes it."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a model.

    kind : dense, convolution, pooling, scaling, function, softmax, or flatten
    arrays : matrix (inputs, units) and bias; kernel (side, side, channels, filters) and bias; factors and summands
    side, step, padding : as in Convolution and Pooling, whose side 0 is the whole image's; pooling: max or average
    channels_first : of flatten, how the numbers lie behind it
    function : of that kind, what it is
    whole : of a model's first step, all of the model in whole numbers, where it is in these
    is_in_floats : likewise, whether it is in whole numbers that we cannot compute with
    """

    kind: str
    arrays: tuple[NDArray[np.generic], ...] = ()
    side: int = 0
    step: int = 1
    padding: int | None = 0
    pooling: str = "max"
    channels_first: bool = False
    function: Activation = RELU
    whole: WholeNumbers | None = None
    is_in_floats: bool = False


def leaky_step(slope: float) -> Step:
    """Return the step of a leaky ReLU; raises NotPlainError for a slope that is none."""
    if not 0 <= slope < 1:
        raise NotPlainError(say("a {kind!r} with options of its own", kind="LeakyReLU"))
    return Step("function", function=leaky(slope))


def layer_of(step: Step) -> Layer:
    """Return the layer of ours that a step is, without what it would be folded into; a function alone scales by 1."""
    if step.kind == "dense":
        return Dense(step.arrays[0].shape[-1])
    if step.kind == "convolution":
        return Convolution(step.arrays[0].shape[-1], step.side, step.step, step.padding)
    return Pooling(step.pooling, step.side, step.step, step.padding) if step.kind == "pooling" else Scaling()
