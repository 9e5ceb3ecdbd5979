"""What was learned from a hand, stored as a run like any other: opened, compared, exported and deleted as those are."""

from pathlib import Path

from core.digits.dataset import Dataset
from core.digits.stages import DESKEW, SPREAD
from core.hands.fine_tuning import BATCH, STEPS
from core.hands.learned import FineTuningResult
from core.model.softmax import Weights
from core.recipes.recipe import LADDER, TUTORIAL, Recipe, changed
from core.runs.facts import Origin, Taught
from core.runs.store import RunStore
from core.runs.writer import RunWriter
from core.training.reports import Progress, RunResult

# settings that are as in the tutorial, whatever the weights learned with before
PLAIN = ("optimizer", "early_stop", "dropout", "batch_norm", "warp_images", "pen_digits", "practice_digits", "warp")


def writer_of(
    folder: Path, result: FineTuningResult, hand: str, dataset: Dataset, parent: Origin | None = None
) -> RunWriter:
    """Return a writer that has all that came of learning from a hand; the disk waits for its `close`.

    folder : of all runs; dataset : as it came from its source: its validation and test images were read
    """
    recipe, whose = recipe_of(result), facts_of(result, hand)
    writer = RunWriter(folder, recipe, dataset, start=result.before, parent=parent, taught=whose)
    writer.add(_progress(result, recipe))
    writer.finish(_run_result(result, recipe, len(dataset.test)))
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
    weights: Weights = result.before
    base = LADDER.get(weights.recipe, TUTORIAL)
    return changed(
        base,
        layers=weights.architecture.texts,
        steps=STEPS,
        batch=BATCH,
        learning_rate=result.course.learning_rate,
        decay="cosine",
        shuffle=True,
        deskew=DESKEW in weights.stages,
        spread=SPREAD in weights.stages,
        **{name: getattr(TUTORIAL, name) for name in PLAIN},
    )


def _progress(result: FineTuningResult, recipe: Recipe) -> Progress:
    course = result.course
    return Progress(0, STEPS, STEPS, course.costs, course.points, result.weights, recipe.learning_rate)


def _run_result(result: FineTuningResult, recipe: Recipe, test_images: int) -> RunResult:
    course = result.course
    final = float(course.costs[-1]) if len(course.costs) else float("nan")
    accuracy = course.points[-1].validation_accuracy if course.points else 0.0
    after = result.test_after
    return RunResult(0, recipe, STEPS, course.seconds, final, accuracy, after, result.weights, test_images)
