"""Keras' models, .keras and .h5 of Keras 2 and 3, as steps."""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import PIXELS
from core.errors import DAMAGE, UserError
from core.importing.keras_file import checked, stages_of, texts
from core.importing.stack import Pixels, weights_of
from core.importing.steps import NotPlainError, Step, leaky_step
from core.machine.tensorflow import load_tensorflow
from core.model import softmax
from core.model.activations import Activation
from core.words import mark, say

SUFFIXES = (".keras", ".h5", ".hdf5")
PLAIN = {"data_format": "channels_last", "groups": 1, "dilation_rate": (1, 1)}
# what a layer may do besides what is read of it here; of ReLU, Softmax and BatchNormalization
FIXED = {"max_value": None, "threshold": 0.0, "alpha": 1.0}
FUNCTIONS = {
    **{kind: Step("function", function=Activation(kind)) for kind in ("relu", "tanh", "sigmoid", "elu")},
    "leaky_relu": Step("function", function=Activation("leaky", 0.2)),
    "softmax": Step("softmax"),
}


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a model, and the stages of its images where its card says so; raises UserError."""
    config, card = texts(path)
    model = checked(config, path)
    load_tensorflow()
    import keras

    try:
        loaded = keras.saving.deserialize_keras_object(model, safe_mode=True)
        with tempfile.TemporaryDirectory() as folder:
            # Keras looks for weights alone in what is called .weights.h5
            is_misnamed = path.name.endswith(".weights.h5")
            loaded.load_weights(shutil.copyfile(path, Path(folder, "model.h5")) if is_misnamed else path)
        steps = [step for layer in _flat_layers(loaded) for step in _steps(layer)]
        if not _reads_alike(loaded, steps):
            raise NotPlainError(mark("layers that are not one behind the other"))
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        reason = " ".join(str(error).split())[:200]
        raise UserError("{path} cannot be read by Keras: {reason}", path=path, reason=reason) from None
    return [steps], stages_of(card, path)


def _flat_layers(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        yield from _flat_layers(layer) if hasattr(layer, "layers") else [layer]


def _steps(layer: Any) -> list[Step]:
    """Return what a layer of Keras does; raises NotPlainError for what no step can."""
    name, config = type(layer).__name__, layer.get_config()
    given = {key: tuple(value) if isinstance(value, list) else value for key, value in config.items()}
    has_options = any(given.get(key) not in (value, None) for key, value in {**PLAIN, **FIXED}.items())
    if has_options or name == "ZeroPadding2D":
        raise NotPlainError(say("a {kind!r} with options of its own", kind=name))
    readers: dict[str, Callable[[Any, dict[str, Any]], list[Step]]] = {
        "Dense": lambda layer, config: [Step("dense", _weighing(layer)), *_function(config["activation"])],
        "Conv2D": _convolution,
        "MaxPooling2D": _pooling,
        "AveragePooling2D": _pooling,
        "GlobalAveragePooling2D": lambda *_: [Step("pooling", pooling="average")],
        "BatchNormalization": _batch_normalization,
        "Normalization": _normalization,
        "Rescaling": lambda _, config: [Step("scaling", (np.array(config["scale"]), np.array(config["offset"])))],
        "Activation": lambda _, config: _function(config["activation"]),
        "ReLU": lambda _, config: [leaky_step(float(config["negative_slope"]))],
        "LeakyReLU": lambda _, config: [leaky_step(float(config["negative_slope"]))],
        "ELU": lambda *_: _function("elu"),
        "Softmax": lambda *_: [Step("softmax")],
    }
    return readers[name](layer, config) if name in readers else []


def _function(name: object) -> list[Step]:
    if name in (None, "linear"):
        return []
    if name not in FUNCTIONS:
        raise NotPlainError(say("the function {name!r}", name=str(name)[:40]))
    return [FUNCTIONS[str(name)]]


def _weighing(layer: Any) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
    """Return a layer's kernel and bias; zeros where it has none."""
    kernel, *bias = (np.asarray(array) for array in layer.get_weights())
    return kernel, bias[0] if bias else np.zeros(kernel.shape[-1])


def _convolution(layer: Any, config: dict[str, Any]) -> list[Step]:
    square = _square(config, config["kernel_size"])
    return [Step("convolution", _weighing(layer), *square), *_function(config["activation"])]


def _pooling(layer: Any, config: dict[str, Any]) -> list[Step]:
    kind = "max" if type(layer).__name__.startswith("Max") else "average"
    return [Step("pooling", (), *_square(config, config["pool_size"]), pooling=kind)]


def _square(config: dict[str, Any], sides: Sequence[int]) -> tuple[int, int, int | None]:
    """Return side and step of what slides over an image, and the paper around that."""
    steps = config["strides"] or sides
    if sides[0] != sides[1] or steps[0] != steps[1]:
        raise NotPlainError(mark("squares with unequal sides"))
    return int(sides[0]), int(steps[0]), None if config["padding"] == "same" else 0


def _batch_normalization(layer: Any, config: dict[str, Any]) -> list[Step]:
    if list(np.atleast_1d(config["axis"])) not in ([-1], [len(layer.input.shape) - 1]):
        raise NotPlainError(say("a {kind!r} with options of its own", kind="BatchNormalization"))
    mean, variance = (np.asarray(each, np.float64) for each in (layer.moving_mean, layer.moving_variance))
    factors = (1 if layer.gamma is None else np.asarray(layer.gamma)) / np.sqrt(variance + config["epsilon"])
    return [Step("scaling", (factors, (0 if layer.beta is None else np.asarray(layer.beta)) - mean * factors))]


def _normalization(layer: Any, config: dict[str, Any]) -> list[Step]:
    mean, variance = (np.asarray(each, np.float64).ravel() for each in (layer.mean, layer.variance))
    deviation = np.maximum(np.sqrt(variance), 1e-7)  # Keras' epsilon
    if config.get("invert"):
        return [Step("scaling", (deviation, mean))]
    return [Step("scaling", (1 / deviation, -mean / deviation))]


def _reads_alike(model: Any, steps: Sequence[Step]) -> bool:
    """Return whether a Keras model makes of some images what its steps do, one behind the other."""
    weights = weights_of(steps, Pixels(), Path())
    images = np.random.default_rng(0).random((4, PIXELS), np.float32)
    made = np.asarray(model(images.reshape(4, *model.input_shape[1:])))
    ours = softmax.logits(weights, images)
    scale = max(1.0, float(np.abs(ours).max()))
    return any(
        made.shape == each.shape and np.allclose(made, each, atol=1e-3 * size)
        for each, size in ((ours, scale), (softmax.softmax(ours), 1.0))
    )
