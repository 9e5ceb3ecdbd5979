"""What was learned from a hand, stored as a run like any other: opened, compared, exported and deleted as those are."""

from pathlib import Path

from core.digits.dataset import Dataset
from core.digits.stages import DESKEW, SPREAD
from core.hands.fine_tuning import BATCH, STEPS, FineTuningResult
from core.recipes.recipe import LADDER, TUTORIAL, Recipe, changed
from core.runs.facts import Taught
from core.runs.store import RunStore
from core.runs.writer import RunWriter
from core.training.reports import Progress, RunResult

# settings that are as in the tutorial, whatever the weights learned with before
PLAIN = ("optimizer", "early_stop", "dropout", "batch_norm", "warp_images", "pen_digits", "practice_digits", "warp")


def writer_of(folder: Path, result: FineTuningResult, hand: str, dataset: Dataset) -> RunWriter:
    """Return a writer of all that came of learning from a hand, and a data set as found; the disk waits for `close`."""
    recipe, weights = recipe_of(result), result.weights
    writer = RunWriter(folder, recipe, dataset, start=result.before, taught=facts_of(result, hand))
    writer.add(Progress(0, STEPS, STEPS, result.costs, result.points, weights, recipe.learning_rate))
    cost = float(result.costs[-1]) if len(result.costs) else float("nan")
    accuracies = result.points[-1].validation_accuracy if result.points else 0.0, result.test_after
    writer.finish(RunResult(0, recipe, STEPS, result.seconds, cost, *accuracies, weights, len(dataset.test)))
    return writer


def store(writer: RunWriter, runs: RunStore, title: str) -> str:
    """Write such a run, and give it its title; return a sentence where the disk refuses, else nothing."""
    trouble = writer.close()
    if not trouble:
        runs.rename(writer.run_id, title)
    return trouble


def facts_of(result: FineTuningResult, hand: str) -> Taught:
    """Return whose digits were learned, and how they are read."""
    return Taught(hand, result.count, result.own_before, result.own_after)


def recipe_of(result: FineTuningResult) -> Recipe:
    """Return the settings of the steps that were made, based on the recipe of the weights that learned."""
    weights = result.before
    return changed(
        LADDER.get(weights.recipe, TUTORIAL),
        layers=weights.architecture.texts,
        steps=STEPS,
        batch=BATCH,
        learning_rate=result.learning_rate,
        decay="cosine",
        shuffle=True,
        deskew=DESKEW in weights.stages,
        spread=SPREAD in weights.stages,
        **{name: getattr(TUTORIAL, name) for name in PLAIN},
    )
