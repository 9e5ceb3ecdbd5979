"""Keras models from elsewhere: one dense layer of 784x10 is taken in, all else is refused with what was found."""

import json
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits import stages
from core.digits.dataset import scaled
from core.errors import UserError
from core.exporting import export, keras_check
from core.machine.tensorflow import load_tensorflow
from core.model import shipped
from core.model.softmax import Weights, probabilities
from core.sources import practice

# Keras 3.15 asks TensorFlow's variables for numpy arrays in a way that numpy 2 warns of
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


@pytest.fixture(scope="module")
def images() -> np.ndarray:
    """Digits as networks take them, (100, 784), 0..1."""
    return scaled(practice.drawn(100).images)


@pytest.fixture
def weights() -> Weights:
    return replace(shipped.shipped_layer(), stages=stages.UPRIGHT)


def keras() -> Any:
    load_tensorflow()
    import keras as module

    return module


def saved(model: Any, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.save(path)
    return path


def layers(*names: str) -> Callable[[], Any]:
    """A maker of a Sequential model, its layers by short names such as "dense 10"."""

    def made() -> Any:
        layer = keras().layers
        kinds = {
            "image": lambda: layer.Input((28, 28)),
            "pixels": lambda: layer.Input((784,)),
            "picture": lambda: layer.Input((28, 28, 1)),
            "few": lambda: layer.Input((100,)),
            "flat": layer.Flatten,
            "dropout": lambda: layer.Dropout(0.2),
            "dense 10": lambda: layer.Dense(10, bias_initializer="ones"),
            "dense 10 softmax": lambda: layer.Dense(10, activation="softmax"),
            "dense 10 without bias": lambda: layer.Dense(10, use_bias=False),
            "dense 10 relu": lambda: layer.Dense(10, activation="relu"),
            "filters": lambda: layer.Conv2D(4, 5, strides=3, padding="same", activation="relu"),
            "filters alone": lambda: layer.Conv2D(4, 5, strides=3, activation="relu"),
            "dense 64": lambda: layer.Dense(64, activation="relu"),
            "softmax": layer.Softmax,
            "scaling": lambda: layer.Rescaling(1 / 255),
            "lambda": lambda: layer.Lambda(lambda x: x * 2),
        }
        return keras().Sequential([kinds[name]() for name in names])

    return made


@pytest.mark.parametrize(
    "make",
    [
        layers("image", "flat", "dropout", "dense 10 softmax"),
        layers("pixels", "dense 10"),
        layers("pixels", "dense 10 without bias", "softmax"),
        layers("pixels", "dense 64", "dense 10"),
        layers("picture", "filters", "flat", "dropout", "dense 64", "dense 10 softmax"),
    ],
)
def test_any_keras_model_of_layers_that_recipes_have_is_taken_in(
    tmp_path: Path, images: np.ndarray, make: Callable[[], Any]
) -> None:
    model = make()
    weights = export.load(saved(model, tmp_path / "mine.keras"))
    assert (weights.stages, weights.recipe) == (stages.RAW, "mine")
    outputs = model.predict(images.reshape(-1, *model.input_shape[1:]), verbose=0)
    assert np.array_equal(outputs.argmax(axis=1), probabilities(weights, images).argmax(axis=1))


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (layers("pixels", "dense 10 softmax", "dense 10"), r"holds a model of 2 layers \(Dense, Dense\); only dense"),
        (layers("picture", "filters alone", "flat", "dense 10"), r"a model of 3 layers \(Conv2D, Flatten, Dense\)"),
        (layers("few", "dense 10"), "one dense layer of 100x10"),
        (layers("pixels", "dense 64"), "one dense layer of 784x64"),
        (layers("pixels", "scaling", "dense 10"), r"\(Rescaling, Dense\)"),
        (layers("pixels", "dense 10 relu"), "ends with 'relu'"),
        (layers("pixels", "lambda", "dense 10"), r"\(Lambda, Dense\)"),
        (layers("image", "flat"), r"a model of 1 layer \(Flatten\)"),
    ],
)
def test_any_other_model_is_refused_with_what_was_found(tmp_path: Path, make: Callable[[], Any], message: str) -> None:
    with pytest.raises(UserError, match=message):
        export.load(saved(make(), tmp_path / "other.keras"))


