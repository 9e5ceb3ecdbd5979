"""ONNX files, read as arrays and attributes by the `onnx` package, where it is installed; nothing in them runs."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import DAMAGE, UserError, instead_of, missing_package
from core.importing.steps import NotPlainError, Step, leaky_step
from core.model.activations import Activation
from core.words import mark, say

SUFFIXES = (".onnx",)
LARGEST = 100_000_000  # bytes of an array
MOST_NODES = 300
ROWS_FIRST, CHANNELS_FIRST = [0, 2, 3, 1], [0, 3, 1, 2]  # what a Transpose makes of the other order
FLAT = ("Flatten", "Reshape")
SILENT = ("Identity", "Cast", "Dropout", "Squeeze", "Unsqueeze")
SOFTMAX = ("Softmax", "LogSoftmax")  # the logarithms of the same probabilities
PRODUCTS = ("Gemm", "MatMul")
BEHIND = (*PRODUCTS, *SOFTMAX, *FLAT, *SILENT)  # the probabilities; from what else is there on, all is passed over
SHAPES = ("Shape", "Gather", "Concat", "Constant", "ConstantOfShape", "Slice")  # how many images there are


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of an ONNX file; raises as core.importing.models.Read says."""
    with instead_of(ImportError, missing_package(path, "onnx", "onnx")):
        import onnx
    from google.protobuf.message import DecodeError

    damage = (IndexError, StopIteration, DecodeError, onnx.checker.ValidationError, *DAMAGE)
    with instead_of(damage, UserError("{path} is not an ONNX model (.onnx).", path=path)):
        model = onnx.load_model_from_string(path.read_bytes())
        return [_Graph(onnx, model.graph).steps()], None


