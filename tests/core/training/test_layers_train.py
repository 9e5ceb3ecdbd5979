"""Networks of several layers in TensorFlow: against Keras', however steps are grouped, stored, and exported."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from core.digits.dataset import Dataset, scaled
from core.errors import UserError
from core.machine.tensorflow import load_tensorflow
from core.model.inside import effective
from core.model.softmax import Weights, cost, logits, softmax
from core.recipes.recipe import TUTORIAL, Recipe, start_weights
from core.training.gradient_steps import PIECE, WHOLE
from core.training.network import Network
from core.training.plan import LARGEST_GATHERED, Plan
from core.training.schedule import Batches
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset
from tests.core.model.test_architecture import keras_model
from tests.core.training.test_trainer import SHORT, SHUFFLED, costs

pytestmark = pytest.mark.filterwarnings("ignore:__array__ implementation:DeprecationWarning")

DENSE = replace(TUTORIAL, layers=("dense 24", "dense 12"), initial_weights="he", learning_rate=0.1, batch=20, steps=300)
FILTERS = replace(DENSE, layers=("convolution 3 5x5 step 3", "convolution 4 3x3 step 2", "dense 9"))
SMOOTH = replace(DENSE, layers=("convolution 3 5x5 step 3 tanh", "dense 9 sigmoid"), initial_weights="glorot")
GLOROT = replace(TUTORIAL, initial_weights="glorot")
ALL_AT_ONCE = replace(FILTERS, optimizer="adam", learning_rate=0.01, batch_norm=True, dropout=0.3, warp_images=True)


def trained(recipe: Recipe, data: Dataset) -> tuple[np.ndarray, Trainer]:
    trainer = Trainer(recipe, data)
    return costs(trainer), trainer


def keras_costs(recipe: Recipe, data: Dataset) -> np.ndarray:
    keras = load_tensorflow().keras
    model = keras_model(recipe.architecture, start_weights(recipe).arrays)
    made: dict[str, Any] = {
        "gradient descent": keras.optimizers.SGD(recipe.learning_rate),
        "momentum": keras.optimizers.SGD(recipe.learning_rate, momentum=0.9),
        "adam": keras.optimizers.Adam(recipe.learning_rate),
    }
    cost = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=made[recipe.optimizer], loss=cost, jit_compile=False)
    rows = Batches(len(data.training), recipe.batch, recipe.shuffle, recipe.seed).of(0, recipe.steps)
    images = scaled(data.training.images)

    def step(batch: np.ndarray) -> Any:
        model.reset_metrics()  # else an older Keras returns the mean of all steps so far
        return model.train_on_batch(images[batch], data.training.labels[batch])

    return np.array([step(each) for each in rows], np.float32)


@pytest.mark.parametrize(("recipe", "optimizer", "rate"), [
    (DENSE, "gradient descent", 0.02), (DENSE, "adam", 0.002), (FILTERS, "gradient descent", 0.05),
    (FILTERS, "momentum", 0.01), (FILTERS, "adam", 0.002),
])  # fmt: skip
def test_each_cost_is_that_of_keras(small_dataset: SmallDataset, recipe: Recipe, optimizer: Any, rate: float) -> None:
    recipe = replace(recipe, optimizer=optimizer, learning_rate=rate)
    data = small_dataset()
    single_costs = [float(np.ravel(cost)[0]) for cost in keras_costs(recipe, data)]
    ours, _ = trained(recipe, data)
    np.testing.assert_allclose(ours, single_costs, rtol=0, atol=1e-4)


@pytest.mark.parametrize("recipe", [SHORT, SHUFFLED, GLOROT, DENSE, ALL_AT_ONCE])
def test_a_run_has_the_same_costs_bit_for_bit_whatever_its_blocks(small_dataset: SmallDataset, recipe: Recipe) -> None:
    recipe, data = replace(recipe, steps=60, batch=20, settling=0.5), small_dataset()
    whole_costs, whole = trained(recipe, data)
    for most in (1, 7):
        trainer = Trainer(recipe, data)
        trainer.most_steps = most
        assert np.array_equal(costs(trainer), whole_costs)
        assert same(trainer.weights, whole.weights)


def test_the_last_share_of_steps_sees_the_images_as_they_are(small_dataset: SmallDataset) -> None:
    data, warped = small_dataset(), replace(FILTERS, steps=20, warp_images=True)
    plain = trained(replace(FILTERS, steps=20), data)[0]
    never, half, whole = (trained(replace(warped, settling=share), data)[0] for share in (1.0, 0.5, 0.0))
    np.testing.assert_allclose(never, plain, rtol=1e-5)
    assert np.array_equal(half[:10], whole[:10])
    assert not np.isclose(half[10:], whole[10:], rtol=1e-3).any()
    extended = Trainer(replace(warped, steps=10), data)  # without settling it goes on warping
    assert len([*extended]) > 0
    extended.extend(10)
    assert np.array_equal(costs(extended), whole[10:])


def test_zeros_let_no_hidden_unit_learn_and_weights_of_another_network_are_refused(small_dataset: SmallDataset) -> None:
    _, trainer = trained(replace(DENSE, initial_weights="zeros", steps=50), small_dataset())
    *arrays, bias = trainer.weights.arrays
    assert not any(array.any() for array in arrays)
    assert bias.any()
    with pytest.raises(UserError, match=r"of a network of one layer, the recipe trains dense 24, dense 12\.$"):
        Trainer(DENSE, small_dataset(), start=start_weights(TUTORIAL))


def test_what_normalises_is_folded_into_the_stored_weights(small_dataset: SmallDataset) -> None:
    data = small_dataset(training=100)
    layers = (FILTERS.layers[0], "max pooling 2x2 step 1", "scaling tanh", *FILTERS.layers[1:])
    recipe = replace(
        FILTERS, layers=layers, batch_norm=True, optimizer="adam", learning_rate=0.01, batch=100, steps=200
    )
    found, trainer = trained(recipe, data)
    values = logits(trainer.weights, data.training.images)
    shares = softmax(values)[np.arange(len(values)), data.training.labels]
    assert found[-1] < 0.2 * found[0]
    assert -np.log(shares).mean() == pytest.approx(found[-1], abs=0.05)  # moving means lag a little behind
    for image in scaled(data.test.images[:40]):  # which the layer around it reads as the network does
        local, read = effective(trainer.weights, image), logits(trainer.weights, image[None])[0]
        np.testing.assert_allclose(image @ local.matrix + local.bias, read, rtol=0, atol=1e-4)


@pytest.mark.parametrize(
    ("recipe", "batch"),
    [
        *((recipe, 20) for recipe in (GLOROT, DENSE, FILTERS, SMOOTH)), (FILTERS, WHOLE + 30),
        *((GLOROT, more) for more in (WHOLE + 1, 3 * PIECE, LARGEST_GATHERED + 1)),
    ],
)  # fmt: skip
def test_a_batch_whole_or_in_pieces_steps_down_its_gradient(
    small_dataset: SmallDataset, recipe: Recipe, batch: int
) -> None:
    data, rows = small_dataset(training=8_000).training, np.arange(40, 40 + batch, dtype=np.int32)
    start, made = start_weights(recipe), recipe.architecture
    network = Network(data, Plan.of(recipe, batch), start)
    (found,) = network.run(rows[None], np.ones(1, np.float32))
    images, labels = scaled(data.images[rows]), data.labels[rows]
    activations = made.activations(start.arrays, images)
    assert found == pytest.approx(cost(activations[-1], labels), rel=1e-5)
    slopes = (softmax(activations[-1]) - np.eye(10, dtype=np.float32)[labels]) / np.float32(batch)
    gradients = made.gradients(start.arrays, activations, slopes)
    for before, after, gradient in zip(start.arrays, network.weights().arrays, gradients, strict=True):
        np.testing.assert_allclose(before - after, gradient, rtol=0, atol=1e-5)


def same(one: Weights, other: Weights) -> bool:
    pairs = zip(one.arrays, other.arrays, strict=True)
    return one.architecture == other.architecture and all(np.array_equal(a, b) for a, b in pairs)
