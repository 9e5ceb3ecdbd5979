"""What came of learning from own digits: how its steps went, and what changed, in words."""

from dataclasses import dataclass, field

import numpy as np

from core.arrays import Floats
from core.digits.dataset import Dataset
from core.model.softmax import Weights
from core.training.reports import Checkpoint
from core.words import say


@dataclass(frozen=True, slots=True)
class FineTuningResult:
    """What came of it; shares are 0..1.

    own_after : of the own digits, each read by a network that had not learned from it (leave-one-out)
    costs : (n,) nats, each of a batch before its step; learning_rate : of the first step
    """

    weights: Weights
    before: Weights
    count: int
    own_before: float
    own_after: float
    test_before: float
    test_after: float
    costs: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    points: tuple[Checkpoint, ...] = ()
    learning_rate: float = 0.0
    seconds: float = 0.0

    @property
    def sentence(self) -> str:
        """What changed, in words; of a single digit no network is left that has learned from others of the hand."""
        before, after = 100 * self.test_before, 100 * self.test_after
        if self.count == 1:
            return say(
                "One digit is too few to say how your hand is read now; test images: {before:.1f} % before, "
                "{after:.1f} % now.",
                before=before,
                after=after,
            )
        own = {"count": self.count, "own_before": 100 * self.own_before, "own_after": 100 * self.own_after}
        return say(
            "Your {count} digits: {own_before:.0f} % read right before, {own_after:.0f} % now (each by a network that "
            "had not learned from it); test images: {test_before:.1f} % before, {test_after:.1f} % now.",
            **own,
            test_before=before,
            test_after=after,
        )


@dataclass(frozen=True, slots=True)
class TaughtWeights:
    """What came of learning from a hand amid a data set, as it came from its source; title : what it is called."""

    result: FineTuningResult
    title: str
    hand: str
    dataset: Dataset
