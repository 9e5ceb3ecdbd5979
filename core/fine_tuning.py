"""Learning from own digits: some hundred steps on them, warped, amid training images, so that nothing is forgotten.

It is plain numpy, since so small a network and so few images need no more: the same steps are made at once by networks
that each leave some of the digits out, so that what is said of them afterwards is not about what was just learned.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core import softmax
from core.dataset import CLASSES, PIXELS, Dataset, LabelledImages, scaled
from core.errors import UserError
from core.pen_warps import copies
from core.softmax import Weights
from core.stages import seen_bytes
from core.stroke_lines import LabelledDrawing
from core.words import say

Floats = NDArray[np.float32]
Rows = NDArray[np.intp]

STEPS = 300
AT_ONCE = 10  # steps between two reports
BATCH = 100
OWN = 30  # rows of a batch that are own digits, once there are ENOUGH of them
ENOUGH = 20  # own digits
LEARNING_RATE = 0.5  # falls to 0 by a cosine
WARPED = 8  # warped versions of each own digit,
AS_DRAWN = 2  # and copies as it was drawn
REHEARSED = 8_000  # training images to mix them with
SMALL_PRODUCT = softmax.ROWS_AT_ONCE * PIXELS * CLASSES  # multiplications that numpy does not share between threads
FOLDS = 30  # at most: networks that leave digits out, each others
LARGEST_FALL = 0.006  # of the validation accuracy; beyond it, part of what was learned is taken back
TAKEN_BACK = 0.1  # of it, at a time


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Images of the data set as the weights' network sees them, so that it does not forget them."""

    training: LabelledImages
    validation: LabelledImages
    test: LabelledImages


