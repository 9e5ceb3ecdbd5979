"""Readings of people by networks that have not met them: what the single layer's temperature is chosen by.

Writers train11..train20 in folds of two, each fold read by a network that learned from the other eighteen of the first
twenty. A network of eighteen writers is about as sure, and as rightly so, as those of twenty and thirty that it stands
for; the network of ten, by which the temperature was fitted at first, was less often right for how sure it was.
"""

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


def temperature(dataset: Dataset, everyone: People) -> float:
    folds = [fold(dataset, everyone, first) for first in range(FIRST, LAST, FOLD)]
    logits, labels = (np.concatenate(some) for some in zip(*folds, strict=True))
    return fitting.fitted_temperature(logits, labels)


def fold(dataset: Dataset, everyone: People, first: int) -> tuple[np.ndarray, np.ndarray]:
    """Return what a network of the others of train01..train20 makes of writers from `first` on.

    Logits (n, 10) and labels (n,).
    """
    last = first + FOLD - 1
    training = people.ready(EVERYTHING, dataset, everyone.writers(1, first - 1) + everyone.writers(last + 1, LAST))
    weights, digits = people.trained(EVERYTHING, training).weights, everyone.writers(first, last)
    return softmax.logits(weights, np.stack([seen(digit) for digit in digits])), people.labels_of(digits)


def seen(digit: LabelledDrawing) -> np.ndarray:
    """Return a drawing after all stages, (784,)."""
    image = image_of(digit.drawing, EVEN)
    return np.zeros(PIXELS, np.float32) if image is None else image.ravel()
