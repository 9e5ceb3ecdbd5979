"""`digitscope train`: a run of a recipe, its costs, and what came of it."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from core.arrays import Floats
from core.commands import data, terminal
from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError, writing
from core.files import presence, whole
from core.importing import models
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes import file as recipe_file
from core.recipes.preparation import prepared
from core.recipes.recipe import LADDER, TUTORIAL, Recipe
from core.runs import RunStore, RunWriter
from core.training.reports import Progress, RunResult
from core.training.trainer import Trainer


class Recorder(RunWriter):
    """Stores one run while it trains, as the window stores its own; what is made of it stays however it ends."""

    def __init__(self, recipe: Recipe, dataset: Dataset, added: LabelledImages | None, start: Weights | None) -> None:
        """Take the data set as it was found, and the digits that the recipe adds."""
        self._store, self._step = RunStore(), 0
        super().__init__(self._store.folder, recipe, dataset, pen_digits=added, start=start)

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        """Write what waits, say what an interrupted run left, and tidy up where all runs take too much room."""
        terminal.note(self.close())
        if kind is KeyboardInterrupt and self._step:
            stored = f"{self._step:,} steps are stored as the run {self.run_id}"
            terminal.note(f"Interrupted: {stored} (digitscope runs show last).")
        terminal.note(*self._store.tidy())

    def add(self, progress: Progress) -> None:
        """Store what a report brings, on the disk within about a second."""
        super().add(progress)
        self._step = progress.step
        if self.is_due:
            terminal.note(self.flush())


def train(
    recipe: Annotated[
        str, typer.Option(metavar="NAME|FILE", help=f"One of {', '.join(LADDER)}; or a recipe in a .json file.")
    ] = TUTORIAL.name,
    steps: Annotated[int | None, typer.Option(metavar="N", help="Steps to make; else the recipe's.")] = None,
    seed: Annotated[int | None, typer.Option(metavar="N", help="Seed of start weights and shuffling.")] = None,
    learning_rate: Annotated[float | None, typer.Option(metavar="X", help="Else the recipe's.")] = None,
    batch: Annotated[int | None, typer.Option(metavar="N", help="Images a step; else the recipe's.")] = None,
    layers: Annotated[
        str | None, typer.Option(metavar="LAYERS", help='Hidden layers, such as "dense 128, dense 64"; "" for none.')
    ] = None,
    initial_weights: Annotated[Path | None, typer.Option(metavar="W.npz", help="Weights to start from.")] = None,
    save: Annotated[Path | None, typer.Option(metavar="W.npz", help="Where to save the weights.")] = None,
    costs: Annotated[bool, typer.Option("--costs", help="Print the cost of every step.")] = False,
    as_json: terminal.JsonOption = False,
    folder: terminal.DataOption = None,
    as_it_is: terminal.AsItIsOption = False,
) -> None:
    """Train a network and print its accuracy.

    A run that diverges is no error: it is said so on standard error and, with --json, by "diverged": true, and the
    exit status is 0. With --save it is 2, for no weights are saved then.
    """
    hidden = None if layers is None else tuple(part.strip() for part in layers.split(",") if part.strip())
    settings = {"steps": steps, "learning_rate": learning_rate, "batch": batch, "layers": hidden}
    chosen = chosen_recipe(recipe, seed, {name: value for name, value in settings.items() if value is not None})
    start = models.opened(initial_weights).weights if initial_weights else None
    if save:
        _check_writable(save)
    dataset = data.found(folder, as_it_is)
    result, all_costs = _run(chosen, start, dataset, folder, costs and not as_json, bool(save))
    diverged = f"the run diverged: its cost left all bounds by step {result.steps:,}" if result.diverged else ""
    if save and diverged:
        raise UserError(f"{diverged}; {save} is not written; use a smaller learning rate.")
    if save:
        weights_file.save(save, result.weights)
        terminal.note(f"Saved: {save}")
    elif diverged:
        terminal.note(f"digitscope: {diverged}; try a smaller learning rate.")
    terminal.out([_as_json(result, dataset, all_costs if costs else None)] if as_json else _as_text(result, dataset))


def chosen_recipe(wanted: str, seed: int | None, settings: Mapping[str, Any]) -> Recipe:
    """Return a recipe with settings changed by hand; raises UserError for an unknown name or setting."""
    recipe = recipe_file.named_or_loaded(wanted)
    changed = {name: value for name, value in settings.items() if value != getattr(recipe, name)}
    if changed:
        recipe = replace(recipe, **changed, based_on=recipe.based_on or recipe.name)
    return recipe if seed is None else replace(recipe, seed=seed)


def _check_writable(path: Path) -> None:
    """Refuse a place that cannot be written to before minutes of training are lost."""
    with writing(path):
        if presence.is_folder(path):
            raise UserError(f"{path} is a folder; name a file, such as {path / 'weights.npz'}.")
        if models.reader_of(path):
            raise UserError(f"{path} would be opened as another tool's model: name it .npz, and export the run.")
        if presence.is_file(path) or not presence.exists(path):
            with whole.part_of(whole.real(path).parent):
                pass  # whether anything may be made in a folder is known only once it was


def _run(
    recipe: Recipe, start: Weights | None, dataset: Dataset, folder: Path | None, prints: bool, to_the_end: bool
) -> tuple[RunResult, Floats]:
    """Train and store a run; return what came of it and all costs; `to_the_end` even if nobody reads those printed."""
    added = data.added(recipe, folder)
    what = f"based on {recipe.based_on}" if recipe.based_on else recipe.name
    terminal.note(f"Training: {what}, {recipe.steps:,} steps of {recipe.batch} images, seed {recipe.seed}.")
    parts = [np.empty(0, np.float32)]
    with terminal.Live("loading TensorFlow", plain=not prints) as live:
        trainer = Trainer(recipe, prepared(dataset, recipe, added), start=start)  # what it refuses is no run
        with Recorder(recipe, dataset, added, start) as recorder:
            for progress in trainer:
                parts.append(progress.costs)
                recorder.add(progress)
                if not prints:
                    line = f"step {progress.step:,} of {progress.total:,}, cost {progress.costs[-1]:.3f}"
                    live.show(line, progress.step, progress.total)
                    continue
                try:
                    terminal.out(f"Cost: {cost:f}" for cost in progress.costs)
                except terminal.ReaderGoneError:
                    if not to_the_end:
                        raise
            result = trainer.result()
            recorder.finish(result)
    return result, np.concatenate(parts)


def _as_json(result: RunResult, dataset: Dataset, costs: Floats | None) -> str:
    found: dict[str, Any] = {"recipe": result.recipe.name, "seed": result.recipe.seed, "data": dataset.title}
    found |= {"steps": result.steps, "seconds": result.seconds, "steps_per_second": result.steps / result.seconds}
    found |= {name: getattr(result, name) for name in ("final_cost", "validation_accuracy", "test_accuracy")}
    found |= {"diverged": True} if result.diverged else {}
    return terminal.json_line(found if costs is None else {**found, "costs": costs.tolist()})


def _as_text(result: RunResult, dataset: Dataset) -> list[str]:
    speed = f"{result.steps / result.seconds:,.0f} steps/s"
    made = f"{result.steps:,} steps in {result.seconds:.2f} s ({speed}), final cost {result.final_cost:.3f}"
    shares = {"Validation": result.validation_accuracy, "Test": result.test_accuracy}
    return [made, *(f"{name} accuracy: {terminal.percent(share)} ({dataset.title})" for name, share in shares.items())]
