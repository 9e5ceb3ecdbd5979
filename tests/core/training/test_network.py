"""The TensorFlow network, against the tutorial's own graph, and which pixels it learns from."""

import ctypes
import importlib.util
from dataclasses import replace
from importlib.machinery import ModuleSpec
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import PIXELS, Dataset, LabelledImages
from core.machine import tensorflow
from core.model.architecture import SINGLE
from core.model.softmax import initial_arrays
from core.recipes.recipe import TUTORIAL, Recipe, start_weights
from core.training import lit_pixels
from core.training.network import Network
from core.training.plan import Plan
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset
from tests.core.training.tutorial import offset_of, run_tutorial

DARK = np.r_[0:56, 100, 300:360, 700:PIXELS]  # pixels
DEEPER = replace(TUTORIAL, layers=("dense 12",), learning_rate=0.01, optimizer="adam", batch_norm=True)


def assert_is_the_tutorials(trainer: Trainer, training: LabelledImages, steps: int) -> None:
    """All costs equal to 1e-5 relative, the final weights and bias to 1e-5 absolute."""
    costs = np.concatenate([progress.costs for progress in trainer])
    matrix, bias = start_weights(TUTORIAL).arrays
    expected = run_tutorial(training, matrix, bias, steps)
    assert len(costs) == len(expected[0]) == steps
    np.testing.assert_allclose(costs, expected[0], rtol=1e-5)
    np.testing.assert_allclose(trainer.weights.matrix, expected[1], rtol=0, atol=1e-5)
    np.testing.assert_allclose(trainer.weights.bias, expected[2], rtol=0, atol=1e-5)


def test_all_costs_and_the_final_weights_are_the_tutorials(real_mnist: Dataset) -> None:
    assert_is_the_tutorials(Trainer(TUTORIAL, real_mnist), real_mnist.training, 1_000)


def test_small_data_follow_the_tutorial_too(small_dataset: SmallDataset) -> None:
    data = small_dataset(training=730)
    trainer = Trainer(TUTORIAL, data)
    trainer.total = 40
    assert offset_of(7, 730) == 70  # it wraps within the run
    assert_is_the_tutorials(trainer, data.training, 40)


def test_start_weights_are_what_their_names_say() -> None:
    normal, bias = initial_arrays(SINGLE, "normal", 5)
    assert (normal.shape, bias.shape) == ((784, 10), (10,))
    assert normal.dtype == bias.dtype == np.float32
    assert abs(float(normal.mean())) < 0.05
    assert abs(float(normal.std()) - 1) < 0.05
    assert not bias.any()
    assert not initial_arrays(SINGLE, "zeros", 5)[0].any()
    glorot = initial_arrays(SINGLE, "glorot", 5)[0]
    limit = np.sqrt(6 / 794)
    assert limit * 0.99 < np.abs(glorot).max() <= limit
    assert np.array_equal(normal, initial_arrays(SINGLE, "normal", 5)[0])
    assert not np.array_equal(normal, initial_arrays(SINGLE, "normal", 6)[0])


def test_weights_given_back_are_copies(small_dataset: SmallDataset) -> None:
    network = Network(small_dataset().training, Plan(10), start_weights(TUTORIAL))
    before = network.weights()
    network.run(np.zeros((1, 10), np.int32), np.ones(1, np.float32))
    assert np.array_equal(before.matrix, start_weights(TUTORIAL).matrix)
    assert not np.array_equal(network.weights().matrix, before.matrix)


def test_libraries_that_are_not_there_are_left_to_the_import(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(ctypes, "CDLL", opened.append)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    tensorflow.load_libraries()
    empty = ModuleSpec("tensorflow", None, is_package=True)
    empty.submodule_search_locations = [str(tmp_path)]
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: empty)
    tensorflow.load_libraries()
    assert opened == []
    (tmp_path / tensorflow.LIBRARIES[0]).write_bytes(b"")
    with pytest.raises(AttributeError):  # what stands for the loader has no dlopen
        tensorflow.load_libraries()
    assert opened == [None]


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
