"""Keras' models: .keras, and .h5 of Keras 2 and 3; looked into before Keras does, so that no code of a file runs."""

import json
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from core.digits import stages
from core.digits.dataset import PIXELS
from core.errors import UserError, unreadable
from core.exporting.model_card import FILE
from core.files.array_damage import DAMAGE
from core.files.json_fields import parsed
from core.importing.steps import NotPlainError, Pixels, Step, weights_of
from core.machine.tensorflow import load_tensorflow
from core.model import softmax
from core.words import mark, say

SUFFIXES = (".keras", ".h5", ".hdf5")
CONFIG, WEIGHTS = "config.json", "model.weights.h5"
LARGEST = 100_000_000  # bytes of all that such a file holds, unpacked; Adam's moments are in it
SILENT = ("InputLayer", "Flatten", "Reshape", "Dropout", "SpatialDropout2D", "GaussianNoise", "ActivityRegularization")
MODELS = ("Sequential", "Functional", "Model")
FUNCTIONS = {"softmax_v2": "softmax", "relu_v2": "relu"}  # what tf.nn calls them
SPEAKING = ("Dense", "Conv2D", "MaxPooling2D", "AveragePooling2D", "GlobalAveragePooling2D", "BatchNormalization")
OTHERS = ("Rescaling", "Normalization", "Activation", "ReLU", "Softmax", "ZeroPadding2D")
KNOWN = (*MODELS, *SILENT, *SPEAKING, *OTHERS)
PLAIN = {"data_format": "channels_last", "groups": 1, "dilation_rate": (1, 1)}
# what a layer may do besides what is read of it here; of ReLU, Softmax and BatchNormalization
FIXED = {"max_value": None, "negative_slope": 0.0, "threshold": 0.0}


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a model, and the stages of its images where its card says so; raises UserError."""
    is_zip = path.suffix == ".keras"
    config, card = _texts(path) if is_zip else (_config_in_h5(path), None)
    model = _checked(config, path)
    load_tensorflow()
    import keras

    try:
        with tempfile.TemporaryDirectory() as place:
            cleaned = Path(place, path.name)
            (_rewritten_zip if is_zip else _rewritten_h5)(path, cleaned, json.dumps(model))
            loaded = keras.saving.load_model(cleaned, compile=False, safe_mode=True)
        steps = [step for layer in _flat_layers(loaded) for step in _steps(layer)]
        if not _reads_alike(loaded, steps):
            raise NotPlainError(mark("layers that are not one behind the other"))
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        raise UserError(
            "{path} cannot be read by Keras: {reason}", path=path, reason=" ".join(str(error).split())[:200]
        ) from None
    return [steps], _stages(card, path)


def _texts(path: Path) -> tuple[bytes, bytes | None]:
    """Return config.json and, where there is one, the card, after sizes have been checked."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
            if size > LARGEST:
                raise UserError("{path} holds {size:,} bytes; models of digits are smaller.", path=path, size=size)
            card = archive.read(FILE) if FILE in archive.namelist() else None
            with archive.open(WEIGHTS) as file:
                _check_h5(file)
            return archive.read(CONFIG), card
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, RuntimeError, NotImplementedError, zlib.error):
        raise UserError("{path} is not a Keras model (.keras).", path=path) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _config_in_h5(path: Path) -> bytes:
    import h5py

    try:
        with path.open("rb") as file:
            _check_h5(file)
        with h5py.File(path) as opened:
            config = opened.attrs.get("model_config")
    except (OSError, *DAMAGE):
        raise UserError("{path} is not a Keras model (.h5).", path=path) from None
    if config is None:
        raise UserError("{path} holds weights without the model: save it with model.save().", path=path)
    return config if isinstance(config, bytes) else str(config).encode(errors="replace")


def _check_h5(file: IO[bytes]) -> None:
    """Raise ValueError for arrays that lie in other files, or that are too large unpacked."""
    import h5py

    sizes = list[int]()

    def add(_name: str, found: Any) -> None:
        if isinstance(found, h5py.Dataset):
            sizes.append(int(found.nbytes))
            if found.external or found.is_virtual or sum(sizes) > LARGEST:
                raise ValueError("not a model's array")

    try:
        with h5py.File(file, "r") as opened:
            opened.visititems(add)
    except OSError as error:  # of h5py's own, which means damage
        raise ValueError("not HDF5") from error


def _rewritten_zip(path: Path, cleaned: Path, config: str) -> None:
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(cleaned, "w") as written:
        for name in (WEIGHTS, "metadata.json"):
            written.writestr(name, archive.read(name))
        written.writestr(CONFIG, config)


def _rewritten_h5(path: Path, cleaned: Path, config: str) -> None:
    import h5py

    shutil.copyfile(path, cleaned)
    with h5py.File(cleaned, "a") as opened:
        opened.attrs["model_config"] = config


def _checked(config: bytes, path: Path) -> dict[str, Any]:
    """Return what a model is made of, with functions by their names; raises UserError for more than Keras' layers."""
    parsed(config, say("{file} in {path}", file=CONFIG, path=path))
    model = json.loads(config)
    layers = list(_listed(model))
    foreign = [_name(layer) for layer in layers if _name(layer) not in KNOWN]
    if foreign or len(layers) < 2:
        raise NotPlainError(_described([_name(layer) for layer in layers if _name(layer) not in MODELS]))
    named = _named(model)
    if not isinstance(named, dict) or named.get("class_name") not in MODELS:
        raise NotPlainError(say("a {kind!r} of its own making", kind=str(model.get("class_name"))[:40]))
    return named


