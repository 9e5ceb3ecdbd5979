"""The TensorFlow network: its import, its numbers, its training images.

What was measured (docs/decisions/0003-training-speed.md): the weights are kept transposed, (10, 784), because the
gradient's matrix product then runs along the images' rows; unsigned bytes stay resident.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import LabelledImages
from core.machine.tensorflow import load_tensorflow
from core.training import gradient_steps
from core.training.batches import Rows

Floats = NDArray[np.float32]
Numbers = tuple[Floats, Floats]  # weights (784, 10) and bias (10,)

MOST_KEPT = gradient_steps.PLACES - 1  # weights on the way, in one run of steps


class Network:
    """The network that learns: its numbers live in TensorFlow, as do the training images."""

    def __init__(self, training: LabelledImages, batch: int, matrix: Floats, bias: Floats) -> None:
        """Take the training images, the images a step, and start weights (784, 10) and bias (10,)."""
        self._tensorflow = load_tensorflow()
        self._batch = batch
        self._images = self._tensorflow.constant(training.images)
        self._labels = self._tensorflow.constant(training.labels)
        self.set_weights(matrix, bias)

    def set_weights(self, matrix: Floats, bias: Floats) -> None:
        """Go on from weights (784, 10) and bias (10,)."""
        self._matrix = self._tensorflow.constant(np.ascontiguousarray(matrix.T), self._tensorflow.float32)
        self._bias = self._tensorflow.constant(bias, self._tensorflow.float32)

    def weights(self) -> tuple[Floats, Floats]:
        """Return copies of the weights, (784, 10), and the bias, (10,)."""
        return np.ascontiguousarray(self._matrix.numpy().T), self._bias.numpy().copy()

    def run(self, batches: Rows, rates: Floats) -> Floats:
        """Make one gradient step a batch; return each batch's cost before its step, (k,), nats.

        batches : (k, batch) rows of the training images
        rates : (k,) learning rates
        """
        return self.run_and_keep(batches, rates, ())[0]

    def run_and_keep(self, batches: Rows, rates: Floats, kept: Sequence[int]) -> tuple[Floats, list[Numbers]]:
        """Do the same, and return the weights, (784, 10), and the bias, (10,), as they were on the way, too.

        kept : after which of the k steps, rising; at most MOST_KEPT
        """
        most, costs, numbers = gradient_steps.at_once(self._batch), list[Floats](), list[Numbers]()
        for at in range(0, len(rates), most):
            part = slice(at, at + most)
            inside = [step - at for step in kept if at <= step < at + most]
            costs.append(self._call(batches[part], rates[part], inside, numbers))
        return np.concatenate(costs), numbers

    def _call(self, batches: Rows, rates: Floats, kept: list[int], numbers: list[Numbers]) -> Floats:
        """Make as many steps as fit one call; it is filled up to them, since XLA compiles for one shape."""
        tensorflow, count, most = self._tensorflow, len(rates), gradient_steps.at_once(self._batch)
        places = np.zeros(most, np.int32)
        places[kept] = np.arange(1, len(kept) + 1)
        self._matrix, self._bias, costs, matrices, biases = gradient_steps.function(tensorflow, self._batch)(
            self._images,
            self._labels,
            self._matrix,
            self._bias,
            tensorflow.constant(np.pad(batches, ((0, most - count), (0, 0)))),
            tensorflow.constant(np.pad(rates, (0, most - count))),
            tensorflow.constant(places),
            tensorflow.constant(count),
        )
        if kept:
            pairs = zip(matrices.numpy()[1:], biases.numpy()[1:], strict=True)
            numbers += [(np.ascontiguousarray(matrix.T), bias.copy()) for matrix, bias in list(pairs)[: len(kept)]]
        return np.asarray(costs.numpy()[:count], np.float32)


def prepare(batch: int) -> None:
    """Trace and compile the steps for batches of this size now, so that no run waits for it; loads TensorFlow."""
    gradient_steps.function(load_tensorflow(), batch)


def graph_nodes(batch: int = 100) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the nodes of the graph that TensorFlow builds of many steps: name, operation, names of the inputs.

    First what surrounds the loop, then what happens in it, once a step. Loads TensorFlow.
    """
    steps = gradient_steps.function(load_tensorflow(), batch)
    graph = steps.graph.as_graph_def()
    inner = [
        function for function in graph.library.function if {"steps", "body"} & set(function.signature.name.split("_"))
    ]
    nodes = [node for part in (graph.node, *(function.node_def for function in inner)) for node in part]
    return [(node.name, node.op, tuple(node.input)) for node in nodes]
