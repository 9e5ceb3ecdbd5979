"""The run's state: the one place in the window that knows what is training, and drops late reports of older runs."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import count

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.recipes.recipe import Recipe
from core.training.reports import Progress, RunResult
from core.training.trainer import Trainer
from gui.jobs.run_requirements import RunRequirements
from gui.jobs.run_state import RunState
from gui.jobs.training_job import Controls
from gui.jobs.training_thread import RequestedRun, TrainingOrder, TrainingThread
from gui.jobs.worker import Made
from gui.state.shared import DataInUse


@dataclass(frozen=True, slots=True)
class DiscardedRun:
    """A run that can be brought back, and what it was doing."""

    trainer: Trainer
    state: RunState
    late: list[Progress] = field(default_factory=list)  # what it still reported: its last block of steps


class TrainingSession(QObject):
    """Owns the state of the run and its thread; every signal is of the current run, in the window's thread."""

    state_changed = Signal(object)  # RunState
    tensorflow_ready = Signal()
    waits = Signal(object)  # Requirement: what the requested run waits for now
    started = Signal(object)  # TrainingOrder: the run, and what it is made of
    training_ready = Signal(object)  # LabelledImages: what the current run trains on
    graph_listed = Signal(object)  # tuple of core.training.graph.GraphNode
    progressed = Signal(object)  # Progress; answer with `acknowledge_report` once it is painted
    finished = Signal(object)  # RunResult
    failed = Signal(str)  # one sentence: of the run, then FAILED is its state, or of another job

    def __init__(self, data: DataInUse, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.IDLE
        self.pace = np.inf  # steps/s
        self.requirements = RunRequirements(data, self)
        self._requested: RequestedRun | None = None  # waits for what it needs
        self._steps_ahead = 0  # single steps requested while it waits
        self._load_fault = ""  # one sentence: why there will be no TensorFlow
        self._controls = Controls()
        self._thread = TrainingThread(self)
        self._numbers, self.run = count(1), 0  # of runs, and of the current one
        self._trainer: Trainer | None = None  # the thread's while it runs; None until its images are ready
        self._discarded: DiscardedRun | None = None
        self.requirements.changed.connect(self._begin_or_wait)
        self._thread.loaded.connect(self.requirements.set_tensorflow_ready)
        self._thread.loaded.connect(self.tensorflow_ready)
        self._thread.load_failed.connect(self._on_load_failed)
        self._thread.graph_listed.connect(self.graph_listed)
        self._thread.failed.connect(self.failed)
        self._thread.reported.connect(self._on_reported)

    @property
    def can_undo_reset(self) -> bool:
        """Whether there is a run that was reset last."""
        return self._discarded is not None

    @property
    def can_continue(self) -> bool:
        """Whether there is a finished run that more steps can be added to."""
        return self.state is RunState.FINISHED and self._trainer is not None

    @property
    def learning_rate(self) -> float | None:
        """The learning rate of the current run before decay; None where there is none."""
        if self._controls.learning_rate is not None or self._trainer is None:
            return self._controls.learning_rate
        return self._trainer.schedule.rate

    def load(self) -> None:
        """Start the thread, whose first job is to import TensorFlow."""
        self._thread.load()

    def request(self, requested: RequestedRun) -> None:
        """Start a run that is described in full, at once or when TensorFlow and the data are there."""
        self._end()
        self._renew()
        self._requested, self._steps_ahead = requested, 0
        self._set_state(RunState.LOADING)
        if self._load_fault:
            self._fail(self._load_fault)
            return
        self.requirements.request(requested.recipe)
        self._begin_or_wait()

    def replace_requested(self, recipe: Recipe) -> None:
        """Train another recipe than requested, where the run has not started yet; it then repeats no stored run."""
        requested = self._requested
        if requested is not None:
            is_new = requested.record is None
            self._requested = replace(requested if is_new else RequestedRun(recipe, requested.paused), recipe=recipe)
            self.requirements.request(recipe)
            self._begin_or_wait()

    def extend(self, steps: int, rate: float | None = None) -> None:
        """Add steps to the finished run and go on; `rate` replaces the learning rate that it would go on with."""
        if (trainer := self._trainer) is not None and self.can_continue:
            self._new_controls(paused=False).learning_rate = trainer.schedule.continued_rate if rate is None else rate
            self._set_state(RunState.RUNNING)
            self._thread.go_on(trainer, self._controls, steps)

    def set_paused(self, paused: bool) -> None:
        """Pause, or go on."""
        if self.state.is_going:
            self._controls.paused = paused
            self._controls.wake()
            self._set_state(RunState.PAUSED if paused else RunState.RUNNING)

    def step(self) -> None:
        """Make one step and pause; a run that is loading makes it when it can."""
        if self.state is RunState.LOADING:
            self._steps_ahead += 1
        if self.state.is_going:
            self._controls.paused = True
            self._controls.request_steps(1)
            self._set_state(RunState.PAUSED)

    def reset(self) -> None:
        """Discard the run for new start weights; `undo_reset` brings it back."""
        self._end()
        discarded = None if self._trainer is None else DiscardedRun(self._trainer, self.state)
        self._renew()
        self._discarded = discarded
        self._set_state(RunState.IDLE)

    def undo_reset(self) -> bool:
        """Bring back the run that was reset last, paused where it was; return whether there was one.

        What it reported meanwhile comes at once: whoever shows the run has to show it again before this.
        """
        run = self._discarded
        if run is None:
            return False
        self._end()
        self.run, self._trainer, self._discarded = run.trainer.run, run.trainer, None
        if run.state.is_active:
            self._thread.go_on(run.trainer, self._new_controls(paused=True))
        self._set_state(RunState.PAUSED if run.state.is_active else run.state)
        for progress in run.late:
            self.progressed.emit(progress)
        return True

    def set_pace(self, steps_per_second: float) -> None:
        """Train at this pace, in steps/s (inf = as fast as it can), from the next block on."""
        self.pace = self._controls.pace = steps_per_second
        self._controls.wake()

    def set_learning_rate(self, rate: float) -> None:
        """Use this learning rate from the next block on."""
        self._controls.learning_rate = rate

    def acknowledge_report(self) -> None:
        """Report that the last report has been painted, so that the next may come."""
        self._controls.acknowledge_report()

    def submit(self, job: Callable[[], Made], then: Callable[[Made], object] | None = None) -> None:
        """Do a job that needs TensorFlow, such as an export, after the run at hand; `then` takes what it returns."""
        self._thread.submit(job, then)

    def list_graph(self, recipe: Recipe) -> None:
        """List the graph that TensorFlow builds for a recipe, where no run is at work; a run lists its own."""
        if self.requirements.has_tensorflow and not self.state.is_active:
            self._thread.list_graph(recipe, self.requirements.data.dataset)

    def stop(self) -> None:
        """End the run at hand for good, whatever it is doing; what it reports from now on is not passed on."""
        self._end()
        self._renew()
        self._set_state(RunState.IDLE)

    def close(self, within_ms: int) -> bool:
        """Stop everything; return whether the thread has ended (it cannot while TensorFlow is being imported)."""
        self.stop()
        return self._thread.close(within_ms)

    def _begin_or_wait(self) -> None:
        """Begin the requested run, if there is one, or report what it waits for."""
        requested = self._requested
        if requested is None:
            return
        missing = self.requirements.missing(requested.recipe)
        dataset, added = self.requirements.data.dataset, self.requirements.added_digits
        if missing is not None or dataset is None:
            self.waits.emit(missing)
            return
        self._requested = None
        controls = self._new_controls(requested.paused or self._steps_ahead > 0, self._steps_ahead)
        order = TrainingOrder(self.run, requested, dataset, added)
        self._thread.train(order, controls)
        self._set_state(RunState.PAUSED if controls.paused else RunState.RUNNING)
        self.started.emit(order)

    def _renew(self) -> None:
        """Number the next run; nothing is heard of those before, and none of them can be brought back."""
        self.run, self._trainer, self._discarded = next(self._numbers), None, None

    def _end(self) -> None:
        """Have the thread end the run at hand, and drop the one that waits."""
        self._requested = None
        self._controls.stopped = True
        self._controls.wake()

    def _new_controls(self, paused: bool, steps: int = 0) -> Controls:
        self._controls = Controls(self.pace, paused)
        self._controls.request_steps(steps)
        return self._controls

    def _set_state(self, state: RunState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_load_failed(self, sentence: str) -> None:
        self._load_fault = sentence
        self._fail(sentence)

    def _on_reported(self, run: int, news: Trainer | Progress | RunState | RunResult | str) -> None:
        discarded = self._discarded
        if discarded is not None and run == discarded.trainer.run and isinstance(news, Progress):
            discarded.late.append(news)
        elif run != self.run:
            return
        elif isinstance(news, Trainer):
            self._trainer = news
            self.training_ready.emit(news.dataset.training)
        elif isinstance(news, Progress):
            self.progressed.emit(news)
        elif isinstance(news, RunResult):
            self._set_state(RunState.DIVERGED if news.diverged else RunState.FINISHED)
            self.finished.emit(news)
        elif isinstance(news, str):
            self._fail(news)
        elif self.state is RunState.RUNNING and self._controls.paused:
            self._set_state(news)

    def _fail(self, sentence: str) -> None:
        self._requested = None
        self._set_state(RunState.FAILED)
        self.failed.emit(sentence)
