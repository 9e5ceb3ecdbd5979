"""Reading many drawings or images with the same weights, and how well they were read; empty drawings are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Indexes, Mask
from core.digits import stages
from core.digits.dataset import CLASSES, PIXELS, Bytes
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import metrics, softmax
from core.model.metrics import Counts, Scores
from core.model.softmax import Weights


@dataclass(frozen=True, slots=True)
class Readings:
    """What weights make of digits, in order.

    probabilities : (n, 10); rows of empty drawings mean nothing
    is_empty : (n,), which drawings have no ink, and so no verdict
    """

    probabilities: Floats
    is_empty: Mask

    @property
    def verdicts(self) -> list[int | None]:
        """The digit with the largest probability; None for an empty drawing."""
        best = self.probabilities.argmax(axis=1).tolist()
        return [None if empty else digit for digit, empty in zip(best, self.is_empty, strict=True)]


@dataclass(frozen=True, slots=True)
class Score:
    """How well labelled digits were read.

    accuracy : 0..1; per_digit : each digit's recall, 0..1, None where it did not occur
    confusion : (10, 10) how many of a label (row) were read as a verdict (column); empty drawings are in no column
    mistakes : which digits were misread, the surest verdict first, and then which were empty
    """

    accuracy: float
    count: int
    per_digit: tuple[float | None, ...]
    confusion: Counts
    mistakes: Indexes


def read_drawings(weights: Weights, drawings: Sequence[Drawing]) -> Readings:
    """Return what weights make of drawings, each through the weights' own stages."""
    images = np.zeros((len(drawings), PIXELS), np.float32)
    is_empty = np.zeros(len(drawings), np.bool_)
    for row, drawing in enumerate(drawings):
        image = image_of(drawing, weights.stages)
        is_empty[row] = image is None
        if image is not None:
            images[row] = image.ravel()
    return Readings(softmax.probabilities(weights, images), is_empty)


def read_images(weights: Weights, images: Bytes) -> Readings:
    """Return what weights make of images (n, 784) as MNIST has them, through the stages that the weights need."""
    images = stages.apply_to_bytes(images, weights.stages)
    return Readings(softmax.probabilities(weights, images), np.zeros(len(images), np.bool_))


def score(readings: Readings, labels: Bytes) -> Score:
    """Return how well digits of these labels, (n,), were read."""
    shown = np.flatnonzero(~readings.is_empty)
    probabilities = readings.probabilities[shown]
    verdicts = probabilities.argmax(axis=1).astype(np.uint8)
    scores = Scores(labels[shown], verdicts, probabilities.max(axis=1, initial=0.0))
    confusion = scores.confusion
    occurred = np.bincount(labels, minlength=CLASSES)
    return Score(
        int(confusion.trace()) / max(len(labels), 1),
        len(labels),
        tuple(
            int(right) / int(all_) if all_ else None for right, all_ in zip(confusion.diagonal(), occurred, strict=True)
        ),
        confusion,
        np.concatenate([shown[scores.mistakes()], np.flatnonzero(readings.is_empty)]),
    )


def precision(confusion: Counts) -> tuple[float | None, ...]:
    """Return for each verdict the share of it that was right, 0..1; None where nothing was read so."""
    return tuple(None if np.isnan(share) else float(share) for share in metrics.precision(confusion))
