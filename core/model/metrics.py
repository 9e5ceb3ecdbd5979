"""How well weights read labelled images: verdicts, confusions, mistakes, and how far verdicts can be trusted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.arrays import Doubles, Floats, Indexes, Numbers
from core.digits.dataset import CLASSES, Bytes, LabelledImages
from core.model import softmax
from core.model.softmax import Weights

EDGES = (0.5, 0.68, 0.8, 0.9, 0.97, 0.995)  # of sureness: between them verdicts are counted
NO_VERDICT = CLASSES  # on what is empty, which is misread whatever its label
FEWEST = 25  # verdicts, by which a share says something

Counts = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scores:
    """What weights make of labelled images."""

    labels: Bytes  # (n,)
    verdicts: Bytes  # (n,), 0..9, or NO_VERDICT
    sureness: Floats  # (n,), the verdict's probability

    @property
    def accuracy(self) -> float:
        """The share read as their label, 0..1; 0 for no images."""
        return float((self.labels == self.verdicts).mean()) if len(self.labels) else 0.0

    @property
    def confusion(self) -> Counts:
        """How many images of each label (row) were read as each verdict (column), (10, 10)."""
        pairs = self.labels.astype(np.intp) * (CLASSES + 1) + self.verdicts
        return np.bincount(pairs, minlength=CLASSES * (CLASSES + 1)).reshape(CLASSES, CLASSES + 1)[:, :CLASSES]

    @property
    def per_label(self) -> Doubles:
        """The share of each label's images that was read right, (10,); nan where there are none."""
        return _shares(self.confusion.diagonal(), np.bincount(self.labels, minlength=CLASSES))

    def mistakes(self, label: int | None = None, verdict: int | None = None) -> Indexes:
        """Return the indexes of misread images of a label, read as a verdict (None = any), the surest first."""
        found, is_wrong = self.with_verdict(label, verdict), self.labels != self.verdicts
        return found[np.flatnonzero(is_wrong[found])]

    def with_verdict(self, label: int | None, verdict: int | None) -> Indexes:
        """Return the indexes of all images of a label, read as a verdict (None = any), the surest first."""
        chosen = np.ones(len(self.labels), np.bool_)
        if label is not None:
            chosen &= self.labels == label
        if verdict is not None:
            chosen &= self.verdicts == verdict
        indexes = np.flatnonzero(chosen)
        return indexes[np.argsort(-self.sureness[indexes], kind="stable")]


def scores(weights: Weights, part: LabelledImages) -> Scores:
    """Return what weights make of images that are as their network sees them."""
    probabilities = softmax.probabilities(weights, part.images)
    # a diverged network's probabilities are not numbers; it is sure of nothing
    np.nan_to_num(probabilities, copy=False, nan=0.0)
    return Scores(part.labels, probabilities.argmax(axis=1).astype(np.uint8), probabilities.max(axis=1, initial=0.0))


def recall(counts: Counts) -> Doubles:
    """Return for each label the share of its images that was read right, (10,); nan where there are none."""
    return _shares(counts.diagonal(), counts.sum(axis=1))


def precision(counts: Counts) -> Doubles:
    """Return for each verdict the share of it that was right, (10,); nan where nothing was read so."""
    return _shares(counts.diagonal(), counts.sum(axis=0))


def _shares(right: Counts, of: Counts) -> Doubles:
    with np.errstate(invalid="ignore"):
        return np.asarray(right / of)


def trust(probabilities: Numbers, labels: Bytes) -> tuple[float, ...]:
    """Return how often verdicts, (n, 10), of each range of EDGES are right, 0..1; nan for fewer than FEWEST.

    Of verdicts that are no numbers, of a network that has diverged, nothing is known: ()
    """
    if not np.isfinite(probabilities).all():
        return ()
    place, right = np.digitize(probabilities.max(axis=1), EDGES), probabilities.argmax(axis=1) == labels
    counts = np.bincount(place, minlength=len(EDGES) + 1)
    shares = np.bincount(place, right, minlength=len(EDGES) + 1) / np.maximum(counts, 1)
    return tuple(np.where(counts >= FEWEST, shares, np.nan).tolist())


def worth(sureness: float, trusted: tuple[float, ...]) -> float:
    """Return how often a verdict so sure, 0..1, is right by such shares; nan where that is not known."""
    return trusted[int(np.digitize(sureness, EDGES))] if trusted else float("nan")
