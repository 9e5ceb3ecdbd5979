"""Which run is the current one, and what of the thread's reports is of it: late ones of older runs are dropped."""

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from core.digits.dataset import LabelledImages
from core.training.trainer import Progress, RunResult, Trainer
from gui.jobs.run_state import RunState
from gui.jobs.training_thread import TrainingThread


@dataclass(slots=True)
class GivenUpRun:
    """A run that can be brought back, and what it was doing."""

    trainer: Trainer
    state: RunState
    late: list[Progress] = field(default_factory=list)  # what it still reported: its last block of steps


class CurrentRun(QObject):
    """Owns the number of the run and what brings one back; every signal is of the current run alone."""

    made_ready = Signal(object)  # LabelledImages: what it trains on
    progressed = Signal(object)  # Progress
    stood_still = Signal()
    ended = Signal(object)  # RunResult
    failed = Signal(str)  # one sentence

    def __init__(self, thread: TrainingThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.number = 0
        self.trainer: Trainer | None = None  # the thread's while it runs; None until its images are ready
        self.given_up: GivenUpRun | None = None
        self._newest = 0
        self._late: list[Progress] = []  # of a run that was brought back, not told yet
        thread.made_ready.connect(self._on_made_ready)
        thread.reported.connect(self._on_reported)
        thread.stood_still.connect(self._on_stood_still)
        thread.ended.connect(self._on_ended)
        thread.run_failed.connect(self._on_failed)

    def renew(self) -> None:
        """Number the next run; nothing is heard of those before, and none of them can be brought back."""
        self._newest += 1
        self.number, self.trainer, self.given_up, self._late = self._newest, None, None, []

    def give_up(self, state: RunState) -> None:
        """Number the next run, and let this one, which did that, be brought back if it has begun."""
        given_up = None if self.trainer is None else GivenUpRun(self.trainer, state, self._late)
        self.renew()
        self.given_up = given_up

    def bring_back(self, run: GivenUpRun) -> None:
        """Go on with a run that was given up; what it reported meanwhile is told before anything else of it."""
        self.renew()
        self.number, self.trainer, self._late = run.trainer.run, run.trainer, run.late
        QTimer.singleShot(0, self._tell_late)  # when whoever asked for it shows it again

    def _tell_late(self) -> None:
        late, self._late = self._late, []
        for progress in late:
            self.progressed.emit(progress)

    def _on_made_ready(self, trainer: Trainer, training: LabelledImages) -> None:
        if trainer.run == self.number:
            self.trainer = trainer
            self.made_ready.emit(training)

    def _on_reported(self, progress: Progress) -> None:
        if progress.run == self.number:
            self._tell_late()
            self.progressed.emit(progress)
        elif self.given_up is not None and progress.run == self.given_up.trainer.run:
            self.given_up.late.append(progress)

    def _on_stood_still(self, run: int) -> None:
        if run == self.number:
            self._tell_late()
            self.stood_still.emit()

    def _on_ended(self, run: int, result: RunResult) -> None:
        if run == self.number:
            self._tell_late()
            self.ended.emit(result)

    def _on_failed(self, run: int, sentence: str) -> None:
        if run == self.number:
            self.failed.emit(sentence)
