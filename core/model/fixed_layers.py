"""Layers that only models of other tools have: pooling, and numbers that each channel is scaled by."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from core.arrays import Floats
from core.model.activations import LINEAR, Activation
from core.model.layers import Convolution, Dense, Shape, margins, padding_text, places

POOLINGS = ("max", "average")
EMPTY = np.zeros(0, np.float32)


@dataclass(frozen=True, slots=True)
class Pooling:
    """The largest number, or the mean, of each channel's squares, with no function behind; its arrays are empty."""

    kind: str  # one of POOLINGS
    side: int  # pixels of a square, both ways
    step: int  # pixels
    padding: int | None = 0  # pixels of paper on each side; None = as much as TensorFlow's "SAME" takes
    activation: ClassVar[Activation] = LINEAR

    @property
    def text(self) -> str:
        """How recipes write it."""
        return f"{self.kind} pooling {self.side}x{self.side} step {self.step}{padding_text(self.padding)}"

    def parameter_shapes(self, inputs: Shape) -> tuple[Shape, ...]:  # noqa: ARG002
        """Return the shapes of two empty arrays."""
        return (0,), (0,)

    def output_shape(self, inputs: Shape) -> Shape:
        """Return (height, width, channels)."""
        return (*(places(size, self.side, self.step, self.padding) for size in inputs[:2]), inputs[2])

    def forward(self, arrays: Sequence[Floats], x: Floats) -> Floats:  # noqa: ARG002
        """Return the largest or the mean of each square, (n, height, width, channels)."""
        squares = [part.copy() for part in self._parts(self._framed(x))]
        made = squares[0]
        for part in squares[1:]:
            (np.add if self.kind == "average" else np.maximum)(made, part, out=made)
        return made / np.float32(len(squares)) if self.kind == "average" else made

    def backward(self, arrays: Sequence[Floats], x: Floats, slopes: Floats) -> Floats:
        """Return derivatives by the inputs: each square's slope goes to its largest numbers, or to all alike."""
        framed, largest = self._framed(x), self.forward(arrays, x)
        is_average = self.kind == "average"
        shares = [np.ones_like(part) if is_average else part == largest for part in self._parts(framed)]
        counts = np.sum(shares, axis=0, dtype=np.float32)
        made = np.zeros((len(slopes), *framed.shape[1:]), slopes.dtype)
        for part, share in zip(self._parts(made), shares, strict=True):
            part += slopes * (share / counts)
        (top, _), (left, _) = self._margins(x)
        return made[:, top : top + x.shape[1], left : left + x.shape[2]]

    def gradients(self, x: Floats, slopes: Floats) -> tuple[Floats, ...]:  # noqa: ARG002
        """Return two empty arrays."""
        return EMPTY, EMPTY

    def forward_tf(self, tf: Any, tensors: Sequence[Any], x: Any) -> Any:  # noqa: ARG002
        """Return the same by TensorFlow's own pooling."""
        pool = tf.nn.avg_pool2d if self.kind == "average" else tf.nn.max_pool2d
        return pool(x, self.side, self.step, "SAME" if self.padding is None else "VALID")

    def _margins(self, x: Floats) -> tuple[tuple[int, int], tuple[int, int]]:
        down, across = (margins(size, self.side, self.step, self.padding) for size in x.shape[1:3])
        return down, across

    def _framed(self, x: Floats) -> Floats:
        return np.pad(x, ((0, 0), *self._margins(x), (0, 0)))

    def _parts(self, framed: Floats) -> Iterator[Floats]:
        """Give views of all squares' first numbers, then of their second ones, and so on, (n, height, width, c)."""
        down, across = (places(size, self.side, self.step, 0) for size in framed.shape[1:3])
        for row, column in np.ndindex(self.side, self.side):
            ends = row + self.step * (down - 1) + 1, column + self.step * (across - 1) + 1
            yield framed[:, row : ends[0] : self.step, column : ends[1] : self.step]


@dataclass(frozen=True, slots=True)
class Scaling:
    """Each channel times a number plus a number: a normalization, or a function, that cannot be folded away."""

    activation: Activation = LINEAR

    @property
    def text(self) -> str:
        """How recipes write it."""
        return "scaling" if self.activation == LINEAR else f"scaling{self.activation.text or ' relu'}"

    def parameter_shapes(self, inputs: Shape) -> tuple[Shape, ...]:
        """Return the shapes of factors and summands."""
        return (inputs[-1],), (inputs[-1],)

    def output_shape(self, inputs: Shape) -> Shape:
        """Return the shape of the inputs."""
        return inputs

    def forward(self, arrays: Sequence[Floats], x: Floats) -> Floats:
        """Return x * factors + summands."""
        return x * arrays[0] + arrays[1]

    def backward(self, arrays: Sequence[Floats], x: Floats, slopes: Floats) -> Floats:  # noqa: ARG002
        """Return slopes * factors."""
        return slopes * arrays[0]

    def gradients(self, x: Floats, slopes: Floats) -> tuple[Floats, ...]:
        """Return derivatives by factors and summands."""
        axes = tuple(range(x.ndim - 1))
        return (x * slopes).sum(axis=axes), slopes.sum(axis=axes)

    def forward_tf(self, tf: Any, tensors: Sequence[Any], x: Any) -> Any:  # noqa: ARG002
        """Return the same as TensorFlow's operations."""
        return x * tensors[0] + tensors[1]


Layer = Dense | Convolution | Pooling | Scaling
