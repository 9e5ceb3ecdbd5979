"""Each layer by its definition, in numpy alone: mutants are tried in processes that TensorFlow would not survive."""

from typing import Any

import numpy as np
import pytest

from core.model.architecture import Architecture
from core.model.fixed_layers import Layer
from core.model.layers import Convolution, Dense, margins, places

CONVOLUTIONS = [
    *(Convolution(3, 3), Convolution(2, 4, 3), Convolution(4, 1, 2), Convolution(3, 3, 2, padding=0)),
    Convolution(2, 5, 1, padding=2),
]
LAYERS = pytest.mark.parametrize("layer", [Dense(7), *CONVOLUTIONS], ids=lambda layer: layer.text)
INPUTS = (9, 8, 2)  # no square, so that nothing is mistaken for its transpose


def given(layer: Layer) -> tuple[list[Any], Any, Any]:
    """Return arrays, inputs and slopes by chance, in double precision."""
    random = np.random.default_rng(0)
    arrays = [random.normal(size=shape) for shape in layer.parameter_shapes(INPUTS)]
    return arrays, random.normal(size=(3, *INPUTS)), random.normal(size=(3, *layer.output_shape(INPUTS)))


@pytest.mark.parametrize("layer", CONVOLUTIONS, ids=lambda layer: layer.text)
def test_a_filter_adds_up_what_it_sees_at_each_place(layer: Convolution) -> None:
    (kernel, bias), images, _ = given(layer)
    made = layer.forward((kernel, bias), images)
    assert made.shape == (3, *layer.output_shape(INPUTS))
    before = [margins(pixels, layer.side, layer.step, layer.padding)[0] for pixels in INPUTS[:2]]
    for image, row, column in np.ndindex(made.shape[:3]):
        wanted = bias.copy()
        for y, x in np.ndindex(layer.side, layer.side):
            at = (row * layer.step + y - before[0], column * layer.step + x - before[1])
            if 0 <= at[0] < INPUTS[0] and 0 <= at[1] < INPUTS[1]:
                wanted += images[image][at] @ kernel[y, x]
        np.testing.assert_allclose(made[image, row, column], wanted, rtol=1e-9)


def test_a_unit_weighs_all_inputs() -> None:
    layer = Dense(7)
    (matrix, bias), images, _ = given(layer)
    made = layer.forward((matrix, bias), images)
    for image, unit in np.ndindex(made.shape):
        assert made[image, unit] == pytest.approx((images[image].ravel() * matrix[:, unit]).sum() + bias[unit])


@LAYERS
def test_derivatives_are_those_of_what_is_linear(layer: Layer) -> None:
    arrays, images, slopes = given(layer)
    by_array, by_input = layer.gradients(images, slopes), layer.backward(arrays, images, slopes)
    assert by_input.shape == images.shape
    random = np.random.default_rng(1)
    for place, array in enumerate(arrays):
        change = random.normal(size=array.shape)
        moved = [*arrays[:place], array + change, *arrays[place + 1 :]]
        effect = ((layer.forward(moved, images) - layer.forward(arrays, images)) * slopes).sum()
        assert (by_array[place] * change).sum() == pytest.approx(effect)
    change = random.normal(size=images.shape)
    effect = ((layer.forward(arrays, images + change) - layer.forward(arrays, images)) * slopes).sum()
    assert (by_input * change).sum() == pytest.approx(effect)


@LAYERS
def test_the_form_that_trains_has_matrices_transposed_in_one_piece_and_goes_back_into_copies(layer: Layer) -> None:
    arrays = given(layer)[0]
    trains = Architecture.to_training(arrays)
    for before, within, after in zip(arrays, trains, Architecture.from_training(trains), strict=True):
        np.testing.assert_array_equal(within, before.T if before.ndim == 2 else before)
        np.testing.assert_array_equal(before, after)
        assert within.flags.c_contiguous
        assert after.flags.c_contiguous
        assert not np.shares_memory(before, after)


@pytest.mark.parametrize(
    ("pixels", "side", "step", "padding", "fits", "paper"),
    [
        (28, 5, 2, None, 14, (1, 2)),  # TensorFlow's "SAME": the odd pixel is behind
        (28, 3, 1, None, 28, (1, 1)), (9, 4, 3, None, 3, (0, 1)), (8, 1, 4, None, 2, (0, 0)), (28, 5, 1, 0, 24, (0, 0)),
        (28, 3, 2, 1, 14, (1, 1)), (2, 3, 1, 0, 0, (0, 0)), (2, 9, 1, 0, 0, (0, 0)),
    ],
)  # fmt: skip
def test_places_and_paper_are_those_of_tensorflow(
    pixels: int, side: int, step: int, padding: int | None, fits: int, paper: tuple[int, int]
) -> None:
    assert places(pixels, side, step, padding) == fits
    assert margins(pixels, side, step, padding) == paper


def test_layers_are_written_as_recipes_have_them() -> None:
    texts = [layer.text for layer in (Dense(7), CONVOLUTIONS[1], CONVOLUTIONS[4])]
    assert texts == ["dense 7", "convolution 2 4x4 step 3", "convolution 2 5x5 step 1 padding 2"]
