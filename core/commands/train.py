"""`digitscope train`: a run of a recipe, its costs, and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.commands import digits
from core.commands.keeping import Keeper
from core.commands.terminal import Live, ReaderGoneError, json_line, note, out, percent
from core.errors import UserError, unwritable
from core.exporting import export
from core.files import presence
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes import file as recipe_file
from core.recipes import recipe as recipes
from core.recipes.preparation import prepared
from core.recipes.recipe import Recipe
from core.training.trainer import Progress, RunResult, Trainer

Costs = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class TrainOptions:
    """What the user asked for; None = as the recipe says, or not at all."""

    recipe: str = recipes.TUTORIAL.name
    steps: int | None = None
    seed: int | None = None
    learning_rate: float | None = None
    batch: int | None = None
    layers: tuple[str, ...] | None = None
    initial_weights: Path | None = None
    save: Path | None = None
    costs: bool = False
    as_json: bool = False
    data: Path | None = None


def train(options: TrainOptions) -> None:
    """Train and print the result; raises UserError for anything wrong in the options, before anything is loaded."""
    recipe = chosen_recipe(options)
    start = export.load(options.initial_weights) if options.initial_weights else None
    if options.save:
        _check_writable(options.save)
    result, costs = _run(options, recipe, start)
    if options.save:
        _save(options.save, result)
    elif result.diverged:
        note(f"digitscope: {_diverged(result)}; try a smaller learning rate.")
    out([_as_json(result, costs if options.costs else None)] if options.as_json else _as_text(result))


def chosen_recipe(options: TrainOptions) -> Recipe:
    """Return the recipe asked for, with what was changed by hand; raises UserError for an unknown name or setting."""
    recipe = recipe_file.named_or_loaded(options.recipe)
    names = ("steps", "learning_rate", "batch", "layers")
    asked = {name: value for name in names if (value := getattr(options, name)) is not None}
    changed = {name: value for name, value in asked.items() if value != getattr(recipe, name)}
    if changed:
        recipe = replace(recipe, **changed, based_on=recipe.based_on or recipe.name)
    return recipe if options.seed is None else replace(recipe, seed=options.seed)


def _check_writable(path: Path) -> None:
    """Refuse a place that cannot be written to before minutes of training are lost."""
    try:
        if presence.is_folder(path):
            raise UserError(f"{path} is a folder; name a file, such as {path / 'weights.npz'}.")
        if not presence.is_folder(path.parent):
            raise UserError(f"{path} cannot be written: the folder {path.parent} does not exist.")
    except OSError as error:
        raise unwritable(path, error) from None


def _run(options: TrainOptions, recipe: Recipe, start: Weights | None) -> tuple[RunResult, Costs]:
    dataset = digits.found(options.data)
    added = digits.added(recipe, options.data)
    what = f"based on {recipe.based_on}" if recipe.based_on else recipe.name
    note(f"Training: {what}, {recipe.steps:,} steps of {recipe.batch} images, seed {recipe.seed}.")
    printed = options.costs and not options.as_json
    keeper = Keeper(recipe, dataset, added, start)
    with Live("loading TensorFlow", plain=not printed) as live, keeper:
        trainer = Trainer(recipe, prepared(dataset, recipe, added), start=start)
        costs = _followed(trainer, live, keeper, _printer(options.save is not None) if printed else None)
        result = trainer.result()
        keeper.finish(result)
        return result, costs


def _followed(trainer: Trainer, live: Live, keeper: Keeper, show: Callable[[Costs], None] | None) -> Costs:
    """Train to the end and return all costs; they are kept, and go to `show`, or else on the live line."""
    parts: list[Costs] = [np.empty(0, np.float32)]
    for progress in trainer:
        parts.append(progress.costs)
        keeper.add(progress)
        if show is not None:
            show(progress.costs)
        else:
            live.show(_line(progress), progress.step, progress.total)
    return np.concatenate(parts)


def _line(progress: Progress) -> str:
    return f"step {progress.step:,} of {progress.total:,}, cost {progress.costs[-1]:.3f}"


def _printer(to_the_end: bool) -> Callable[[Costs], None]:
    """Return what prints a line a cost; `to_the_end` lets the run go on when nobody reads any longer."""
    is_read = True

    def show(costs: Sequence[float] | Costs) -> None:
        nonlocal is_read
        try:
            out(f"Cost: {cost:f}" for cost in costs if is_read)
        except ReaderGoneError:
            is_read = False
            if not to_the_end:
                raise

    return show


def _save(path: Path, result: RunResult) -> None:
    if result.diverged:
        raise UserError(f"{_diverged(result)}; {path} is not written; use a smaller learning rate.")
    weights_file.save(path, result.weights)
    note(f"Saved: {path}")


def _diverged(result: RunResult) -> str:
    return f"the run diverged: its cost left all bounds by step {result.steps:,}"


def _as_json(result: RunResult, costs: Costs | None) -> str:
    told: dict[str, Any] = {
        "recipe": result.recipe.name,
        "seed": result.recipe.seed,
        "steps": result.steps,
        "seconds": result.seconds,
        "steps_per_second": result.steps / result.seconds,
        "final_cost": result.final_cost,
        "validation_accuracy": result.validation_accuracy,
        "test_accuracy": result.test_accuracy,
    }
    if result.diverged:
        told["diverged"] = True
    return json_line(told if costs is None else {**told, "costs": costs.tolist()})


def _as_text(result: RunResult) -> list[str]:
    speed = f"{result.steps / result.seconds:,.0f} steps/s"
    lines = [f"{result.steps:,} steps in {result.seconds:.2f} s ({speed}), final cost {result.final_cost:.3f}"]
    lines.append(f"Validation accuracy: {percent(result.validation_accuracy)}")
    lines.append(f"Test accuracy: {percent(result.test_accuracy)}")
    return lines
