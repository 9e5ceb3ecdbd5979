"""Keras models from elsewhere: what our layers can express is taken in, all else is refused with what was found."""

import json
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits import stages
from core.errors import UserError
from core.exporting import export
from core.importing import models
from core.machine.tensorflow import load_tensorflow
from core.model import shipped, softmax
from core.model.softmax import probabilities

# Keras 3.15 asks TensorFlow's variables for numpy arrays in a way that numpy 2 warns of
pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")


def keras() -> Any:
    load_tensorflow()
    import keras as module

    return module


def saved(model: Any, path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model.save(path)
    return path


def layers(names: str) -> Callable[[], Any]:
    """A maker of a Sequential model, its layers by short names such as "dense 10", parted by commas."""

    def made() -> Any:
        layer = keras().layers
        kinds = {
            "image": lambda: layer.Input((28, 28)), "pixels": lambda: layer.Input((784,)),
            "picture": lambda: layer.Input((28, 28, 1)), "few": lambda: layer.Input((100,)), "flat": layer.Flatten,
            "dropout": lambda: layer.Dropout(0.2), "dense 10": lambda: layer.Dense(10, bias_initializer="ones"),
            "dense 10 softmax": lambda: layer.Dense(10, activation="softmax"),
            "dense 10 without bias": lambda: layer.Dense(10, use_bias=False),
            "dense 10 relu": lambda: layer.Dense(10, activation="relu"),
            "filters": lambda: layer.Conv2D(4, 5, strides=3, padding="same", activation="relu"),
            "filters alone": lambda: layer.Conv2D(4, 5, strides=3, activation="relu"),
            "pooling": lambda: layer.MaxPooling2D(2), "mean": lambda: layer.AveragePooling2D(2),
            "normal": layer.BatchNormalization, "less": lambda: layer.Rescaling(-1, 1),
            "padded": lambda: layer.Conv2D(4, 3, padding="same", activation="relu"),
            "linear": lambda: layer.Conv2D(4, 3, use_bias=False), "relu": layer.ReLU,
            "tf relu": lambda: layer.Activation(load_tensorflow().nn.relu),
            "tf softmax": lambda: layer.Dense(10, activation=load_tensorflow().nn.softmax),
            "gelu": lambda: layer.Dense(8, activation="gelu"), "silu": lambda: layer.Activation("silu"),
            "tanh": lambda: layer.Dense(8, activation="tanh"),
            "sigmoid": lambda: layer.Dense(9, activation="sigmoid"),
            "ten sigmoids": lambda: layer.Dense(10, activation="sigmoid"),
            "leaky": lambda: layer.LeakyReLU(negative_slope=0.3),
            "leaky 8": lambda: layer.Dense(8, activation="leaky_relu"), "elu": layer.ELU,
            "filters tanh": lambda: layer.Conv2D(6, 5, padding="same", activation="tanh"),
            "dense 64": lambda: layer.Dense(64, activation="relu"), "softmax": layer.Softmax,
            "seen": lambda: layer.Normalization(mean=0.1, variance=0.09), "global": layer.GlobalAveragePooling2D,
            "unseen": lambda: layer.Normalization(mean=0.1, variance=0.09, invert=True),
            "bare normal": lambda: layer.BatchNormalization(center=False, scale=False),
            "normal rows": lambda: layer.BatchNormalization(axis=1), "paper": layer.ZeroPadding2D,
            "wide": lambda: layer.Conv2D(4, (3, 5)), "short relu": lambda: layer.ReLU(6),
            "turned": lambda: layer.RandomRotation(0.1), "moved": lambda: layer.RandomTranslation(0.1, 0.1),
            "huge": lambda: layer.Dense(5000), "noise": lambda: layer.GaussianDropout(0.2),
            "scaling": lambda: layer.Rescaling(1 / 255), "lambda": lambda: layer.Lambda(lambda x: x * 2),
        }  # fmt: skip
        return keras().Sequential([kinds[name]() for name in names.split(", ")])

    return made


@pytest.mark.parametrize("name", ["mine.keras", "mine.h5"])
@pytest.mark.parametrize(
    "make",
    [
        layers("image, flat, dropout, dense 10 softmax"), layers("pixels, dense 10 without bias, softmax"),
        layers("pixels, dense 64, normal, dense 10"),
        layers("picture, filters, flat, dropout, dense 64, dense 10 softmax"),
        layers("picture, scaling, paper, filters alone, pooling, flat, dense 10"),
        layers("picture, padded, normal, padded, mean, flat, tf softmax"),
        layers("picture, filters tanh, mean, linear, mean, leaky, flat, tanh, relu, normal, elu, dense 10 softmax"),
        layers("pixels, sigmoid, dense 64, dense 10, elu, leaky 8, dense 10"),
        layers("picture, normal, linear, normal, tf relu, pooling, normal, padded, flat, dense 10"),
        layers("picture, seen, unseen, filters tanh, bare normal, global, dense 10"),
        layers("picture, turned, moved, filters, normal, noise, flat, dropout, dense 10"),
        layers("pixels, dense 10 softmax, softmax"), layers("pixels, dense 64, softmax, dense 10, relu, softmax"),
    ],
)  # fmt: skip
def test_keras_models_read_the_same(tmp_path: Path, images: np.ndarray, make: Callable[[], Any], name: str) -> None:
    model = make()
    for layer in (layer for layer in model.layers if type(layer).__name__ == "BatchNormalization"):
        shapes = [each.shape for each in layer.get_weights()]
        layer.set_weights([np.random.default_rng(1).uniform(-1, 2, shape) ** 2 for shape in shapes])  # as if trained
    opened = models.opened(saved(model, tmp_path / name))
    assert (opened.weights.stages, opened.weights.recipe) == (stages.RAW, "mine")
    assert "mine" in opened.note
    outputs = model.predict(images.reshape(-1, *model.input_shape[1:]), verbose=0)
    outputs = outputs if np.allclose(outputs.sum(axis=1), 1) else softmax.softmax(outputs)
    np.testing.assert_allclose(probabilities(opened.weights, images), outputs, rtol=0, atol=1e-4)


def test_a_model_that_ends_in_sigmoids_is_read_by_the_sums_before_them(tmp_path: Path, images: np.ndarray) -> None:
    model = layers("pixels, sigmoid, ten sigmoids")()
    opened = models.opened(saved(model, tmp_path / "mine.keras"))
    ours = 1 / (1 + np.exp(-softmax.logits(opened.weights, images)))
    np.testing.assert_allclose(ours, model.predict(images.reshape(-1, 784), verbose=0), rtol=0, atol=1e-4)
    assert "It ends in sigmoids" in opened.note


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (layers("picture, filters, softmax, flat, dense 10"), "something behind the softmax; only dense"),
        (layers("pixels, dense 10 softmax, less"), "not one behind the other"),
        (layers("pixels, huge, dense 10"), r"other\.keras cannot be used: a network of 3,975,010 numbers"),
        (layers("few, dense 10"), "sizes do not fit"), (layers("picture, normal rows, flat, dense 10"), "do not fit"),
        (layers("pixels, dense 64"), "something else than a dense layer of 10 classes"),
        (layers("pixels, dense 10 relu"), "something else than a dense"), (layers("image, flat"), "something else"),
        (layers("pixels, gelu, dense 10"), "function 'gelu'"), (layers("pixels, silu, dense 10"), "function 'silu'"),
        (layers("pixels, lambda, dense 10"), r"a model of 3 layers \(InputLayer, Lambda, Dense\)"),
        (layers("picture, wide, flat, dense 10"), "squares with unequal sides"),
        (layers("picture, paper, flat, dense 10"), "a 'PAD'"), (layers("pixels, short relu, dense 10"), "a 'RELU6'"),
    ],
)  # fmt: skip
def test_any_other_model_is_refused_with_what_was_found(tmp_path: Path, make: Callable[[], Any], message: str) -> None:
    with pytest.raises(UserError, match=message):
        models.opened(saved(make(), tmp_path / "other.keras"))


