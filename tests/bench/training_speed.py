"""Steps per second of this network in each library, side by side, as ratios."""

import math
import statistics
from collections.abc import Iterable
from functools import partial
from typing import Any

import numpy as np

from core.digits.dataset import LabelledImages
from core.recipes.recipe import ZEROS, start_weights
from core.sources import search
from core.training import lit_pixels
from core.training.network import Network
from core.training.plan import Plan
from core.training.schedule import Batches
from tests.bench import children, layer_contenders, libraries
from tests.bench.contenders import ALL, OURS
from tests.bench.libraries import Call

ROUNDS = 5
STEPS = 1_000  # a round, for each: as many as the tutorial makes
LAYER_STEPS = {"hidden": 500, "convolution": 50}
BATCHES = (1, 10, 100, 1_000, 10_000, 55_000)


def measure(rounds: int = ROUNDS) -> dict[str, Any]:
    """Return each contender's steps per second in interleaved rounds, and ours as ratios to them."""
    found: dict[str, Any] = children.call("tests.bench.training_speed", "compared", rounds)
    return found


def compared(rounds: int) -> dict[str, Any]:
    """Measure on the data set that the app would find."""
    training = search.find(may_download=False).training
    with libraries.processes() as call:
        found = _race(call, "", ALL, STEPS, rounds)
        race = partial(_race, call, contenders=layer_contenders.CONTENDERS, rounds=rounds)
        layers = {name: race(network=f"{name}: ", steps=steps) for name, steps in LAYER_STEPS.items()}
    return {
        **found,
        "layers": layers,
        "not_installed": libraries.absent(),
        "seconds_per_step_by_batch": {
            batch: _seconds_a_step(training, batch) for batch in BATCHES if batch <= len(training)
        },
        "seconds_per_step_by_data": _by_data(training),
    }


def _race(call: Call, network: str, contenders: Iterable[str], steps: int, rounds: int) -> dict[str, Any]:
    names = [name for name in contenders if name not in libraries.absent()]
    first_costs = {name: call(libraries.costs, network + name, min(100, steps)) for name in names}
    ours = first_costs[OURS]
    raced = [{name: call(libraries.steps_per_second, network + name, steps) for name in names} for _ in range(rounds)]
    return {
        "steps_per_second": {name: _spread([speeds[name] for speeds in raced]) for name in names},
        "ours_over": {name: _spread([speeds[OURS] / speeds[name] for speeds in raced]) for name in names},
        "largest_difference_of_costs": {
            name: float(np.abs(costs - ours).max()) for name, costs in first_costs.items() if len(costs) == len(ours)
        },
    }


def _spread(values: list[float]) -> dict[str, float]:
    return {"min": min(values), "median": statistics.median(values), "max": max(values)}


def _by_data(training: LabelledImages) -> dict[int, float]:
    found = {}
    for times in (1, 3, 10):
        images = np.tile(training.images, (times, 1))
        found[times] = _seconds_a_step(LabelledImages(images, np.tile(training.labels, times)), 100)
    return found


def _seconds_a_step(training: LabelledImages, batch: int) -> float:
    """Return the median of five blocks' seconds a step."""
    network = Network(training, Plan.of(ZEROS, batch, lit_pixels.count(training.images)), start_weights(ZEROS))
    steps = max(1, min(500, math.ceil(100_000 / batch)))
    batches = Batches(len(training), batch, shuffle=False, seed=0).of(0, steps)
    rates = np.full(steps, 0.01, np.float32)
    network.run(batches, rates)
    return statistics.median(children.took_s(partial(network.run, batches, rates)) / steps for _ in range(5))
