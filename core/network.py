"""The TensorFlow network: one layer of softmax, and its gradient steps, a block of them per call.

What was measured (docs/decisions/0003-training-speed.md): the weights are kept transposed, (10, 784), because the
gradient's matrix product then runs along the images' rows; unsigned bytes stay resident and are scaled inside the
graph; many steps are one call.
"""

import ctypes
import gc
import importlib.util
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import tensorflow_check
from core.dataset import CLASSES, PIXELS, LabelledImages
from core.errors import UserError
from core.sources.waiting import IsCancelled, never
from core.words import said, say

Floats = NDArray[np.float32]

PART = 1_000  # images of a step that go through the network at once: as floats, 3 MB
LIBRARIES = ("libtensorflow_framework.so.2", "libtensorflow_cc.so.2")
# what an import raises where TensorFlow's parts, or those it stands on, are missing or do not fit together
IMPORT_FAULTS = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OSError, SystemError)


def load_tensorflow(is_cancelled: IsCancelled = never) -> Any:
    """Import TensorFlow, quietly and without holding up other threads, and return the module.

    The library files are loaded first through a foreign call, which releases the interpreter lock, and the
    garbage collector rests meanwhile: a window's worst stall falls from 0.9 s to under 0.05 s.
    Raises UserError when TensorFlow is missing, too old, or cannot start on this machine; where it might end the
    process, that is tried in another one first, which `is_cancelled` ends.
    """
    loaded = sys.modules.get("tensorflow")
    if loaded is not None:  # every run asks again
        return loaded
    tensorflow_check.check(is_cancelled)
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
    with tensorflow_check.noted():
        _load_libraries()
        tf = _imported()
    _use_one_thread(tf)
    return tf


def _imported() -> Any:
    gc.disable()
    try:
        import tensorflow as tf
    except IMPORT_FAULTS as error:
        raise UserError(
            say("TensorFlow cannot be loaded ({error}); {remedy}.", error=error, remedy=said(tensorflow_check.REMEDY))
        ) from error
    finally:
        gc.freeze()
        gc.enable()
    return tf


def _load_libraries() -> None:
    """Load TensorFlow's shared libraries where they are ELF files; elsewhere the import does it."""
    found = importlib.util.find_spec("tensorflow")
    if found is None or not found.submodule_search_locations or os.name != "posix":
        return
    folder = Path(found.submodule_search_locations[0])
    for path in (folder / name for name in LIBRARIES):
        if path.exists():
            opener = ctypes.CDLL(None).dlopen
            opener.argtypes, opener.restype = (ctypes.c_char_p, ctypes.c_int), ctypes.c_void_p
            opener(os.fsencode(path), os.RTLD_NOW)


def _use_one_thread(tensorflow: Any) -> None:
    """Give TensorFlow one thread: a step is too small to share, and the window needs the other core."""
    try:
        tensorflow.config.threading.set_intra_op_parallelism_threads(1)
        tensorflow.config.threading.set_inter_op_parallelism_threads(1)
    except RuntimeError:  # already running, as in a program that used TensorFlow before
        return


def initial_weights(kind: str, seed: int) -> tuple[Floats, Floats]:
    """Return start weights (784, 10): N(0, 1), zeros or Glorot and Bengio's uniform (2010); and a zero bias (10,)."""
    random = np.random.default_rng(seed)
    shape = (PIXELS, CLASSES)
    if kind == "normal":
        matrix = random.standard_normal(shape)
    elif kind == "glorot":
        limit = np.sqrt(6 / (PIXELS + CLASSES))
        matrix = random.uniform(-limit, limit, shape)
    else:
        matrix = np.zeros(shape)
    return matrix.astype(np.float32), np.zeros(CLASSES, np.float32)


class Network:
    """The network that learns: its numbers live in TensorFlow, as do the training images."""

    def __init__(self, training: LabelledImages, batch: int, matrix: Floats, bias: Floats) -> None:
        """Take the training images, the images a step, and start weights (784, 10) and bias (10,)."""
        self._tensorflow = load_tensorflow()
        self._batch = batch
        with self._tensorflow.device("CPU:0"):
            self._images = self._tensorflow.constant(training.images)
            self._labels = self._tensorflow.one_hot(training.labels, CLASSES)
        self.set_weights(matrix, bias)

    def set_weights(self, matrix: Floats, bias: Floats) -> None:
        """Go on from weights (784, 10) and bias (10,)."""
        self._matrix = self._tensorflow.constant(np.ascontiguousarray(matrix.T), self._tensorflow.float32)
        self._bias = self._tensorflow.constant(bias, self._tensorflow.float32)

    def weights(self) -> tuple[Floats, Floats]:
        """Return copies of the weights, (784, 10), and the bias, (10,)."""
        return np.ascontiguousarray(self._matrix.numpy().T), self._bias.numpy().copy()

    def run(self, batches: NDArray[np.int32], rates: Floats) -> Floats:
        """Make one gradient step a batch; return each batch's cost before its step, (k,), nats.

        batches : (k,) first rows of batches in a row, or (k, batch) the rows of each
        rates : (k,) learning rates
        """
        block = _compiled_block(self._batch, batches.ndim == 2)
        tensorflow = self._tensorflow
        self._matrix, self._bias, costs = block(
            self._images,
            self._labels,
            self._matrix,
            self._bias,
            tensorflow.constant(batches),
            tensorflow.constant(rates),
        )
        return np.asarray(costs.numpy(), np.float32)


