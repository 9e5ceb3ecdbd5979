"""Stored runs taken up again: opened in the window, compared on the plots, repeated, and exported."""

from collections.abc import Callable
from typing import TypeVar

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from core.digits.dataset import Dataset, shown_names
from core.exporting import export
from core.files.folders import file_name
from core.runs.facts import RATE, dataset_facts
from core.runs.record import RunRecord
from core.training.reports import Checkpoint
from core.training.schedule import Schedule
from core.words import said, say
from gui.frame.status_line import StatusLine
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import RequestedRun
from gui.look.run_colours import colour_of
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.plots.run_plot import EARLIER
from gui.plots.smoothing_button import amount_for
from gui.runs.run_recorder import RunRecorder
from gui.runs.runs_panel import RunsPanel
from gui.state.shown_run import ReportedRun, RunCurves
from gui.system.save_dialog import asked_path
from gui.training.preparation_controller import say_what_waits
from gui.training.run_presenter import RunPresenter

Made = TypeVar("Made")


class StoredRuns(QObject):
    """Does what the Runs tab requests with runs as a whole; reads them in the recorder's thread."""

    export_written = Signal(str)  # where

    def __init__(
        self,
        panel: RunsPanel,
        recorder: RunRecorder,
        session: TrainingSession,
        presenter: RunPresenter,
        plots: tuple[CostPlot, AccuracyPlot],
        status: StatusLine,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel, self.recorder, self._session, self._presenter = panel, recorder, session, presenter
        self._plots, self._status, self._window = plots, status, window
        panel.open_requested.connect(self._on_open_requested)
        panel.compare_changed.connect(self._on_compare_changed)
        panel.repeat_requested.connect(self._on_repeat_requested)
        panel.export_requested.connect(self._on_export_requested)
        self.export_written.connect(lambda path: status.show_note(say("Saved {path}.", path=path)))

    def reopen(self, run_id: str) -> None:
        """Show a run again that was in view the last time, if it is still there."""
        if run_id and (self.recorder.store.folder / run_id).exists():
            self._on_open_requested(run_id)

    def _on_open_requested(self, run_id: str) -> None:
        dataset = self._session.requirements.data.dataset
        self._take_up(run_id, lambda record: reported_run(record, dataset), self.show)

    def _take_up(self, run_id: str, made: Callable[[RunRecord], Made], take: Callable[[Made], None]) -> None:
        """Take what is made of a stored run, unless another is under way by then."""

        def take_if_free(what: Made) -> None:
            if self._session.state.is_active:
                self._status.show_note(say("Finish or reset the run at hand first; a stored run takes its place."))
            else:
                take(what)

        self.recorder.submit(lambda: made(self.recorder.store.open(run_id)), take_if_free)

    def show(self, run: ReportedRun) -> None:
        """Show a stored run in place of the one that is shown, where none is under way."""
        self._session.stop()
        self._presenter.show(run)
        self.recorder.opened_id = run.run_id

    def _on_compare_changed(self, run_ids: list[str]) -> None:
        if len(run_ids) > EARLIER:
            note = say("{most} runs at most lie over each other: the first that were ticked.", most=EARLIER)
            self._status.show_note(note)
        chosen, total = self._plots[0].chosen_smoothing, self._plots[0].view.total

        def job() -> dict[str, RunCurves]:
            runs = {run_id: curves_of(self.recorder.store.open(run_id)) for run_id in run_ids[:EARLIER]}
            amount = amount_for(chosen, max([total, *(len(run.history) for run in runs.values())]))
            for run in runs.values():
                run.history.smoothed(amount)  # remembered; in the window's thread it would be felt
            return runs

        self.recorder.submit(job, self._on_compared)

    def _on_compared(self, runs: dict[str, RunCurves]) -> None:
        numbers = {run_id: place + 1 for place, run_id in enumerate(runs)}
        colours = [colour_of(number) for number in numbers.values()]
        longest, (cost, _) = max((len(run.history) for run in runs.values()), default=0), self._plots
        if longest > cost.view.total:  # first: it decides how much is smoothed, and those before need it no more
            cost.show_earlier(())
            for plot in self._plots:
                plot.view.set_total(longest)
        for plot in self._plots:
            plot.show_earlier(list(runs.values()), colours)
        self._panel.table.set_numbers(numbers)

    def _on_repeat_requested(self, run_id: str) -> None:
        self._take_up(run_id, repetition, self._session.request)

    def _on_export_requested(self, run_id: str, kind: str) -> None:
        suffix = export.KINDS[kind].suffix  # "" = a folder, which the export makes
        title = next((run.title for run in self._panel.table.runs if run.run_id == run_id), run_id)
        name, forms = f"{file_name(title)}{suffix or f'-{kind}'}", f"*{suffix}" if suffix else ""
        path, store = asked_path(self._window, say("Export"), name, forms), self.recorder.store
        if path is not None:
            say_what_waits(path.name, self._session, self._status)
            self._session.submit(
                lambda: export.export(store.open(run_id), kind, path), lambda _: self.export_written.emit(str(path))
            )


def reported_run(record: RunRecord, dataset: Dataset | None = None) -> ReportedRun:
    """Return a stored run as the window shows one, with the data set in use where the run was made with just that."""
    facts, outcome = record.facts, record.summary.outcome
    total = max(record.total, len(record.costs))
    run = ReportedRun(facts.recipe, total, curves_of(record), run_id=facts.run_id)
    stored = set(record.snapshot_steps)
    for point in record.points:
        if point.step in stored:
            weights = record.weights_at(point.step)
            run.checkpoints.append(Checkpoint(point.step, point.validation_accuracy, point.validation_cost, weights))
    final, run.start = record.final_weights(), record.start_weights()
    run.weights = final
    ends = [point for point in run.checkpoints if all(map(np.array_equal, point.weights.arrays, final.arrays))]
    run.best = ends[-1] if ends else None
    run.is_start_random = not facts.has_start and facts.recipe.initial_weights != "zeros"
    run.taught, run.continued_rate = facts.taught, _continued_rate(record)
    if outcome is not None:
        run.diverged, run.tested = outcome.diverged, (outcome.test_accuracy, facts.dataset.sizes[2])
    run.checksum = facts.dataset.checksum
    run.learned_from, run.class_names = said(facts.dataset.title), shown_names(facts.dataset.class_names)
    if dataset is not None and dataset_facts(dataset).checksum == run.checksum:
        run.dataset = dataset
    return run


def _continued_rate(record: RunRecord) -> float:
    """Return the learning rate that further steps of a stored run would begin with."""
    schedule = Schedule(record.facts.recipe)
    for mark in record.marks:
        if mark.kind == RATE and mark.value is not None:
            schedule.rate = mark.value
    return schedule.continued_rate


def repetition(record: RunRecord) -> RequestedRun:
    """Return the request that makes a stored run again: the same start, batches and changes."""
    facts = record.facts
    return RequestedRun(facts.recipe, False, record.start_weights() if facts.has_start else None, facts.parent, record)


def curves_of(record: RunRecord) -> RunCurves:
    """Return what the plots show of a stored run."""
    made, points = RunCurves(record.summary.title), record.points
    made.history.append(record.costs)
    made.steps, made.values = [point.step for point in points], [point.validation_accuracy for point in points]
    return made
