"""Training as a generator: each `next` makes one block of steps and reports what came of it."""

import time
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from core.arrays import Floats
from core.digits.dataset import Bytes, Dataset, LabelledImages
from core.errors import UserError
from core.model import metrics, softmax
from core.model.softmax import Weights
from core.recipes.recipe import Recipe, start_weights
from core.training import lit_pixels
from core.training.network import MOST_STORED, Network, prepare
from core.training.plan import Plan
from core.training.reports import Checkpoint, Progress, RunResult
from core.training.schedule import Batches, Schedule, affordable_checkpoints, checkpoint_steps

BLOCK_S = 0.015  # seconds a block may take, so that Stop and Pause are felt at once
FIRST_BLOCK = 16  # steps, before the speed is known
LARGEST_BLOCK = 500  # steps
DIVERGENCE_FACTOR = 50.0  # times the first cost, at any step: no run at a rate that makes sense comes near it


def fitting(start: Weights, recipe: Recipe) -> Weights:
    """Return start weights as a recipe's own; raise UserError where its network has other layers."""
    if start.architecture != recipe.architecture:
        values = {"found": start.architecture.described, "wanted": recipe.architecture.described}
        raise UserError("these weights are of a network of {found}, the recipe trains {wanted}.", **values)
    return replace(start, stages=recipe.stages, recipe=recipe.name, whole=None)


