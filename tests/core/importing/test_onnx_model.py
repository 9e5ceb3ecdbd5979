"""ONNX node by node: each reads as ONNX' own reference does, or is refused with what is wrong with it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.importing import onnx_model
from core.importing.stack import Pixels, weights_of
from core.importing.steps import NotPlainError
from core.model import softmax
from core.sources import practice

onnx = pytest.importorskip("onnx")
RANDOM = np.random.default_rng(0)
Node = tuple[str, tuple[Any, ...], dict[str, Any]]  # its kind, the arrays behind what goes in, and its options


def n(kind: str, *arrays: Any, **options: Any) -> Node:
    """A node with arrays, or numbers as chance made them in such shapes; `1` before its kind: behind its arrays."""
    made = (RANDOM.uniform(-0.5, 0.5, each).astype("f") if isinstance(each, tuple) else each for each in arrays)
    return kind, tuple(np.asarray(each) for each in made), options


def saved(path: Path, shape: tuple[int, ...], nodes: tuple[Node, ...], version: int = 17) -> Path:
    """Write the nodes, one behind the other, for inputs of a shape."""
    made, arrays, at = [], [], "x"
    for number, (kind, own, options) in enumerate(nodes):
        names = [f"{number}.{place}" for place in range(len(own))]
        tensors = [onnx.numpy_helper.from_array(array, name) for array, name in zip(own, names, strict=True)]
        arrays += tensors[:1]
        made += [onnx.helper.make_node("Constant", [], [each.name], value=each) for each in tensors[1:]]
        inputs = [*names, at] if kind.startswith("1") else [at, *names]
        domain = "ai.onnx.ml" if "post_transform" in options else None
        made.append(onnx.helper.make_node(kind.lstrip("1"), inputs, [f"y{number}"], domain=domain, **options))
        at = f"y{number}"
    ends = [[onnx.helper.make_tensor_value_info(*end)] for end in (("x", 1, [None, *shape]), (at, 1, [None, 10]))]
    opset = [onnx.helper.make_opsetid("", version)]
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph(made, "g", *ends, arrays), opset_imports=opset), path)
    return path


FLAT, IMAGE, RELU, HALF = n("Flatten"), (1, 28, 28), n("Relu"), {"kernel_shape": [2, 2], "strides": [2, 2]}
FILTERS, PLAIN, FOUR, NUMBERS = ((4, 1, 3, 3), (4,)), n("Conv", (4, 1, 3, 3)), n("Gemm", (4, 10), (10,)), (784, 20)
CLASSES = {"coefficients": [1.0] * 7_840, "intercepts": [0.0] * 10}
MEAN, FIRST, LAST = {"axes": [2, 3], "keepdims": 0}, {"perm": [0, 3, 1, 2]}, {"perm": [0, 2, 3, 1]}


@pytest.mark.parametrize(
    ("shape", "nodes"),
    [
        (IMAGE, (n("Conv", *FILTERS, auto_pad="SAME_UPPER", strides=[2, 2]), n("Tanh"), n("AveragePool", **HALF), FLAT,
                 n("Gemm", (196, 10), (10,)))),
        (IMAGE, (n("Conv", *FILTERS, pads=[0, 0, 1, 1], strides=[2, 2]), n("Sigmoid"), n("MaxPool", **HALF), FLAT,
                 n("Gemm", (196, 10), (10,)))),
        (IMAGE, (n("Conv", *FILTERS, pads=[1] * 4), n("BatchNormalization", *np.ones((4, 4), "f")), n("LeakyRelu"),
                 n("ReduceMean", **MEAN), n("Gemm", (4, 10), (10,), alpha=0.5, beta=2.0))),
        (IMAGE, (PLAIN, n("LeakyRelu", alpha=0.3), n("ReduceMean", np.array([2, 3])), FLAT, FOUR)),
        (IMAGE, (PLAIN, RELU, n("GlobalAveragePool"), FLAT, FOUR)),
        (IMAGE, (PLAIN, n("MaxPool", **HALF), RELU, RELU, FLAT, n("Gemm", (676, 10)))),
        (IMAGE, (n("Mul", np.float32(2)), n("AveragePool", **HALF), FLAT, n("Gemm", (196, 10)))),
        ((28, 28, 1), (n("Transpose", **FIRST), PLAIN, n("Transpose", **LAST), RELU,
                       n("ReduceMean", axes=[1, 2], keepdims=0), FOUR)),
        ((784,), (n("Sub", np.float32(0.1)), n("Div", np.float32(0.3)), n("1Mul", np.float32(2)), n("Gemm", NUMBERS),
                  n("Elu"), n("Add", (20,)), n("MatMul", (20, 10)))),
        ((784,), (n("Gemm", NUMBERS), n("Dropout"), FLAT, n("Gemm", (10, 20), transB=1), n("LogSoftmax"))),
        ((784,), (n("Mul", (784,)), n("Add", (1,)), n("Gemm", NUMBERS), RELU, n("Sub", np.float32(1)), RELU,
                  n("Gemm", (20, 10)), n("Softmax"))),
        ((784,), (n("Gemm", NUMBERS), n("Softmax"), FLAT, n("Gemm", (20, 10)), *[n("Softmax")] * 2)),
        ((784,), (n("Gemm", NUMBERS), n("Gemm", (20, 10)), n("LogSoftmax"), n("Softmax"))),
        ((784,), (n("Gemm", (784, 10)), n("Softmax"), n("Add", np.float32(1e-7)), n("Log"))),
    ],
)  # fmt: skip
def test_nodes_read_as_the_reference_does(tmp_path: Path, shape: tuple[int, ...], nodes: tuple[Node, ...]) -> None:
    from onnx.reference import ReferenceEvaluator

    version = 18 if any(kind == "ReduceMean" and arrays for kind, arrays, _ in nodes) else 17  # axes as an input
    path = saved(tmp_path / "a.onnx", shape, nodes, version)
    images = practice.drawn(5).images.astype(np.float32) / 255
    (theirs,) = ReferenceEvaluator(str(path)).run(None, {"x": images.reshape(-1, *shape)})
    ours = softmax.logits(weights_of(onnx_model.read(path)[0][0], Pixels(), path), images)
    if nodes[-1][0].endswith(("Softmax", "Log")):
        ours, theirs = softmax.softmax(ours), theirs if nodes[-1][0] == "Softmax" else np.exp(theirs)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=1e-4)


OWN, UNEQUAL, APART = "with options of its own", "squares with unequal sides", "not one behind the other"


@pytest.mark.parametrize(
    ("nodes", "message"),
    [
        ((n("Gemm", (784, 10), transA=1),), "sizes do not fit"), ((n("Conv", *FILTERS, group=2),), OWN),
        ((n("Conv", *FILTERS, dilations=[2, 2]),), OWN), ((n("Conv", *FILTERS, strides=[1, 2]),), UNEQUAL),
        ((n("Conv", *FILTERS, auto_pad="SAME_LOWER"),), UNEQUAL), ((n("Conv", *FILTERS, pads=[0, 1] * 2),), UNEQUAL),
        ((n("MaxPool", **HALF, ceil_mode=1),), "the rim"), ((n("MaxPool", kernel_shape=[2, 3]),), "the rim"),
        ((n("ReduceMean", axes=[1]),), "'ReduceMean'"), ((n("Elu", alpha=2.0),), OWN),
        ((n("Transpose", perm=[0, 1, 3, 2]),), "'Transpose'"), ((n("1Sub", np.float32(1)),), "'Sub'"),
        ((n("LinearClassifier", **CLASSES, classlabels_ints=range(10), post_transform="LOGISTIC"),), OWN),
        ((n("LinearClassifier", **CLASSES, classlabels_strings=["A"] * 10, post_transform="NONE"),), OWN),
        ((n("Gemm", NUMBERS), n("MaxPool", **HALF)), "no picture"), ((n("Mul", (784,)), RELU), "of pixels"),
        ((PLAIN, n("MaxPool", **HALF), n("Mul", -np.ones((4, 1, 1), "f"))), "between pooling"), ((RELU,) * 301, APART),
        ((n("Gemm", (784, 10)), n("Tanh")), "something else than a dense layer of 10 classes at its end"),
        ((n("Conv", *FILTERS, pads=[1] * 4), n("Mul", (784,))), "sizes do not fit"), ((n("Gelu"),), "a 'Gelu'"),
        ((n("Mul", (784,)), PLAIN), "sizes do not fit"), ((n("LeakyRelu", alpha=1.0),), "LeakyReLU"),
        ((FLAT, n("Gemm", NUMBERS), n("LogSoftmax"), n("Gemm", (20, 10))), "something behind the softmax"),
        ((n("Gemm", (784, 10), alpha=1e30), n("Mul", np.float32(1e30))), "not all finite numbers"),
    ],
)  # fmt: skip
def test_what_our_layers_cannot_do_is_refused(tmp_path: Path, nodes: tuple[Node, ...], message: str) -> None:
    path = saved(tmp_path / "a.onnx", IMAGE, nodes)
    with pytest.raises(NotPlainError, match=message):
        weights_of(onnx_model.read(path)[0][0], Pixels(), path)
