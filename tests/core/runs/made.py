"""Reports of runs that were never trained, made from a seed, as a Trainer would give them; and runs that were."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.digits.dataset import Dataset, Source
from core.model.softmax import Weights, single
from core.recipes.preparation import prepared
from core.recipes.recipe import TUTORIAL, Recipe
from core.runs import RunRecord, RunStore, RunWriter
from core.runs.repeat import Repetition, check_same_images
from core.training.reports import Checkpoint, Progress, RunResult
from core.training.schedule import checkpoint_steps
from core.training.trainer import Trainer
from tests import small

KeepRun = Callable[..., str]  # keep_made_run, with the test's own store

PIXELS, CLASSES = 784, 10
SHORT = replace(TUTORIAL, steps=30)


def tiny_dataset(seed: int = 0) -> Dataset:
    parts = small.labelled(30, 3 * seed), small.labelled(5, 3 * seed + 1), small.labelled(5, 3 * seed + 2)
    return Dataset("made", "made data", Source("made by a test"), *parts)


def costs_of(first: int, count: int) -> np.ndarray:
    """Costs whose values say which step they are of."""
    return (np.arange(first, first + count, dtype=np.float32) + 1) / 1_000


def weights_of(step: int, recipe: Recipe = TUTORIAL) -> Weights:
    """Weights whose values say which step they are of."""
    matrix, bias = np.full((PIXELS, CLASSES), step, np.float32), np.arange(CLASSES, dtype=np.float32) + step
    return single(matrix, bias, recipe.stages, recipe.name)


def reports(recipe: Recipe = TUTORIAL, steps_a_report: int = 37) -> Iterator[Progress]:
    """What a run of a recipe reports, some steps at a time, with a checkpoint wherever one lies."""
    points = checkpoint_steps(recipe.steps)
    for first in range(0, recipe.steps, steps_a_report):
        end = min(first + steps_a_report, recipe.steps)
        due = (step for step in points if first < step <= end)
        checkpoints = tuple(Checkpoint(step, step / recipe.steps, 1.0, weights_of(step, recipe)) for step in due)
        costs = costs_of(first, end - first)
        yield Progress(1, end, recipe.steps, costs, checkpoints, weights_of(end, recipe), recipe.learning_rate)


def result_of(recipe: Recipe = TUTORIAL) -> RunResult:
    weights = weights_of(recipe.steps, recipe)
    return RunResult(1, recipe, recipe.steps, 0.5, recipe.steps / 1_000, 0.41, 0.42, weights, 5)


def fill(writer: RunWriter, recipe: Recipe = TUTORIAL, *, is_stopped: bool = False) -> None:
    for report in reports(recipe):
        writer.add(report)
    if not is_stopped:
        writer.finish(result_of(recipe))


def keep_made_run(
    store: RunStore, recipe: Recipe = TUTORIAL, dataset: Dataset | None = None, *, is_stopped: bool = False
) -> str:
    """Keep a whole run, or one that was stopped before its result was told, and return its id."""
    writer = RunWriter(store.folder, recipe, dataset or tiny_dataset())
    fill(writer, recipe, is_stopped=is_stopped)
    assert writer.close() == ""
    return writer.run_id


def keep_trained(folder: Path, recipe: Recipe, dataset: Dataset) -> tuple[str, Trainer]:
    """Train a run of prepared images to its end, and keep it; return its id and what trained it."""
    trainer, writer = Trainer(recipe, dataset), RunWriter(folder, recipe, dataset)
    for progress in trainer:
        writer.add(progress)
    writer.finish(trainer.result())
    assert writer.close() == ""
    return writer.run_id, trainer


def repeated(record: RunRecord, dataset: Dataset) -> Repetition:
    """Return the run of a record, to be made again on the images that it was made with."""
    check_same_images(record, dataset)
    return Repetition(record, prepared(dataset, record.facts.recipe))
