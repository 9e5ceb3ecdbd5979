"""How well stored runs read a hand: each run is scored once, and again only when it or the digits have changed."""

import time
from collections.abc import Sequence
from contextlib import suppress

from core.errors import UserError
from core.hands.hand import HandDigit
from core.hands.score import HandScore
from core.model.softmax import Weights
from core.runs.facts import RunSummary, Taught
from core.runs.store import RunStore

Version = tuple[str, int]  # state and steps of a run: with others, its weights are others


class HandShares:
    """Scores the runs of a store on digits; not for two threads at once."""

    def __init__(self, store: RunStore) -> None:
        self._store = store
        self._score = HandScore()
        self._labels: tuple[tuple[str, int], ...] = ()  # id and label of each digit that was scored on
        self._known: dict[str, tuple[Version, float | None]] = {}

    def drawn(self, digits: Sequence[HandDigit], stages: tuple[str, ...], within_s: float) -> bool:
        """Draw digits, one at least, as a network of these stages sees them, for so long; return whether all are."""
        end = time.perf_counter() + within_s
        return all(time.perf_counter() < end for _ in self._score.draw(digits, stages))

    def of_weights(self, weights: Weights, digits: Sequence[HandDigit], taught: Taught | None = None) -> float | None:
        """Return the share, 0..1, of digits that weights read right; None for no digits, or weights that diverged.

        taught : what they learned from these digits; of those it is what networks without them read right
        """
        if taught is not None:
            return self._score.fair_share(weights, digits, taught.digits, taught.own_after)
        return self._score.share(weights, digits) if weights.is_finite else None

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