class _Graph:
    """A graph, its nodes from the input on; what follows the probabilities is passed over but for BEHIND."""

    def __init__(self, onnx: Any, graph: Any) -> None:
        self._onnx, self._graph = onnx, graph
        self._constants = {each.name: each for each in graph.initializer}
        self._channels_first = True  # as ONNX has pictures
        for node in graph.node:
            if node.op_type == "Constant":
                self._constants[node.output[0]] = node.attribute[0].t

    def steps(self) -> list[Step]:
        """Return what the nodes do between the input and the probabilities; raises NotPlainError."""
        inputs = [each.name for each in self._graph.input if each.name not in self._constants]
        if len(inputs) != 1 or len(self._graph.node) > MOST_NODES:
            raise NotPlainError(mark("layers that are not one behind the other"))
        found, at, are_logarithms = list[Step](), inputs[0], False
        for node in self._graph.node:
            if node.op_type in SHAPES:
                continue
            is_over = bool(found) and found[-1].kind == "softmax"
            if is_over and (at not in node.input or node.op_type not in BEHIND):
                break
            if at not in node.input:
                raise NotPlainError(mark("layers that are not one behind the other"))
            at = node.output[0]
            if is_over and are_logarithms and node.op_type in PRODUCTS:
                raise NotPlainError(mark("something behind the softmax"))
            are_already = is_over and (are_logarithms or node.op_type in FLAT)  # of logarithms the softmax is the same
            found += [] if are_already else self._step(node)
            are_logarithms |= node.op_type == SOFTMAX[1]
        return found

    def _step(self, node: Any) -> list[Step]:
        readers: dict[str, Callable[[Any, dict[str, Any]], list[Step]]] = {
            **dict.fromkeys(PRODUCTS, self._product),
            "Conv": self._convolution,
            **dict.fromkeys(("MaxPool", "AveragePool"), self._pooling),
            "GlobalAveragePool": lambda *_: [Step("pooling", pooling="average")],
            "ReduceMean": self._mean,
            "BatchNormalization": self._normalization,
            "Scaler": self._scaler,
            "Relu": lambda *_: [Step("function")],
            "Tanh": lambda *_: [Step("function", function=Activation("tanh"))],
            "Sigmoid": lambda *_: [Step("function", function=Activation("sigmoid"))],
            "LeakyRelu": lambda _, options: [leaky_step(options.get("alpha", 0.01))],
            "Elu": self._elu,
            "LinearClassifier": self._classifier,
            **dict.fromkeys(SOFTMAX, lambda *_: [Step("softmax")]),
            **dict.fromkeys(FLAT, lambda *_: [Step("flatten", channels_first=self._channels_first)]),
            "Transpose": self._turned,
            **dict.fromkeys(("Add", "Sub", "Mul", "Div"), self._scaling),
            **dict.fromkeys(SILENT, lambda *_: []),
        }
        if node.op_type not in readers:
            raise NotPlainError(say("a {kind!r}", kind=node.op_type[:40]))
        options = {each.name: self._onnx.helper.get_attribute_value(each) for each in node.attribute}
        return readers[node.op_type](node, options)

    def _array(self, name: str) -> NDArray[np.generic]:
        if name not in self._constants:
            raise NotPlainError(mark("layers that are not one behind the other"))
        tensor = self._constants[name]
        if tensor.data_location or math.prod(tensor.dims) * 4 > LARGEST:
            raise NotPlainError(mark("arrays that lie in another file"))
        return np.asarray(self._onnx.numpy_helper.to_array(tensor))

    def _product(self, node: Any, options: dict[str, Any]) -> list[Step]:
        matrix = self._array(node.input[1])
        matrix = matrix.T if options.get("transB", 0) else matrix
        bias = self._array(node.input[2]) if len(node.input) > 2 else np.zeros(matrix.shape[-1])
        if options.get("transA", 0):
            raise NotPlainError(mark("layers whose sizes do not fit"))
        factors = options.get("alpha", 1.0), options.get("beta", 1.0)
        return [Step("dense", (matrix * factors[0], np.broadcast_to(bias * factors[1], matrix.shape[-1:])))]

    def _convolution(self, node: Any, options: dict[str, Any]) -> list[Step]:
        kernel = self._array(node.input[1]).transpose(2, 3, 1, 0)
        bias = self._array(node.input[2]) if len(node.input) > 2 else np.zeros(kernel.shape[-1])
        if options.get("group", 1) != 1 or set(options.get("dilations", [1])) != {1}:
            raise NotPlainError(say("a {kind!r} with options of its own", kind="Conv"))
        step, padding = self._square(options)
        return [Step("convolution", (kernel, bias), len(kernel), step, padding)]

    def _pooling(self, node: Any, options: dict[str, Any]) -> list[Step]:
        step, padding = self._square(options)
        sides = set(options["kernel_shape"])
        if len(sides) != 1 or options.get("ceil_mode", 0) or padding:
            raise NotPlainError(mark("pooling beyond the rim"))
        kind = "max" if node.op_type == "MaxPool" else "average"
        return [Step("pooling", (), sides.pop(), step, padding, kind)]

    def _mean(self, node: Any, options: dict[str, Any]) -> list[Step]:
        """Take the mean of rows and columns, whose numbers are in an attribute or, since version 18, an input."""
        axes = options.get("axes") or [int(each) for each in self._array(node.input[1])]
        if sorted(each % 4 for each in axes) != ([2, 3] if self._channels_first else [1, 2]):
            raise NotPlainError(say("a {kind!r}", kind=node.op_type))
        return [Step("pooling", pooling="average")]

    def _square(self, options: dict[str, Any]) -> tuple[int, int | None]:
        """Return how far something slides at a time, and the paper around the image."""
        steps, pads = set(options.get("strides", [1])), options.get("pads", [0] * 4)
        automatic = options.get("auto_pad", b"NOTSET")
        if len(steps) != 1 or automatic == b"SAME_LOWER":
            raise NotPlainError(mark("squares with unequal sides"))
        if automatic == b"SAME_UPPER" or (len(set(pads)) == 2 and pads[0] == pads[1] == pads[2] - 1 == pads[3] - 1):
            return steps.pop(), None  # as TensorFlow pads: the odd pixel behind
        if len(set(pads)) != 1:
            raise NotPlainError(mark("squares with unequal sides"))
        return steps.pop(), pads[0]

    def _elu(self, _node: Any, options: dict[str, Any]) -> list[Step]:
        if options.get("alpha", 1.0) != 1:
            raise NotPlainError(say("a {kind!r} with options of its own", kind="Elu"))
        return [Step("function", function=Activation("elu"))]

    def _classifier(self, _node: Any, options: dict[str, Any]) -> list[Step]:
        """Take the sums of ONNX' own operator for scikit-learn's logistic regression, whose softmax follows or not."""
        strings = [each.decode() for each in options.get("classlabels_strings", [])]
        classes = strings or [str(each) for each in options.get("classlabels_ints", [])]
        is_softmax = options.get("post_transform", b"NONE") in (b"NONE", b"SOFTMAX")
        if not is_softmax or sorted(classes) != [str(digit) for digit in range(len(classes))]:
            raise NotPlainError(say("a {kind!r} with options of its own", kind="LinearClassifier"))
        order = np.argsort(classes)
        matrix = np.asarray(options["coefficients"], np.float32).reshape(len(classes), -1).T[:, order]
        return [Step("dense", (matrix, np.asarray(options["intercepts"], np.float32)[order])), Step("softmax")]

    def _normalization(self, node: Any, options: dict[str, Any]) -> list[Step]:
        gain, bias, mean, variance = (np.asarray(self._array(name), np.float64) for name in node.input[1:5])
        factors = gain / np.sqrt(variance + options.get("epsilon", 1e-5))
        return [Step("scaling", (factors, bias - mean * factors))]

    def _scaler(self, _node: Any, options: dict[str, Any]) -> list[Step]:
        factors, offsets = (np.asarray(options[name], np.float64) for name in ("scale", "offset"))
        return [Step("scaling", (factors, -offsets * factors))]

    def _scaling(self, node: Any, _options: dict[str, Any]) -> list[Step]:
        is_first = node.input[0] not in self._constants
        numbers = np.asarray(self._array(node.input[1 if is_first else 0]), np.float64)
        if node.op_type in ("Sub", "Div") and not is_first:
            raise NotPlainError(say("a {kind!r}", kind=node.op_type))
        if node.op_type in ("Add", "Sub"):
            return [Step("scaling", (np.ones(1), numbers if node.op_type == "Add" else -numbers))]
        with np.errstate(divide="ignore"):
            return [Step("scaling", (numbers if node.op_type == "Mul" else 1 / numbers, np.zeros(1)))]

    def _turned(self, _node: Any, options: dict[str, Any]) -> list[Step]:
        """Follow a picture whose channels go first or last; its rows and columns stay."""
        order = list(options.get("perm", []))
        if order not in (ROWS_FIRST, CHANNELS_FIRST):
            raise NotPlainError(say("a {kind!r}", kind="Transpose"))
        self._channels_first = order == CHANNELS_FIRST
        return []
