"""The layers that networks are made of: what each holds, what it makes of its inputs, and its gradients.

A layer here is linear; those of core.model.fixed_layers come only with models of other tools. The networks of
core.model.architecture put its function, a ReLU unless said, behind each but the last. All have the same methods; their
own two arrays are as Keras has them: images (n, height, width, channels), a convolution's kernel (side, side, channels,
filters), a dense layer's matrix (inputs, units), its pixels row by row.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided

from core.arrays import Floats
from core.model.activations import RELU, Activation

Shape = tuple[int, ...]  # of one image's numbers, without the number of images


@dataclass(frozen=True, slots=True)
class Dense:
    """A layer whose every unit weighs all inputs: inputs @ matrix + bias."""

    units: int
    activation: Activation = RELU

    @property
    def text(self) -> str:
        """How recipes write it."""
        return f"dense {self.units}{self.activation.text}"

    def parameter_shapes(self, inputs: Shape) -> tuple[Shape, ...]:
        """Return the shapes of matrix and bias, its arrays, for inputs of this shape."""
        return (math.prod(inputs), self.units), (self.units,)

    def output_shape(self, inputs: Shape) -> Shape:  # noqa: ARG002
        """Return (units,), whatever the inputs."""
        return (self.units,)

    def forward(self, arrays: Sequence[Floats], x: Floats) -> Floats:
        """Return inputs @ matrix + bias, (n, units)."""
        made: Floats = x.reshape(len(x), -1) @ arrays[0] + arrays[1]
        return made

    def backward(self, arrays: Sequence[Floats], x: Floats, slopes: Floats) -> Floats:
        """Return derivatives by the inputs x, (n or 1, ...), from those by the outputs: slopes @ matrix.T."""
        made: Floats = (slopes @ arrays[0].T).reshape(len(slopes), *x.shape[1:])
        return made

    def gradients(self, x: Floats, slopes: Floats) -> tuple[Floats, ...]:
        """Return derivatives by its arrays, summed over n: inputs.T @ slopes and the sum of the slopes."""
        return x.reshape(len(x), -1).T @ slopes, slopes.sum(axis=0)

    def forward_tf(self, tf: Any, tensors: Sequence[Any], x: Any) -> Any:  # pragma: no mutate block
        """Return the same of a matrix (units, inputs): its gradient's product runs along the images' rows."""
        flat = x if x.shape.rank == 2 else tf.reshape(x, (-1, math.prod(x.shape[1:])))
        return tf.nn.bias_add(tf.matmul(flat, tensors[0], transpose_b=True), tensors[1])


@dataclass(frozen=True, slots=True)
class Convolution:
    """Filters that slide over the image, `step` pixels at a time, with paper around it ("same", as TensorFlow pads)."""

    filters: int
    side: int  # pixels of a filter, both ways
    step: int = 1  # pixels
    padding: int | None = None  # pixels of paper on each side, where another tool says so
    activation: Activation = RELU

    @property
    def text(self) -> str:
        """How recipes write it."""
        paper = padding_text(self.padding)
        return f"convolution {self.filters} {self.side}x{self.side} step {self.step}{paper}{self.activation.text}"

    def parameter_shapes(self, inputs: Shape) -> tuple[Shape, ...]:
        """Return the shapes of kernel and bias."""
        return (self.side, self.side, inputs[2], self.filters), (self.filters,)

    def output_shape(self, inputs: Shape) -> Shape:
        """Return (height, width, filters)."""
        return (*(places(size, self.side, self.step, self.padding) for size in inputs[:2]), self.filters)

    def forward(self, arrays: Sequence[Floats], x: Floats) -> Floats:
        """Return each filter's sum of products at each place, plus its bias, (n, height, width, filters)."""
        kernel, bias = arrays
        made: Floats = self._patches(x) @ kernel.reshape(-1, self.filters) + bias
        return made.reshape(len(x), *self.output_shape(x.shape[1:]))

    def backward(self, arrays: Sequence[Floats], x: Floats, slopes: Floats) -> Floats:
        """Return derivatives by the inputs: each place hands its slope back to the pixels it saw."""
        height, width, channels = x.shape[1:]
        down, across, _ = self.output_shape(x.shape[1:])
        shares = slopes.reshape(-1, self.filters) @ arrays[0].reshape(-1, self.filters).T
        shares = shares.reshape(len(slopes), down, across, self.side, self.side, channels)
        (top, bottom), (left, right) = self._margins(height), self._margins(width)
        made = np.zeros((len(slopes), top + height + bottom, left + width + right, channels), slopes.dtype)
        for row, column in np.ndindex(self.side, self.side):
            rows = slice(row, row + self.step * down, self.step)
            columns = slice(column, column + self.step * across, self.step)
            made[:, rows, columns] += shares[:, :, :, row, column]
        return made[:, top : top + height, left : left + width]

    def gradients(self, x: Floats, slopes: Floats) -> tuple[Floats, ...]:
        """Return derivatives by kernel and bias."""
        flat = slopes.reshape(-1, self.filters)
        kernel: Floats = self._patches(x).T @ flat
        return kernel.reshape(self.side, self.side, x.shape[3], self.filters), flat.sum(axis=0)

    def forward_tf(self, tf: Any, tensors: Sequence[Any], x: Any) -> Any:  # pragma: no mutate block
        """Return the same by TensorFlow's own convolution."""
        pads = [[0, 0], [self.padding] * 2, [self.padding] * 2, [0, 0]]
        paper = "SAME" if self.padding is None else pads if self.padding else "VALID"
        return tf.nn.bias_add(tf.nn.conv2d(x, tensors[0], self.step, paper), tensors[1])

    def _patches(self, x: Floats) -> Floats:
        """Return what the filters see at each place, a row each, (n * height * width, side * side * channels)."""
        count, height, width, channels = x.shape
        down, across, _ = self.output_shape(x.shape[1:])
        framed = np.pad(x, ((0, 0), self._margins(height), self._margins(width), (0, 0)))
        image, row, pixel, number = framed.strides
        # a row of pixels with all their channels lies in one piece, which copies several times as fast as by channel
        shape = count, down, across, self.side, self.side * channels
        places = as_strided(framed, shape, (image, self.step * row, self.step * pixel, row, number), writeable=False)
        return places.reshape(count * down * across, -1)

    def _margins(self, pixels: int) -> tuple[int, int]:
        return margins(pixels, self.side, self.step, self.padding)


def padding_text(padding: int | None) -> str:
    """Return how recipes write the paper around an image; "" for as much as TensorFlow's "SAME" takes."""
    return "" if padding is None else f" padding {padding}"


def places(pixels: int, side: int, step: int, padding: int | None) -> int:
    """Return how many squares of a side fit along so many pixels and their padding; 0 where none does."""
    return -(-pixels // step) if padding is None else max(0, (pixels + 2 * padding - side) // step + 1)


def margins(pixels: int, side: int, step: int, padding: int | None) -> tuple[int, int]:
    """Return the paper before and after so many pixels; of TensorFlow's "SAME" the odd one is behind."""
    if padding is not None:
        return padding, padding
    missing = max(0, (-(-pixels // step) - 1) * step + side - pixels)
    return missing // 2, missing - missing // 2
