"""Reads the validation images during a run and the test images otherwise, and holds what is selected among them.

Reading happens in a thread of its own, only while somebody looks, and at most twice a second while a run brings weights
of its own accord; weights that somebody goes back to are read at once, the newest request first.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from core.digits.dataset import Dataset, LabelledImages, shown_names
from core.digits.stages import RAW
from core.model import metrics, softmax
from core.model.scoring import TEST, VALIDATION, Evaluated, as_seen_by, part_of
from core.model.softmax import Weights
from gui.jobs.worker import Worker
from gui.state.shared import DataInUse

BETWEEN_MS = 500  # from one reading to the next while weights change
PIECE = 500  # images taken through the stages in one go; between two, closing is noticed


@dataclass(frozen=True, slots=True)
class Selection:
    """Which images are looked at: those of a label, read as a verdict; None = any."""

    label: int | None = None
    verdict: int | None = None


class Evaluation(Worker):
    """Owns the newest reading of the data set and the selection; every signal comes in the window's thread."""

    scored = Signal(object)  # Evaluated
    dataset_changed = Signal(object)  # Dataset: what was scored last is of images that are no longer looked at
    selected = Signal(object)  # Selection
    image_selected = Signal(object, int)  # the Evaluated that it is of, and its index

    def __init__(self, data: DataInUse, parent: QObject | None = None) -> None:
        super().__init__("scoring", parent)
        self.data, self.selection = data, Selection()
        self.newest: Evaluated | None = None
        self._of_run: Dataset | None = None
        self._scored: Dataset | None = None  # what is scored, or was last
        self._weights: Weights | None = None
        self._by = ""
        self._is_running = self._is_watched = self._is_reading = False
        self.is_hurried = False  # whether somebody requests weights, which then are read at once
        self._is_stale = True
        self._cached: dict[tuple[str, tuple[str, ...]], LabelledImages] = {}  # the worker's own,
        self._cached_of: Dataset | None = None  # and of which data set they are
        self._since_last = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._read)
        self.failed.connect(self._on_failed)
        data.changed.connect(self._on_data_changed)

    @property
    def dataset(self) -> Dataset | None:
        """The data set whose images are read: the one that the weights learned from, where it is at hand."""
        return self.data.dataset if self._of_run is None else self._of_run

    def set_weights(self, weights: Weights, by: str, of_run: Dataset | None = None) -> None:
        """Read with these weights from now on; `by` says whose they are.

        of_run : the data set that they learned from, as it was found; None: images of the one in use are read
        """
        if weights is self._weights and by == self._by and of_run is self._of_run:
            return
        self._weights, self._by, self._of_run = weights, by, of_run
        self._on_data_changed()

    def set_running(self, running: bool) -> None:
        """Read the validation images while a run goes on, the test images otherwise."""
        if running != self._is_running:
            self._is_running = running
            self._changed()

    def set_watched(self, watched: bool) -> None:
        """Read only while somebody looks."""
        self._is_watched = watched
        self._schedule()

    def find_trust(self, take: Callable[[Weights, tuple[float, ...]], object]) -> None:
        """Report to `take` how often the verdicts on validation images are right, as `metrics.trust` has it.

        Of the weights at hand, with these; of none where they are others by the time that it is their turn.
        """
        dataset, weights = self.dataset, self._weights
        if dataset is None or weights is None:
            return

        def job() -> tuple[float, ...]:
            if weights is not self._weights:
                return ()
            images = self._images_of(dataset, VALIDATION, weights.stages)
            return () if images is None else metrics.trust(softmax.probabilities(weights, images.images), images.labels)

        self.submit(job, lambda found: take(weights, found) if found and dataset is self.dataset else None)

    def select(self, selection: Selection) -> None:
        """Look at the images of a label that are read as a verdict."""
        self.selection = selection
        self.selected.emit(selection)

    def select_image(self, index: int) -> None:
        """Look at one image of the newest reading."""
        if self.newest is not None and 0 <= index < len(self.newest.images):
            self.image_selected.emit(self.newest, index)

    def close(self, within_ms: int) -> bool:
        """Stop reading; return whether the thread has ended within that time."""
        self._is_watched = False
        self._timer.stop()
        return self.end(within_ms)

    def _on_data_changed(self) -> None:
        if self.dataset is not self._scored:
            self._scored, self.newest = self.dataset, None
            self.dataset_changed.emit(self.dataset)
        self._changed()

    def _changed(self) -> None:
        self._is_stale = True
        self._schedule()

    def _schedule(self) -> None:
        ready = self.dataset is not None and self._weights is not None
        if not (ready and self._is_watched and self._is_stale) or self._is_reading or self._timer.isActive():
            return
        waited = self._since_last.elapsed() if self._since_last.isValid() else BETWEEN_MS
        is_patient = self._is_running and not self.is_hurried
        self._timer.start(max(0, BETWEEN_MS - int(waited)) if is_patient else 0)

    def _read(self) -> None:
        dataset, weights, by = self.dataset, self._weights, self._by
        if dataset is None or weights is None or not self._is_watched:
            return
        self._is_stale, self._is_reading = False, True
        self._since_last.start()
        part = VALIDATION if self._is_running else TEST
        of = "" if dataset is self.data.dataset else dataset.title
        self.submit(
            lambda: self._score(dataset, weights, part, by, of), lambda result: self._on_scored(dataset, result)
        )

    def _score(self, dataset: Dataset, weights: Weights, part: str, by: str, of: str) -> Evaluated | None:
        """Read a part; in the worker thread. Return None where the app has been closed meanwhile."""
        images = self._images_of(dataset, part, weights.stages)
        if images is None:
            return None
        names = shown_names(dataset.class_names)
        return Evaluated(part, images, metrics.scores(weights, images), weights, by, names, of)

    def _images_of(self, dataset: Dataset, part: str, stages: tuple[str, ...]) -> LabelledImages | None:
        """Return a part as a network with these stages sees it, remembered; None where the app has been closed."""
        if dataset is not self._cached_of:
            self._cached, self._cached_of = {}, dataset
        if (part, stages) not in self._cached:
            images, pieces = part_of(dataset, part), []
            if stages != RAW:
                for start in range(0, len(images), PIECE):
                    if self._is_ended:
                        return None
                    pieces.append(as_seen_by(images[start : start + PIECE], stages))
                images = LabelledImages.joined(pieces)
            self._cached[part, stages] = images
        return self._cached[part, stages]

    def _on_scored(self, dataset: Dataset, result: Evaluated | None) -> None:
        self._is_reading = False
        if dataset is self.dataset and result is not None:
            self.newest = result
            self.scored.emit(result)
        self._schedule()

    def _on_failed(self, _sentence: str) -> None:
        self._is_reading = False
