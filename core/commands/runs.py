"""`digitscope runs` and `digitscope export`: stored runs, compared, repeated, removed, and exported."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from core.commands import data, terminal
from core.commands.terminal import JsonOption, Live, json_line, note, out, percent, table_lines
from core.digits.dataset import DIGITS
from core.errors import UserError
from core.exporting import export
from core.exporting.keras_file import KERAS
from core.importing import models
from core.model import weights_file
from core.recipes.file import values_of
from core.recipes.preparation import prepared
from core.runs import RunRecord, RunStore, RunSummary
from core.runs.facts import EXTENDED, RATE, difference
from core.runs.repeat import Repetition, check_same_images, compared

HEAD = ["run", "", "name", "steps", "cost", "validation", "test", "seconds"]
TEXTS = 3  # columns of the table that are no numbers
HINTS = {"tensorboard": "Look at it with: tensorboard --logdir {} (pip install 'digitscope[export]' brings it)."}

RUN_HELP = "A run's id, the beginning of it, its name, or last."
RunArgument = Annotated[str, typer.Argument(metavar="RUN", help=RUN_HELP)]
RunsArgument = Annotated[list[str], typer.Argument(metavar="RUN...", help=RUN_HELP)]

runs_app = typer.Typer(help="See, compare, repeat and remove the stored runs.", rich_markup_mode=None)


@runs_app.command("list")
def list_all(as_json: JsonOption = False) -> None:
    """List the stored runs, the newest first."""
    listing = RunStore().listing()
    note(*listing.faults)
    if as_json:
        out(json_line(_facts(run)) for run in listing.runs)
    elif listing.runs:
        out(table_lines(HEAD, [_row(run) for run in listing.runs], texts=TEXTS))
    else:
        note("No runs are stored yet: digitscope train stores each it makes.")


@runs_app.command("show")
def show(run: RunArgument, as_json: JsonOption = False) -> None:
    """Print all that is stored of a run."""
    record = _opened(run)
    if as_json:
        marks = [asdict(mark) for mark in record.marks]
        points = [asdict(point) for point in record.points]
        out([json_line({**_facts(record.summary), "changes": marks, "validation": points})])
    else:
        out(table_lines([record.summary.run_id, ""], _rows_of(record), texts=2))


@runs_app.command("compare")
def compare(run: RunsArgument) -> None:
    """Print runs beneath each other, and in words what differs."""
    runs = [RunStore().find(name) for name in run]
    out(table_lines(HEAD, [_row(each) for each in runs], texts=TEXTS))
    out(difference(runs[0], each) for each in runs[1:])


@runs_app.command("repeat")
def repeat(
    run: RunArgument,
    folder: terminal.DataOption = None,
    as_json: JsonOption = False,
    as_it_is: terminal.AsItIsOption = False,
) -> None:
    """Train a run again from its record, and see whether its costs come out the same."""
    record = _opened(run)
    if not len(record.costs):
        raise UserError(f"the run {record.summary.run_id} has no steps that could be repeated.")
    dataset, recipe = data.found(folder, as_it_is), record.facts.recipe
    added = data.added(recipe, folder)
    check_same_images(record, dataset, added)
    with Live("loading TensorFlow") as live:
        again = Repetition(record, prepared(dataset, recipe, added))
        parts = [np.empty(0, np.float32)]
        for progress in again:
            parts.append(progress.costs)
            live.show(f"step {progress.step:,} of {len(record.costs):,}", progress.step, len(record.costs))
    comparison = compared(record, np.concatenate(parts))
    why = f" ({'; '.join(comparison.changed)})" if comparison.changed else ""
    if as_json:
        out([json_line({"run": record.summary.run_id, "steps": again.step, **asdict(comparison)})])
    else:
        differ = f"the costs differ by at most {comparison.worst:.2g} of their value{why}"
        found = "every cost is the same, bit for bit" if comparison.equal else differ
        out([f"{again.step:,} steps repeated: {found}."])
    if not comparison.close:
        raise UserError(f"the run {record.summary.run_id} did not repeat: its costs are others now{why}.")


@runs_app.command("remove")
def remove(run: RunsArgument) -> None:
    """Delete runs, damaged ones by their whole ids; for an hour they can be brought back."""
    for run_id in RunStore().delete([RunStore().id_of(name) for name in run]):
        note(f"Removed: {run_id}; for an hour it comes back with: digitscope runs restore {run_id}")


@runs_app.command("restore")
def restore(run: RunsArgument) -> None:
    """Bring deleted runs back, by their ids."""
    for run_id in run:
        if not RunStore().restore([run_id]):
            raise UserError(f"the run {run_id!r} is not among those that were deleted lately.")
        note(f"Back: {run_id}")


def export_run(
    run: Annotated[str, typer.Argument(metavar="RUN", help=f"{RUN_HELP} Or a file of weights, W.npz or W.keras.")],
    path: Annotated[Path, typer.Argument(metavar="PATH", help="Where to write; a new folder for some kinds.")],
    kind: Annotated[str, typer.Option("--to", metavar="KIND", help=f"One of {', '.join(export.KINDS)}.")],
    step: Annotated[int | None, typer.Option(metavar="N", min=0, help="The weights of this step.")] = None,
) -> None:
    """Write a run, or the weights that came of it, for another tool."""
    export.exporter(kind)  # another kind is refused before anything is opened
    if Path(run).suffix in (weights_file.SUFFIX, KERAS):
        export.export_weights(models.opened(Path(run)).weights, kind, path)
    else:
        record = _opened(run)
        _check_step(record, step)
        export.export(record, kind, path, step)
        if record.summary.outcome is None:
            note(_how_far(record))
    note(f"Saved: {path}")
    if kind in HINTS:
        note(HINTS[kind].format(path))


def _check_step(record: RunRecord, step: int | None) -> None:
    """Raise UserError for a step that a run did not make, and say which stored one stands for another."""
    made, run_id = record.summary.steps, record.summary.run_id
    if step is not None and step > made:
        raise UserError(f"the run {run_id} made {made:,} steps, so it has no weights of step {step:,}.")
    if step is not None and step not in record.snapshot_steps:
        stored = max(each for each in record.snapshot_steps if each < step)
        note(f"Step {step:,} is not stored: these are the weights of step {stored:,}, the last before it.")


def _how_far(record: RunRecord) -> str:
    """Return how far a run without an outcome had come when it was opened: what is exported is of that moment."""
    what = "is still training" if record.summary.state == "running" else "has not come to its end"
    return f"The run {record.summary.run_id} {what}: step {record.summary.steps:,} of {record.total:,}."


def _opened(wanted: str) -> RunRecord:
    return RunStore().open(RunStore().find(wanted).run_id)


def _row(run: RunSummary) -> list[str]:
    star, outcome = "*" if run.label.starred else "", run.outcome
    if outcome is None:
        steps = f"{run.steps:,} of {max(run.steps, run.recipe.steps):,}"
        return [run.run_id, star, run.title, steps, "-", "-", "-", "-"]
    shares = [percent(outcome.validation_accuracy), percent(outcome.test_accuracy)]
    cost, seconds = f"{outcome.final_cost:.3f}", f"{outcome.seconds:.2f}"
    return [run.run_id, star, run.title, f"{run.steps:,}", cost, *shares, seconds]


def _facts(run: RunSummary) -> dict[str, object]:
    facts, outcome = run.facts, run.outcome and asdict(run.outcome)
    begun = {"state": run.state, "steps": run.steps, "started": facts.started, "recipe": values_of(run.recipe)}
    origin = {"dataset": asdict(facts.dataset), "parent": facts.parent and asdict(facts.parent)}
    return {"run": run.run_id, **asdict(run.label), **begun, **origin, "versions": facts.versions, "outcome": outcome}


def _rows_of(record: RunRecord) -> list[list[str]]:
    run, facts = record.summary, record.facts
    rows = [["name", run.title], ["state", run.state], ["begun", facts.started]]
    if run.label.note:
        rows.append(["note", " ".join(run.label.note.split())])
    settings = values_of(run.recipe) | {"layers": ", ".join(run.recipe.layers) or "none hidden"}
    settings["initial_weights"] = facts.start_in_words or settings["initial_weights"]
    rows += [["recipe" if name == "name" else name.replace("_", " "), str(each)] for name, each in settings.items()]
    rows += [["data", f"{facts.dataset.title} ({facts.dataset.source})"], ["SHA-256", facts.dataset.checksum]]
    if facts.dataset.class_names != DIGITS:
        rows.append(["classes", ", ".join(facts.dataset.class_names)])
    rows += [[f"step {mark.step:,}", f"{mark.kind} {mark.value:g}"] for mark in record.marks
             if mark.kind in (RATE, EXTENDED) and mark.value is not None]  # fmt: skip
    rows.append(["steps made", f"{run.steps:,} of {record.total:,}, {len(record.snapshot_steps):,} snapshots"])
    if run.outcome is not None:
        rows.append(["validation", percent(run.outcome.validation_accuracy)])
        rows.append(["test", percent(run.outcome.test_accuracy)])
    return rows + [[name, version] for name, version in facts.versions.items()]
