"""The functions behind the sums of layers, of any shape, which none changes; a softmax alone takes several together.

Each derivative is taken from what the function made, which is what layers keep.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.arrays import Floats

# behind a layer, as recipes write it; none is ReLU
PATTERN = r"( (?:relu|tanh|sigmoid|elu|softmax|linear|leaky 0\.\d{1,6}))?"


@dataclass(frozen=True, slots=True)
class Activation:
    """A function of each sum: its kind, one of FUNCTIONS, and of "leaky" alone the slope below 0."""

    kind: str = "relu"
    slope: float = 0.0

    @property
    def text(self) -> str:
        """How recipes write it behind a layer."""
        leaky = f" {self.slope:.6f}".rstrip("0") if self.kind == "leaky" else ""
        return "" if self.kind == "relu" else f" {self.kind}{leaky}"

    @property
    def title(self) -> str:
        """What the field calls it."""
        return FUNCTIONS[self.kind].title

    @property
    def is_positive(self) -> bool:
        """Whether all that it makes is 0 or more."""
        return self.kind in ("relu", "sigmoid")

    def forward(self, sums: Floats) -> Floats:
        """Return what it makes of sums; a ReLU writes over them."""
        made: Floats = FUNCTIONS[self.kind].forward(sums, np.float32(self.slope))
        return made

    def backward(self, made: Floats, slopes: Floats) -> Floats:
        """Return derivatives by sums, from what it made of them and the derivatives by that."""
        found: Floats = FUNCTIONS[self.kind].backward(made, slopes, np.float32(self.slope))
        return found

    def forward_tf(self, tf: Any, sums: Any) -> Any:
        """Return the same as `forward` as TensorFlow's operation, which has the same name."""
        if self.kind == "linear":
            return sums
        return tf.nn.leaky_relu(sums, self.slope) if self.kind == "leaky" else getattr(tf.nn, self.kind)(sums)


@dataclass(frozen=True, slots=True)
class Function:
    """What a function does, and back from what it made and the derivatives by that; each is given the slope, too."""

    title: str
    forward: Callable[[Any, np.float32], Any]
    backward: Callable[[Any, Any, np.float32], Any]


def _softmax(x: Any, _: np.float32) -> Any:
    powers = np.exp(x - x.max(axis=-1, keepdims=True))
    return powers / powers.sum(axis=-1, keepdims=True)


FUNCTIONS = {
    "relu": Function("ReLU", lambda x, _: np.maximum(x, 0, out=x), lambda y, g, _: g * (y > 0)),
    "tanh": Function("tanh", lambda x, _: np.tanh(x), lambda y, g, _: g * (1 - y * y)),
    # by tanh, so that nothing overflows
    "sigmoid": Function("sigmoid", lambda x, _: (1 + np.tanh(x / 2)) / 2, lambda y, g, _: g * y * (1 - y)),
    "elu": Function(
        "ELU",
        lambda x, _: np.where(x > 0, x, np.expm1(np.minimum(x, 0))),
        lambda y, g, _: g * np.where(y > 0, 1, y + 1).astype(np.float32),
    ),
    "leaky": Function(
        "leaky ReLU",
        lambda x, slope: np.where(x > 0, x, x * slope),
        lambda y, g, slope: g * np.where(y > 0, np.float32(1), slope),
    ),
    "softmax": Function("softmax", _softmax, lambda y, g, _: y * (g - (g * y).sum(axis=-1, keepdims=True))),
    "linear": Function("linear", lambda x, _: x, lambda _, g, __: g),
}
RELU, LINEAR, SIGMOID, SOFTMAX = map(Activation, ("relu", "linear", "sigmoid", "softmax"))


def leaky(slope: float) -> Activation:
    """Return a ReLU of a slope below 0, from 0 to below 1, to six decimals; a slope of 0 is that of a plain ReLU."""
    rounded = min(round(slope, 6), 0.999999)
    return Activation("leaky", rounded) if rounded else RELU


def named(text: str | None) -> Activation:
    """Return the function that recipes write so; of nothing, a ReLU."""
    found = re.fullmatch(r" ?(\w+)(?: (.+))?", text or "relu")
    assert found is not None, text
    return leaky(float(found[2])) if found[2] else Activation(found[1])
