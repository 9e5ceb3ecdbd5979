"""Learning from own digits: some hundred steps on them, warped, amid training images, so that nothing is forgotten.

The same steps are then made at once by networks that each leave some of the digits out (core.hands.side_by_side),
so that what is said of them is not about what was just learned. That takes longer; the new weights read meanwhile.
"""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from core.arrays import Floats, Indexes
from core.digits.dataset import Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import MILD, copies
from core.errors import UserError
from core.hands.side_by_side import SideBySide
from core.model import softmax
from core.model.scoring import as_seen_by
from core.model.softmax import Weights
from core.progress import IsCancelled, never
from core.training.reports import Checkpoint
from core.words import say

STEPS = 300
AT_ONCE = 10  # steps between two reports
BATCH = 100
OWN = 30  # rows of a batch that are own digits, once there are ENOUGH of them
ENOUGH = 20  # own digits
LEARNING_RATE = 0.5  # falls to 0 by a cosine
DEEP_RATE = 10.0  # over the mean square of the last layer's inputs, or of its bias' 1, where it is not the only one
WARPED = 8  # warped versions of each own digit,
MOST_WARPED = 2_400  # of all together: a second's drawing; the steps do not see more
AS_DRAWN = 2  # and copies as it was drawn
REHEARSED = 8_000  # training images to mix them with
FOLDS = 30  # at most: networks that leave digits out, each others
LARGEST_FALL = 0.004  # of the validation accuracy; beyond it, part of what was learned is taken back
DEEP_FALL = 0.001  # likewise, of a network of several layers
TAKEN_BACK = 0.1  # of it, at a time
NOWHERE = -1  # no network leaves this digit out


@dataclass(frozen=True, slots=True)
class LearningProgress:
    """How far it is, and the weights so far; once `is_learned`, they stay, and what they are worth is found out."""

    step: int
    total: int
    weights: Weights
    is_learned: bool = False


@dataclass(frozen=True, slots=True)
class FineTuningResult:
    """What came of it; shares are 0..1."""

    weights: Weights
    before: Weights
    count: int
    own_before: float
    own_after: float  # of the own digits, each read by a network that had not learned from it (leave-one-out)
    test_before: float
    test_after: float
    costs: Floats = field(default_factory=lambda: np.zeros(0, np.float32))  # (n,) nats, of each batch before its step
    points: tuple[Checkpoint, ...] = ()
    learning_rate: float = 0.0  # of the first step
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


def rehearsal(dataset: Dataset, stages: tuple[str, ...]) -> Dataset:
    """Return what own digits are mixed with: some of a data set, as a network sees it; for MNIST in about a second."""
    rows = np.random.default_rng(0).permutation(len(dataset.training))[:REHEARSED]
    return replace(dataset, training=dataset.training[rows]).each(lambda part: as_seen_by(part, stages))


