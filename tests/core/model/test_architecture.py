"""Networks of several layers: written, against Keras and TensorFlow, and seen from inside around one image."""

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from core.digits import raster
from core.errors import UserError
from core.model import architecture
from core.model.activations import leaky
from core.model.architecture import SINGLE, Architecture
from core.model.inside import faces, inside
from core.model.layers import Convolution, Dense
from core.model.softmax import Weights
from core.sources import practice

Floats = NDArray[np.float32]
HIDDEN = ("dense 128",)
CONVOLUTION = ("convolution 16 5x5 step 2", "convolution 32 5x5 step 2", "dense 64")
ODD = ("convolution 3 4x4 step 3", "convolution 5 3x3 step 1", "convolution 4 1x1 step 4", "dense 7")
DENSE = "dense 20 sigmoid", "dense 15 elu", "dense 12 leaky 0.1", "dense 11 softmax", "dense 9 linear"
FUNCTIONS = ("convolution 3 5x5 step 2 tanh", *DENSE)
ALL = pytest.mark.parametrize("texts", [(), HIDDEN, CONVOLUTION, ODD, FUNCTIONS])
DRAWINGS = 200
NETWORKS = pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION, ("dense 30", "dense 20")])


def numbers_of(made: Architecture, seed: int = 0) -> tuple[Floats, ...]:
    random = np.random.default_rng(seed)
    return tuple(random.normal(0, 0.1, shape).astype(np.float32) for shape in made.shapes)


def weights_with(texts: tuple[str, ...], seed: int = 0) -> Weights:
    made = architecture.of(texts)
    return Weights(made, numbers_of(made, seed))


def images(count: int, seed: int = 1) -> Floats:
    return np.random.default_rng(seed).uniform(0, 1, (count, 784)).astype(np.float32)


def keras_model(made: Architecture, arrays: tuple[Floats, ...]) -> Any:
    import keras

    parts: list[Any] = [keras.Input((784,))]
    parts += [keras.layers.Reshape((28, 28, 1))] if made.has_convolutions else []
    for layer in made.hidden:
        leaky, kind = keras.layers.LeakyReLU(layer.activation.slope), layer.activation.kind
        function = leaky if kind == "leaky" else kind
        if isinstance(layer, Convolution):
            own = {"strides": layer.step, "padding": "same", "activation": function}
            parts.append(keras.layers.Conv2D(layer.filters, layer.side, **own))
        else:
            assert isinstance(layer, Dense)
            parts += [keras.layers.Flatten(), keras.layers.Dense(layer.units, activation=function)]
    model = keras.Sequential([*parts, keras.layers.Flatten(), keras.layers.Dense(10)])
    model.set_weights(list(arrays))
    return model


@ALL
def test_a_network_is_written_as_it_is_read(texts: tuple[str, ...]) -> None:
    made = architecture.of(tuple(texts))
    assert made.texts == texts
    assert architecture.of(tuple(text.upper().replace(" ", "  ") for text in texts)) == made


def test_a_slope_is_written_so_that_it_can_be_read() -> None:
    for slope, text in ((0.0, ""), (4e-7, ""), (0.25, " leaky 0.25"), (0.9999999, " leaky 0.999999")):
        assert (leaky(slope).text, architecture.of((f"dense 4{text}",)).texts) == (text, (f"dense 4{text}",))
    assert architecture.of(("dense 4 leaky 0.0",)).texts == ("dense 4",)


def test_a_unit_whose_function_makes_less_than_nothing_is_lit_too(drawn: Floats) -> None:
    made = architecture.of(("dense 9 tanh",))
    outputs = inside(made, numbers_of(made), drawn[0]).layers[0]
    assert (outputs.outputs < 0).any()
    np.testing.assert_array_equal(outputs.light, np.abs(outputs.outputs))


def test_the_numbers_of_well_known_networks_are_counted() -> None:
    assert (SINGLE.parameters, SINGLE.products) == (7_850, 7_840)
    assert (architecture.of(HIDDEN).parameters, architecture.of(CONVOLUTION).parameters) == (101_770, 114_314)
    assert architecture.of(CONVOLUTION).products == 14 * 14 * 25 * 16 + 7 * 7 * 25 * 16 * 32 + 1_568 * 64 + 640


