"""What a run reports while it trains, and at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from core.arrays import Floats
from core.model.softmax import Weights
from core.recipes.recipe import Recipe


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The network measured on the validation images after `step` steps."""

    step: int
    validation_accuracy: float  # 0 .. 1
    validation_cost: float  # nats
    weights: Weights
    trust: tuple[float, ...] = ()  # how often verdicts of each sureness are right, as core.model.metrics has it


@dataclass(frozen=True, slots=True)
class Progress:
    """What the last steps brought."""

    run: int
    step: int  # steps made so far
    total: int
    costs: Floats  # (k,), nats: of steps step-k .. step-1, each before its gradient step
    checkpoints: tuple[Checkpoint, ...]
    weights: Weights
    learning_rate: float
    diverged: bool = False
    rate_changes: tuple[tuple[int, float], ...] = ()  # by hand: step and new rate, before decay, that these used first
    added: tuple[tuple[int, int], ...] = ()  # before these steps: step where the run had ended, and steps added to it


@dataclass(frozen=True, slots=True)
class RunResult:
    """A run that has ended, or was stopped, as tables show it."""

    run: int
    recipe: Recipe
    steps: int
    seconds: float  # training only
    final_cost: float  # nats, of the last step
    validation_accuracy: float  # 0 .. 1
    test_accuracy: float  # 0 .. 1
    weights: Weights
    test_images: int
    diverged: bool = False


def merged(reports: Sequence[Progress]) -> Progress:
    """Return one report for several in a row of the same run, at least one; no cost and no checkpoint is lost."""
    costs = np.concatenate([report.costs for report in reports])
    checkpoints = tuple(point for report in reports for point in report.checkpoints)
    changes = tuple(change for report in reports for change in report.rate_changes)
    added = tuple(addition for report in reports for addition in report.added)
    return replace(reports[-1], costs=costs, checkpoints=checkpoints, rate_changes=changes, added=added)
