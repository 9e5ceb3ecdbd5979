"""Keras' models, .keras and .h5 of Keras 2 and 3: looked into before Keras does, so that no code of a file runs.

What Keras makes of one is read as a SavedModel.
"""

import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import numpy as np

from core.digits.dataset import PIXELS
from core.errors import DAMAGE, UserError, instead_of, reading
from core.exporting.model_card import FILE, stages_of
from core.files.json_fields import parsed
from core.importing import saved_model
from core.importing.stack import Pixels, weights_of
from core.importing.steps import NotPlainError, Step
from core.machine.tensorflow import load_tensorflow
from core.model import softmax
from core.model.activations import SIGMOID
from core.words import mark, say

SUFFIXES = (".keras", ".h5", ".hdf5")
ZIP, CONFIG, WEIGHTS = ".keras", "config.json", "model.weights.h5"
LARGEST = 100_000_000  # bytes of all that such a file holds, unpacked; Adam's moments are in it
MODELS = ("Sequential", "Functional", "Model")
FUNCTIONS = {"softmax_v2": "softmax", "relu_v2": "relu", "sigmoid_v2": "sigmoid"}  # what tf.nn calls them
# of the numbers in a model; TFLite, by which it is read, has layers of single precision
SINGLE, OTHER_PRECISIONS = "float32", ("float64", "float16", "bfloat16", "mixed_float16", "mixed_bfloat16")
BEHIND = ("linear", "relu", "tanh", "sigmoid", "elu", "leaky_relu", "softmax")  # functions that a layer may have
ONLY_IN_TRAINING = (
    "RandomRotation", "RandomTranslation", "RandomZoom", "RandomFlip", "RandomContrast", "RandomBrightness",
)  # fmt: skip
KNOWN = (
    *MODELS, "InputLayer", "Flatten", "Reshape", "Dropout", "SpatialDropout2D", "GaussianNoise", "GaussianDropout",
    "AlphaDropout", "ActivityRegularization", "Dense", "Conv2D", "ZeroPadding2D", "MaxPooling2D", "AveragePooling2D",
    "GlobalAveragePooling2D", "BatchNormalization", "Normalization", "Rescaling", "Activation", "ReLU", "LeakyReLU",
    "ELU", "Softmax", *ONLY_IN_TRAINING,
)  # fmt: skip


def read(path: Path) -> tuple[list[list[Step]], tuple[str, ...] | None]:
    """Return the steps of a model, and the stages of its images where its card says so; raises UserError."""
    config, card = _texts(path)
    model = _checked(config, path)
    load_tensorflow()
    import keras

    try:
        loaded = keras.saving.deserialize_keras_object(model, safe_mode=True)
        with tempfile.TemporaryDirectory() as folder:
            # Keras looks for weights alone in what is called .weights.h5
            is_misnamed = path.name.endswith(".weights.h5")
            loaded.load_weights(shutil.copyfile(path, Path(folder, "model.h5")) if is_misnamed else path)
            loaded.export(Path(folder, "saved"), verbose=False)
            steps = saved_model.steps_in(Path(folder, "saved"))
        if not _reads_alike(loaded, steps, path):
            raise NotPlainError(mark("layers that are not one behind the other"))
    except (OSError, IndexError, ImportError, *DAMAGE) as error:
        reason = " ".join(str(error).split())[:200]
        raise UserError("{path} cannot be read by Keras: {reason}", path=path, reason=reason) from None
    return [steps], stages_of(card, path)


def _reads_alike(model: Any, steps: Sequence[Step], path: Path) -> bool:
    """Return whether a Keras model makes of some images what its steps do, one behind the other."""
    images = np.random.default_rng(0).random((4, PIXELS), np.float32)
    ours = softmax.logits(weights_of(steps, Pixels(), path), images)
    made, size = model(images.reshape(4, *model.input_shape[1:])), max(1.0, float(np.abs(ours).max()))
    ends = (ours, 1e-3 * size), (softmax.softmax(ours), 1e-3), (SIGMOID.forward(ours), 1e-3)
    return not isinstance(made, list | tuple | dict) and any(np.allclose(made, each, atol=off) for each, off in ends)


