"""How well stored runs read a hand: each run is scored once, and again only when it or the digits have changed."""

import time
from collections.abc import Sequence
from contextlib import suppress

import numpy as np

from core.arrays import Floats
from core.digits.dataset import PIXELS
from core.digits.raster import images_of
from core.errors import UserError
from core.hands.hand import HandDigit
from core.model import softmax
from core.model.softmax import Weights
from core.runs.facts import RunSummary, Taught
from core.runs.store import RunStore

Version = tuple[str, int]  # state and steps of a run: with others, its weights are others


class HandShares:
    """Scores the runs of a store on digits; not for two threads at once."""

    def __init__(self, store: RunStore) -> None:
        self._store = store
        self._seen: dict[tuple[str, tuple[str, ...]], Floats] = {}  # (784,) by digit and stages: strokes never change
        self._labels: tuple[tuple[str, int], ...] = ()  # id and label of each digit that was scored on
        self._known: dict[str, tuple[Version, float | None]] = {}

    def drawn(self, digits: Sequence[HandDigit], stages: tuple[str, ...], within_s: float) -> bool:
        """Draw digits, one at least, as a network of these stages sees them, for so long; return whether all are."""
        end = time.perf_counter() + within_s
        for digit in digits:
            if (digit.id, stages) not in self._seen:
                self._image(digit, stages)
                if time.perf_counter() >= end:
                    return False
        return True

    def of_weights(self, weights: Weights, digits: Sequence[HandDigit], taught: Taught | None = None) -> float | None:
        """Return the share, 0..1, of digits that weights read right; None for no digits, or weights that diverged.

        taught : what they learned from the first of these digits; of those it is what networks without them read right,
        and None where one alone was learned: no network is left that has learned from others of the hand
        """
        learned, own_after = (0, 0.0) if taught is None else (taught.digits, taught.own_after)
        if not digits or learned == 1 or not (taught or weights.is_finite):
            return None
        right, rest = own_after * min(learned, len(digits)), digits[learned:]
        if rest:
            images = np.stack([self._image(digit, weights.stages) for digit in rest])
            verdicts = softmax.logits(weights, images).argmax(axis=1)
            right += int((verdicts == [digit.label for digit in rest]).sum())
        return right / len(digits)

    def of_runs(
        self, runs: Sequence[RunSummary], digits: Sequence[HandDigit], within_s: float, hand: str = ""
    ) -> dict[str, float | None]:
        """Return the share of each run by its id, in order, of as many as there is time for, perhaps none.

        hand : whose digits they are: of a run that learned from them, what networks without them read right
        """
        labels = tuple((digit.id, digit.label) for digit in digits)
        if labels != self._labels:
            self._labels = labels
            self._known.clear()
        end, shares = time.perf_counter() + within_s, {}
        for run in runs:
            version = self._known.get(run.run_id, (None,))[0]
            if version != (run.state, run.steps) and not self._learn(run, digits, end - time.perf_counter(), hand):
                break
            shares[run.run_id] = self._known[run.run_id][1]
            if time.perf_counter() >= end:
                break
        return shares

    def _learn(self, run: RunSummary, digits: Sequence[HandDigit], within_s: float, hand: str) -> bool:
        """Find the share of a run; return whether there was time for it."""
        share, weights, taught = None, None, run.facts.taught
        with suppress(UserError):  # it was deleted meanwhile, or is damaged, which its list says
            weights = self._store.open(run.run_id).final_weights()
        if weights is not None:
            if not self.drawn(digits, weights.stages, within_s):
                return False
            share = self.of_weights(weights, digits, taught if taught is not None and taught.hand == hand else None)
        self._known[run.run_id] = ((run.state, run.steps), share)
        return True

    def _image(self, digit: HandDigit, stages: tuple[str, ...]) -> Floats:
        key = (digit.id, stages)
        if key not in self._seen:
            self._seen[key] = images_of([digit.drawing], stages).reshape(PIXELS)
        return self._seen[key]
