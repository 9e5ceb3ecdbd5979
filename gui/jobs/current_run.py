"""Which run is the current one, and what of the thread's reports is of it: late ones of older runs are dropped."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import LabelledImages
from core.training.reports import Progress, RunResult
from core.training.trainer import Trainer
from gui.jobs.run_state import RunState
from gui.jobs.training_thread import TrainingThread


@dataclass(slots=True)
class DiscardedRun:
    """A run that can be brought back, and what it was doing."""

    trainer: Trainer
    state: RunState
    late: list[Progress] = field(default_factory=list)  # what it still reported: its last block of steps


class CurrentRun(QObject):
    """Owns the number of the run and what brings one back; every signal is of the current run alone."""

    run_prepared = Signal(object)  # LabelledImages: what it trains on
    progressed = Signal(object)  # Progress
    run_paused = Signal()
    ended = Signal(object)  # RunResult
    failed = Signal(str)  # one sentence

    def __init__(self, thread: TrainingThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = self._newest = 0
        self.trainer: Trainer | None = None  # the thread's while it runs; None until its images are ready
        self.discarded: DiscardedRun | None = None
        thread.run_prepared.connect(self._on_run_prepared)
        thread.reported.connect(self._on_reported)
        thread.run_paused.connect(self._on_run_paused)
        thread.ended.connect(self._on_ended)
        thread.run_failed.connect(self._on_failed)

    def renew(self) -> None:
        """Number the next run; nothing is heard of those before, and none of them can be brought back."""
        self._newest += 1
        self.number, self.trainer, self.discarded = self._newest, None, None

    def discard(self, state: RunState) -> None:
        """Number the next run, and let this one, which did that, be brought back if it has begun."""
        discarded = None if self.trainer is None else DiscardedRun(self.trainer, state)
        self.renew()
        self.discarded = discarded

    def restore(self, run: DiscardedRun) -> None:
        """Go on with a discarded run; what it reported meanwhile is for the caller to pass on."""
        self.renew()
        self.number, self.trainer = run.trainer.run, run.trainer

    def _on_run_prepared(self, trainer: Trainer, training: LabelledImages) -> None:
        if trainer.run == self.number:
            self.trainer = trainer
            self.run_prepared.emit(training)

    def _on_reported(self, progress: Progress) -> None:
        if progress.run == self.number:
            self.progressed.emit(progress)
        elif self.discarded is not None and progress.run == self.discarded.trainer.run:
            self.discarded.late.append(progress)

    def _on_run_paused(self, run: int) -> None:
        if run == self.number:
            self.run_paused.emit()

    def _on_ended(self, run: int, result: RunResult) -> None:
        if run == self.number:
            self.ended.emit(result)

    def _on_failed(self, run: int, sentence: str) -> None:
        if run == self.number:
            self.failed.emit(sentence)
