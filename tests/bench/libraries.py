"""A process for each library, warm from round to round: PyTorch and TensorFlow crash each other in one process."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from importlib.util import find_spec
from multiprocessing import get_context
from typing import Any

from core.arrays import Floats
from core.sources import search
from tests.bench import children, layer_contenders
from tests.bench.contenders import ALL, OWN, Problem, Train

Call = Callable[[Callable[[str, int], Any], str, int], Any]

JAX = dict.fromkeys(("JAX, one jitted step", "JAX, scan over 50", layer_contenders.ON_ONE_CORE), "jax")
LIBRARIES = {"PyTorch": "torch", "numpy": "numpy", **JAX}
TENSORFLOW = "tensorflow"  # what every other contender is written in


def library_of(name: str) -> str:
    """Return the module that a contender needs, such as "PyTorch", or "hidden: PyTorch" for another network."""
    return LIBRARIES.get(name.rpartition(": ")[2], TENSORFLOW)


def absent() -> list[str]:
    return sorted(name for name in ALL if find_spec(library_of(name)) is None)


@contextmanager
def processes() -> Iterator[Call]:
    """Give what calls a function of this module, with a contender and a number of steps, in its library's process."""
    running: dict[str, ProcessPoolExecutor] = {}
    with ExitStack() as stack:

        def call(function: Callable[[str, int], Any], name: str, steps: int) -> Any:
            is_alone = name.endswith(layer_contenders.ON_ONE_CORE)
            library = f"{library_of(name)}, {is_alone}"
            if library not in running:
                start = _keep_to_one_core if is_alone else None
                pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=start)
                running[library] = stack.enter_context(pool)
            return running[library].submit(function, name, steps).result()

        yield call


# What follows runs in the process of a library.

_problem: list[Problem] = []
_made: dict[str, Train] = {}


def _keep_to_one_core() -> None:
    """As Digitscope keeps itself; JAX counts the cores when it starts."""
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def costs(name: str, steps: int) -> Floats:
    """Return the contender's first costs, (steps,) nats; empty for one that reports none."""
    return _train_of(name)(steps)


def steps_per_second(name: str, steps: int) -> float:
    """Return how fast the contender makes this many steps from the start weights."""
    return steps / children.took_s(partial(_train_of(name), steps))


def _train_of(name: str) -> Train:
    if not _problem:
        _problem.append(Problem.of(search.find(may_download=False)))
    if name not in _made:
        network, _, contender = name.rpartition(": ")
        own = OWN.get(name)
        _made[name] = own(_problem[0]) if own else layer_contenders.trains(network, contender, _problem[0])
    return _made[name]
