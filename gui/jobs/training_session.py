"""The run's state: the one place in the window that knows what is training."""

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from core import extra_digits
from core.dataset import Dataset, LabelledImages
from core.recipes import Recipe
from core.runs.record import RunRecord
from core.softmax import Weights
from core.training import Progress, RunResult, Trainer
from gui.jobs.run_state import RunState
from gui.jobs.training_job import Controls
from gui.jobs.training_thread import TrainingOrder, TrainingThread
from gui.jobs.worker import Job

END_MS = 1_500  # the longest a block of steps may hold up the end of the app


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A run that was asked for and waits for what it needs."""

    recipe: Recipe
    initial: Weights | None
    paused: bool
    record: RunRecord | None


class TrainingSession(QObject):
    """Owns the state of the run, and the thread that makes it; lives in the window's thread.

    Every signal is emitted in the window's thread, and only for the current run.
    """

    state_changed = Signal(object)  # RunState
    tensorflow_ready = Signal()
    pen_digits_wanted = Signal(object)  # Recipe; answer with `set_pen_digits`
    started = Signal(object, int)  # the Recipe and the run's number
    training_ready = Signal(object)  # LabelledImages: what the current run trains on
    graph_listed = Signal(object)  # tuple of core.graph.GraphNode
    progressed = Signal(object)  # Progress; answer with `painted` when it has been shown
    finished = Signal(object)  # RunResult
    failed = Signal(str)  # one sentence: of the run, then FAILED is its state, or of another job

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.IDLE
        self.is_tensorflow_ready = False
        self._load_fault = ""  # one sentence: why there will be no TensorFlow
        self.run = 0  # number of the current run
        self.initial: Weights | None = None  # start weights of the current run, where they replace the recipe's
        self._newest_run = 0
        self.pace = np.inf
        self._dataset: Dataset | None = None
        self._pen_digits: LabelledImages | None = None
        self._pen_key: tuple[object, ...] = ()  # what they, or those asked for, were made for
        self._wanted: _Wanted | None = None
        self._steps_ahead = 0  # single steps asked for while loading
        self._controls = Controls()
        self._trainer: Trainer | None = None  # of the current run; the thread's while it runs
        self._before_reset: tuple[Trainer, RunState] | None = None
        self._late: list[Progress] = []  # what the run given up still reported: its last block
        self._thread = TrainingThread(self)
        self._thread.loaded.connect(self._on_loaded)
        self._thread.load_failed.connect(self._on_load_failed)
        self._thread.graph_listed.connect(self.graph_listed)
        self._thread.made_ready.connect(self._on_made_ready)
        # queued, so that what `undo_reset` emits itself comes when the state is set
        self._thread.reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._thread.stood_still.connect(self._on_stood_still)
        self._thread.ended.connect(self._on_ended)
        self._thread.run_failed.connect(self._on_run_failed)
        self._thread.failed.connect(self.failed)

    @property
    def can_undo_reset(self) -> bool:
        """Whether there is a run that was given up last."""
        return self._before_reset is not None

    @property
    def can_continue(self) -> bool:
        """Whether there is a finished run that more steps can be added to."""
        return self.state is RunState.FINISHED and self._trainer is not None

    @property
    def learning_rate(self) -> float | None:
        """The learning rate of the current run before decay; None where there is none."""
        if self._controls.learning_rate is not None or self._trainer is None:
            return self._controls.learning_rate
        return self._trainer.learning_rate

    @property
    def dataset(self) -> Dataset | None:
        """The data set that the next run trains on, as it was found."""
        return self._dataset

    @property
    def pen_digits(self) -> LabelledImages | None:
        """The digits that the last recipe that wanted any adds."""
        return self._pen_digits

    def load(self) -> None:
        """Start the thread, whose first job is to import TensorFlow."""
        self._thread.load()

    def set_dataset(self, dataset: Dataset) -> None:
        """Train on this data set from the next run on; a run that waits for it starts."""
        self._dataset = dataset
        self._begin_if_ready()

    def set_pen_digits(self, images: LabelledImages) -> None:
        """Use these where a recipe adds digits, as asked for last; a run that waits for them starts."""
        self._pen_digits = images
        self._begin_if_ready()

    def start(self, recipe: Recipe, initial: Weights | None = None, paused: bool = False) -> None:
        """Start a new run, at once or when TensorFlow and the data are there; `initial` replaces its start weights."""
        self._want(_Wanted(recipe, initial, paused, record=None))

    def repeat(self, record: RunRecord) -> None:
        """Make a kept run again: the same start, batches and changes; fails where the images are others."""
        self._want(_Wanted(record.facts.recipe, None, False, record))

    def _want(self, wanted: _Wanted) -> None:
        self.stop()
        self._take_number()
        self._steps_ahead = 0
        self._before_reset = None
        self._trainer = None
        self.initial = wanted.initial
        self._wanted = wanted
        self._set_state(RunState.LOADING)
        if self._load_fault:
            self._fail(self._load_fault)
            return
        self._ask_for_pen_digits(wanted.recipe)
        self._begin_if_ready()

    def submit(self, job: Job) -> None:
        """Do a job that needs TensorFlow, such as an export, after the run at hand."""
        self._thread.submit(job)

    def replace_wanted(self, recipe: Recipe) -> None:
        """Train another recipe than was asked for, where the run has not started yet."""
        if self._wanted is not None:
            self._wanted = replace(self._wanted, recipe=recipe)
            self._ask_for_pen_digits(recipe)
            self._begin_if_ready()

    def extend(self, steps: int, rate: float | None = None) -> None:
        """Add steps to the finished run and go on; `rate` replaces the learning rate that it would go on with."""
        if not self.can_continue or self._trainer is None:
            return
        trainer = self._trainer
        self._new_controls(paused=False).learning_rate = trainer.continued_rate if rate is None else rate
        self._set_state(RunState.RUNNING)
        self._thread.extend(trainer, steps, self._controls)

    def set_paused(self, paused: bool) -> None:
        """Stand still, or go on."""
        if self.state not in (RunState.RUNNING, RunState.PAUSED):
            return
        self._controls.paused = paused
        self._controls.wake()
        self._set_state(RunState.PAUSED if paused else RunState.RUNNING)

    def step(self) -> None:
        """Make one step and stand still; a run that is loading makes it when it can."""
        if self.state is RunState.LOADING:
            self._steps_ahead += 1
        if self.state not in (RunState.RUNNING, RunState.PAUSED):
            return
        self._controls.paused = True
        self._controls.single_steps += 1
        self._controls.wake()
        self._set_state(RunState.PAUSED)

    def reset(self) -> None:
        """Give the run up for new start weights; `undo_reset` brings it back."""
        self._before_reset = (self._trainer, self.state) if self._trainer is not None else None
        self._late = []
        self.stop()
        self._take_number()
        self._trainer = None
        self._set_state(RunState.IDLE)

    def undo_reset(self) -> bool:
        """Bring back the run that was given up last, paused where it was; return whether there was one."""
        if self._before_reset is None:
            return False
        (trainer, state), self._before_reset = self._before_reset, None
        self.stop()
        self._trainer, self.run = trainer, trainer.run
        for progress in self._late:
            self._thread.reported.emit(progress)
        if state.is_active:
            self._thread.go_on(trainer, self._new_controls(paused=True))
        self._set_state(RunState.PAUSED if state.is_active else state)
        return True

    def set_pace(self, steps_per_second: float) -> None:
        """Train at this pace, in steps/s (inf = as fast as it can), from the next block on."""
        self.pace = self._controls.pace = steps_per_second
        self._controls.wake()

    def set_learning_rate(self, rate: float) -> None:
        """Use this learning rate from the next block on."""
        self._controls.learning_rate = rate

    def painted(self) -> None:
        """Tell that the last report has been painted, so that the next may come."""
        self._controls.painted()

    def list_graph(self, recipe: Recipe) -> None:
        """Tell the graph that TensorFlow builds for a recipe, where no run is at work; a run tells its own."""
        if self.is_tensorflow_ready and not self.state.is_active:
            self._thread.list_graph(recipe, self._dataset)

    def stop(self) -> None:
        """End the run at hand, whatever it is doing; what it reports from now on is not passed on."""
        self._wanted = None
        self._controls.stopped = True
        self._controls.wake()
        if self.state.is_active:
            self._set_state(RunState.IDLE)

    def close(self, within_ms: int = END_MS) -> bool:
        """Stop everything; return whether the thread has ended (it cannot while TensorFlow is being imported)."""
        self.stop()
        return self._thread.close(within_ms)

    def _begin_if_ready(self) -> None:
        if self._wanted is None or self._dataset is None or not self.is_tensorflow_ready:
            return
        wanted = self._wanted
        if extra_digits.are_wanted(wanted.recipe) and self._pen_digits is None:
            return
        self._wanted = None
        controls = self._new_controls(wanted.paused or self._steps_ahead > 0)
        controls.single_steps = self._steps_ahead
        order = TrainingOrder(self.run, wanted.recipe, self._dataset, self._pen_digits, wanted.initial, wanted.record)
        self._thread.train(order, controls)
        self._set_state(RunState.PAUSED if controls.paused else RunState.RUNNING)
        self.started.emit(wanted.recipe, self.run)

    def _ask_for_pen_digits(self, recipe: Recipe) -> None:
        """Ask for what the recipe adds to the training images, unless it is there already."""
        if extra_digits.are_wanted(recipe) and (self._pen_digits is None or self._pen_key != extra_digits.key(recipe)):
            self._pen_digits, self._pen_key = None, extra_digits.key(recipe)
            self.pen_digits_wanted.emit(recipe)

    def _take_number(self) -> None:
        """Number the next run; what older ones still report is dropped by it."""
        self._newest_run += 1
        self.run = self._newest_run

    def _new_controls(self, paused: bool) -> Controls:
        self._controls = Controls()
        self._controls.pace, self._controls.paused = self.pace, paused
        return self._controls

    def _set_state(self, state: RunState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)

    def _on_loaded(self) -> None:
        self.is_tensorflow_ready = True
        self.tensorflow_ready.emit()
        self._begin_if_ready()

    def _on_load_failed(self, sentence: str) -> None:
        self._load_fault = sentence
        self._fail(sentence)

    def _on_reported(self, progress: Progress) -> None:
        if progress.run == self.run and self.state is not RunState.IDLE:
            self.progressed.emit(progress)
        elif self._before_reset is not None and progress.run == self._before_reset[0].run:
            self._late.append(progress)

    def _on_made_ready(self, trainer: Trainer, training: LabelledImages) -> None:
        if trainer.run == self.run:
            self._trainer = trainer
            self.training_ready.emit(training)

    def _on_stood_still(self, run: int) -> None:
        if run == self.run and self.state is RunState.RUNNING and self._controls.paused:
            self._set_state(RunState.PAUSED)

    def _on_ended(self, run: int, result: RunResult) -> None:
        if run != self.run or self.state is RunState.IDLE:
            return
        self._set_state(RunState.DIVERGED if result.diverged else RunState.FINISHED)
        self.finished.emit(result)

    def _on_run_failed(self, run: int, sentence: str) -> None:
        if run == self.run and self.state is not RunState.IDLE:
            self._fail(sentence)

    def _fail(self, sentence: str) -> None:
        self._wanted = None
        self._set_state(RunState.FAILED)
        self.failed.emit(sentence)