class Trainer:
    """One run of a recipe, block by block; its `schedule.rate` and `most_steps`, read once a block, may change."""

    def __init__(self, recipe: Recipe, dataset: Dataset, run: int = 0, start: Weights | None = None) -> None:
        """Take a data set prepared for the recipe (core.recipes.preparation); `start` replaces its start weights."""
        self.recipe = recipe
        self.run = run
        self.total = recipe.steps
        self.most_steps = LARGEST_BLOCK
        self.step = 0
        self.seconds = 0.0  # spent in steps: without tracing, import and validation
        self.diverged = False
        self.dataset = dataset
        self._batches = Batches(len(dataset.training), recipe.batch, recipe.shuffle, recipe.seed)
        start = start_weights(recipe) if start is None else fitting(start, recipe)
        plan = Plan.of(recipe, self._batches.size, lit_pixels.count(dataset.training.images))
        self._network = Network(dataset.training, plan, start, recipe.seed, recipe.warped_steps)
        self._checkpoints = self._checkpoints_of(self.total)
        self.schedule = Schedule(recipe)
        self._used_rate = recipe.learning_rate
        self._steps_per_second = FIRST_BLOCK / BLOCK_S
        self._first_cost: float | None = None
        self._last_cost = float("nan")
        self.best: Checkpoint | None = None  # the one with the highest validation accuracy so far
        self._stopped_early = False
        self._added: tuple[tuple[int, int], ...] = ()  # not yet reported
        self._patience_start = 0  # a continued run is given its patience anew
        prepare(plan)

    @property
    def finished(self) -> bool:
        """Whether all steps are made, validation was no better for too long, or the cost is no longer a number."""
        return self.step >= self.total or self.diverged or self._stopped_early

    @property
    def weights(self) -> Weights:
        """The newest weights, as a frozen copy."""
        return self._network.weights()

    def __iter__(self) -> Iterator[Progress]:
        """Go on from here to the end."""
        return self

    def __next__(self) -> Progress:
        """Make one block of at most `most_steps` steps, and measure it at every checkpoint."""
        if self.finished:
            raise StopIteration
        # this step and the learning rate, where the block is the first to use it
        changes = ((self.step, self.schedule.rate),) if self.schedule.rate != self._used_rate else ()
        self._used_rate, added, self._added = self.schedule.rate, self._added, ()
        costs, points = self._make(self._block_steps())
        if self._first_cost is None:
            self._first_cost = float(costs[0])
        # grown beyond all measure counts, too: softmax in float32 seldom gets to inf
        has_grown = float(costs.max()) > DIVERGENCE_FACTOR * self._first_cost
        self.diverged = not bool(np.isfinite(costs).all()) or has_grown
        # of the next step; at the end of the last one, whose decayed rate would be 0
        weights, rate = self.weights, float(self.schedule.rates(min(self.step, self.total - 1), 1)[0])
        return Progress(self.run, self.step, self.total, costs, points, weights, rate, self.diverged, changes, added)

    def extend(self, steps: int) -> None:
        """Add steps to a run, from where it ended, at the rates of `Schedule.extend`."""
        first, self.total = self.step, self.step + steps
        made = tuple(step for step in self._checkpoints if step <= first)
        self._checkpoints = made + self._checkpoints_of(self.total, first)
        self._stopped_early, self._patience_start = False, first
        self._added += ((first, steps),)
        self.schedule.extend(first, steps)

    def result(self) -> RunResult:
        """Measure the run on test images, which no gradient has seen; stopped early, at its best checkpoint."""
        weights = self.best.weights if self._stopped_early and self.best else self.weights
        test, made = self.dataset.test, (self.run, self.recipe, self.step, self.seconds, self._last_cost)
        accuracies = self._accuracy(weights, self.dataset.validation), self._accuracy(weights, test)
        return RunResult(*made, *accuracies, weights, len(test), self.diverged)

    def _checkpoints_of(self, total: int, first: int = 0) -> tuple[int, ...]:
        learned_from, read = (total - first) * self._batches.size, len(self.dataset.validation)
        return checkpoint_steps(total, first, affordable_checkpoints(self.recipe, learned_from, read))

    def _block_steps(self) -> int:
        """Return for how many steps there is time, not past the end nor more checkpoints than can be stored."""
        allowed = max(1, min(int(self._steps_per_second * BLOCK_S), self.most_steps, LARGEST_BLOCK))
        ahead = self._checkpoints[bisect_right(self._checkpoints, self.step) :]
        most = MOST_STORED if self.recipe.architecture.is_single and not self.recipe.early_stop else 1
        boundary = ahead[:most][-1] if ahead else self.total
        return min(allowed, boundary - self.step, self.total - self.step)

    def _make(self, count: int) -> tuple[Floats, tuple[Checkpoint, ...]]:
        rates = self.schedule.rates(self.step, count)
        batches = self._batches.of(self.step, count)
        first, self.step = self.step, self.step + count
        due = [step for step in self._checkpoints if first < step <= self.step]
        begin = time.perf_counter()
        costs, stored = self._network.run_and_store(batches, rates, [step - first - 1 for step in due])
        took = max(time.perf_counter() - begin, 1e-6)
        self.seconds += took
        self._last_cost = float(costs[-1])
        self._steps_per_second += 0.3 * (count / took - self._steps_per_second)
        return costs, tuple(self._validated(step, each) for step, each in zip(due, stored, strict=True))

    def _logits(self, weights: Weights, images: Bytes) -> Floats:
        """Return the logits of images: of several layers by TensorFlow, which is quicker at many images."""
        is_single = weights.architecture.is_single
        return softmax.logits(weights, images) if is_single else self._network.read(weights, images)

    def _accuracy(self, weights: Weights, part: LabelledImages) -> float:
        return float((self._logits(weights, part.images).argmax(axis=1) == part.labels).mean()) if len(part) else 0.0

    def _validated(self, step: int, weights: Weights) -> Checkpoint:
        labels = self.dataset.validation.labels
        logits = self._logits(weights, self.dataset.validation.images)
        right = float((logits.argmax(axis=1) == labels).mean())
        trust = metrics.trust(softmax.softmax(logits), labels) if np.isfinite(logits).all() else ()
        point = Checkpoint(step, right, softmax.cost(logits, labels), weights, trust)
        if self.best is None or right > self.best.validation_accuracy:
            self.best = point
        patience = self.recipe.early_stop
        since = max(self.best.step, self._patience_start)
        self._stopped_early = bool(patience) and step - since >= patience
        return point
