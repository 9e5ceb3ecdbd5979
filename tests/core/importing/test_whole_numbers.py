"""TFLite's models in whole numbers read as its interpreter reads them by default."""

import contextlib
import io
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits.dataset import scaled
from core.errors import UserError
from core.importing import models
from core.machine.tensorflow import load_tensorflow
from core.model import softmax
from core.model.activations import RELU
from core.model.fixed_layers import Pooling
from core.model.inside import effective
from core.model.whole_numbers import Codes, WholeLayer
from core.sources import practice

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")
IMAGES = scaled(practice.drawn(60).images)
UNEQUAL = "squares with unequal sides"
REFUSED = {
    "paper": "a 'PAD'", "paper twice": "a 'PAD'", "uneven paper": UNEQUAL, "uneven steps": UNEQUAL,
    "uneven pooling": UNEQUAL, "short relu": "the function", "sine": "a 'SIN'", "mean of rows": "a 'MEAN'",
    "less than 1": "a 'SUB'", "a sum of two": "not one behind the other", "paper in pooling": "pooling beyond the rim",
}  # fmt: skip


def layers(kind: str) -> list[Any]:
    layer = load_tensorflow().keras.layers

    first = layer.Input((28, 28, 1))
    if kind == "dense":
        return [first, layer.Flatten(), layer.Dense(24, activation="relu"), layer.Dense(10, activation="softmax")]
    if kind == "softmax twice":
        mean = layer.Conv2D(6, 3, activation="relu"), layer.GlobalAveragePooling2D()
        return [first, *mean, layer.Dense(24, activation="softmax"), layer.Dense(10), *[layer.Softmax()] * 2]
    if kind == "filters and pooling":
        filters = layer.Conv2D(6, 3, activation="relu"), layer.Conv2D(8, 3, padding="same", activation="relu")
        middle = [filters[0], layer.MaxPooling2D(2), filters[1], layer.MaxPooling2D(3, padding="same")]
        return [first, *middle, layer.Flatten(), layer.Dense(40, activation="relu"), layer.Dense(10), layer.Softmax()]
    if kind == "functions":
        tanh, sigmoid = layer.Conv2D(4, 5, activation="tanh"), layer.Dense(20, activation="sigmoid")
        leaky = layer.Dense(18), layer.LeakyReLU(negative_slope=0.2), layer.Dense(15, activation="elu")
        last = layer.Dense(10, activation="softmax")
        return [first, tanh, layer.AveragePooling2D(2), layer.Flatten(), sigmoid, *leaky, last]
    if kind == "paper and scaling":
        middle = [layer.ZeroPadding2D(1), layer.Conv2D(4, 3, activation="relu"), layer.Conv2D(6, 5, activation="elu")]
        dense = layer.Flatten(), layer.Dense(20), layer.LeakyReLU(negative_slope=0.2), layer.Dense(10)
        return [first, layer.Rescaling(2.0, -0.5), *middle, *dense, layer.Softmax()]
    if kind in REFUSED:
        wrong = {
            "paper": [layer.ZeroPadding2D(1), layer.MaxPooling2D(2), layer.Conv2D(4, 3)],
            "paper twice": [layer.ZeroPadding2D(1), layer.Conv2D(4, 3, padding="same")],
            "uneven paper": [layer.ZeroPadding2D(((1, 2), (0, 0))), layer.Conv2D(4, 3)],
            "uneven steps": [layer.Conv2D(4, 3, strides=(1, 2))], "uneven pooling": [layer.AveragePooling2D((2, 3))],
            "short relu": [layer.Conv2D(4, 3), layer.ReLU(6)], "sine": [layer.Lambda(load_tensorflow().sin)],
            "mean of rows": [layer.Lambda(lambda x: load_tensorflow().reduce_mean(x, 1))],
            "less than 1": [layer.Lambda(lambda x: 1 - x)],
            "a sum of two": [layer.Lambda(lambda x: x + load_tensorflow().tanh(x))],
            "paper in pooling": [layer.Conv2D(4, 3), layer.MaxPooling2D(3, padding="same")],
        }  # fmt: skip
        return [first, *wrong[kind], layer.Flatten(), layer.Dense(10)]
    steps = layer.Conv2D(5, 5, strides=2, padding="same"), layer.BatchNormalization(), layer.ReLU()
    return [first, *steps, layer.AveragePooling2D(2), layer.Flatten(), layer.Dense(10)]


