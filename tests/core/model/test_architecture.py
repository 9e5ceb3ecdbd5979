"""Networks of several layers: how they are written, and numpy's layers against Keras' and TensorFlow's."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import UserError
from core.model import architecture
from core.model.architecture import SINGLE, Architecture
from core.model.layers import Convolution, Dense

Floats = NDArray[np.float32]

HIDDEN = ("dense 128",)
CONVOLUTION = ("convolution 16 5x5 step 2", "convolution 32 5x5 step 2", "dense 64")
ODD = ("convolution 3 4x4 step 3", "convolution 5 3x3 step 1", "convolution 4 1x1 step 4", "dense 7")
ALL = pytest.mark.parametrize("texts", [(), HIDDEN, CONVOLUTION, ODD])


def numbers_of(made: Architecture, seed: int = 0) -> tuple[Floats, ...]:
    random = np.random.default_rng(seed)
    return tuple(random.normal(0, 0.1, shape).astype(np.float32) for shape in made.shapes)


def images(count: int, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).uniform(0, 1, (count, 784)).astype(np.float32)


def keras_model(made: Architecture, arrays: tuple[Floats, ...]) -> Any:
    import keras

    parts: list[Any] = [keras.Input((784,))]
    parts += [keras.layers.Reshape((28, 28, 1))] if made.has_convolutions else []
    for layer in made.hidden:
        if isinstance(layer, Convolution):
            own = {"strides": layer.step, "padding": "same", "activation": "relu"}
            parts.append(keras.layers.Conv2D(layer.filters, layer.side, **own))
        else:
            assert isinstance(layer, Dense)
            parts += [keras.layers.Flatten(), keras.layers.Dense(layer.units, activation="relu")]
    model = keras.Sequential([*parts, keras.layers.Flatten(), keras.layers.Dense(10)])
    model.set_weights(list(arrays))
    return model


@ALL
def test_a_network_is_written_as_it_is_read(texts: tuple[str, ...]) -> None:
    made = architecture.of(tuple(texts))
    assert made.texts == texts
    assert architecture.of(tuple(text.upper().replace(" ", "  ") for text in texts)) == made


def test_the_numbers_of_well_known_networks_are_counted() -> None:
    assert (SINGLE.parameters, SINGLE.products) == (7_850, 7_840)
    assert architecture.of(HIDDEN).parameters == 101_770
    assert architecture.of(CONVOLUTION).parameters == 114_314
    assert architecture.of(CONVOLUTION).products == 14 * 14 * 25 * 16 + 7 * 7 * 25 * 16 * 32 + 1_568 * 64 + 640


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["dense"], "there is no layer"),
        (["dense 12x12"], "there is no layer"),
        (["dense 0"], "would let nothing through"),
        (["convolution 0 3x3"], "would let nothing through"),
        (["convolution 8 3x5"], "filters are"),
        (["convolution 8 0x0"], "filters are"),
        (["convolution 8 14x14"], "filters are"),
        (["convolution 8 3x3 step 0"], "steps 1 to"),
        (["convolution 8 3x3 step 5"], "steps 1 to"),
        (["dense 8", "convolution 8 3x3"], "before dense layers"),
        (["dense 8"] * 25, "too many"),
        (["dense 4000"], "too large"),
        (["convolution 200 7x7", "convolution 50 7x7"], "too slow"),
    ],
)
def test_an_impossible_network_is_refused_in_a_sentence(texts: list[str], why: str) -> None:
    with pytest.raises(UserError, match=why):
        architecture.of(tuple(texts))


@ALL
def test_numpy_reads_what_keras_reads(texts: tuple[str, ...]) -> None:
    made = architecture.of(tuple(texts))
    arrays, some = numbers_of(made), images(40)
    expected = np.asarray(keras_model(made, arrays)(some))
    np.testing.assert_allclose(made.activations(arrays, some)[-1], expected, rtol=0, atol=1e-5)


@ALL
def test_what_trains_reads_the_same_and_gives_the_same_gradients(texts: tuple[str, ...]) -> None:
    import tensorflow as tf

    made = architecture.of(tuple(texts))
    arrays, some = numbers_of(made), images(9)
    slopes = np.random.default_rng(2).normal(size=(9, 10)).astype(np.float32)
    tensors = [tf.constant(array) for array in made.to_training(arrays)]
    with tf.GradientTape() as tape:
        tape.watch(tensors)
        logits = made.logits_tf(tf, tensors, tf.constant(some))
    expected = [np.asarray(each) for each in tape.gradient(logits, tensors, slopes)]
    activations = made.activations(arrays, some)
    np.testing.assert_allclose(activations[-1], logits, rtol=0, atol=1e-5)
    found = made.to_training(made.gradients(arrays, activations, slopes))
    for own, tensorflows in zip(found, expected, strict=True):
        np.testing.assert_allclose(own, tensorflows, rtol=1e-4, atol=1e-4)


@ALL
def test_arrays_come_back_from_the_form_that_trains(texts: tuple[str, ...]) -> None:
    made = architecture.of(tuple(texts))
    arrays = numbers_of(made)
    again = made.from_training(made.to_training(arrays))
    assert [array.shape for array in again] == list(made.shapes)
    for before, after in zip(arrays, again, strict=True):
        np.testing.assert_array_equal(before, after)