class Learner:
    """Learns from own digits: go through it, some steps at a time, then take the `lesson`."""

    def __init__(
        self,
        weights: Weights,
        digits: Sequence[LabelledDrawing],
        rehearsed: Dataset,
        seed: int = 0,
        is_cancelled: IsCancelled = never,
    ) -> None:
        """Take weights to go on from and own digits, and draw these; raises UserError for no labels, CancelledError."""
        usable = [digit for digit in digits if digit.label is not None and not digit.drawing.is_empty]
        if not usable:
            raise UserError("there are no digits of your own to learn from yet: draw one and say what it was.")
        self._before, self._rehearsed, self._seed = weights, rehearsed, seed
        self._drawn = copies(usable, weights.stages, 1, strengths=None, is_cancelled=is_cancelled)
        versions = max(1, min(WARPED, MOST_WARPED // len(usable)))
        warped = copies(usable, weights.stages, versions, strengths=MILD, seed=seed, is_cancelled=is_cancelled).images
        own, others = np.concatenate([self._drawn.images] * AS_DRAWN + [warped]), rehearsed.training.images
        inputs = softmax.last_inputs(weights, own), softmax.last_inputs(weights, others)
        self._used = np.flatnonzero(inputs[0].any(axis=0) | inputs[1].any(axis=0))  # (p,): the others are always 0
        self._own, self._others = (part[:, self._used] for part in inputs)
        square = float((self._others**2).sum(axis=1).mean())
        self._rate = LEARNING_RATE if weights.architecture.is_single else DEEP_RATE / max(square, 1.0)
        self._left_out: Indexes = np.arange(len(usable)) % FOLDS  # (n,): by which network each is left out
        np.random.default_rng(seed).shuffle(self._left_out)
        self._share = 1.0  # of what was learned, that stays
        self._learned = weights
        self._costs: list[float] = []
        self._path: list[tuple[int, Weights]] = []
        self._points: tuple[Checkpoint, ...] = ()
        self._seconds = 0.0
        self._trial = SideBySide(weights, int(self._left_out.max()) + 1, self._used)

    def __iter__(self) -> Iterator[LearningProgress]:
        """Learn, then find out what that is worth: the weights are the lesson's from the first `is_learned` on."""
        learning = SideBySide(self._before, 1, self._used)
        begun = time.perf_counter()
        for step, costs in self._steps(learning, np.full(len(self._drawn), NOWHERE)):
            self._costs.extend(costs[:, 0])
            self._path.append((step, learning.weights(0)))
            yield LearningProgress(step, STEPS, self._path[-1][1])
        self._seconds = time.perf_counter() - begun
        self._judge(learning)
        yield LearningProgress(STEPS, STEPS, self._learned, is_learned=True)
        for _ in self._steps(self._trial, self._left_out):
            yield LearningProgress(STEPS, STEPS, self._learned, is_learned=True)

    def lesson(self) -> FineTuningResult:
        """Return what came of it, measured on the test images and on own digits left out; call it at the end."""
        test, drawn = self._rehearsed.test, self._drawn
        before, after = (softmax.accuracy(each, test.images, test.labels) for each in (self._before, self._learned))
        own_before = softmax.accuracy(self._before, drawn.images, drawn.labels)
        right = 0  # own digits, read by networks that had not learned from them
        for network in np.unique(self._left_out):
            rows = np.flatnonzero(self._left_out == network)
            verdicts = softmax.logits(self._trial.weights(int(network), self._share), drawn.images[rows])
            right += int((verdicts.argmax(axis=1) == drawn.labels[rows]).sum())
        shares = own_before, right / len(drawn), before, after
        costs = np.array(self._costs, np.float32)
        made = self._learned, self._before, len(drawn)
        return FineTuningResult(*made, *shares, costs, self._points, self._rate, self._seconds)

    def _steps(self, networks: SideBySide, left_out: Indexes) -> Iterator[tuple[int, Floats]]:
        """Take networks through the same steps; yield how many are done and the last costs, (AT_ONCE, networks)."""
        random, costs, count = np.random.default_rng((self._seed, 1)), list[Floats](), len(self._drawn)
        own = round(OWN * min(1.0, count / ENOUGH)) or 1
        for step in range(STEPS):
            chosen = random.integers(0, len(self._own), own)
            others = random.integers(0, len(self._others), BATCH - own)
            images = np.concatenate([self._own[chosen], self._others[others]])
            labels = np.concatenate([self._drawn.labels[chosen % count], self._rehearsed.training.labels[others]])
            without = np.concatenate([left_out[chosen % count], np.full(BATCH - own, NOWHERE)])
            learns = (without[:, None] != np.arange(networks.count)).astype(np.float32)
            rate = self._rate * 0.5 * (1 + np.cos(np.pi * step / STEPS))
            costs.append(networks.step(images, labels, learns, rate))
            if (step + 1) % AT_ONCE == 0:
                yield step + 1, np.stack(costs[-AT_ONCE:])

    def _judge(self, learning: SideBySide) -> None:
        """Validate the network along its way; retain of what was learned what does not forget the data set."""
        inputs = softmax.last_inputs(self._before, self._rehearsed.validation.images)
        old, new = (inputs @ weights.arrays[-2] + weights.bias for weights in (self._before, self._path[-1][1]))
        labels = self._rehearsed.validation.labels
        fall = LARGEST_FALL if self._before.architecture.is_single else DEEP_FALL
        least = (old.argmax(axis=1) == labels).mean() - fall
        shares = (*np.arange(1, 0, -TAKEN_BACK).tolist(), 0.0)
        self._share = next(
            share for share in shares if ((old + share * (new - old)).argmax(axis=1) == labels).mean() >= least
        )
        self._learned = learning.weights(0, self._share)
        self._path[-1] = STEPS, self._learned
        for step, weights in self._path:
            values = inputs @ weights.arrays[-2] + weights.bias
            accuracy = float((values.argmax(axis=1) == labels).mean())
            self._points += (Checkpoint(step, accuracy, softmax.cost(values, labels), weights),)
