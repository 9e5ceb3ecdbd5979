"""A stored run, opened: its costs, validation points and changes, and the weights at each of its snapshots."""

from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.arrays import Floats
from core.errors import UserError, instead_of, reading
from core.files import presence
from core.files.json_fields import parsed, read_bytes
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes.recipe import Recipe, start_weights
from core.runs import coding, files
from core.runs.facts import EXTENDED, RATE, Label, Outcome, Point, RunEvent, RunFacts, RunSummary, State
from core.runs.locks import is_locked
from core.training.schedule import Schedule


class RunRecord:
    """One run as it is on the disk now; of a run that still trains, as it was at its last flush."""

    def __init__(self, folder: Path) -> None:
        """Open the folder of one run; raises UserError where it is no run, damaged, or of another format."""
        self.folder = folder
        self.summary = summary_of(folder)
        self.facts: RunFacts = self.summary.facts
        self.costs: Floats = files.read_rows(folder / files.COSTS)  # (n,) nats, of step 0 on
        events = files.read_events(folder / files.EVENTS, coding.event_from_json)
        events.sort(key=lambda event: event.step)
        self.marks = tuple(event for event in events if isinstance(event, RunEvent))
        self.points = tuple(event for event in events if isinstance(event, Point))
        self._snapshot_shape = files.snapshot_shape(self.facts.recipe.architecture)
        stored = files.count_rows(folder / files.SNAPSHOTS, self._snapshot_shape)
        self._snapshots = [point for point in self.points if point.snapshot < stored]
        # steps, rising, at which the weights are known: the start, 0, and each validation point still stored
        self.snapshot_steps: tuple[int, ...] = (0, *(point.step for point in self._snapshots))

    @property
    def total(self) -> int:
        """Steps that the run was to make, with those added later."""
        ends = (mark.step + int(mark.value or 0) for mark in reversed(self.marks) if mark.kind == EXTENDED)
        return next(ends, self.facts.recipe.steps)

    def weights_at(self, step: int) -> Weights:
        """Return the weights of the last snapshot at or before a step; of one layer it reads 31 KB."""
        place = bisect_right(self.snapshot_steps, step) - 1
        if place <= 0:
            return self.start_weights()
        number = self._snapshots[place - 1].snapshot
        rows = files.read_rows(self.folder / files.SNAPSHOTS, self._snapshot_shape, number, 1)
        if not len(rows):
            values = {"step": step, "run_id": self.summary.run_id}
            raise UserError("the weights at step {step:,} of {run_id} are no longer stored.", **values)
        made = self.facts.recipe.architecture
        return Weights(made, made.split(rows.ravel()), self.facts.recipe.stages, self.facts.recipe.name)

    def start_weights(self) -> Weights:
        """Return the weights before the first step; raises UserError when they were special and are missing."""
        if self.facts.has_start:
            return weights_file.load(self.folder / files.START)
        return start_weights(self.facts.recipe)

    def final_weights(self) -> Weights:
        """Return the result's weights, or of a stopped run the last stored; diverged ones may be no numbers."""
        if self.summary.outcome is not None:
            return weights_file.load(self.folder / files.WEIGHTS, self.summary.outcome.diverged)
        if len(self.snapshot_steps) > 1:
            return self.weights_at(self.snapshot_steps[-1])
        if presence.exists(self.folder / files.WEIGHTS):
            return weights_file.load(self.folder / files.WEIGHTS, may_have_diverged=True)
        return self.start_weights()

    def rates(self) -> Floats:
        """Return the learning rate of each step, (n,), with decay and changes by hand."""
        return rates_used(self.facts.recipe, self.marks, len(self.costs))


def rates_used(recipe: Recipe, marks: Iterable[RunEvent], steps: int) -> Floats:
    """Return the learning rates of a run's first steps, (steps,), given its changes in the order of their steps."""
    rates, schedule, first = np.empty(steps, np.float32), Schedule(recipe), 0
    for mark in (*marks, RunEvent(steps, "end")):
        end = max(first, min(mark.step, steps))
        rates[first:end] = schedule.rates(first, end - first)
        first = end
        if mark.kind == RATE and mark.value is not None:
            schedule.rate = mark.value
        elif mark.kind == EXTENDED and mark.value is not None:
            schedule.extend(mark.step, int(mark.value))
    return rates


@dataclass(frozen=True, slots=True)
class Known:
    """What run.json said when it was last read, and the file's time, size and number on the disk then."""

    stamp: tuple[int, int, int]
    facts: RunFacts
    outcome: Outcome | None


def known_of(folder: Path, before: Known | None = None) -> Known:
    """Return what run.json says; what was known before where it has not changed. Raises UserError as `RunRecord`."""
    path = folder / files.RUN
    no_run = UserError("{name} is not a stored run: it has no {run}.", name=folder.name, run=files.RUN)
    with reading(path), instead_of(FileNotFoundError, no_run):
        found = path.stat()
        stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
        if before is not None and before.stamp == stamp:
            return before
        facts, outcome = coding.facts_from_json(parsed(read_bytes(path), str(path)), path)
    if facts.run_id != folder.name:
        values = {"name": folder.name, "run": files.RUN, "run_id": facts.run_id}
        raise UserError("{name} is not a stored run: its {run} is of {run_id!r}.", **values)
    return Known(stamp, facts, outcome)


def summary_of(folder: Path, known: Known | None = None) -> RunSummary:
    """Return a run as tables show it, from two small files; raises UserError as `RunRecord` does."""
    known, steps = known_of(folder, known), files.count_rows(folder / files.COSTS)
    outcome = known.outcome
    if outcome is None or steps > outcome.steps:  # it never ended, or was trained on since that end
        return RunSummary(known.facts, label_of(folder), "running" if is_locked(folder) else "stopped", steps)
    state: State = "diverged" if outcome.diverged else "finished"
    return RunSummary(known.facts, label_of(folder), state, outcome.steps, outcome)


def label_of(folder: Path) -> Label:
    """Return what the user says of a run; a damaged label is none."""
    with suppress(OSError, UserError):
        given = parsed(read_bytes(folder / files.LABEL), str(folder / files.LABEL))
        return Label(given.text("name"), given.flag("starred"), given.text("note"))
    return Label()
