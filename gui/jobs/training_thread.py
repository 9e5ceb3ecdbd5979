"""The thread that owns TensorFlow for the app's life: its import, runs, exports, one after the other."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset, LabelledImages
from core.machine import tensorflow
from core.model.softmax import Weights
from core.progress import CancelledError
from core.recipes import added_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import TUTORIAL, Recipe
from core.runs.facts import Origin
from core.runs.record import RunRecord
from core.runs.repeat import Repetition, check_same_images
from core.training import lit_pixels, network
from core.training.graph import explained
from core.training.plan import Plan
from core.training.trainer import Trainer
from gui.jobs.run_state import RunState
from gui.jobs.training_job import Controls, TrainingJob
from gui.jobs.worker import Job, Worker

TRIAL_END_MS = 200  # a trial of TensorFlow in another process ends within it; its import in this one never would


@dataclass(frozen=True, slots=True)
class RequestedRun:
    """A run as it is requested: `initial` replaces its start weights, `record` is a stored run that it repeats."""

    recipe: Recipe
    paused: bool = False
    initial: Weights | None = None
    origin: Origin | None = None  # the stored run and step that `initial` comes from
    record: RunRecord | None = None


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    """A run to be made, with its number and what it is made of."""

    run: int
    requested: RequestedRun
    dataset: Dataset  # as it was found
    added_digits: LabelledImages | None  # that the recipe adds, as core.recipes.added_digits finds them


class TrainingThread(Worker):
    """Does the jobs of training; what a run reports carries its number, also its fault: `failed` is for other jobs."""

    loaded = Signal()  # TensorFlow can be used
    load_failed = Signal(str)  # one sentence
    graph_listed = Signal(object)  # tuple of core.training.graph.GraphNode
    reported = Signal(
        int, object
    )  # of a run, by its number: its Trainer, Progress, RunState.PAUSED, RunResult or fault

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("training", parent)
        self._is_loaded = self._is_closing = False
        self._prepared: tuple[Dataset, object, Dataset] | None = None  # found, for which digits, prepared

    def load(self) -> None:
        """Import TensorFlow, then compile what most runs need."""
        self.submit(self._load)

    def train(self, order: TrainingOrder, controls: Controls) -> None:
        """Prepare the data, and make the run as its controls say."""
        self._submit_run(order.run, lambda: self._train(order, controls))

    def go_on(self, trainer: Trainer, controls: Controls, more: int = 0) -> None:
        """Make what is left of a run, and so many steps more."""

        def job() -> None:
            if more:
                trainer.extend(more)
            self._drive(trainer, controls)

        self._submit_run(trainer.run, job)

    def list_graph(self, recipe: Recipe, dataset: Dataset | None) -> None:
        """List the graph that TensorFlow builds for a recipe."""
        self.submit(lambda: self._list_graph(recipe, dataset))

    def close(self, within_ms: int) -> bool:
        """End for good; return whether it has ended: it cannot while TensorFlow is being imported."""
        self._is_closing = True
        can_end = self._is_loaded or not self.isRunning()
        return self.end(within_ms if can_end else min(within_ms, TRIAL_END_MS))

    def _submit_run(self, run: int, job: Job) -> None:
        def attempt() -> None:
            fault = self.fault_of(job)
            if fault:
                self.reported.emit(run, fault)

        self.submit(attempt)

    # What follows runs in the thread itself.

    def _load(self) -> None:
        fault = self.fault_of(lambda: tensorflow.load_tensorflow(lambda: self._is_closing))
        if fault:
            self.load_failed.emit(fault)
            return
        self._is_loaded = True
        self.loaded.emit()
        network.prepare(Plan.of(TUTORIAL, TUTORIAL.batch, lit_pixels.FEW))
        self.submit(lambda: network.prepare(Plan.of(TUTORIAL, TUTORIAL.batch)))

    def _train(self, order: TrainingOrder, controls: Controls) -> None:
        if controls.stopped:
            return
        requested, recipe, key = order.requested, order.requested.recipe, added_digits.key(order.requested.recipe)
        if self._prepared is None or self._prepared[0] is not order.dataset or self._prepared[1] != key:
            try:
                ready = prepared(order.dataset, recipe, order.added_digits, lambda: controls.stopped)
            except CancelledError:
                return
            self._prepared = (order.dataset, key, ready)
        ready = self._prepared[2]  # cached for the next run
        if requested.record is None:
            trainer = Trainer(recipe, ready, order.run, requested.initial)
        else:
            check_same_images(requested.record, order.dataset, order.added_digits)
            trainer = Repetition(requested.record, ready, order.run)
        self.reported.emit(order.run, trainer)
        self._list_graph(recipe, ready)
        self._drive(trainer, controls)

    def _list_graph(self, recipe: Recipe, dataset: Dataset | None) -> None:
        batch = recipe.batch if dataset is None else min(recipe.batch, len(dataset.training))
        lit = lit_pixels.FEW if dataset is None else lit_pixels.count(dataset.training.images)
        self.graph_listed.emit(explained(network.graph_nodes(Plan.of(recipe, batch, lit))))

    def _drive(self, trainer: Trainer, controls: Controls) -> None:
        report = partial(self.reported.emit, trainer.run)
        result = TrainingJob(trainer, controls, report, partial(report, RunState.PAUSED)).drive()
        if result is not None:
            report(result)