@dataclass(frozen=True, slots=True)
class LearningProgress:
    """How far it is, and the weights so far."""

    step: int
    total: int
    weights: Weights


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of it; shares are 0..1.

    own_after : of the own digits, each read by a network that had not learned from it (leave-one-out)
    """

    weights: Weights
    before: Weights
    count: int
    own_before: float
    own_after: float
    test_before: float
    test_after: float

    @property
    def sentence(self) -> str:
        """What changed, in words."""
        return say(
            "Your {count} digits: {own_before:.0f} % read right before, {own_after:.0f} % now (each by a network that "
            "had not learned from it); test images: {test_before:.1f} % before, {test_after:.1f} % now.",
            count=self.count,
            own_before=100 * self.own_before,
            own_after=100 * self.own_after,
            test_before=100 * self.test_before,
            test_after=100 * self.test_after,
        )


def rehearsal(dataset: Dataset, stages: tuple[str, ...], seed: int = 0) -> Rehearsal:
    """Return what to mix own digits with, from a data set as it was found; takes about a second for MNIST."""
    rows = np.random.default_rng(seed).permutation(len(dataset.training))[:REHEARSED]
    some = LabelledImages(dataset.training.images[rows], dataset.training.labels[rows])
    training, validation, test = (
        LabelledImages(seen_bytes(part.images, stages), part.labels)
        for part in (some, dataset.validation, dataset.test)
    )
    return Rehearsal(training, validation, test)


class Learner:
    """Learns from own digits, some steps at a time: go through it, then ask for the `lesson`."""

    def __init__(
        self, weights: Weights, digits: Sequence[LabelledDrawing], rehearsed: Rehearsal, seed: int = 0
    ) -> None:
        """Take the weights to go on from and the own digits; raises UserError where none of them is labelled."""
        kept = [digit for digit in digits if digit.label is not None and not digit.drawing.is_empty]
        if not kept:
            raise UserError(say("there are no digits of your own to learn from yet: draw one and say what it was."))
        self.step = 0
        self._before = weights
        self._rehearsed = rehearsed
        self._random = np.random.default_rng(seed)
        self._drawn = copies(kept, weights.stages, 1, warp=False)
        warped = copies(kept, weights.stages, WARPED, seed=seed)
        self._own = scaled(np.concatenate([self._drawn.images] * AS_DRAWN + [warped.images]))
        self._others = scaled(rehearsed.training.images)
        self._left_out = _folds(len(kept), self._random)  # (n,): by which network each digit is left out, from 1
        networks = int(self._left_out.max()) + 1
        self._matrix = np.tile(weights.matrix, (1, networks))
        self._bias = np.tile(weights.bias, networks)

    def __iter__(self) -> Iterator[LearningProgress]:
        """Go on from here to the end."""
        return self

    def __next__(self) -> LearningProgress:
        """Make the next steps."""
        if self.step >= STEPS:
            raise StopIteration
        for step in range(self.step, self.step + AT_ONCE):
            self._make(LEARNING_RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS)))
        self.step += AT_ONCE
        return LearningProgress(self.step, STEPS, self._weights(0))

    def lesson(self) -> Lesson:
        """Return what came of it, measured on the test images and on own digits left out; call it at the end."""
        share = self._kept_share()
        learned = self._blended(0, share)
        test = self._rehearsed.test
        before, after = (softmax.accuracy(each, test.images, test.labels) for each in (self._before, learned))
        drawn = self._drawn
        own_before = softmax.accuracy(self._before, drawn.images, drawn.labels)
        return Lesson(learned, self._before, len(drawn), own_before, self._left_out_accuracy(share), before, after)

    def _make(self, rate: float) -> None:
        """Make one gradient step of all networks, on the same batch but for what each leaves out."""
        images, labels, learns = self._batch()
        pieces = self._pieces(len(images))
        values = np.tile(self._bias, (len(images), 1))
        for piece in pieces:
            values += images[:, piece] @ self._matrix[piece]
        errors = softmax.softmax(values.reshape(len(images), -1, CLASSES))
        errors[np.arange(len(images)), :, labels] -= 1
        errors *= learns[:, :, None] * np.float32(rate / len(images))
        flat = errors.reshape(len(images), -1)
        for piece in pieces:
            self._matrix[piece] -= images[:, piece].T @ flat
        self._bias -= flat.sum(axis=0)

    def _pieces(self, rows: int) -> list[slice]:
        """Return slices of pixels whose products are small enough to stay on one thread (see core.softmax)."""
        size = max(1, SMALL_PRODUCT // (rows * len(self._bias)))
        return [slice(start, start + size) for start in range(0, PIXELS, size)]

    def _batch(self) -> tuple[Floats, NDArray[np.uint8], Floats]:
        """Return images (n, 784), labels (n,), and which network learns from which, (n, networks), 1 or 0."""
        count, networks = len(self._drawn), len(self._bias) // CLASSES
        own = round(OWN * min(1.0, count / ENOUGH)) or 1
        chosen = self._random.integers(0, len(self._own), own)
        others = self._random.integers(0, len(self._others), BATCH - own)
        images = np.concatenate([self._own[chosen], self._others[others]])
        labels = np.concatenate([self._drawn.labels[chosen % count], self._rehearsed.training.labels[others]])
        learns = np.ones((BATCH, networks), np.float32)
        learns[np.arange(own), self._left_out[chosen % count]] = 0
        return images, labels, learns

    def _weights(self, network: int) -> Weights:
        columns = slice(network * CLASSES, (network + 1) * CLASSES)
        return replace(self._before, matrix=self._matrix[:, columns], bias=self._bias[columns])

    def _blended(self, network: int, share: float) -> Weights:
        """Return a network's weights, with only a share of what it learned."""
        learned, before = self._weights(network), self._before
        matrix = before.matrix + np.float32(share) * (learned.matrix - before.matrix)
        return replace(before, matrix=matrix, bias=before.bias + np.float32(share) * (learned.bias - before.bias))

    def _kept_share(self) -> float:
        """Return how much of what was learned can be kept without forgetting the data set, 0..1."""
        images, labels = scaled(self._rehearsed.validation.images), self._rehearsed.validation.labels
        old, new = (softmax.logits(weights, images) for weights in (self._before, self._weights(0)))
        least = (old.argmax(axis=1) == labels).mean() - LARGEST_FALL
        for share in np.arange(1, 0, -TAKEN_BACK):
            if ((old + share * (new - old)).argmax(axis=1) == labels).mean() >= least:
                return float(share)
        return 0.0

    def _left_out_accuracy(self, share: float) -> float:
        right = 0
        for network in np.unique(self._left_out):
            rows = np.flatnonzero(self._left_out == network)
            images, labels = self._drawn.images[rows], self._drawn.labels[rows]
            verdicts = softmax.logits(self._blended(int(network), share), images).argmax(axis=1)
            right += int((verdicts == labels).sum())
        return right / len(self._drawn)


def learned(weights: Weights, digits: Sequence[LabelledDrawing], rehearsed: Rehearsal, seed: int = 0) -> Lesson:
    """Learn from own digits to the end; raises UserError where there are none."""
    learner = Learner(weights, digits, rehearsed, seed)
    for _ in learner:
        pass
    return learner.lesson()


def _folds(count: int, random: np.random.Generator) -> Rows:
    """Return for each digit the network that leaves it out, 1..FOLDS; each leaves one out, of many digits several."""
    order: Rows = np.arange(count) % FOLDS + 1
    random.shuffle(order)
    return order