@cache
def _compiled_block(batch: int, by_rows: bool) -> Any:
    """Return the tf.function that makes any number of steps; traced once for each kind, whatever the data."""
    import tensorflow as tf

    def batch_at(images: Any, labels: Any, where: Any, first: Any, count: Any) -> tuple[Any, Any]:
        """The images first .. first + count - 1 of a batch, and their labels."""
        if by_rows:
            rows = where[first : first + count]
            chosen, answers = tf.gather(images, rows), tf.gather(labels, rows)
        else:
            chosen = tf.slice(images, [where + first, 0], [count, PIXELS])
            answers = tf.slice(labels, [where + first, 0], [count, CLASSES])
        return tf.cast(chosen, tf.float32) * (1 / 255), answers

    def slope(images: Any, labels: Any, matrix: Any, bias: Any) -> tuple[Any, Any, Any]:
        """The mean cost of images, (k, 784), and its derivatives by matrix and bias."""
        with tf.GradientTape() as tape:
            tape.watch([matrix, bias])
            logits = tf.nn.bias_add(tf.matmul(images, matrix, transpose_b=True), bias)
            cost = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(labels, logits))
        return (cost, *tape.gradient(cost, [matrix, bias]))

    def slope_in_parts(images: Any, labels: Any, where: Any, matrix: Any, bias: Any) -> tuple[Any, Any, Any]:
        """The same of a whole batch, part by part: as floats all at once, a large one falls out of the cache."""

        def add(first: Any, *sums: Any) -> tuple[Any, ...]:
            count = tf.minimum(PART, batch - first)
            share = tf.cast(count, tf.float32) / batch
            parts = slope(*batch_at(images, labels, where, first, count), matrix, bias)
            return (first + count, *(total + share * part for total, part in zip(sums, parts, strict=True)))

        start = (tf.constant(0), tf.constant(0.0), tf.zeros_like(matrix), tf.zeros_like(bias))
        return tuple(tf.while_loop(lambda first, *_: first < batch, add, start, parallel_iterations=1)[1:])

    def step(images: Any, labels: Any, where: Any, matrix: Any, bias: Any, rate: Any) -> tuple[Any, Any, Any]:
        if batch > PART:
            cost, by_matrix, by_bias = slope_in_parts(images, labels, where, matrix, bias)
        else:
            cost, by_matrix, by_bias = slope(*batch_at(images, labels, where, 0, batch), matrix, bias)
        return cost, matrix - rate * by_matrix, bias - rate * by_bias

    def block(images: Any, labels: Any, matrix: Any, bias: Any, batches: Any, rates: Any) -> tuple[Any, Any, Any]:
        def one(index: Any, costs: Any, matrix: Any, bias: Any) -> tuple[Any, Any, Any, Any]:
            cost, matrix, bias = step(images, labels, batches[index], matrix, bias, rates[index])
            return index + 1, costs.write(index, cost), matrix, bias

        count = tf.shape(rates)[0]
        costs = tf.TensorArray(tf.float32, size=count, element_shape=())
        start = (tf.constant(0), costs, matrix, bias)
        _, costs, matrix, bias = tf.while_loop(lambda index, *_: index < count, one, start, parallel_iterations=1)
        return matrix, bias, costs.stack()

    batches = tf.TensorSpec((None, batch) if by_rows else (None,), tf.int32)
    numbers = [tf.TensorSpec((CLASSES, PIXELS)), tf.TensorSpec((CLASSES,))]
    data = [tf.TensorSpec((None, PIXELS), tf.uint8), tf.TensorSpec((None, CLASSES))]
    return tf.function(block, input_signature=[*data, *numbers, batches, tf.TensorSpec((None,))], autograph=False)


def graph_nodes(batch: int = 100, shuffled: bool = False) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the nodes of the graph that TensorFlow builds of many steps: name, operation, names of the inputs.

    First what surrounds the loop, then what happens in it, once a step. Loads TensorFlow.
    """
    load_tensorflow()
    graph = _compiled_block(batch, shuffled).get_concrete_function().graph.as_graph_def()
    bodies = [function for function in graph.library.function if "body" in function.signature.name]
    nodes = [node for part in (graph.node, *(body.node_def for body in bodies)) for node in part]
    return [(node.name, node.op, tuple(node.input)) for node in nodes]
