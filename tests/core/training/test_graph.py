"""Every node of the graph that TensorFlow built is explained, and what the tutorial draws is among them."""

import pytest

from core.training import gradient_steps, graph, network, plan
from core.training.graph import GraphNode
from core.training.plan import Plan


@pytest.fixture(scope="module")
def nodes() -> tuple[GraphNode, ...]:
    return graph.explained(network.graph_nodes(Plan(100)))


def operations(nodes: tuple[GraphNode, ...], word: str) -> list[str]:
    return [node.operation for node in nodes if node.is_main and word in node.explanation]


@pytest.mark.parametrize("batch", [100, gradient_steps.WHOLE + 1, plan.ROWS_A_CALL + 1])
def test_every_node_has_one_line(batch: int) -> None:
    nodes = graph.explained(network.graph_nodes(Plan(batch)))
    assert len(nodes) > 50
    assert all(node.explanation.endswith(".") and "\n" not in node.explanation for node in nodes)


@pytest.mark.parametrize(
    ("word", "operation"),
    [
        ("training images wait", "Placeholder"),
        ("weights, stored as", "Placeholder"),
        ("The bias: one number", "Placeholder"),
        ("ten rows of weights", "MatMul"),
        ("Adds the bias", "BiasAdd"),
        ("Softmax and cross-entropy", "SoftmaxCrossEntropyWithLogits"),
        ("The cost of the step", "Mean"),
        ("The logits' gradient", "Mul"),
        ("The weights' gradient", "MatMul"),
        ("The bias' gradient", "BiasAddGrad"),
        ("how far the step goes", "Mul"),
        ("The descent step: the weights", "Sub"),
        ("The descent step for the bias", "Sub"),
        ("Scales 0..255", "Mul"),
        ("this step's learning rate", "StridedSlice"),
        ("How many steps", "Placeholder"),
        ("one-hot rows", "OneHot"),
    ],
)
def test_what_the_tutorial_draws_is_there_exactly_once(nodes: tuple[GraphNode, ...], word: str, operation: str) -> None:
    assert operations(nodes, word) == [operation]


def test_constants_and_shapes_keep_the_books(nodes: tuple[GraphNode, ...]) -> None:
    assert all(
        node.explanation.startswith("Bookkeeping") and not node.is_main for node in nodes if node.operation == "Const"
    )
