"""The graph that TensorFlow built, each node with one line on what it is for."""

from collections.abc import Iterable
from dataclasses import dataclass

from core.words import mark, said

Node = tuple[str, str, tuple[str, ...]]  # name, operation, names of the inputs

GRADIENT = "gradient_tape"
BOOKKEEPING = mark("Bookkeeping: shapes, positions and constants that the nodes around it need.")

PLACEHOLDERS = {
    "images": mark("All training images wait here, 784 unsigned bytes each."),
    "labels": mark("Their labels, a digit each."),
    "matrix": mark("The weights, kept as 10 x 784: each digit's picture is a row."),
    "bias": mark("The bias: one number a digit, added whatever the image."),
    "batches": mark("Which images each step takes."),
    "rates": mark("The learning rate of each step."),
    "places": mark("Where the weights after each step are put down, for those that are to be kept."),
    "count": mark("How many steps to make."),
}

# operation, whether it is part of the gradient, what its inputs or theirs must come from (any of), explanation
RULES: tuple[tuple[str, bool, tuple[str, ...], str], ...] = (
    ("StatelessWhile", False, (), mark("Repeats what follows once a step, so that hundreds of steps are one call.")),
    ("While", False, (), mark("Repeats what follows once a step, so that hundreds of steps are one call.")),
    ("GatherV2", False, ("images",), mark("Takes the images of these steps out of all.")),
    ("GatherV2", False, ("labels",), mark("Takes their labels.")),
    ("PartitionedCall", False, (), mark("Makes the steps: what follows, which XLA compiles to machine code.")),
    ("StatefulPartitionedCall", False, (), mark("Makes the steps: what follows, which XLA compiles to machine code.")),
    ("StridedSlice", False, ("images",), mark("Takes this step's images.")),
    ("StridedSlice", False, ("labels",), mark("Takes this step's labels.")),
    ("StridedSlice", False, ("batches",), mark("Looks up which images this part takes.")),
    ("StridedSlice", False, ("rates",), mark("Looks up this step's learning rate.")),
    ("OneHot", False, (), mark("Makes the labels one-hot rows: ten numbers, 1 at the digit, 0 elsewhere.")),
    ("Cast", False, (), mark("Makes numbers of the images' bytes.")),
    ("MatMul", True, (), mark("The weights' gradient: (softmax - label) times pixel, summed over the batch.")),
    ("MatMul", False, (), mark("Multiplies each image by the ten rows of weights: evidence for each digit.")),
    ("BiasAdd", False, (), mark("Adds the bias: now these are the ten logits of each image.")),
    ("SoftmaxCrossEntropyWithLogits", False, (), mark("Softmax and cross-entropy in one: what each image costs.")),
    ("Mean", False, (), mark("The cost of the step: the mean over the batch, in nats.")),
    ("RealDiv", True, (), mark("Each image has the same share in the mean.")),
    ("BiasAddGrad", True, (), mark("The bias' gradient: softmax - label, summed over the batch.")),
    ("Mul", True, (":backprop",), mark("The logits' gradient: softmax - label, times each image's share.")),
    ("Sub", False, ("BiasAddGrad",), mark("The descent step for the bias: what it was, less that.")),
    (
        "Sub",
        False,
        (GRADIENT,),
        mark("The descent step: the weights as they were, less that. The network has learned."),
    ),
    ("Mul", False, ("BiasAddGrad",), mark("Learning rate times the bias' gradient.")),
    ("Mul", False, (GRADIENT,), mark("Learning rate times the weights' gradient: how far the step goes.")),
    ("Mul", False, ("Cast",), mark("Scales 0..255 to 0 (paper) .. 1 (ink).")),
    ("TensorListSetItem", False, (), mark("Writes the step's cost down, for the curve.")),
    ("TensorListStack", False, (), mark("Hands all costs out together.")),
)


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A node of the graph; is_main: whether it computes, or only keeps the books."""

    name: str
    operation: str
    explanation: str
    is_main: bool


def explained(nodes: Iterable[Node]) -> tuple[GraphNode, ...]:
    """Return the nodes of core.training.network.graph_nodes, in their order, each with one line on what it is for."""
    found = list(nodes)
    inputs = {name: of for name, _, of in found}
    return tuple(_explained(name, operation, _sources(name, inputs)) for name, operation, _ in found)


def _explained(name: str, operation: str, sources: str) -> GraphNode:
    is_gradient = name.startswith(GRADIENT)
    text = PLACEHOLDERS.get(name) if operation == "Placeholder" else None
    for wanted, in_gradient, origins, explanation in RULES:
        if text is None and (operation, is_gradient) == (wanted, in_gradient) and _any_of(origins, sources):
            text = explanation
    return GraphNode(name, operation, said(text or BOOKKEEPING), text is not None)


def _any_of(origins: tuple[str, ...], sources: str) -> bool:
    return not origins or any(origin in sources for origin in origins)


def _sources(name: str, inputs: dict[str, tuple[str, ...]]) -> str:
    """Return the names of a node's inputs and of theirs, in one text; enough to tell what it is part of."""
    own = inputs[name]
    theirs = [source for one in own for source in inputs.get(one.split(":")[0], ())]
    return " ".join((*own, *theirs))
