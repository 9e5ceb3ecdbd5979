"""Every node of the graph that TensorFlow built is explained, and what the tutorial draws is among them."""

import pytest

from core import graph, network
from core.graph import BOOKKEEPING, GraphNode


@pytest.fixture(scope="module", params=[False, True], ids=["in order", "shuffled"])
def nodes(request: pytest.FixtureRequest) -> tuple[GraphNode, ...]:
    return graph.explained(network.graph_nodes(100, request.param))


def operations(nodes: tuple[GraphNode, ...], word: str) -> list[str]:
    return [node.operation for node in nodes if node.is_main and word in node.explanation]


def test_every_node_has_one_line(nodes: tuple[GraphNode, ...]) -> None:
    assert len(nodes) > 50
    assert all(node.explanation.endswith(".") and "\n" not in node.explanation for node in nodes)


@pytest.mark.parametrize(
    ("word", "operation"),
    [
        ("training images wait", "Placeholder"),
        ("weights, kept as", "Placeholder"),
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
        ("Counts the steps", "StridedSlice"),
    ],
)
def test_what_the_tutorial_draws_is_there_exactly_once(nodes: tuple[GraphNode, ...], word: str, operation: str) -> None:
    assert operations(nodes, word) == [operation]


def test_constants_and_shapes_keep_the_books(nodes: tuple[GraphNode, ...]) -> None:
    assert all(node.explanation == BOOKKEEPING and not node.is_main for node in nodes if node.operation == "Const")
