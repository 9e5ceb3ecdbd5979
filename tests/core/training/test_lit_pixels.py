"""Pixels that no training image lights are left out, and nothing else comes of it."""

from dataclasses import replace

import numpy as np
import pytest

from core.digits.dataset import PIXELS, Dataset, LabelledImages
from core.recipes.recipe import TUTORIAL, Recipe, start_weights
from core.training import lit_pixels
from core.training.network import Network
from core.training.plan import Plan
from tests.core.conftest import SmallDataset

DARK = np.r_[0:56, 100, 300:360, 700:PIXELS]  # pixels
DEEPER = replace(TUTORIAL, layers=("dense 12",), learning_rate=0.01, optimizer="adam", batch_norm=True)


def test_pixels_chosen_are_those_lit_filled_up(real_mnist: Dataset) -> None:
    images = real_mnist.training.images
    chosen = lit_pixels.chosen(images, lit_pixels.FEW)
    assert len(chosen[np.r_[True, np.diff(chosen) > 0]]) == lit_pixels.FEW  # ascending
    assert np.isin(np.flatnonzero(images.any(axis=0)), chosen).all()
    assert lit_pixels.count(images) == lit_pixels.FEW
    more = np.arange(PIXELS, dtype=np.uint16)[None] <= lit_pixels.FEW
    assert lit_pixels.count(more.astype(np.uint8)) == PIXELS


@pytest.mark.parametrize("recipe", [TUTORIAL, replace(TUTORIAL, optimizer="momentum"), DEEPER])
def test_steps_are_those_of_all_pixels_and_dark_weights_rest(small_dataset: SmallDataset, recipe: Recipe) -> None:
    images = small_dataset().training.images.copy()
    images[:, DARK] = 0
    data, start = LabelledImages(images, small_dataset().training.labels), start_weights(recipe)
    rows, rates = np.random.default_rng(1).integers(0, len(data), (30, 50), np.int32), np.full(30, 0.02, np.float32)
    fewer, whole = (Network(data, Plan.of(recipe, 50, count), start) for count in (lit_pixels.FEW, PIXELS))
    (costs, found), (expected, others) = (network.run_and_store(rows, rates, [29]) for network in (fewer, whole))
    np.testing.assert_allclose(costs, expected, rtol=1e-4)
    for one, other in zip(found[0].arrays, others[0].arrays, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-3, atol=1e-4)
    assert recipe.batch_norm or np.array_equal(found[0].arrays[0][DARK], start.arrays[0][DARK])
    assert not np.array_equal(found[0].arrays[0], start.arrays[0])


def test_networks_whose_first_layer_is_not_dense_or_sees_warped_images_take_all_pixels() -> None:
    filters = replace(TUTORIAL, layers=("convolution 4 5x5 step 2",))
    for recipe in (filters, replace(TUTORIAL, warp_images=True), replace(TUTORIAL, layers=("scaling", "dense 12"))):
        assert Plan.of(recipe, 100, lit_pixels.FEW).pixels == PIXELS