def edited(path: Path, **entries: bytes) -> Path:
    """Write a .keras file anew with other contents in it; a name's `_` stands for its dot."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    contents |= {name.replace("_", ".", 1): data for name, data in entries.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path


def test_damaged_and_hostile_keras_files_are_refused_in_a_sentence(tmp_path: Path, weights: Weights) -> None:
    path = tmp_path / "w.keras"
    export.export_weights(weights, "keras", path)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        config = archive.read("config.json")
    strange = config.replace(b'"keras.layers", "class_name": "Dense"', b'"os", "class_name": "system"')
    assert strange != config
    # Keras finds out for itself that an entry which we do not read has another beginning than the archive says
    twisted = whole.replace(b"PK\x03\x04", b"PK\x03\x05", 1)
    damages: dict[str, Callable[[], object]] = {
        "cannot be read by Keras": lambda: path.write_bytes(twisted),
        "is not a Keras model": lambda: path.write_bytes(b"PK garbage"),
        "is not JSON": lambda: edited(path, config_json=b"{"),
        "of its own making": lambda: edited(path, config_json=b"{}"),
        "lists no layers": lambda: edited(path, config_json=json.dumps({**json.loads(config), "config": 3}).encode()),
        "holds a model of 1 layer .system": lambda: edited(path, config_json=strange),
        r"holds .* bytes": lambda: edited(path, big_bin=bytes(21_000_000)),
        "stages are": lambda: edited(path, digitscope_json=b'{"stages": 3}'),
        "are not some of": lambda: edited(path, digitscope_json=b'{"stages": ["turn"]}'),
        "does not exist": path.unlink,
    }
    for message, damage in damages.items():
        path.write_bytes(whole)
        damage()
        with pytest.raises(UserError, match=message):
            export.load(path)
    cut = tmp_path / "cut.keras"
    cut.write_bytes(whole)
    with zipfile.ZipFile(cut) as archive:
        kept = archive.read("model.weights.h5")
    contents = {"config.json": config, "metadata.json": b"{}", "model.weights.h5": kept[: len(kept) // 2]}
    with zipfile.ZipFile(cut, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    with pytest.raises(UserError, match="cannot be read by Keras"):
        export.load(cut)


def reshaped(config: bytes, change: Callable[[list[dict[str, Any]]], object]) -> bytes:
    """Return a model's config.json with its list of layers changed."""
    model = json.loads(config)
    change(model["config"]["layers"])
    return json.dumps(model).encode()


def test_the_size_of_a_layer_that_was_not_built_is_that_of_its_input(tmp_path: Path, weights: Weights) -> None:
    path = tmp_path / "w.keras"
    export.export_weights(weights, "keras", path)
    with zipfile.ZipFile(path) as archive:
        config = archive.read("config.json")
    edited(path, config_json=reshaped(config, lambda layers: layers[-1].pop("build_config")))
    assert keras_check.checked(path) == (weights.architecture, weights.stages)
    edited(path, config_json=reshaped(config, lambda layers: (layers[-1].pop("build_config"), layers.pop(0))))
    with pytest.raises(UserError, match=r"one dense layer of \?x10"):
        keras_check.checked(path)
    edited(path, config_json=reshaped(config, list.clear))
    with pytest.raises(UserError, match="holds a model without layers"):
        keras_check.checked(path)


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ([np.zeros((10, 784)), np.zeros(10)], r"arrays of \(10, 784\), \(10,\); only"),
        ([], "arrays of nothing; only"),
        ([np.zeros((784, 10)), np.full(10, np.inf)], "not all finite numbers"),
    ],
)
def test_what_keras_reads_is_checked_once_more(
    tmp_path: Path, weights: Weights, monkeypatch: pytest.MonkeyPatch, arrays: list[np.ndarray], message: str
) -> None:
    class Model:
        def get_weights(self) -> list[np.ndarray]:
            return arrays

    export.export_weights(weights, "keras", tmp_path / "w.keras")
    monkeypatch.setattr(keras().saving, "load_model", lambda *_, **__: Model())
    with pytest.raises(UserError, match=message):
        export.load(tmp_path / "w.keras")
