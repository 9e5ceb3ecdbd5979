"""A network around one image, against TensorFlow's Jacobian; and what its units add up to."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.digits import raster
from core.model import architecture
from core.model.inside import faces, inside
from core.sources import practice
from tests.core.model.test_architecture import CONVOLUTION, HIDDEN, keras_model, numbers_of

Floats = NDArray[np.float32]
DRAWINGS = 200
NETWORKS = pytest.mark.parametrize("texts", [HIDDEN, CONVOLUTION, ("dense 30", "dense 20")])


@pytest.fixture(scope="module")
def drawn() -> Floats:
    found = [raster.image_of(drawing) for drawing, _ in practice.drawings(DRAWINGS)]
    return np.stack([image for image in found if image is not None])


@NETWORKS
def test_around_a_drawing_a_network_is_a_single_layer_as_tensorflow_has_it(
    texts: tuple[str, ...], drawn: Floats
) -> None:
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
    found = inside(made, arrays, drawn[0])
    last = found.layers[-1]
    np.testing.assert_allclose(last.votes, last.outputs[:, None] * arrays[-2], rtol=1e-5, atol=1e-6)
    without = [array if array.ndim > 1 or place < 2 else 0 * array for place, array in enumerate(arrays)]
    # without the later biases the first layer's votes are all that there is, wherever the same units are lit
    first, whole = inside(made, without, drawn[0]), made.activations(without, drawn[:1].reshape(1, 784))[-1][0]
    np.testing.assert_allclose(first.layers[0].votes.sum(axis=0), whole, rtol=1e-4, atol=1e-4)


def test_a_unit_that_is_dark_adds_nothing_and_a_filter_is_as_bright_as_its_brightest_place(drawn: Floats) -> None:
    made = architecture.of(CONVOLUTION)
    found = inside(made, numbers_of(made), drawn[0])
    maps, _, units = found.layers
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


def test_filters_that_see_nothing_have_a_face_of_nothing() -> None:
    made = architecture.of(CONVOLUTION)
    assert not faces(made, [np.zeros(shape, np.float32) for shape in made.shapes], 1).any()