@pytest.mark.parametrize(
    ("texts", "why"),
    [
        (["dense"], "there is no layer"), (["dense 12x12"], "there is no layer"),
        (["dense 8 gelu"], "there is no layer"), (["max pooling 2x2 tanh"], "there is no layer"),
        (["dense 0"], "would let nothing through"), (["convolution 0 3x3"], "would let nothing through"),
        (["convolution 8 3x5"], "filters are"), (["convolution 8 0x0"], "filters are"),
        (["convolution 8 14x14"], "filters are"), (["convolution 8 3x3 step 0"], "steps 1 to"),
        (["convolution 8 3x3 step 5"], "steps 1 to"), (["dense 8", "convolution 8 3x3"], "before dense layers"),
        (["dense 8"] * 25, "too many"), (["dense 4000"], "too large"),
        (["convolution 200 7x7", "convolution 50 7x7"], "too slow"), (["convolution 4 5x5 softmax"], "dense layers"),
        (["max pooling 28x28 padding 0", "max pooling 2x2 padding 0"], "no pixels any more"),
    ],
)  # fmt: skip
def test_an_impossible_network_is_refused_in_a_sentence(texts: list[str], why: str) -> None:
    with pytest.raises(UserError, match=why):
        architecture.of(tuple(texts))


@ALL
def test_numpy_reads_what_keras_reads_and_what_trains_has_the_same_gradients(texts: tuple[str, ...]) -> None:
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
    for theirs in (logits, np.asarray(keras_model(made, arrays)(some))):
        np.testing.assert_allclose(activations[-1], theirs, rtol=0, atol=1e-5)
    for own, tensorflows in zip(made.to_training(made.gradients(arrays, activations, slopes)), expected, strict=True):
        np.testing.assert_allclose(own, tensorflows, rtol=1e-4, atol=1e-4)


@pytest.fixture(scope="module")
def drawn() -> Floats:
    found = [raster.image_of(drawing) for drawing, _ in practice.drawings(DRAWINGS)]
    return np.stack([image for image in found if image is not None])


@ALL
def test_around_a_drawing_a_network_is_single_layer_as_tensorflow_has_it(texts: tuple[str, ...], drawn: Floats) -> None:
    import tensorflow as tf

    made = architecture.of(texts)
    arrays = numbers_of(made)
    model, pixels = keras_model(made, arrays), tf.constant(drawn.reshape(-1, 784))
    with tf.GradientTape() as tape:
        tape.watch(pixels)
        logits = model(pixels)
    slopes = tape.batch_jacobian(logits, pixels).numpy().transpose(0, 2, 1)
    assert len(drawn) == DRAWINGS
    for image, of_tensorflow, logit in zip(drawn, slopes, logits.numpy(), strict=True):
        found = inside(made, arrays, image)
        assert np.abs(found.matrix - of_tensorflow).max() < 1e-5
        assert np.abs(image.reshape(784) @ found.matrix + found.bias - logit).max() < 1e-4


@NETWORKS
def test_what_the_units_add_is_the_logits_but_for_the_biases_behind_them(texts: tuple[str, ...], drawn: Floats) -> None:
    made = architecture.of(texts)
    arrays = numbers_of(made)
    last = inside(made, arrays, drawn[0]).layers[-1]
    np.testing.assert_allclose(last.votes, last.outputs[:, None] * arrays[-2], rtol=1e-5, atol=1e-6)
    without = [array if array.ndim > 1 or place < 2 else 0 * array for place, array in enumerate(arrays)]
    # without the later biases the first layer's votes are all that there is, wherever the same units are lit
    first, whole = inside(made, without, drawn[0]), made.activations(without, drawn[:1].reshape(1, 784))[-1][0]
    np.testing.assert_allclose(first.layers[0].votes.sum(axis=0), whole, rtol=1e-4, atol=1e-4)


def test_a_unit_that_is_dark_adds_nothing_and_a_filter_is_as_bright_as_its_brightest_place(drawn: Floats) -> None:
    made = architecture.of(CONVOLUTION)
    maps, _, units = inside(made, numbers_of(made), drawn[0]).layers
    assert maps.light.shape == (16,)
    assert (maps.light == maps.outputs.max(axis=(0, 1))).all()
    assert 0 < (units.light == 0).sum() < 64
    assert not units.votes[units.light == 0].any()


def test_a_unit_looks_for_its_weights_and_a_filter_for_what_one_place_sees() -> None:
    made = architecture.of(HIDDEN)
    arrays = numbers_of(made)
    assert (faces(made, arrays, 0) == arrays[0].T.reshape(128, 28, 28)).all()
    made = architecture.of(CONVOLUTION)
    arrays = numbers_of(made)
    assert (faces(made, arrays, 0) == arrays[0][:, :, 0].transpose(2, 0, 1)).all()
    assert faces(made, arrays, 1).shape == (32, 13, 13)  # 5 pixels, and 4 steps of 2
    assert faces(made, arrays, 2).shape == (64, 28, 28)
    assert not faces(made, [0 * array for array in arrays], 1).any()
