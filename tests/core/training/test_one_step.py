"""The step that is followed is TensorFlow's own, and every node of its graph is explained."""

from dataclasses import replace

import numpy as np
import pytest

from core.digits.dataset import CLASSES, PIXELS, scaled
from core.model.softmax import Weights, single
from core.recipes import recipe as recipes
from core.recipes.preparation import prepared
from core.recipes.recipe import Recipe
from core.training import gradient_steps, graph, network, plan
from core.training.graph import GraphNode
from core.training.one_step import FollowedStep, StepFollower
from core.training.plan import Plan
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset

MATRIX = np.random.default_rng(0).normal(scale=0.1, size=(PIXELS, CLASSES)).astype(np.float32)
WEIGHTS = single(MATRIX, np.random.default_rng(1).normal(size=CLASSES).astype(np.float32))


def after(step: FollowedStep) -> Weights:
    pairs = zip(step.weights.arrays, step.gradients, strict=True)
    return step.weights.with_arrays(array - np.float32(step.rate) * slope for array, slope in pairs)


@pytest.mark.parametrize(
    "recipe",
    [
        replace(recipes.TUTORIAL, steps=20, seed=2),
        replace(recipes.UPRIGHT, steps=20, batch=30, learning_rate=0.05),
        replace(recipes.UPRIGHT, name="even", steps=20, spread=True, learning_rate=0.05),
        replace(recipes.HIDDEN, steps=20),
        replace(recipes.HIDDEN, name="filters", layers=recipes.CONVOLUTION.layers, steps=20),
    ],
    ids=lambda recipe: recipe.name,
)
def test_cost_and_weights_are_those_of_the_training_itself(recipe: Recipe, small_dataset: SmallDataset) -> None:
    dataset = small_dataset()
    trainer = Trainer(recipe, prepared(dataset, recipe))
    trainer.most_steps = 1
    follower = StepFollower(recipe, dataset)
    for _ in range(13):
        step = follower.at(trainer.step, trainer.weights)
        progress = next(trainer)
        assert step.cost == pytest.approx(float(progress.costs[0]), rel=1e-4)
        for own, theirs in zip(after(step).arrays, progress.weights.arrays, strict=True):
            assert own == pytest.approx(theirs, abs=1e-5)
        assert [each.shape for each in step.hidden] == list(recipe.architecture.inputs[1:-1])


def test_one_image_of_the_tutorials_batches_is_followed_in_its_order_on_its_way(small_dataset: SmallDataset) -> None:
    dataset = small_dataset()
    follower = StepFollower(recipes.TUTORIAL, dataset)
    step = follower.at(1, WEIGHTS, example=7)
    assert step.rows.tolist() == list(range(100, 200))
    assert [step.rate, follower.at(1, WEIGHTS, rate=0.3).rate] == pytest.approx([0.01, 0.3])
    assert step.label == dataset.training.labels[107]
    assert step.image.reshape(PIXELS) == pytest.approx(scaled(dataset.training.images[107]))
    assert step.cost_of_image == pytest.approx(-np.log(step.probabilities[step.label]), rel=1e-4)
    assert step.probabilities.sum() == pytest.approx(1, abs=1e-5)
    ready = prepared(dataset, recipes.UPRIGHT).training  # which are taken as they are
    one, other = (StepFollower(recipes.UPRIGHT, dataset, given).at(1, WEIGHTS) for given in (None, ready))
    assert one.cost == other.cost


@pytest.fixture(scope="module")
def nodes() -> tuple[GraphNode, ...]:
    return graph.explained(network.graph_nodes(Plan(100)))


@pytest.mark.parametrize("batch", [100, gradient_steps.WHOLE + 1, plan.ROWS_A_CALL + 1])
def test_every_node_has_one_line_and_constants_keep_the_books(batch: int) -> None:
    nodes = graph.explained(network.graph_nodes(Plan(batch)))
    assert len(nodes) > 50
    assert all(node.explanation.endswith(".") and "\n" not in node.explanation for node in nodes)
    assert not any(node.is_main for node in nodes if node.operation == "Const")


@pytest.mark.parametrize(
    ("word", "operation"),
    [
        ("training images wait", "Placeholder"), ("weights, stored as", "Placeholder"),
        ("The bias: one number", "Placeholder"), ("ten rows of weights", "MatMul"), ("Adds the bias", "BiasAdd"),
        ("Softmax: e to the power", "Exp"), ("Softmax: their sum", "Sum"), ("The label's logit alone", "Sum"),
        ("Cross-entropy", "Sub"), ("The cost of the step", "Mean"), ("the step's cost down", "TensorListSetItem"),
        ("The logits' gradient", "AddN"), ("The weights' gradient", "MatMul"), ("The bias' gradient", "BiasAddGrad"),
        ("how far the step goes", "Mul"), ("The descent step: the weights", "Sub"),
        ("The descent step for the bias", "Sub"), ("Scales 0..255", "Mul"),
        ("this step's learning rate", "StridedSlice"), ("How many steps", "Placeholder"), ("one-hot rows", "OneHot"),
    ],
)  # fmt: skip
def test_what_the_tutorial_draws_is_there_exactly_once(nodes: tuple[GraphNode, ...], word: str, operation: str) -> None:
    assert [node.operation for node in nodes if node.is_main and word in node.explanation] == [operation]


def test_calls_come_first_and_each_of_many_layers_has_its_own_line(nodes: tuple[GraphNode, ...]) -> None:
    filters = graph.explained(network.graph_nodes(Plan(100, recipes.named("convolution").architecture)))
    for listed, looks in ((nodes, "MatMul"), (filters, "Conv2D")):
        main = [node.operation for node in listed if node.is_main]
        assert max(main.index("PartitionedCall"), main.index("StatelessWhile")) < main.index(looks)
    texts = "\n".join(node.explanation for node in filters)
    assert not any(word in texts for word in ("ten rows", "Adds the bias", "weights after this", "784"))
    assert texts.count("a layer's bias;") == 4


def test_each_part_of_an_optimizer_says_what_it_is_for_and_nothing_else_does() -> None:
    found = graph.explained(network.graph_nodes(Plan.of(recipes.named("reader"), 100)))
    for scope, word in (("adam", "Adam:"), ("averages", "Batch norm"), ("dropout", "Dropout:"), ("warped", "Warps")):
        ours = [node for node in found if scope in node.name.split("/") and node.operation in ("Mul", "AddV2")]
        assert len(ours) > 1
        assert all(node.explanation.startswith(word) or "gradient_tape" in node.name for node in ours)
        told = [node for node in found if node.explanation.startswith(word) and scope in node.name.split("/")]
        assert [node.is_main for node in told] == [True] + [False] * (len(told) - 1)
    assert sum("Scales 0..255" in node.explanation for node in found) <= 1
