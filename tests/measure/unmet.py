"""Readings of people by networks that have not met them: what the temperature and the limits of doubt are chosen by.

Writers train11..train20 in folds of two, each fold read by a network that learned from the other eighteen of the first
twenty. A network of eighteen writers is about as sure, and as rightly so, as those of twenty and thirty that it stands
for; the network of ten, by which the temperature was fitted at first, was less often right for how sure it was.
"""

from dataclasses import dataclass

import numpy as np

from core.digits.dataset import PIXELS, Dataset
from core.digits.raster import image_of
from core.digits.stages import EVEN
from core.digits.stroke_lines import LabelledDrawing
from core.model import softmax
from core.recipes.recipe import EVERYTHING
from tests.measure import fitting, people
from tests.measure.people import People

FIRST, LAST, FOLD = 11, 20, 2  # writers
RIGHT_DOUBTED = 0.03  # of the digits read right, that may be called unsure


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen on people whom the networks had not met.

    unsure_below : probability of the likeliest digit, after the temperature
    """

    temperature: float
    unsure_below: float


@dataclass(frozen=True, slots=True)
class Unmet:
    """Digits that were read by what had not met their writers: logits (n, 10), labels (n,)."""

    logits: np.ndarray
    labels: np.ndarray


def chosen(dataset: Dataset, everyone: People) -> Chosen:
    """Return what the folds of writers train11..train20 choose."""
    folds = [fold(dataset, everyone, first) for first in range(FIRST, LAST, FOLD)]
    logits, labels = (np.concatenate([getattr(one, name) for one in folds]) for name in ("logits", "labels"))
    temperature = fitting.fitted_temperature(logits, labels)
    return Chosen(temperature, unsure_limit(softmax.softmax(logits / temperature), labels))


def unsure_limit(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Return the probability of the likeliest digit below which lie RIGHT_DOUBTED of the digits read right."""
    right = probabilities.argmax(axis=1) == labels
    return float(np.quantile(probabilities[right].max(axis=1), RIGHT_DOUBTED))


def fold(dataset: Dataset, everyone: People, first: int) -> Unmet:
    """Return how the writers from `first` on are read by a network of the others of train01..train20."""
    last = first + FOLD - 1
    training = people.ready(EVERYTHING, dataset, everyone.writers(1, first - 1) + everyone.writers(last + 1, LAST))
    weights, digits = people.trained(EVERYTHING, training).weights, everyone.writers(first, last)
    return Unmet(softmax.logits(weights, np.stack([seen(digit) for digit in digits])), people.labels_of(digits))


def seen(digit: LabelledDrawing) -> np.ndarray:
    """Return a drawing after all stages, (784,)."""
    image = image_of(digit.drawing, EVEN)
    return np.zeros(PIXELS, np.float32) if image is None else image.ravel()
