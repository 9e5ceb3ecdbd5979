"""The TensorFlow network: its import, its numbers, its training images.

What was measured (docs/decisions/0003-training-speed.md): the weights are kept transposed, (10, 784), because the
gradient's matrix product then runs along the images' rows; unsigned bytes stay resident.
"""

import ctypes
import gc
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, PIXELS, LabelledImages
from core.errors import UserError
from core.files import folders
from core.machine import tensorflow_check
from core.progress import IsCancelled, never
from core.training import gradient_steps
from core.training.batches import Rows
from core.words import said, say

Floats = NDArray[np.float32]
Numbers = tuple[Floats, Floats]  # weights (784, 10) and bias (10,)

MOST_KEPT = gradient_steps.PLACES - 1  # weights on the way, in one run of steps

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
    if keras_folder := folders.keras_folder():
        os.environ.setdefault("KERAS_HOME", str(keras_folder))
    with tensorflow_check.noted():
        _load_libraries()
        tf = _imported()
    _use_one_core(tf)
    return tf


def _imported() -> Any:
    was_enabled = gc.isenabled()  # a window collects by itself
    gc.disable()
    try:
        import tensorflow as tf
    except IMPORT_FAULTS as error:
        raise UserError(
            say("TensorFlow cannot be loaded ({error}); {remedy}.", error=error, remedy=said(tensorflow_check.REMEDY))
        ) from error
    finally:
        gc.freeze()
        if was_enabled:
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


def _use_one_core(tensorflow: Any) -> None:
    """Give TensorFlow one thread and no GPU: a step is too small to share, and the window needs the other core."""
    try:
        tensorflow.config.set_visible_devices([], "GPU")  # it would take all its memory, too
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
