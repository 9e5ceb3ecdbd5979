"""Weights that learned from a hand, with all that distinguishes them from others."""

from dataclasses import dataclass

from core.digits.dataset import Dataset
from core.hands.learned import FineTuningResult


@dataclass(frozen=True, slots=True)
class TaughtWeights:
    """What came of learning from a hand amid a data set, as it came from its source; title : what it is called."""

    result: FineTuningResult
    title: str
    hand: str
    dataset: Dataset
