"""A thread that learns from a person's own digits, in plain numpy, whatever the training is doing meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.hands.fine_tuning import Learner, rehearsal
from core.model.softmax import Weights
from core.progress import CancelledError
from gui.jobs.worker import Worker


class Learning(Worker):
    """Runs one lesson at a time; every signal comes in the window's thread."""

    progressed = Signal(object)  # LearningProgress
    learned = Signal(object)  # FineTuningResult

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__("learning", parent)
        self._cached: tuple[Dataset, tuple[str, ...], Dataset] | None = None  # the worker's own

    def learn(self, weights: Weights, digits: Sequence[LabelledDrawing], dataset: Dataset) -> None:
        """Train weights on from here with these digits amid images of a data set, as it was found."""
        self.submit(lambda: self._learn(weights, tuple(digits), dataset))

    def prepare(self, stages: tuple[str, ...], dataset: Dataset) -> None:
        """Prepare what a lesson for weights of these stages mixes in, before it is requested."""
        self.submit(lambda: None if self._is_ended else self._rehearsal(dataset, stages))

    close = Worker.end  # a lesson looks, too, whether it is to end

    # What follows runs in the thread.

    def _learn(self, weights: Weights, digits: tuple[LabelledDrawing, ...], dataset: Dataset) -> None:
        rehearsed = self._rehearsal(dataset, weights.stages)
        try:
            learner = Learner(weights, digits, rehearsed, is_cancelled=lambda: self._is_ended)
        except CancelledError:
            return  # the window is closing
        is_reported = False  # what reads in the end: once, so that another reader can be chosen meanwhile
        for progress in learner:
            if self._is_ended:
                return
            if not is_reported:
                self.progressed.emit(progress)
            is_reported = progress.is_learned
        self.learned.emit(learner.lesson())

    def _rehearsal(self, dataset: Dataset, stages: tuple[str, ...]) -> Dataset:
        """Return what is mixed in; cached, since it takes a second and is the same every time."""
        if self._cached is None or self._cached[0] is not dataset or self._cached[1] != stages:
            self._cached = (dataset, stages, rehearsal(dataset, stages))
        return self._cached[2]
