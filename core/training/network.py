"""The network that learns, in TensorFlow: its numbers, its training images, and what it reads.

What was measured (docs/decisions/0003-training-speed.md): a dense layer's weights are held transposed, (units, inputs),
because the gradient's matrix product then runs along the images' rows; unsigned bytes stay resident.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats
from core.digits.dataset import PIXELS, Bytes, LabelledImages
from core.machine.tensorflow import load_tensorflow
from core.model.architecture import Architecture
from core.model.softmax import Weights
from core.training import gradient_steps, image_warps, lit_pixels
from core.training.plan import PLACES, Plan
from core.training.schedule import Rows

MOST_STORED = PLACES - 1  # weights on the way, in one run of steps of a single layer
READ_AT_ONCE = 500  # images


class Network:
    """The network that learns: its numbers live in TensorFlow, as do the training images."""

    def __init__(
        self, training: LabelledImages, plan: Plan, start: Weights, seed: int = 0, warped: float = math.inf
    ) -> None:
        """Take training images, what each step does, start weights, what chance depends on, how many steps may warp."""
        self._tensorflow = load_tensorflow()
        self._plan, self._seed, self._warped = plan, seed, warped
        self._seen = lit_pixels.chosen(training.images, plan.pixels)
        images = training.images if plan.pixels == PIXELS else training.images.take(self._seen, axis=1)
        self._images = self._tensorflow.constant(images)
        self._labels = self._tensorflow.constant(training.labels)
        self.set_weights(start)

    def set_weights(self, weights: Weights) -> None:
        """Go on from these weights; what an optimizer remembered is forgotten."""
        self._weights, self._made = weights, 0
        self._numbers = [self._tensorflow.constant(array) for array in self._plan.start(weights.arrays, self._seen)]

    def weights(self) -> Weights:
        """Return a copy of the weights as they are now."""
        return self._copied(self._numbers)

    def run(self, batches: Rows, rates: Floats) -> Floats:
        """Make a step for each row of batches, (k, batch), at rates, (k,); return the costs before, (k,), nats."""
        return self.run_and_store(batches, rates, ())[0]

    def run_and_store(self, batches: Rows, rates: Floats, stored: Sequence[int]) -> tuple[Floats, list[Weights]]:
        """Like `run`; also return the weights after some steps: MOST_STORED of a single layer, else the last."""
        most, costs, found = self._plan.at_once, list[Floats](), list[Weights]()
        for at in range(0, len(rates), most):
            part = slice(at, at + most)
            inside = [step - at for step in stored if at <= step < at + most]
            costs.append(self._call(batches[part], rates[part], inside, found))
        return np.concatenate(costs), found

    def read(self, weights: Weights, images: Bytes) -> Floats:
        """Return the logits, (n, 10), of images (n, 784), unsigned bytes, by weights of this network's layers."""
        read = _reading(self._tensorflow, weights.architecture)
        tensors = [self._tensorflow.constant(array) for array in weights.architecture.to_training(weights.arrays)]
        parts = (images[at : at + READ_AT_ONCE] for at in range(0, len(images), READ_AT_ONCE))
        return np.concatenate([read(self._tensorflow.constant(part), tensors).numpy() for part in parts])

    def _call(self, batches: Rows, rates: Floats, stored: list[int], found: list[Weights]) -> Floats:
        """Make as many steps as fit one call; it is filled up to them, since XLA compiles for one shape."""
        plan, count = self._plan, len(rates)
        places = np.zeros(plan.at_once, np.int32)
        if plan.places:
            places[stored] = np.arange(1, len(stored) + 1)
        given: list[Any] = [self._images, self._labels, _filled(batches, plan.at_once)]
        if plan.warps_images:
            warps = image_warps.drawn(self._seed, self._made, count, plan.batch, self._warped)
            given.append(_filled(warps, plan.at_once))
        given += [_filled(rates, plan.at_once), places, np.int32(count)]
        if plan.counts_steps:
            given.append(np.array([self._seed, self._made], np.int32))
        step = gradient_steps.function(self._tensorflow, plan)
        costs, *made = gradient_steps.call(self._tensorflow, step, [*given, *self._numbers])
        self._numbers, on_the_way = made[: len(self._numbers)], made[len(self._numbers) :]
        self._made += count
        if on_the_way and stored:
            arrays = [array.numpy() for array in on_the_way]
            found += [self._copied([array[place] for array in arrays]) for place in range(1, len(stored) + 1)]
        elif stored:
            found.append(self.weights())
        return np.asarray(costs.numpy()[:count], np.float32)

    def _copied(self, numbers: Sequence[Any]) -> Weights:
        learned = [np.asarray(number) for number in numbers]
        if self._plan.pixels < PIXELS:
            whole = self._weights.arrays[0].T.copy()
            whole[:, self._seen] = learned[0]
            learned[0] = whole
        return self._weights.with_arrays(self._plan.arrays(learned))


def _filled(array: NDArray[Any], length: int) -> NDArray[Any]:
    """Return an array filled up with zeros to a length; numpy's own `pad` takes ten times as long."""
    made = np.zeros((length, *array.shape[1:]), array.dtype)
    made[: len(array)] = array
    return made


@lru_cache(maxsize=4)
def _reading(tf: Any, architecture: Architecture) -> Any:
    """Return a function of images, unsigned bytes, and weights in the form that trains, that gives the logits."""
    return tf.function(
        lambda images, tensors: architecture.logits_tf(tf, tensors, tf.cast(images, tf.float32) * (1 / 255)),
        autograph=False,
        reduce_retracing=True,
    )


def prepare(plan: Plan) -> None:
    """Trace and compile the steps of a plan now, so that no run waits for it; loads TensorFlow."""
    gradient_steps.function(load_tensorflow(), plan)


def graph_nodes(plan: Plan) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the nodes of many steps' graph, what one calls after it: name, operation, inputs. Loads TensorFlow."""
    graph = gradient_steps.function(load_tensorflow(), plan).graph.as_graph_def()
    functions = {each.signature.name: each.node_def for each in graph.library.function}
    parts = [graph.node]
    for part in parts:
        parts += [functions[node.attr[name].func.name] for node in part for name in ("f", "body") if name in node.attr]
    return [(node.name, node.op, tuple(node.input)) for part in parts for node in part]
