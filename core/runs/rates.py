"""Which learning rate each step of a kept run took."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.recipes.recipe import Recipe
from core.runs.facts import EXTENDED, RATE, RunEvent
from core.training.trainer import CONTINUED_RATE


def rates_used(recipe: Recipe, marks: Iterable[RunEvent], steps: int) -> NDArray[np.float32]:
    """Return the learning rates of a run's first steps, (steps,), as core.training.trainer.Trainer takes them.

    marks : the run's changes in the order of their steps
    """
    rates = np.empty(steps, np.float32)
    schedule, schedule_start, base = recipe, 0, recipe.learning_rate
    first = 0
    for mark in (*marks, RunEvent(steps, "end")):
        end = max(first, min(mark.step, steps))
        rates[first:end] = schedule.rates(first - schedule_start, end - first, base)
        first = end
        if mark.kind == RATE and mark.value is not None:
            base = mark.value
        elif mark.kind == EXTENDED and mark.value is not None and recipe.decay != "none":
            schedule, schedule_start = replace(recipe, steps=int(mark.value)), mark.step
            base = recipe.learning_rate * CONTINUED_RATE
    return rates
