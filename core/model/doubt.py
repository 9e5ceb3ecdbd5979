"""How sure a reading is: how often such ones are right, and the verdict in words when it is in doubt."""

from dataclasses import dataclass
from enum import Enum

import numpy as np

from core.arrays import Numbers
from core.digits.dataset import Bytes
from core.model.softmax import Weights
from core.words import say

EDGES = (0.5, 0.68, 0.8, 0.9, 0.97, 0.995)  # of sureness: between them a network's word is weighed
FEWEST = 25  # images that a word must have been said of before it is weighed
UNSURE_BELOW = 0.68  # probability of a single layer's likeliest digit; chosen by tests.measure.unmet
DEEPLY_UNSURE_BELOW = 0.92  # that of a network of several layers, which is seldom wrong; by tests.measure.shipped


class Doubt(Enum):
    """What may be said of a reading."""

    NONE = "none"
    UNSURE = "unsure"
    NOT_A_DIGIT = "not a digit"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reading judged.

    digits : the likeliest digit and the next
    """

    doubt: Doubt
    digits: tuple[int, int]

    @property
    def sentence(self) -> str:
        """The verdict in words; "" where there is no doubt, and the digit can be shown as it is."""
        if self.doubt is Doubt.NOT_A_DIGIT:
            return say("This does not look like a digit")
        first, second = sorted(self.digits)
        return say("Not sure: {first} or {second}", first=first, second=second) if self.doubt is Doubt.UNSURE else ""


def judged(probabilities: Numbers, is_strange: bool = False, unsure_below: float = UNSURE_BELOW) -> Judgement:
    """Return what to say of a drawing's probabilities, (10,); `is_strange` as core.numbers finds it."""
    second, first = (int(digit) for digit in np.argsort(probabilities)[-2:])
    doubt = Doubt.UNSURE if probabilities[first] < unsure_below else Doubt.NONE
    return Judgement(Doubt.NOT_A_DIGIT if is_strange else doubt, (first, second))


def trust(probabilities: Numbers, labels: Bytes) -> tuple[float, ...]:
    """Return how often verdicts of each sureness are right, 0..1, for images (n, 10) with labels (n,).

    One share for each range that EDGES divide 0..1 into; nan where fewer than FEWEST verdicts lie in it.
    """
    place, right = np.digitize(probabilities.max(axis=1), EDGES), probabilities.argmax(axis=1) == labels
    counts = np.bincount(place, minlength=len(EDGES) + 1)
    shares = np.bincount(place, right, minlength=len(EDGES) + 1) / np.maximum(counts, 1)
    return tuple(np.where(counts >= FEWEST, shares, np.nan).tolist())


def worth(sureness: float, trusted: tuple[float, ...]) -> float:
    """Return how often a verdict so sure, 0..1, is right by such shares; nan where that is not known."""
    return trusted[int(np.digitize(sureness, EDGES))] if trusted else float("nan")


def unsure_below(weights: Weights) -> float:
    """Return the probability of the likeliest digit below which a network's reading is called unsure."""
    return UNSURE_BELOW if weights.architecture.is_single else DEEPLY_UNSURE_BELOW
