"""The steps of a model from elsewhere put one behind the other, as weights of our own layers.

What our layers have no room for is folded into their neighbours, exactly: normalization, what pixels are expected to
be, and images that lie transposed.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.arrays import Doubles
from core.digits.dataset import CLASSES, PIXELS, SIDE
from core.digits.stages import RAW
from core.errors import UserError
from core.importing.steps import NotPlainError, Step, layer_of
from core.model import architecture
from core.model.activations import LINEAR, RELU, SIGMOID, SOFTMAX, Activation
from core.model.fixed_layers import Layer, Pooling, Scaling
from core.model.layers import Convolution, Dense, Shape
from core.model.softmax import Weights
from core.words import mark


@dataclass(frozen=True, slots=True)
class Pixels:
    """What a model takes for a pixel: factor * ink + summand, where ink is 0.0 paper .. 1.0; and how its image lies."""

    factor: float = 1.0
    summand: float = 0.0
    is_transposed: bool = False


Piece = tuple[Layer, tuple[Doubles, Doubles]]


class _Stack:
    """The layers as they are put one behind the other; raises NotPlainError where they cannot be."""

    def __init__(self, pixels: Pixels) -> None:
        self._pieces: list[Piece] = []
        self._shape: Shape = (SIDE, SIDE, 1)
        self._pixels = pixels
        self._is_open = False  # the last sums have no function yet
        self._is_over = self._channels_first = self._is_by_pixel = False
        self._scaling(np.array(pixels.factor), np.array(pixels.summand))

    def add(self, step: Step) -> None:
        """Put one step behind those before."""
        arrays = [np.asarray(array, np.float64) for array in step.arrays]
        if not all(np.isfinite(array).all() for array in arrays):
            raise NotPlainError(mark("weights that are not all finite numbers"))
        if self._is_over and step.kind != "flatten":
            self._function(SOFTMAX)
            self._is_over = False
        if step.kind == "dense":
            self._dense(*arrays)
        elif step.kind == "convolution":
            self._convolution(step, *arrays)
        elif step.kind == "pooling":
            self._pooling(step)
        elif step.kind == "scaling":
            self._scaling(*arrays)
        elif step.kind == "function":
            self._function(step.function)
        elif step.kind == "softmax":
            self._softmax()
        elif len(self._shape) == 3:  # flatten
            self._channels_first = step.channels_first

    def _softmax(self) -> None:
        if not self._is_open and len(self._shape) == 1:  # behind a function: of sums that are the same numbers
            self._dense(np.eye(self._shape[0]), np.zeros(self._shape[0]))
        self._is_over = True

    def _dense(self, matrix: Doubles, bias: Doubles) -> None:
        self._weigh()
        if matrix.shape != (math.prod(self._shape), *bias.shape):
            raise NotPlainError(mark("layers whose sizes do not fit"))
        if len(self._shape) == 3:
            matrix = self._upright_rows(matrix)
        self._is_by_pixel = False
        self._pieces.append((Dense(matrix.shape[1]), (matrix, bias)))
        self._shape = (matrix.shape[1],)

    def _upright_rows(self, matrix: Doubles) -> Doubles:
        """Return a matrix whose rows are for pixels row by row, each with its channels."""
        height, width, channels = self._shape
        if self._channels_first:
            matrix = matrix.reshape(channels, height * width, -1).swapaxes(0, 1)
        if self._pixels.is_transposed:
            matrix = matrix.reshape(height, width, channels, -1).swapaxes(0, 1)
        return matrix.reshape(height * width * channels, -1)

    def _convolution(self, step: Step, kernel: Doubles, bias: Doubles) -> None:
        self._weigh()
        sizes = step.side, step.side, self._shape[-1], *bias.shape
        if len(self._shape) != 3 or self._is_by_pixel or kernel.shape != sizes:
            raise NotPlainError(mark("layers whose sizes do not fit"))
        layer = layer_of(step)
        self._pieces.append((layer, (kernel.swapaxes(0, 1) if self._pixels.is_transposed else kernel, bias)))
        self._shape = layer.output_shape(self._shape)

    def _pooling(self, step: Step) -> None:
        if not step.side:
            step = replace(step, side=self._shape[0], step=self._shape[0])
        layer = Pooling(step.pooling, step.side, step.step, step.padding)
        unpadded = replace(layer, padding=0)
        if len(self._shape) != 3 or self._is_by_pixel:
            raise NotPlainError(mark("pooling where there is no picture"))
        if self._is_open and step.pooling != "max":
            self._function(LINEAR)
        if unpadded.output_shape(self._shape) == layer.output_shape(self._shape):
            layer = unpadded
        self._pieces.append((layer, (np.zeros(0), np.zeros(0))))
        if not self._is_open:
            self._check_rim()
        self._shape = layer.output_shape(self._shape)

    def _scaling(self, factors: Doubles, summands: Doubles) -> None:
        """Scale each channel, or each pixel before dense layers; of a sum without a function, its weights."""
        sizes, channels = {factors.size, summands.size} - {1}, self._shape[-1]
        is_by_pixel = self._shape == (SIDE, SIDE, 1) and not self._is_open and sizes == {PIXELS}
        if sizes - {channels} and not is_by_pixel:
            raise NotPlainError(mark("layers whose sizes do not fit"))
        count = PIXELS if is_by_pixel else channels
        factors, summands = (np.broadcast_to(each.ravel(), count).copy() for each in (factors, summands))
        if is_by_pixel:
            factors, summands = self._upright_rows(factors).ravel(), self._upright_rows(summands).ravel()
            self._is_by_pixel = True
        if not self._is_open:
            self._pieces.append((Scaling(), (factors, summands)))
            return
        at = self._last_weighing
        if at < len(self._pieces) - 1 and not (factors > 0).all():
            raise NotPlainError(mark("a normalization between pooling and its function"))
        layer, (kernel, bias) = self._pieces[at]
        self._pieces[at] = layer, (kernel * factors, bias * factors + summands)

    @property
    def _last_weighing(self) -> int:
        """Where the last of the layers is that is no pooling; the first of all is a scaling."""
        return max(at for at, (layer, _) in enumerate(self._pieces) if not isinstance(layer, Pooling))

    def _function(self, function: Activation) -> None:
        """Put a function behind the last sums, or behind what has one; a second ReLU changes nothing."""
        layer, arrays = self._pieces[self._last_weighing]
        if self._is_by_pixel and not self._is_open:
            raise NotPlainError(mark("a function of pixels"))
        if function == SOFTMAX and len(self._shape) != 1:
            raise NotPlainError(mark("something behind the softmax"))
        if not self._is_open and function == layer.activation == RELU:
            return
        if not self._is_open:
            self._pieces.append((Scaling(function), (np.ones(self._shape[-1]), np.zeros(self._shape[-1]))))
        else:
            assert isinstance(layer, Dense | Convolution)
            self._pieces[self._last_weighing] = replace(layer, activation=function), arrays
        self._is_open = False
        self._check_rim()

    def _check_rim(self) -> None:
        """Raise NotPlainError for pooling whose paper around the image, 0, would count: TensorFlow leaves it out."""
        last = self._last_weighing
        behind = (
            layer for layer, _ in self._pieces[last + 1 :] if isinstance(layer, Pooling) and layer.padding is None
        )
        if any(each.kind != "max" or not self._pieces[last][0].activation.is_positive for each in behind):
            raise NotPlainError(mark("pooling beyond the rim"))

    def _weigh(self) -> None:
        if self._is_open:
            self._function(LINEAR)
        self._is_open = True

    def weights(self, path: Path) -> Weights:
        """Return all of it as weights; raises NotPlainError, or UserError where it is too large."""
        last = self._pieces[-1][0]
        # ten sigmoids are in the order of the sums before them
        is_read = isinstance(last, Dense) and (self._is_open or last.activation == SIGMOID)
        if not is_read or self._shape != (CLASSES,):
            raise NotPlainError(mark("something else than a dense layer of 10 classes at its end"))
        pieces: list[Piece] = []
        for piece in reversed(self._pieces):  # with as few scalings between them as give the same numbers
            pieces.insert(0, piece)
            at = 0
            while at + 1 < len(pieces) and isinstance(pieces[at][0], Scaling):
                both = _merged(*pieces[at : at + 2])
                if both is None:
                    break
                pieces[at : at + 2] = both
                at += len(both) - 1
        try:
            made = architecture.of(tuple(layer.text for layer, _ in pieces[:-1]))
        except UserError as error:
            raise UserError("{name} cannot be used: {error}", name=path, error=error) from None
        with np.errstate(over="ignore"):
            arrays = tuple(array.astype(np.float32) for _, some in pieces for array in some)
        if not all(np.isfinite(array).all() for array in arrays):
            raise NotPlainError(mark("weights that are not all finite numbers"))
        return Weights(made, arrays, RAW, path.stem)


def _merged(scaling: Piece, behind: Piece) -> list[Piece] | None:
    """Return a scaling and the layer behind it as one, or in the other order; None where that gives other numbers."""
    (factors, summands), (layer, (kernel, bias)) = scaling[1], behind
    if scaling[0].activation != LINEAR:
        return None
    if isinstance(layer, Scaling):
        return [(layer, (factors * kernel, summands * kernel + bias))]
    if isinstance(layer, Pooling):
        can_swap = layer.padding is not None and (layer.kind == "average" or (factors > 0).all())
        return [behind, scaling] if can_swap else None
    if isinstance(layer, Convolution):
        if summands.any() and layer.padding != 0:
            return None  # paper around the image is 0 before the summand is added, and no longer behind it
        summed = np.einsum("hwcf,c->f", kernel, summands)
        return [(layer, (kernel * factors[:, None], bias + summed))]
    times = len(kernel) // len(factors)
    summed = np.tile(summands, times) @ kernel
    return [(layer, (kernel * np.tile(factors, times)[:, None], bias + summed))]


def weights_of(steps: Sequence[Step], pixels: Pixels, path: Path) -> Weights:
    """Return a model's steps as weights, for what it takes for pixels; raises NotPlainError or UserError."""
    stack = _Stack(pixels)
    for step in steps:
        stack.add(step)
    whole = steps[0].whole if steps else None
    whole = whole and replace(whole, factor=pixels.factor, summand=pixels.summand, is_transposed=pixels.is_transposed)
    return replace(stack.weights(path), whole=whole)