def _texts(path: Path) -> tuple[bytes, bytes | None]:
    """Return the config of a .keras or .h5 and, where there is one, its card, after sizes have been checked."""
    import h5py

    if path.suffix == ZIP:
        no_model = UserError("{path} is not a Keras model (.keras).", path=path)
        with reading(path), instead_of(DAMAGE, no_model), zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise UserError("{path} is too large for a model of digits.", path=path)
            card = archive.read(FILE) if FILE in archive.namelist() else None
            with archive.open(WEIGHTS) as file:
                _check_h5(file)
            return archive.read(CONFIG), card
    with instead_of((OSError, *DAMAGE), UserError("{path} is not a Keras model (.h5).", path=path)):
        with path.open("rb") as whole:
            _check_h5(whole)
        with h5py.File(path) as opened:
            config = opened.attrs.get("model_config")
    if config is None:
        raise UserError("{path} holds weights without the model: save it with model.save().", path=path)
    return config if isinstance(config, bytes) else str(config).encode(errors="replace"), None


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


def _checked(config: bytes, path: Path) -> dict[str, Any]:
    """Return what a model is made of, with functions by their names; raises UserError for more than Keras' layers."""
    parsed(config, say("{file} in {path}", file=CONFIG, path=path))
    model = json.loads(config)
    layers = list(_listed(model))
    foreign = [_name(layer) for layer in layers if _name(layer) not in KNOWN]
    if foreign or len(layers) < 2:
        names = [_name(layer) for layer in layers if _name(layer) not in MODELS]
        listed = ", ".join((*names[:6], "...") if len(names) > 6 else names)
        if not names:
            raise NotPlainError(say("a model without layers"))
        if len(names) == 1:
            raise NotPlainError(say("a model of 1 layer ({names})", names=listed))
        raise NotPlainError(say("a model of {count:,} layers ({names})", count=len(names), names=listed))
    named: dict[str, Any] = _named(model)
    kind = "Sequential" if named["class_name"] == "Sequential" else "Model"
    # by the name that every Keras 3 knows; what it was trained with is not wanted
    return named | {"module": "keras", "class_name": kind, "registered_name": None, "compile_config": None}


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
    """Return a config of functions by name, in single precision; raises NotPlainError for what is not Keras' own."""
    if isinstance(part, list):
        return [_named(each) for each in part]
    if not isinstance(part, dict):
        return SINGLE if part in OTHER_PRECISIONS else part
    if part.get("class_name") == "function" and isinstance(part.get("config"), str):
        return FUNCTIONS.get(part["config"], part["config"])
    module, registered = part.get("module"), part.get("registered_name")
    is_kerass = module is None or str(module) == "keras" or str(module).startswith("keras.")
    is_hidden = "__passive_serialization__" in part  # in what is no layer, where Keras makes any of its layers, too
    if not is_kerass or is_hidden or registered not in (None, part.get("class_name")):
        raise NotPlainError(say("a {kind!r} of its own making", kind=str(part.get("class_name"))[:40]))
    named = {key: _named(each) for key, each in part.items()}
    if _name(part) in ONLY_IN_TRAINING:  # as one that leaves images as they are, when trained, too
        own = named["config"] if isinstance(named.get("config"), dict) else {}
        passed = {key: own[key] for key in ("name", "batch_input_shape") if key in own}
        named |= {"class_name": "ActivityRegularization", "config": passed}
    function = named.get("activation", BEHIND[0])
    if isinstance(function, str) and function not in BEHIND:
        raise NotPlainError(say("the function {name!r}", name=function[:40]))
    return named


def _name(layer: dict[str, Any]) -> str:
    return str(layer.get("class_name"))[:40]
