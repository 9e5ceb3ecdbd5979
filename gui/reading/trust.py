"""How far what reads can be trusted: as its run measured, or else found out from the validation images."""

import math
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal

from core.digits.dataset import shown_names
from core.model import metrics
from core.model.softmax import Weights
from gui.jobs.evaluation import Evaluation
from gui.state.reading import Reading
from gui.state.shared import Shared

FAR = 0.05  # between how sure it is and how often it is right, before that is said
REST_MS = 200  # that weights are in view before they are measured: a slider passes many


class Trust(QObject):
    """Has measured, while they are in view, the weights of stored runs and of models that were opened."""

    found = Signal()  # how far what reads can be trusted

    def __init__(self, shared: Shared, evaluation: Evaluation) -> None:
        super().__init__(shared)
        self._reader, self._shown, self._evaluation = shared.reader, shared.shown, evaluation
        self._found = WeakKeyDictionary[Weights, tuple[float, ...]]()
        self._at_rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._at_rest.timeout.connect(lambda: evaluation.find_trust(self._on_found))
        evaluation.dataset_changed.connect(lambda _dataset: self._found.clear())

    def follow(self, reading: Reading) -> None:
        """Measure what reads, where nobody has and there are images of the classes that it knows."""
        run, dataset = self._shown.reading_run(), self._evaluation.dataset
        is_opened = reading.weights is self._reader.opened or (run is not None and bool(run.run_id))
        fits = dataset is not None and shown_names(dataset.class_names) == reading.class_names
        if is_opened and fits and not self._of(reading.weights):
            self._at_rest.start()
        else:
            self._at_rest.stop()

    def worth_of(self, reading: Reading) -> float:
        """Return how often what is read is right when it is so sure, 0..1; nan where unknown, or what it says fits.

        Of a number it is the product over its digits, as its sureness is, and so no more than that of any of them;
        a digit of which nothing is known counts as its sureness.
        """
        if reading.probabilities is None:
            return math.nan
        trust = self._of(reading.weights)
        rows = reading.probabilities[None] if reading.of_parts is None else reading.of_parts
        sure = rows.max(axis=1).tolist()
        shares = [metrics.worth(each, trust) for each in sure]
        share = math.prod(each if math.isnan(known) else known for known, each in zip(shares, sure, strict=True))
        return math.nan if abs(share - math.prod(sure)) < FAR else share

    def _of(self, weights: Weights) -> tuple[float, ...]:
        last = None if self._shown.reading_run() is None else self._shown.last_measured()
        measured = () if last is None else last.trust
        return measured or self._found.get(weights, ())

    def _on_found(self, weights: Weights, found: tuple[float, ...]) -> None:
        self._found[weights] = found
        self.found.emit()