def test_a_whole_model_is_read_whether_it_is_called_weights_or_not(tmp_path: Path) -> None:
    model = layers("pixels, dense 10")()
    path = saved(model, tmp_path / "best.weights.h5")
    named = models.opened(path).weights
    plain = models.opened(path.rename(tmp_path / "best.h5")).weights
    np.testing.assert_array_equal(named.matrix, plain.matrix)
    model.save_weights(path)
    with pytest.raises(UserError, match="holds weights without the model"):
        models.opened(path)


def test_a_model_that_gives_what_a_layer_amid_it_makes_as_well_is_refused(tmp_path: Path) -> None:
    whole = layers("pixels, dense 64, dense 10")()
    both = keras().Model(whole.inputs[0], [whole.layers[0].output, *whole.outputs])
    with pytest.raises(UserError, match="not one behind the other"):
        models.opened(saved(both, tmp_path / "both.keras"))


def edited(path: Path, **entries: bytes) -> Path:
    """Write a .keras file anew with other contents in it; a name's `_` stands for its dot."""
    with zipfile.ZipFile(path) as archive:
        contents = {name: archive.read(name) for name in archive.namelist()}
    contents |= {name.replace("_", ".", 1): data for name, data in entries.items()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
    return path


def test_damaged_and_hostile_keras_files_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "w.keras"
    export.export_weights(shipped.shipped_layer(), "keras", path)
    whole = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        config, kept = archive.read("config.json"), archive.read("model.weights.h5")
    strange = config.replace(b'"keras.layers", "class_name": "Dense"', b'"os", "class_name": "system"')
    assert strange != config
    hidden = b'"kernel_initializer": {', b'"kernel_initializer": {"__passive_serialization__": true, '
    damages: dict[str, Callable[[], object]] = {
        "is not a Keras model": lambda: path.write_bytes(b"PK garbage"),
        r"w\.keras is not a Keras model": lambda: edited(path, **{"model.weights.h5": kept[: len(kept) // 2]}),
        "is not JSON": lambda: edited(path, config_json=b"{"),
        "holds a model of 1 layer": lambda: edited(path, config_json=b"{}"),
        "no list of layers": lambda: edited(path, config_json=json.dumps({**json.loads(config), "config": 3}).encode()),
        "holds a model of .* layers .*system": lambda: edited(path, config_json=strange),
        "of its own making": lambda: edited(path, config_json=config.replace(b'"keras.initializers"', b'"os"')),
        "'GlorotUniform' of its own making": lambda: edited(path, config_json=config.replace(*hidden)),
        "is too large for a model": lambda: edited(path, big_bin=bytes(101_000_000)),
        "stages is": lambda: edited(path, digitscope_json=b'{"stages": 3}'),
        "are not some of": lambda: edited(path, digitscope_json=b'{"stages": ["turn"]}'),
        "does not exist": path.unlink,
    }
    for message, damage in damages.items():
        path.write_bytes(whole)
        damage()
        with pytest.raises(UserError, match=message):
            models.opened(path)
