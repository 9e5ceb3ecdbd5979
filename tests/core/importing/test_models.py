"""Models of TFLite, PyTorch and ONNX: those that our layers can express read the same, others are refused."""

import io
import json
import os
import pickle
import struct
import sys
import types
import zipfile
from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits.stages import EVEN
from core.errors import UserError
from core.exporting import export
from core.importing import models
from core.model import architecture, shipped
from core.model.softmax import Weights, probabilities
from core.sources import practice

LAYERS = ("convolution 4 3x3 step 1 padding 0", "max pooling 2x2 step 2 padding 0", "dense 8")


@pytest.fixture(scope="module")
def weights() -> Weights:
    """A small network of convolutions as chance made it."""
    made, random = architecture.of(LAYERS), np.random.default_rng(0)
    return Weights(made, tuple(random.normal(0, 0.2, shape).astype(np.float32) for shape in made.shapes))


def state_of(weights: Weights) -> dict[str, np.ndarray]:
    """The arrays as PyTorch has them: filters and units first, channels before rows."""
    kernel, bias, _, _, matrix, units, last, classes = weights.arrays
    rows = matrix.reshape(13, 13, 4, 8).transpose(2, 0, 1, 3).reshape(-1, 8)
    named = {"conv1.weight": kernel.transpose(3, 2, 0, 1), "conv1.bias": bias, "fc1.weight": rows.T, "fc1.bias": units}
    return {**named, "fc2.weight": last.T, "fc2.bias": classes}


def safetensors(path: Path, state: dict[str, np.ndarray], **changed: Any) -> Path:
    described, body = dict[str, Any](), b""
    said = {"__metadata__": {"format": "pt"}}
    for name, array in state.items():
        data = array.astype("<f4").tobytes()
        described[name] = {"dtype": "F32", "shape": array.shape, "data_offsets": [len(body), len(body) + len(data)]}
        body += data
    described[next(iter(described))] |= changed
    header = json.dumps(said | described).encode()
    path.write_bytes(struct.pack("<Q", len(header)) + header + body)
    return path


def torch_file(path: Path, state: dict[str, np.ndarray], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as torch.save writes it, made by Python's pickle."""
    fake, utils = types.ModuleType("torch"), types.ModuleType("torch._utils")
    monkeypatch.setitem(sys.modules, "torch", fake)
    monkeypatch.setitem(sys.modules, "torch._utils", utils)

    def _rebuild_tensor_v2() -> None: ...

    _rebuild_tensor_v2.__module__, _rebuild_tensor_v2.__qualname__ = "torch._utils", "_rebuild_tensor_v2"
    storage = type("FloatStorage", (), {"__module__": "torch"})
    utils._rebuild_tensor_v2, fake.FloatStorage = _rebuild_tensor_v2, storage  # type: ignore[attr-defined]

    class Tensor:
        def __init__(self, number: int, array: np.ndarray) -> None:
            self.number, self.array = number, array

        def __reduce__(self) -> Any:
            strides = tuple(each // 4 for each in np.ascontiguousarray(self.array, "<f4").strides)
            return _rebuild_tensor_v2, (Key(self), 0, self.array.shape, strides, False, OrderedDict())

    class Key:
        def __init__(self, tensor: Tensor) -> None:
            self.tensor = tensor

    class Pickler(pickle.Pickler):
        def persistent_id(self, found: Any) -> Any:
            if isinstance(found, Key):
                return "storage", storage, str(found.tensor.number), "cpu", found.tensor.array.size
            return None

    file = io.BytesIO()
    Pickler(file, 2).dump(OrderedDict((name, Tensor(at, array)) for at, (name, array) in enumerate(state.items())))
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mine/data.pkl", file.getvalue())
        for number, array in enumerate(state.values()):
            archive.writestr(f"mine/data/{number}", np.ascontiguousarray(array, "<f4").tobytes())
    return path


def assert_same(opened: models.Opened, weights: Weights) -> None:
    images = practice.drawn(20).images
    np.testing.assert_allclose(probabilities(opened.weights, images), probabilities(weights, images), rtol=0, atol=1e-4)


def test_pytorchs_arrays_read_as_its_network(tmp_path: Path, weights: Weights, monkeypatch: pytest.MonkeyPatch) -> None:
    mean, variance = np.linspace(-1, 1, 4), np.linspace(1, 2, 4)
    normal = {
        "bn.running_mean": mean, "bn.running_var": variance, "bn.bias": mean, "bn.weight": (variance + 1e-5) ** 0.5,
    }  # fmt: skip
    for state in (state_of(weights), state_of(weights) | normal):  # which changes nothing
        assert_same(models.opened(safetensors(tmp_path / "a.safetensors", state)), weights)
    assert_same(models.opened(torch_file(tmp_path / "a.pth", state_of(weights), monkeypatch)), weights)


def test_scikit_learns_logistic_regression_is_read_as_onnx_has_it(tmp_path: Path) -> None:
    onnx, layer = pytest.importorskip("onnx"), shipped.shipped_layer()
    offset, scale = np.linspace(-1, 1, 784, dtype=np.float32), np.linspace(1, 2, 784, dtype=np.float32)
    matrix = layer.matrix / scale[:, None]
    order = np.random.default_rng(0).permutation(10)  # of the classes
    own = {"coefficients": matrix.T[order].ravel(), "intercepts": (layer.bias + offset @ layer.matrix)[order]}
    node, ml = onnx.helper.make_node, {"domain": "ai.onnx.ml"}
    classifier = {"classlabels_ints": order, "post_transform": "SOFTMAX", **own, **ml}
    nodes = [
        node("Scaler", ["x"], ["a"], offset=offset, scale=scale, **ml),
        node("LinearClassifier", ["a"], ["label", "b"], **classifier),
        node("Normalizer", ["b"], ["c"], norm="L1", **ml),
        node("ZipMap", ["c"], ["y"], classlabels_int64s=range(10), **ml),
    ]
    value = onnx.helper.make_tensor_value_info
    graph = onnx.helper.make_graph(nodes, "mine", [value("x", 1, [None, 784])], [value("b", 1, [None, 10])])
    onnx.save(onnx.helper.make_model(graph), tmp_path / "a.onnx")
    assert_same(models.opened(tmp_path / "a.onnx"), layer)


@pytest.mark.parametrize(("kind", "name"), [("tflite", "a.tflite"), ("saved-model", "folder")])
def test_our_own_exports_of_tensorflow_come_back(tmp_path: Path, weights: Weights, kind: str, name: str) -> None:
    export.export_weights(replace(weights, stages=EVEN), kind, tmp_path / name)
    opened = models.opened(tmp_path / name)
    assert_same(opened, weights)
    assert opened.weights.stages == EVEN


def test_what_pixels_a_model_expects_is_found_out_and_said(tmp_path: Path) -> None:
    layer = shipped.shipped_layer()
    upside = layer.matrix.reshape(28, 28, 10).swapaxes(0, 1).reshape(784, 10)
    # of a model that takes paper for 255 and ink for 0, and images with rows and columns exchanged
    state = {"fc.weight": -upside.T / 255, "fc.bias": layer.bias + layer.matrix.sum(axis=0)}
    with pytest.raises(UserError, match="arrays of other layers"):
        models.opened(safetensors(tmp_path / "odd.safetensors", {**state, "conv1.weight": np.zeros(0)}))
    opened = models.opened(safetensors(tmp_path / "odd.safetensors", state))
    assert "from 0 to 255, ink dark on light, rows and columns exchanged" in opened.note
    assert_same(opened, layer)


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.tflite", b"no", "is not a TFLite model"),
        ("a.tflite", b"\xff\xff\xff\xffTFL3" + bytes(50), "is not a TFLite model"),
        ("a.onnx", b"\xff\xff", "is not an ONNX model|needs a package"), ("a.onnx", b"", "holds|needs a package"),
        ("a.h5", b"\x89HDF\r\n\x1a\n" + bytes(100), "is not a Keras model"),
        ("a.keras", b"PK", "is not a Keras model"), ("a.pth", pickle.dumps({"weight": 1}), "holds no state dict"),
        ("a.safetensors", b"\xff" * 40, "holds no state dict"),
        ("saved_model.pb", b"\xff\xff\xff", "cannot be read by TensorFlow"),
    ],
)  # fmt: skip
def test_damaged_models_are_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=message):
        models.opened(tmp_path / name)


