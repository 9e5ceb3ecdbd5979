"""Stores a run while it trains: what it is given is buffered, and a flush, at most twice a second, puts it on the disk.

`add`, `mark` and `finish` take microseconds and never touch the disk, so a window's thread may call them. `flush` does
all the writing (milliseconds, more on a slow disk): call it from another thread, or where waiting does no harm.
"""

import json
import threading
import time
from collections import deque
from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from itertools import count
from pathlib import Path

import numpy as np

from core.arrays import Floats
from core.digits.dataset import Dataset, LabelledImages
from core.files.whole import append, part_of
from core.model import weights_file
from core.model.softmax import Weights
from core.recipes.recipe import Recipe
from core.runs import coding, files
from core.runs.facts import EXTENDED, RATE, Origin, Outcome, RunEvent, RunFacts, Taught, dataset_facts, versions
from core.runs.locks import RunLock
from core.training.reports import Checkpoint, Progress, RunResult
from core.words import say

FLUSH_S = 0.5  # with what a slow disk takes for it, a kill costs less than a second

Flushed = Checkpoint | RunEvent | RunResult


class RunWriter:
    """Writes one run into a folder of runs."""

    def __init__(
        self,
        folder: Path,
        recipe: Recipe,
        dataset: Dataset,
        *,
        pen_digits: LabelledImages | None = None,
        start: Weights | None = None,
        parent: Origin | None = None,
        taught: Taught | None = None,
    ) -> None:
        """Begin to store a run; the disk is first touched by `flush`.

        folder : of all runs
        dataset : as it came from its source, before it was prepared for the recipe
        pen_digits : those given to core.recipes.preparation.prepared; left out where the recipe takes none
        start : weights that replace the recipe's start weights; parent : the run and step they come from
        taught : whose digits a run of fine-tuning learned from
        """
        now = datetime.now().astimezone()
        self.run_id = files.new_id(now)

        def facts() -> RunFacts:
            when = now.isoformat(timespec="seconds")
            data = dataset_facts(dataset, pen_digits if recipe.adds_digits else None)
            return RunFacts(self.run_id, when, recipe, data, versions(), parent, start is not None, taught)

        self._folder = folder / self.run_id
        self._make_facts = facts
        self._facts: RunFacts | None = None
        self._start = start
        self._waiting: deque[Floats | Flushed] = deque()
        self._pending: list[Floats | Flushed] = []  # taken by a flush, not yet safe
        self._flushed_s = time.monotonic()
        self._has_reported = False
        self._flushing = threading.Lock()
        self._lock = RunLock(self._folder)
        self._costs_file = files.GrowingArray(self._folder / files.COSTS)
        shape = files.snapshot_shape(recipe.architecture)
        self._snapshots_file = files.GrowingArray(self._folder / files.SNAPSHOTS, shape)

    @property
    def is_due(self) -> bool:
        """Whether something waits to be flushed, and the last flush is long enough ago."""
        return bool(self._waiting or self._pending) and time.monotonic() - self._flushed_s >= FLUSH_S

    def add(self, progress: Progress) -> None:
        """Store what a report brings."""
        self._waiting.append(progress.costs)
        self._waiting.extend(RunEvent(step, EXTENDED, steps) for step, steps in progress.added)
        self._waiting.extend(RunEvent(step, RATE, rate) for step, rate in progress.rate_changes)
        self._waiting.extend(progress.checkpoints)

    def mark(self, step: int, kind: str, value: float | None = None) -> None:
        """Store a change of pace (steps/s) or a pause after so many steps; changes of rate come with the reports."""
        self._waiting.append(RunEvent(step, kind, value))

    def finish(self, result: RunResult) -> None:
        """Store what came of the run; it may still be extended, and finish again."""
        self._waiting.append(result)

    def flush(self) -> str:
        """Write all that waits; return a sentence for the user, once, when the disk refuses, else nothing.

        What could not be written waits for the next flush; what was stored stays good.
        """
        with self._flushing:
            self._flushed_s = time.monotonic()
            try:
                self._write()
            except OSError as error:
                if not self._has_reported:
                    self._has_reported = True
                    return say(
                        "This run cannot be stored for now ({reason}); it goes on, and what was stored before "
                        "stays good.",
                        reason=error.strerror or error,
                    )
            return ""

    def close(self) -> str:
        """Flush, and let other processes know that nobody writes this run now; return as `flush` does.

        A run that goes on after all, since it is extended or its reset was undone, is taken up by the next flush.
        """
        sentence = self.flush()
        self._lock.release()
        return sentence

    def _write(self) -> None:
        """Write in an order that holds at every moment: costs, snapshots, then the events that count on them."""
        facts = self._facts or self._make_folder()
        self._lock.take()
        while self._waiting:  # another thread may be filling it
            self._pending.append(self._waiting.popleft())
        if costs := [item for item in self._pending if isinstance(item, np.ndarray)]:
            self._costs_file.append(np.concatenate(costs))
            self._pending = [item for item in self._pending if not isinstance(item, np.ndarray)]
        while self._pending:
            # up to the first result, which is written after all that came before it
            ends = (place + 1 for place, item in enumerate(self._pending) if isinstance(item, RunResult))
            some = self._pending[: next(ends, len(self._pending))]
            self._write_events([item for item in some if isinstance(item, Checkpoint | RunEvent)])
            if isinstance(result := some[-1], RunResult):
                files.write_whole(self._folder / files.WEIGHTS, weights_file.to_bytes(result.weights))
                outcome = Outcome(**{field.name: getattr(result, field.name) for field in fields(Outcome)})
                files.write_json(self._folder / files.RUN, coding.facts_to_json(facts, outcome))
            del self._pending[: len(some)]

    def _make_folder(self) -> RunFacts:
        """Make the run's folder, with run.json in it, in one step."""
        facts = self._make_facts()
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        with part_of(self._folder.parent) as part:
            whole = part / self.run_id
            whole.mkdir()
            if self._start is not None:
                files.write_whole(whole / files.START, weights_file.to_bytes(self._start))
            files.write_json(whole / files.RUN, coding.facts_to_json(facts, None))
            whole.rename(self._folder)
        files.settle_folder(self._folder.parent)
        self._facts = facts
        return facts

    def _write_events(self, items: Sequence[Checkpoint | RunEvent]) -> None:
        points = [item for item in items if isinstance(item, Checkpoint)]
        numbers = count(self._snapshots_file.rows)
        if points:
            rows = np.stack([np.concatenate([array.ravel() for array in point.weights.arrays]) for point in points])
            self._snapshots_file.append(rows.reshape(len(points), *self._snapshots_file.row_shape))
        events = (
            coding.mark_to_json(item) if isinstance(item, RunEvent) else coding.checkpoint_to_json(item, next(numbers))
            for item in items
        )
        if lines := "".join(json.dumps(event) + "\n" for event in events):
            append(self._folder / files.EVENTS, lines)