def _listed(model: object) -> Iterator[dict[str, Any]]:
    """Give a model's parts and those of models within it; raises NotPlainError where it lists none."""
    if not isinstance(model, dict):
        raise NotPlainError(mark("no list of layers"))
    yield model
    if _name(model) in MODELS:
        inner = model.get("config")
        layers = inner.get("layers") if isinstance(inner, dict) else inner  # a bare list: of the first Keras
        if not isinstance(layers, list):
            raise NotPlainError(mark("no list of layers"))
        for layer in layers:
            yield from _listed(layer)


def _named(part: Any) -> Any:
    """Return a config in which functions are names; raises NotPlainError for anything that is not of Keras itself."""
    if isinstance(part, list):
        return [_named(each) for each in part]
    if not isinstance(part, dict):
        return part
    if part.get("class_name") == "function" and isinstance(part.get("config"), str):
        return FUNCTIONS.get(part["config"], part["config"])
    module, registered = part.get("module"), part.get("registered_name")
    is_kerass = module is None or str(module) == "keras" or str(module).startswith("keras.")
    if not is_kerass or registered not in (None, part.get("class_name")):
        raise NotPlainError(say("a {kind!r} of its own making", kind=str(part.get("class_name"))[:40]))
    return {key: _named(each) for key, each in part.items()}


def _name(layer: dict[str, Any]) -> str:
    return str(layer.get("class_name"))[:40]


def _described(names: Sequence[str]) -> str:
    if not names:
        return say("a model without layers")
    listed = ", ".join((*names[:6], "...") if len(names) > 6 else names)
    if len(names) == 1:
        return say("a model of 1 layer ({names})", names=listed)
    return say("a model of {count:,} layers ({names})", count=len(names), names=listed)


def _flat_layers(model: Any) -> Iterator[Any]:
    for layer in model.layers:
        yield from _flat_layers(layer) if hasattr(layer, "layers") else [layer]


def _steps(layer: Any) -> list[Step]:
    """Return what a layer of Keras does; raises NotPlainError for what no step can."""
    name, config = type(layer).__name__, layer.get_config()
    if any(_pair(config.get(key)) not in (value, None) for key, value in {**PLAIN, **FIXED}.items()):
        raise NotPlainError(say("a {kind!r} with options of its own", kind=name))
    readers: dict[str, Callable[[Any, dict[str, Any]], list[Step]]] = {
        "Dense": _dense,
        "Conv2D": _convolution,
        "MaxPooling2D": _pooling,
        "AveragePooling2D": _pooling,
        "GlobalAveragePooling2D": lambda layer, _: [_square("average", (layer.input.shape[1],) * 2, None, 0)],
        "BatchNormalization": _batch_normalization,
        "Normalization": _normalization,
        "Rescaling": lambda _, config: [Step("scaling", (np.array(config["scale"]), np.array(config["offset"])))],
        "Activation": lambda _, config: _function(config["activation"]),
        "ReLU": lambda *_: [Step("relu")],
        "Softmax": lambda *_: [Step("softmax")],
        "ZeroPadding2D": _no_padding,
    }
    return readers[name](layer, config) if name in readers else []


def _pair(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _no_padding(_layer: Any, _config: dict[str, Any]) -> list[Step]:
    raise NotPlainError(say("a {kind!r} with options of its own", kind="ZeroPadding2D"))


def _function(name: object) -> list[Step]:
    if name in (None, "linear"):
        return []
    if name not in ("relu", "softmax"):
        raise NotPlainError(say("the function {name!r}", name=str(name)[:40]))
    return [Step(str(name))]


def _weighing(layer: Any) -> tuple[NDArray[np.generic], NDArray[np.generic]]:
    """Return a layer's kernel and bias; zeros where it has none."""
    kernel, *bias = (np.asarray(array) for array in layer.get_weights())
    return kernel, bias[0] if bias else np.zeros(kernel.shape[-1])


def _dense(layer: Any, config: dict[str, Any]) -> list[Step]:
    return [Step("dense", _weighing(layer)), *_function(config["activation"])]


def _convolution(layer: Any, config: dict[str, Any]) -> list[Step]:
    step = _square("", config["kernel_size"], config["strides"], None if config["padding"] == "same" else 0)
    return [Step("convolution", _weighing(layer), step.side, step.step, step.padding), *_function(config["activation"])]


def _pooling(layer: Any, config: dict[str, Any]) -> list[Step]:
    kind = "max" if type(layer).__name__.startswith("Max") else "average"
    return [_square(kind, config["pool_size"], config["strides"], None if config["padding"] == "same" else 0)]


def _square(kind: str, sides: Sequence[int], steps: Sequence[int] | None, padding: int | None) -> Step:
    steps = sides if steps is None else steps
    if sides[0] != sides[1] or steps[0] != steps[1]:
        raise NotPlainError(mark("squares with unequal sides"))
    return Step("pooling", (), int(sides[0]), int(steps[0]), padding, kind)


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


def _stages(card: bytes | None, path: Path) -> tuple[str, ...] | None:
    if card is None:
        return None
    parsed(card, say("{file} in {path}", file=FILE, path=path))
    names = json.loads(card).get("stages", stages.RAW)
    if not isinstance(names, list | tuple):
        raise UserError(
            "{file} in {path}: stages are {names!r}, not a list of names.", file=FILE, path=path, names=str(names)[:40]
        )
    return stages.checked(tuple(str(name) for name in names))