def test_hostile_models_are_refused_in_a_sentence(tmp_path: Path, weights: Weights) -> None:
    state = state_of(weights)
    for changed in ({"dtype": "X"}, {"data_offsets": "a"}):
        with pytest.raises(UserError, match="holds no state dict"):
            models.opened(safetensors(tmp_path / "a.safetensors", state, **changed))
    with zipfile.ZipFile(tmp_path / "whole.pth", "w") as archive:
        archive.writestr("whole/data.pkl", pickle.dumps(types.SimpleNamespace(training=True), 2))
    with pytest.raises(UserError, match=r"save model.state_dict\(\)"):
        models.opened(tmp_path / "whole.pth")
    with pytest.raises(UserError, match="sizes do not fit"):
        models.opened(safetensors(tmp_path / "a.safetensors", {**state, "fc1.weight": np.zeros((8, 99))}))
    with pytest.raises(UserError, match="no dense layer"):
        models.opened(safetensors(tmp_path / "a.safetensors", {"conv1.weight": state["conv1.weight"]}))


def test_a_saved_model_that_would_write_a_file_is_refused(tmp_path: Path, weights: Weights) -> None:
    export.export_weights(weights, "saved-model", tmp_path / "folder")
    from tensorflow.core.protobuf import saved_model_pb2

    path = tmp_path / "folder" / "saved_model.pb"
    model = saved_model_pb2.SavedModel.FromString(path.read_bytes())
    model.meta_graphs[0].graph_def.node.add(name="bad", op="WriteFile")
    path.write_bytes(model.SerializeToString())
    with pytest.raises(UserError, match="holds a 'WriteFile'"):
        models.opened(tmp_path / "folder")
    (tmp_path / "folder" / "more").touch()
    os.truncate(tmp_path / "folder" / "more", 100_000_001)
    with pytest.raises(UserError, match="is too large"):
        models.opened(tmp_path / "folder")


def test_mnist_tells_what_a_model_expects_where_it_is(
    tmp_path: Path, mnist_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DIGITSCOPE_DATA", str(mnist_folder))
    layer = shipped.shipped_layer()
    state = {"fc.weight": layer.matrix.T, "fc.bias": layer.bias}
    assert "MNIST's validation images" in models.opened(safetensors(tmp_path / "a.safetensors", state)).note
