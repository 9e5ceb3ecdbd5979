"""The same training written for each library: MNIST in memory, the tutorial's batches, every step's cost reported."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.digits.dataset import CLASSES, PIXELS, SIDE, Dataset, scaled
from core.machine.tensorflow import load_tensorflow
from core.model.architecture import Architecture
from core.model.fixed_layers import Layer
from core.model.softmax import Weights
from core.training.schedule import Batches

Train = Callable[[int], Floats]  # takes a number of steps from the start weights; returns their costs

Arrays = Sequence[Any]  # of a network, as core.model.layers has them

BATCH = 100
RATE = 0.01
BLOCK = 50  # steps a call, for those that can make many


@dataclass(frozen=True, slots=True)
class Problem:
    """What every contender gets.

    images : (n, 784) float32; labels : (n,) int; one_hot : (n, 10) float32; matrix : (784, 10)
    """

    dataset: Dataset
    images: Floats
    labels: NDArray[np.int32]
    one_hot: Floats
    matrix: Floats

    @classmethod
    def of(cls, dataset: Dataset) -> "Problem":
        """Make the problem of a data set's training images, with start weights from N(0, 1)."""
        labels = dataset.training.labels.astype(np.int32)
        matrix = np.random.default_rng(0).standard_normal((PIXELS, CLASSES)).astype(np.float32)
        return cls(dataset, scaled(dataset.training.images), labels, np.eye(CLASSES, dtype=np.float32)[labels], matrix)

    def offsets(self, steps: int) -> NDArray[np.int32]:
        """Return each step's first row, as in the tutorial."""
        return Batches(len(self.labels), BATCH, shuffle=False, seed=0).of(0, steps)[:, 0]


@dataclass(frozen=True, slots=True)
class Task:
    """A network's start weights beside the problem that it learns."""

    problem: Problem
    start: Weights

    @property
    def made(self) -> Architecture:
        return self.start.architecture

    def layers(self, arrays: Arrays) -> Iterator[tuple[Layer, Any, Any, bool]]:
        """Give each layer, its kernel or matrix, its biases, and whether a ReLU follows."""
        for number, layer in enumerate(self.made.layers):
            yield layer, *self.made.own(arrays, number), number < len(self.made.hidden)

    @property
    def shape(self) -> tuple[int, ...]:
        """Of a batch, as the first layer takes it."""
        return (BATCH, SIDE, SIDE, 1) if self.made.has_convolutions else (BATCH, SIDE * SIDE)


def session_loop(problem: Problem) -> Train:
    """The tutorial's own loop: placeholders, a Session, GradientDescentOptimizer."""
    tf = load_tensorflow()
    v1 = tf.compat.v1
    graph = tf.Graph()
    with graph.as_default():
        images, labels = v1.placeholder(tf.float32, (None, PIXELS)), v1.placeholder(tf.float32, (None, CLASSES))
        matrix, bias = v1.Variable(problem.matrix), v1.Variable(tf.zeros((CLASSES,)))
        logits = tf.matmul(images, matrix) + bias
        cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels=labels, logits=logits))
        descend = v1.train.GradientDescentOptimizer(RATE).minimize(cost)
        initialise = v1.global_variables_initializer()
    session = v1.Session(graph=graph)

    def train(steps: int) -> Floats:
        session.run(initialise)
        costs = []
        for first in problem.offsets(steps):
            fed = {images: problem.images[first : first + BATCH], labels: problem.one_hot[first : first + BATCH]}
            costs.append(session.run([descend, cost], feed_dict=fed)[1])
        return np.array(costs, np.float32)

    return train


def numpy_loop(problem: Problem) -> Train:
    def train(steps: int) -> Floats:
        matrix, bias, costs = problem.matrix.copy(), np.zeros(CLASSES, np.float32), np.empty(steps, np.float32)
        rows = np.arange(BATCH)
        for step, first in enumerate(problem.offsets(steps)):
            images, labels = problem.images[first : first + BATCH], problem.labels[first : first + BATCH]
            logits = images @ matrix + bias
            logits -= logits.max(axis=1, keepdims=True)
            powers = np.exp(logits)
            sums = powers.sum(axis=1)
            costs[step] = (np.log(sums) - logits[rows, labels]).mean()
            powers /= sums[:, None]
            powers[rows, labels] -= 1
            powers *= RATE / BATCH
            matrix -= images.T @ powers
            bias -= powers.sum(axis=0)
        return costs

    return train


def matrix_products(problem: Problem) -> Train:
    """The bound: nothing but the two matrix products of each step, in TensorFlow, 50 steps a call."""
    tf = load_tensorflow()
    images = tf.constant(problem.images[:BATCH])

    @tf.function(autograph=False)
    def block(matrix: Any) -> Any:
        for _ in range(BLOCK):
            matrix = tf.matmul(tf.matmul(images, matrix, transpose_b=True), images, transpose_a=True)
        return matrix

    def train(steps: int) -> Floats:
        for _ in range(0, steps, BLOCK):
            block(tf.zeros((CLASSES, PIXELS))).numpy()
        return np.empty(0, np.float32)

    return train


OURS = "Digitscope"
BOUND = "two bare matrix products"
OWN: dict[str, Callable[[Problem], Train]] = {
    "the tutorial's Session loop": session_loop, "numpy": numpy_loop, BOUND: matrix_products,
}  # fmt: skip
ALL = (  # what is not of these trains networks of any layers, in tests.bench.layer_contenders
    *(OURS, "the tutorial's Session loop", "a tf.function a step", "Keras fit", "Keras fit with a callback a batch"),
    *("PyTorch", "JAX, one jitted step", "JAX, scan over 50", "numpy", BOUND),
)
