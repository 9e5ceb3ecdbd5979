"""The tutorial's own network: a graph of TensorFlow 1 with placeholders and a session, fed from Python."""

from typing import Any

import numpy as np

from core.arrays import Floats
from core.digits.dataset import LabelledImages
from core.machine.tensorflow import load_tensorflow

BATCH = 100
RATE = 0.01


def offset_of(step: int, rows: int) -> int:
    """The first row of a step's batch, as the tutorial computes it."""
    return (step * BATCH) % (rows - BATCH)


def run_tutorial(training: LabelledImages, matrix: Floats, bias: Floats, steps: int) -> tuple[Floats, Floats, Floats]:
    """Return each step's cost, and the final weights and bias; the graph is its own, so that eager code goes on."""
    tensorflow = load_tensorflow()
    old = tensorflow.compat.v1
    with tensorflow.Graph().as_default(), old.Session() as session:
        nodes = _graph(old, matrix, bias)
        session.run(old.global_variables_initializer())
        answers = np.eye(10, dtype=np.float32)
        costs = []
        for step in range(steps):
            first = offset_of(step, len(training))
            batch = training[first : first + BATCH]
            images = np.multiply(batch.images.astype(np.float32), 1.0 / 255.0)
            fed = {nodes["images"]: images, nodes["labels"]: answers[batch.labels]}
            costs.append(session.run([nodes["descend"], nodes["cost"]], fed)[1])
        return np.array(costs, np.float32), *session.run([nodes["weights"], nodes["bias"]])


def _graph(old: Any, matrix: Floats, bias: Floats) -> dict[str, Any]:
    images = old.placeholder(old.float32, [None, 784])
    labels = old.placeholder(old.float32, [None, 10])
    weights, biases = old.Variable(matrix), old.Variable(bias)
    logits = old.matmul(images, weights) + biases
    cost = old.reduce_mean(old.nn.softmax_cross_entropy_with_logits_v2(logits=logits, labels=labels))
    descend = old.train.GradientDescentOptimizer(RATE).minimize(cost)
    return {
        "images": images, "labels": labels, "weights": weights, "bias": biases, "cost": cost, "descend": descend,
    }  # fmt: skip
