"""ONNX node by node: each reads as ONNX' own reference does, or is refused with what is wrong with it."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.importing import onnx_model
from core.importing.stack import Pixels, weights_of
from core.importing.steps import NotPlainError
from core.model.softmax import logits
from core.sources import practice

onnx = pytest.importorskip("onnx")
RANDOM = np.random.default_rng(0)
IMAGES = practice.drawn(5).images.astype(np.float32) / 255
Node = tuple[Any, ...]  # its kind, the arrays behind what goes in, or in place of None before it, and its options


def numbers(*shape: int) -> np.ndarray:
    return RANDOM.uniform(-0.5, 0.5, shape).astype(np.float32)


def gemm(inputs: int, units: int = 10, **options: Any) -> Node:
    return "Gemm", numbers(inputs, units), numbers(units), options


def conv(filters: int = 4, channels: int = 1, **options: Any) -> Node:
    return "Conv", numbers(filters, channels, 3, 3), numbers(filters), options


def pool(kind: str, **options: Any) -> Node:
    return kind, {"kernel_shape": [2, 2], "strides": [2, 2], **options}


def saved(path: Path, shape: tuple[int, ...], nodes: tuple[Node, ...], version: int = 17) -> Path:
    """Write the nodes, one behind the other, for inputs of a shape."""
    made, arrays, at = [], [], "x"
    for number, (kind, *own, options) in enumerate(nodes):
        names = [f"{number}.{place}" for place in range(len(own))]
        arrays += [onnx.numpy_helper.from_array(array, name) for array, name in zip(own, names, strict=True)]
        inputs = [*names, at] if kind.startswith("1") else [at, *names]
        domain = "ai.onnx.ml" if "post_transform" in options else None
        made.append(onnx.helper.make_node(kind.lstrip("1"), inputs, [f"y{number}"], domain=domain, **options))
        at = f"y{number}"
    value = onnx.helper.make_tensor_value_info
    ends = [value("x", 1, [None, *shape])], [value(at, 1, [None, 10])]
    opset = [onnx.helper.make_opsetid("", version)]
    onnx.save(onnx.helper.make_model(onnx.helper.make_graph(made, "g", *ends, arrays), opset_imports=opset), path)
    return path


FLAT, IMAGE, LAST = ("Flatten", {}), (1, 28, 28), (28, 28, 1)
AXES = np.array([2, 3])


@pytest.mark.parametrize(
    ("shape", "nodes", "version"),
    [
        (IMAGE, (conv(auto_pad="SAME_UPPER", strides=[2, 2]), ("Tanh", {}), pool("AveragePool"), FLAT, gemm(196)), 17),
        (IMAGE, (conv(pads=[0, 0, 1, 1], strides=[2, 2]), ("Sigmoid", {}), pool("MaxPool"), FLAT, gemm(196)), 17),
        (
            IMAGE,
            (
                *(conv(pads=[1] * 4), ("BatchNormalization", *np.abs(numbers(4, 4)), {}), ("LeakyRelu", {})),
                *(("ReduceMean", {"axes": [2, 3], "keepdims": 0}), gemm(4, alpha=0.5, beta=2.0)),
            ),
            17,
        ),
        (IMAGE, (conv(), ("LeakyRelu", {"alpha": 0.3}), ("ReduceMean", AXES, {}), FLAT, gemm(4)), 18),
        (IMAGE, (("Conv", numbers(4, 1, 3, 3), {}), ("Relu", {}), ("GlobalAveragePool", {}), FLAT, gemm(4)), 17),
        (
            LAST,
            (
                *(("Transpose", {"perm": [0, 3, 1, 2]}), conv(), ("Transpose", {"perm": [0, 2, 3, 1]}), ("Relu", {})),
                *(("ReduceMean", {"axes": [1, 2], "keepdims": 0}), gemm(4)),
            ),
            17,
        ),
        (
            (784,),
            (
                *(("Sub", np.float32(0.1), {}), ("Div", np.float32(0.3), {}), ("1Mul", np.float32(2), {})),
                *(gemm(784, 20), ("Elu", {}), ("Add", numbers(20), {}), ("MatMul", numbers(20, 10), {})),
            ),
            17,
        ),
        ((784,), (gemm(784, 20), ("Dropout", {}), FLAT, ("Gemm", numbers(10, 20), {"transB": 1})), 17),
        (IMAGE, (conv(), pool("MaxPool"), *[("Relu", {})] * 2, FLAT, gemm(676)), 17),
        (IMAGE, (("Mul", np.float32(2), {}), pool("AveragePool"), FLAT, gemm(196)), 17),
    ],
)
def test_nodes_read_as_the_reference_does(tmp_path: Path, shape: Any, nodes: tuple[Node, ...], version: int) -> None:
    from onnx.reference import ReferenceEvaluator

    path = saved(tmp_path / "a.onnx", shape, nodes, version)
    (steps,), _ = onnx_model.read(path)
    (theirs,) = ReferenceEvaluator(str(path)).run(None, {"x": IMAGES.reshape(-1, *shape)})
    np.testing.assert_allclose(logits(weights_of(steps, Pixels(), path), IMAGES), theirs, rtol=0, atol=1e-4)


CLASSES = {"coefficients": [1.0] * 7_840, "intercepts": [0.0] * 10}
APART, UNEQUAL, PLAIN = "not one behind the other", "squares with unequal sides", "with options of its own"


@pytest.mark.parametrize(
    ("node", "message"),
    [
        (gemm(784, transA=1), "sizes do not fit"), (conv(group=2), PLAIN), (conv(dilations=[2, 2]), PLAIN),
        (conv(strides=[1, 2]), UNEQUAL), (conv(auto_pad="SAME_LOWER"), UNEQUAL), (conv(pads=[0, 1, 0, 1]), UNEQUAL),
        (pool("MaxPool", ceil_mode=1), "beyond the rim"), (pool("MaxPool", kernel_shape=[2, 3]), "beyond the rim"),
        (pool("AveragePool", pads=[1] * 4), "beyond the rim"), (("ReduceMean", {"axes": [1]}), "'ReduceMean'"),
        (("Elu", {"alpha": 2.0}), PLAIN), (("Transpose", {"perm": [0, 1, 3, 2]}), "'Transpose'"),
        (("1Sub", np.float32(1), {}), "'Sub'"), (("1Div", np.float32(1), {}), "'Div'"),
        (("LinearClassifier", {**CLASSES, "classlabels_ints": range(10), "post_transform": "LOGISTIC"}), PLAIN),
        (("LinearClassifier", {**CLASSES, "classlabels_strings": [*"0123456789A"], "post_transform": "NONE"}), PLAIN),
        ((gemm(784, 20), pool("MaxPool")), "no picture"), ((("Mul", numbers(784), {}), ("Relu", {})), "of pixels"),
        ((conv(), pool("MaxPool"), ("Mul", -np.ones((4, 1, 1), "f"), {}), FLAT, gemm(676)), "between pooling"),
        ((gemm(784, alpha=1e30), ("Mul", np.float32(1e30), {})), "not all finite numbers"),
    ],
)  # fmt: skip
def test_what_our_layers_cannot_do_is_refused(tmp_path: Path, node: Node, message: str) -> None:
    path = saved(tmp_path / "a.onnx", IMAGE, node if isinstance(node[0], tuple) else (node,))
    with pytest.raises(NotPlainError, match=message):
        weights_of(onnx_model.read(path)[0][0], Pixels(), path)


def test_a_product_of_two_that_are_computed_and_what_another_input_makes_are_refused(tmp_path: Path) -> None:
    value, node = onnx.helper.make_tensor_value_info, onnx.helper.make_node
    for inputs, made in ((["x"], [node("MatMul", ["x", "x"], ["y"])]), (["x", "z"], [])):
        ends = [[value(name, 1, [None, 784]) for name in names] for names in (inputs, ["y"])]
        onnx.save(onnx.helper.make_model(onnx.helper.make_graph(made, "g", *ends)), tmp_path / "a.onnx")
        with pytest.raises(NotPlainError, match=APART):
            onnx_model.read(tmp_path / "a.onnx")
