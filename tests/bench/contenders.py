"""The same training written for each library: MNIST in memory, the tutorial's batches, every step's cost reported."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, PIXELS, Dataset, scaled
from core.machine.tensorflow import load_tensorflow
from core.model.softmax import single
from core.training.batches import Batches, offsets
from core.training.network import Network
from core.training.plan import Plan

Floats = NDArray[np.float32]
Train = Callable[[int], Floats]  # takes a number of steps from the start weights; returns their costs

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
        one_hot = np.eye(CLASSES, dtype=np.float32)[labels]
        return cls(dataset, scaled(dataset.training.images), labels, one_hot, matrix)

    def offsets(self, steps: int) -> NDArray[np.int32]:
        """Return each step's first row, as in the tutorial."""
        return offsets(np.arange(steps), len(self.labels), BATCH)


def digitscope(problem: Problem) -> Train:
    """The app's own core, headless."""
    start = single(problem.matrix, np.zeros(CLASSES, np.float32))
    network = Network(problem.dataset.training, Plan(BATCH), start)
    batches = Batches(len(problem.labels), BATCH, shuffle=False, seed=0)

    def train(steps: int) -> Floats:
        network.set_weights(start)
        return network.run(batches.of(0, steps), np.full(steps, RATE, np.float32))

    return train


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


def tf_function_a_step(problem: Problem) -> Train:
    """A tf.function called once a step."""
    tf = load_tensorflow()
    images, labels = tf.constant(problem.images), tf.constant(problem.one_hot)
    matrix, bias = tf.Variable(problem.matrix), tf.Variable(tf.zeros((CLASSES,)))

    @tf.function(autograph=False)
    def step(first: Any) -> Any:
        with tf.GradientTape() as tape:
            logits = tf.slice(images, [first, 0], [BATCH, PIXELS]) @ matrix + bias
            wanted = tf.slice(labels, [first, 0], [BATCH, CLASSES])
            cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, logits))
        for variable, gradient in zip((matrix, bias), tape.gradient(cost, [matrix, bias]), strict=True):
            variable.assign_sub(RATE * gradient)
        return cost

    def train(steps: int) -> Floats:
        matrix.assign(problem.matrix)
        bias.assign(tf.zeros((CLASSES,)))
        return np.array([step(tf.constant(first)).numpy() for first in problem.offsets(steps)], np.float32)

    return train


def keras_fit(problem: Problem) -> Train:
    """Keras `fit`, which reports a running mean and no single cost: its costs are not compared."""
    return _keras(problem, per_batch=False)


def keras_fit_with_callback(problem: Problem) -> Train:
    """Keras `fit` with a callback after each batch, as live plots use it."""
    return _keras(problem, per_batch=True)


def _keras(problem: Problem, per_batch: bool) -> Train:
    keras = load_tensorflow().keras
    model = keras.Sequential([keras.Input((PIXELS,)), keras.layers.Dense(CLASSES)])
    cost = keras.losses.CategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(RATE), loss=cost)
    seen: list[float] = []
    after_batch = keras.callbacks.LambdaCallback(on_train_batch_end=lambda _batch, logs: seen.append(logs["loss"]))

    def train(steps: int) -> Floats:
        model.set_weights([problem.matrix, np.zeros(CLASSES, np.float32)])
        seen.clear()
        rows = steps * BATCH
        callbacks = [after_batch] if per_batch else []
        whole = {"batch_size": BATCH, "epochs": 1, "shuffle": False, "verbose": 0, "callbacks": callbacks}
        model.fit(problem.images[:rows], problem.one_hot[:rows], **whole)
        return np.empty(0, np.float32)

    return train


def pytorch(problem: Problem) -> Train:
    """PyTorch's plain loop."""
    import torch

    torch.set_num_threads(1)  # as ours: its threads spin, and where others work, too, it makes 30 steps/s with two
    images, labels = torch.from_numpy(problem.images), torch.from_numpy(problem.labels.astype(np.int64))

    def train(steps: int) -> Floats:
        matrix = torch.tensor(problem.matrix, requires_grad=True)
        bias = torch.zeros(CLASSES, requires_grad=True)
        optimizer = torch.optim.SGD([matrix, bias], lr=RATE)
        costs = []
        for first in problem.offsets(steps).tolist():
            logits = images[first : first + BATCH] @ matrix + bias
            cost = torch.nn.functional.cross_entropy(logits, labels[first : first + BATCH])
            optimizer.zero_grad()
            cost.backward()
            optimizer.step()
            costs.append(cost.item())
        return np.array(costs, np.float32)

    return train


def jax_step(problem: Problem) -> Train:
    """JAX, one jitted step a call."""
    step, start = _jax(problem)
    import jax

    jitted = jax.jit(step)

    def train(steps: int) -> Floats:
        numbers, costs = start, []
        for first in problem.offsets(steps):
            numbers, cost = jitted(numbers, first)
            costs.append(float(cost))
        return np.array(costs, np.float32)

    return train


def jax_scan(problem: Problem) -> Train:
    """JAX, a scan over 50 steps a call."""
    step, start = _jax(problem)
    import jax

    scan = jax.jit(lambda numbers, first: jax.lax.scan(step, numbers, first))

    def train(steps: int) -> Floats:
        numbers, costs, first = start, [], problem.offsets(steps)
        for at in range(0, steps, BLOCK):
            numbers, some = scan(numbers, first[at : at + BLOCK])
            costs.append(np.asarray(some))
        return np.concatenate(costs)

    return train


def _jax(problem: Problem) -> tuple[Any, Any]:
    import jax
    import jax.numpy as jnp

    images, labels = jnp.asarray(problem.images), jnp.asarray(problem.one_hot)

    def cost_of(numbers: Any, first: Any) -> Any:
        chosen = jax.lax.dynamic_slice(images, (first, 0), (BATCH, PIXELS))
        wanted = jax.lax.dynamic_slice(labels, (first, 0), (BATCH, CLASSES))
        return -(wanted * jax.nn.log_softmax(chosen @ numbers[0] + numbers[1])).sum(axis=1).mean()

    def step(numbers: Any, first: Any) -> tuple[Any, Any]:
        cost, gradient = jax.value_and_grad(cost_of)(numbers, first)
        return (numbers[0] - RATE * gradient[0], numbers[1] - RATE * gradient[1]), cost

    return step, (jnp.asarray(problem.matrix), jnp.zeros(CLASSES))


def numpy_loop(problem: Problem) -> Train:
    """Numpy with a gradient by hand."""

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
ALL: dict[str, Callable[[Problem], Train]] = {
    OURS: digitscope,
    "the tutorial's Session loop": session_loop,
    "a tf.function a step": tf_function_a_step,
    "Keras fit": keras_fit,
    "Keras fit with a callback a batch": keras_fit_with_callback,
    "PyTorch": pytorch,
    "JAX, one jitted step": jax_step,
    "JAX, scan over 50": jax_scan,
    "numpy": numpy_loop,
    BOUND: matrix_products,
}
