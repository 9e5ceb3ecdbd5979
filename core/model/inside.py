"""A network around one image: the single layer that it is there, what its units add to a logit, and what the pixels do.

Where no unit changes between dark and lit, a network of ReLUs is linear: logits = image @ matrix + bias, with a matrix
and a bias of its own for each image (Montúfar, Pascanu, Cho, Bengio: On the number of linear regions, 2014). One with
other functions is so at the image alone; its matrix is the derivative there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Floats, Numbers
from core.digits.dataset import CLASSES, PIXELS, SIDE
from core.model.architecture import Architecture
from core.model.softmax import Weights, single


@dataclass(frozen=True, slots=True)
class LayerInside:
    """What a hidden layer makes of one image."""

    outputs: Floats  # (units,) or (rows, columns, filters), after its function: 0 is dark
    # (units or filters, 10), what each adds to the logits: with the biases behind them these, but before another layer
    # with functions like tanh, of which it is what the derivative says
    votes: Floats

    @property
    def light(self) -> Floats:
        """How brightly each unit is lit, or each filter where it is brightest, (units or filters,)."""
        return np.asarray(np.abs(self.outputs).reshape(-1, self.outputs.shape[-1]).max(axis=0), np.float32)


@dataclass(frozen=True, slots=True)
class Inside:
    """A network around one image: the single layer that reads it so; of ReLUs, all that light the same units, too."""

    matrix: Floats  # (784, 10)
    bias: Floats  # (10,)
    layers: tuple[LayerInside, ...]  # the hidden ones, from the image on


def inside(made: Architecture, arrays: Sequence[Floats], image: Numbers) -> Inside:
    """Return what a network is around an image (28, 28), 0.0 .. 1.0: one pass forward, and one back for each logit."""
    pixels = np.asarray(image, np.float32).reshape(1, PIXELS)
    *values, logits = made.activations(arrays, pixels)
    gains, found = np.eye(CLASSES, dtype=np.float32), list[LayerInside]()  # of the logits by a layer's outputs
    for number in reversed(range(len(made.layers))):
        gains = made.layers[number].backward(made.own(arrays, number), values[number], gains)
        if number:
            parts = values[number] * gains  # whose sums over all places are the votes
            votes = parts.reshape(len(parts), -1, parts.shape[-1]).sum(axis=1).T
            found.append(LayerInside(values[number][0], np.ascontiguousarray(votes)))
            gains = made.layers[number - 1].activation.backward(values[number], gains)
    matrix = gains.reshape(CLASSES, PIXELS).T
    bias = logits[0] - pixels[0].astype(np.float64) @ matrix.astype(np.float64)
    return Inside(matrix, np.asarray(bias, np.float32), tuple(reversed(found)))


def effective(weights: Weights, image: Numbers) -> Weights:
    """Return the single layer, image @ matrix + bias, that a network is for one image, (28, 28), 0.0 .. 1.0."""
    if weights.architecture.is_single:
        return weights
    local = inside(weights.architecture, weights.arrays, image)
    return single(local.matrix, local.bias, weights.stages, weights.recipe)


def faces(made: Architecture, arrays: Sequence[Floats], number: int) -> Floats:
    """Return what each unit of a hidden layer looks for, traced back to pixels, (units, h, w).

    Of a filter it is the square that one place of its map sees. Behind other layers, all their units are taken as
    lit: what the layer would look for if nothing were cut off.
    """
    shape = made.inputs[number + 1]
    units, is_filter = shape[-1], len(shape) == 3
    side = shape[0] if is_filter else 1  # of its maps, which are squares
    seeds = np.zeros((units, side * side, units), np.float32)
    seeds[np.arange(units), side // 2 * (side + 1), np.arange(units)] = 1  # the place in the middle
    gains = seeds.reshape(units, *shape)
    for before in reversed(range(number + 1)):
        # of equal numbers, pooling takes all in equal parts
        nothing = np.zeros((1, *made.inputs[before]), np.float32)
        gains = made.layers[before].backward(made.own(arrays, before), nothing, gains)
    pictures = gains.reshape(units, SIDE, SIDE)
    # of a filter's, the rows and columns at the rim that are 0 in all are cut off
    rows, columns = (np.flatnonzero(np.abs(pictures).max(axis=axes) > 0) for axes in ((0, 2), (0, 1)))
    if not is_filter or not len(rows):
        return pictures
    return pictures[:, rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a digit, or why one digit and not another: the logit, pixel by pixel."""

    picture: Floats  # (28, 28), each pixel times its weight; positive speaks for the digit
    speaks_for: float  # sum of its positive values
    speaks_against: float  # and of its negative ones
    bias: float  # what is added whatever the image

    @property
    def logit(self) -> float:
        """What all of it adds up to."""
        return self.speaks_for + self.speaks_against + self.bias


def evidence(weights: Weights, image: Numbers, digit: int, other: int | None = None) -> Evidence:
    """Return what in an image (28, 28), 0.0 .. 1.0, speaks for a digit, or for it and no other: the logit in parts."""
    local = effective(weights, image)
    column, bias = local.matrix[:, digit], float(local.bias[digit])
    if other is not None:
        column, bias = column - local.matrix[:, other], bias - float(local.bias[other])
    parts = np.asarray(image, np.float32).reshape(PIXELS) * column
    positive = parts > 0
    speaks_for = float(parts[positive].sum(dtype=np.float64))
    speaks_against = float(parts[~positive].sum(dtype=np.float64))
    return Evidence(parts.reshape(SIDE, SIDE), speaks_for, speaks_against, bias)


def in_squares(made: Evidence, side: int) -> Evidence:
    """Return evidence summed over squares, (28 / side, 28 / side), for deep networks speckle from pixel to pixel."""
    across = SIDE // side
    picture = made.picture.reshape(across, side, across, side).sum(axis=(1, 3))
    return replace(made, picture=np.asarray(picture, np.float32))
