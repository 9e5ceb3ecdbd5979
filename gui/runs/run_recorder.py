"""Stores every run on the disk while it trains, from a thread of its own, so that the window never waits for a disk."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.runs.facts import PACE, PAUSED, RESUMED, Origin
from core.runs.store import RunStore
from core.runs.writer import RunWriter
from core.training.reports import Checkpoint, Progress, RunResult
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import TrainingOrder
from gui.jobs.worker import Worker
from gui.state.shared import NextRun


class RunRecorder(Worker):
    """Takes what the training session reports, and hands it to the writer of the run."""

    stored = Signal()  # a run was begun, or has ended: the list of runs is another

    def __init__(
        self, session: TrainingSession, next_run: NextRun, parent: QObject | None = None, folder: Path | None = None
    ) -> None:
        super().__init__("runs", parent)
        self.store = RunStore(folder)
        self._session = session
        self._writer: RunWriter | None = None
        self.opened_id = ""  # of the stored run that is shown in place of the one at hand
        self._step = 0
        next_run.pace_changed.connect(self._on_pace_changed)
        session.started.connect(self._on_started)
        session.progressed.connect(self._on_progressed)
        session.finished.connect(self._on_finished)
        session.state_changed.connect(self._on_state_changed)

    @property
    def run_id(self) -> str:
        """Name of the run that is recorded now; "" for none."""
        return self._writer.run_id if self._writer is not None else ""

    @property
    def shown_id(self) -> str:
        """Name of the stored run that is in view; "" for none."""
        return self.opened_id or self.run_id

    def origin_of(self, point: Checkpoint) -> Origin | None:
        """Return where a run that goes on from a point of the run shown comes from; None where that is not stored."""
        return Origin(self.shown_id, point.step) if self.shown_id else None

    def report(self, sentence: str) -> None:
        """Say what writing a run said, "" for nothing, and that the list of runs is another."""
        if sentence:
            self.failed.emit(sentence)
        self.stored.emit()

    def close(self, within_ms: int) -> bool:
        """Write what waits; return whether the thread has ended within that time."""
        self._let_go()
        return self.end(within_ms)

    def _on_pace_changed(self, pace: float) -> None:
        if self._writer is not None and self._session.state.is_going:
            self._writer.mark(self._step, PACE, pace)

    def _on_started(self, order: TrainingOrder) -> None:
        self._let_go()
        self.opened_id, self._step = "", 0
        run, added = order.requested, order.added_digits
        made_of = self.store.folder, run.recipe, order.dataset
        self._writer = RunWriter(*made_of, pen_digits=added, start=run.initial, parent=run.origin)

    def _on_progressed(self, progress: Progress) -> None:
        if self._writer is not None:
            is_first, self._step = not self._step, progress.step
            self._writer.add(progress)
            if is_first or self._writer.is_due:
                self.submit(self._writer.flush, self.report)

    def _on_finished(self, result: RunResult) -> None:
        if self._writer is not None:
            self._writer.finish(result)
            self.submit(self._writer.close, self.report)  # it may be deleted or made smaller until it goes on

    def _on_state_changed(self, state: RunState) -> None:
        if self._writer is None:
            return
        if state is RunState.LOADING:  # another run: what its states are is no change of this one
            self.opened_id = self.shown_id  # it stays in view until the next one begins
            self._let_go()
        elif state is RunState.IDLE:  # reset, which can be undone: the same record then goes on
            self._close(self._writer)
        elif self._step and state in (RunState.PAUSED, RunState.RUNNING):
            self._writer.mark(self._step, PAUSED if state is RunState.PAUSED else RESUMED)
            self.submit(self._writer.flush, self.report)

    def _close(self, writer: RunWriter) -> None:
        """Write what waits, of a run that has made a step: of others there is nothing to come back to."""
        if self._step:
            self.submit(writer.close, self.report)

    def _let_go(self) -> None:
        """Write the rest of the run at hand, and tidy up where all runs take too much room."""
        writer, self._writer = self._writer, None
        if writer is not None:
            self._close(writer)
            self.submit(self.store.tidy, lambda said: list(map(self.report, said)))
