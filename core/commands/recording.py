"""Stores the runs of `digitscope train`, as the window stores its own."""

from core.commands.terminal import note
from core.digits.dataset import Dataset, LabelledImages
from core.files import folders
from core.model.softmax import Weights
from core.recipes.recipe import Recipe
from core.runs import RunStore, RunWriter
from core.training.reports import Progress, RunResult


def store() -> RunStore:
    """Return the user's stored runs."""
    return RunStore(folders.runs_folder())


class Recorder:
    """Stores one run while it trains; what is made of it stays however it ends."""

    def __init__(self, recipe: Recipe, dataset: Dataset, added: LabelledImages | None, start: Weights | None) -> None:
        """Take the data set as it was found, and the digits that the recipe adds."""
        self._store = store()
        self._step = 0
        self._writer = RunWriter(self._store.folder, recipe, dataset, pen_digits=added, start=start)

    def __enter__(self) -> "Recorder":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        """Write what waits, say what an interrupted run left, and tidy up where all runs take too much room."""
        note(self._writer.close())
        if kind is KeyboardInterrupt and self._step:
            run = self._writer.run_id
            note(f"Interrupted: {self._step:,} steps are stored as the run {run} (digitscope runs show last).")
        note(*self._store.tidy())

    def add(self, progress: Progress) -> None:
        """Store what a report brings, on the disk within about a second."""
        self._writer.add(progress)
        self._step = progress.step
        if self._writer.is_due:
            note(self._writer.flush())

    def finish(self, result: RunResult) -> None:
        """Store what came of the run."""
        self._writer.finish(result)
        note(self._writer.flush())