def converted(kind: str, way: str, path: Path) -> Path:
    tensorflow = load_tensorflow()
    tensorflow.keras.utils.set_random_seed(1)
    converter = tensorflow.lite.TFLiteConverter.from_keras_model(tensorflow.keras.Sequential(layers(kind)))
    if way != "floats":
        converter.optimizations = [tensorflow.lite.Optimize.DEFAULT]
    if way == "halves":
        converter.target_spec.supported_types = [tensorflow.float16]
    elif way == "16 bits":
        converter.target_spec.supported_ops = [
            tensorflow.lite.OpsSet.EXPERIMENTAL_TFLITE_BUILTINS_ACTIVATIONS_INT16_WEIGHTS_INT8
        ]
    if way not in ("halves", "dynamic range", "floats"):
        converter.representative_dataset = lambda: ([each.reshape(1, 28, 28, 1)] for each in IMAGES[:30])
    if way.startswith("bytes"):
        converter.target_spec.supported_ops = [tensorflow.lite.OpsSet.TFLITE_BUILTINS_INT8]
        kinds = {"bytes": tensorflow.int8, "bytes without signs": tensorflow.uint8}
        converter.inference_input_type = converter.inference_output_type = kinds[way]
    with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
        warnings.simplefilter("ignore")
        path.write_bytes(converter.convert())
    return path


def interpreted(path: Path) -> np.ndarray:
    """What TFLite's interpreter gives, one image at a time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        interpreter = load_tensorflow().lite.Interpreter(str(path))
    interpreter.allocate_tensors()
    (taken,), (given,) = interpreter.get_input_details(), interpreter.get_output_details()
    found = []
    for image in IMAGES.reshape(-1, 1, 28, 28, 1):
        scale, zero = taken["quantization"]
        codes = np.rint(image / np.float32(scale)) + zero if scale else image
        interpreter.set_tensor(taken["index"], codes.astype(taken["dtype"]))
        interpreter.invoke()
        scale, zero = given["quantization"]
        made = interpreter.get_tensor(given["index"])[0].astype(np.float32)
        found.append((made - zero) * np.float32(scale) if scale else made)
    return np.array(found)


@pytest.mark.parametrize(("kind", "made"), [("max", [3, 40]), ("average", [3, 16])])
def test_a_relu_that_is_part_of_pooling_is_computed(kind: str, made: list[int]) -> None:
    codes = np.array([[-20, -9, 40, -8], [-5, -2, 40, -8]], np.float64).reshape(1, 2, 4, 1)
    layer = WholeLayer(Pooling(kind, 2, 2), (), made=Codes(0.1, 3), function=RELU)
    assert layer.forward(codes).ravel().tolist() == made


@pytest.mark.parametrize(
    ("kind", "way"),
    [
        *(("dense", way) for way in ("whole", "dynamic range", "bytes without signs", "halves", "16 bits")),
        *(("filters and pooling", way) for way in ("whole", "dynamic range", "bytes")),
        *(("functions", "whole"), ("average", "whole"), ("average", "dynamic range")),
        *(("paper and scaling", "floats"), ("softmax twice", "bytes")),
    ],
)
def test_a_model_in_whole_numbers_reads_as_the_interpreter_does(tmp_path: Path, kind: str, way: str) -> None:
    path = converted(kind, way, tmp_path / "a.tflite")
    opened = models.opened(path)
    assert ("in whole numbers, as" in opened.note) == (way not in ("halves", "floats", "16 bits"))
    assert ("but read in floats" in opened.note) == (way == "16 bits")
    theirs = interpreted(path)
    weights = opened.weights
    assert weights.whole is None or (weights.whole.factor, weights.whole.is_transposed) == (1.0, False)
    ours = softmax.logits(weights, IMAGES) if kind == "average" else softmax.probabilities(weights, IMAGES)
    np.testing.assert_allclose(ours, theirs, rtol=0, atol=0.01 if way == "16 bits" else 1e-4)
    local = effective(weights, IMAGES[0])  # Why: what the whole numbers stand for
    near = IMAGES[0] @ local.matrix + local.bias
    np.testing.assert_allclose(near, softmax.logits(weights, IMAGES[:1])[0], atol=0.1 * np.abs(near).max() + 0.1)


@pytest.mark.parametrize("kind", REFUSED)
def test_operators_that_our_layers_have_no_room_for_are_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(UserError, match=REFUSED[kind]):
        models.opened(converted(kind, "floats", tmp_path / "a.tflite"))
