"""The run's state and its worker thread: the one place in the window that knows what is training."""

import logging

import numpy as np
from PySide6.QtCore import QObject, Qt, Signal

from core import extra_digits, network
from core.dataset import Dataset, LabelledImages
from core.errors import UserError
from core.graph import explained
from core.preparation import prepared
from core.recipes import TUTORIAL, Recipe
from core.runs.record import RunRecord
from core.runs.repeat import Repetition, check_same_images
from core.softmax import Weights
from core.training import Progress, RunResult, Trainer
from gui.run_state import RunState
from gui.training_job import Controls, TrainingJob
from gui.worker import Job, Worker

log = logging.getLogger(__name__)

END_MS = 1_500  # the longest a block of steps may hold up the end of the app
TRIAL_END_MS = 200  # a trial of TensorFlow in another process ends within it; its import in this one never would


class TrainingSession(QObject):
    """Owns the worker thread and the state of the run; lives in the window's thread.

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
    failed = Signal(str)  # one sentence

    _reported = Signal(object)
    _stood_still = Signal(int)
    _made_ready = Signal(int, object)
    _ended = Signal(int, object)
    _loaded = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RunState.IDLE
        self.is_tensorflow_ready = False
        self._load_fault = ""  # one sentence: why there will be no TensorFlow
        self._is_closing = False
        self.run = 0  # number of the current run
        self.initial: Weights | None = None  # start weights of the current run, where they replace the recipe's
        self._newest_run = 0
        self.pace = np.inf
        self._dataset: Dataset | None = None
        self._pen_digits: LabelledImages | None = None
        self._pen_key: tuple[object, ...] = ()  # what they, or those asked for, were made for
        self._wanted: tuple[Recipe, Weights | None, bool] | None = None
        self._record: RunRecord | None = None  # what the next run repeats
        self._steps_ahead = 0  # single steps asked for while loading
        self._controls = Controls()
        self._trainer: Trainer | None = None  # of the current run; touched by the worker while it runs
        self._before_reset: tuple[Trainer, RunState] | None = None
        self._late: list[Progress] = []  # what the run given up still reported: its last block
        self._prepared: tuple[Dataset, object, Dataset] | None = None  # the worker's own: the last one made ready
        self._worker = Worker("training", self)
        self._worker.failed.connect(self._on_failed)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._stood_still.connect(self._on_stood_still)
        self._made_ready.connect(self._on_made_ready)
        self._ended.connect(self._on_ended)
        self._loaded.connect(self._on_loaded)

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
        """Start the worker thread, whose first job is to import TensorFlow."""
        self._worker.submit(self._load)

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
        self.stop()
        self._take_number()
        self._steps_ahead = 0
        self._before_reset = None
        self._trainer = None
        self.initial = initial
        self._wanted = (recipe, initial, paused)
        self._set_state(RunState.LOADING)
        if self._load_fault:
            self._on_failed(self._load_fault)
            return
        self._ask_for_pen_digits(recipe)
        self._begin_if_ready()

    def repeat(self, record: RunRecord) -> None:
        """Make a kept run again: the same start, batches and changes; fails where the images are others."""
        self._record = record
        self.start(record.facts.recipe)

    def submit(self, job: Job) -> None:
        """Do a job that needs TensorFlow, such as an export, after the run at hand."""
        self._worker.submit(job)

    def replace_wanted(self, recipe: Recipe) -> None:
        """Train another recipe than was asked for, where the run has not started yet."""
        if self._wanted is not None:
            self._wanted = (recipe, *self._wanted[1:])
            self._ask_for_pen_digits(recipe)
            self._begin_if_ready()

    def extend(self, steps: int, rate: float | None = None) -> None:
        """Add steps to the finished run and go on; `rate` replaces the learning rate that it would go on with."""
        if not self.can_continue or self._trainer is None:
            return
        trainer = self._trainer
        self._new_controls(paused=False).learning_rate = trainer.continued_rate if rate is None else rate
        self._set_state(RunState.RUNNING)

        controls = self._controls

        def job() -> None:
            trainer.extend(steps)
            self._drive(trainer, controls)

        self._worker.submit(job)

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
            self._reported.emit(progress)
        if state.is_active:
            controls = self._new_controls(paused=True)
            self._worker.submit(lambda: self._drive(trainer, controls))
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
            dataset = self._dataset
            self._worker.submit(lambda: self._list_graph(recipe, dataset))

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
        self._is_closing = True
        can_end = self.is_tensorflow_ready or not self._worker.isRunning()
        return self._worker.end(within_ms if can_end else min(within_ms, TRIAL_END_MS))

    def _begin_if_ready(self) -> None:
        if self._wanted is None or self._dataset is None or not self.is_tensorflow_ready:
            return
        if extra_digits.are_wanted(self._wanted[0]) and self._pen_digits is None:
            return
        (recipe, initial, paused), self._wanted = self._wanted, None
        controls, run = self._new_controls(paused or self._steps_ahead > 0), self.run
        controls.single_steps = self._steps_ahead
        dataset, pen_digits = self._dataset, self._pen_digits
        self._worker.submit(lambda: self._train(recipe, initial, run, dataset, pen_digits, controls))
        self._set_state(RunState.PAUSED if controls.paused else RunState.RUNNING)
        self.started.emit(recipe, run)

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

    # What follows, up to the next comment, runs in the worker thread.

    def _load(self) -> None:
        try:
            network.load_tensorflow(lambda: self._is_closing)
        except UserError as error:
            self._load_fault = str(error)
            raise
        self._loaded.emit()
        network.prepare(TUTORIAL.batch)

    def _train(
        self,
        recipe: Recipe,
        initial: Weights | None,
        run: int,
        dataset: Dataset,
        pen_digits: LabelledImages | None,
        controls: Controls,
    ) -> None:
        if controls.stopped:
            return
        key = extra_digits.key(recipe)
        if self._prepared is None or self._prepared[0] is not dataset or self._prepared[1] != key:
            self._prepared = (dataset, key, prepared(dataset, recipe, pen_digits))
        trainer = self._new_trainer(recipe, initial, run, pen_digits)
        if run == self.run:
            self._trainer = trainer
        self._made_ready.emit(run, self._prepared[2].training)
        self._list_graph(recipe, self._prepared[2])
        self._drive(trainer, controls)

    def _new_trainer(
        self, recipe: Recipe, initial: Weights | None, run: int, pen_digits: LabelledImages | None
    ) -> Trainer:
        record, self._record = self._record, None
        if self._prepared is None:
            raise RuntimeError("the data set is made ready before its trainer")
        dataset, _key, ready = self._prepared
        if record is None or record.facts.recipe != recipe:
            return Trainer(recipe, ready, run, initial)
        check_same_images(record, dataset, pen_digits)
        return Repetition(record, ready, run)

    def _list_graph(self, recipe: Recipe, dataset: Dataset | None) -> None:
        batch = recipe.batch if dataset is None else min(recipe.batch, len(dataset.training))
        self.graph_listed.emit(explained(network.graph_nodes(batch)))

    def _drive(self, trainer: Trainer, controls: Controls) -> None:
        job = TrainingJob(trainer, controls, self._reported.emit, lambda: self._stood_still.emit(trainer.run))
        result = job.drive()
        if result is not None:
            self._ended.emit(trainer.run, result)

    # From here on, in the window's thread again.

    def _on_loaded(self) -> None:
        self.is_tensorflow_ready = True
        self.tensorflow_ready.emit()
        self._begin_if_ready()

    def _on_reported(self, progress: Progress) -> None:
        if progress.run == self.run and self.state is not RunState.IDLE:
            self.progressed.emit(progress)
        elif self._before_reset is not None and progress.run == self._before_reset[0].run:
            self._late.append(progress)

    def _on_made_ready(self, run: int, training: LabelledImages) -> None:
        if run == self.run:
            self.training_ready.emit(training)

    def _on_stood_still(self, run: int) -> None:
        if run == self.run and self.state is RunState.RUNNING and self._controls.paused:
            self._set_state(RunState.PAUSED)

    def _on_ended(self, run: int, result: RunResult) -> None:
        if run != self.run or self.state is RunState.IDLE:
            return
        self._set_state(RunState.DIVERGED if result.diverged else RunState.FINISHED)
        self.finished.emit(result)

    def _on_failed(self, sentence: str) -> None:
        self._wanted = None
        self._set_state(RunState.FAILED)
        self.failed.emit(sentence)
