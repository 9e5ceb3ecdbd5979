"""How well stored runs read the hand that is taught: worked out in slices in another thread, shown in the Runs tab."""

from PySide6.QtCore import QObject, Signal

from core.hands.hand import Hand
from core.model.softmax import Weights
from core.runs import RunStore, RunSummary
from core.runs.hand_shares import HandShares
from gui.jobs.worker import Submit
from gui.runs.runs_panel import RunsPanel
from gui.state.in_use import HandInUse

SLICE_S = 0.05  # of scoring at a time: a run that trains has something to write, too


class HandScoreController(QObject):
    """Scores the runs that the tab lists, the newest first and while it is seen, and weights on request."""

    scored = Signal(object)  # shares of the runs listed, by id
    hand_scored = Signal(float, int)  # share, 0..1, of the hand's digits that are read right; how many they are

    def __init__(
        self, hand: HandInUse, panel: RunsPanel, store: RunStore, submit: Submit, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel, self._submit = panel, submit
        self._scores = HandShares(store)  # used in the other thread only
        self._hand = hand
        self._hand_name = hand.hand.name
        self._shares: dict[str, float] = {}  # as shown
        self._runs: tuple[RunSummary, ...] = ()
        self._unscored: tuple[RunSummary, ...] = ()  # those of them that are left
        self._listing = 0  # number of what is scored: of the runs, or of the digits that they read
        self._is_scoring = False
        self._requested: Weights | None = None  # scored last on request
        hand.changed.connect(self._on_hand_changed)

    def set_runs(self, runs: tuple[RunSummary, ...]) -> None:
        """Score these runs."""
        self._runs = self._unscored = runs
        self._listing += 1
        self.go_on()

    def go_on(self) -> None:
        """Score some of the runs that are left, while the tab is seen."""
        if self._is_scoring or not self._unscored or not self._hand.hand.digits or not self._panel.isVisible():
            return
        self._is_scoring = True
        listing, runs, hand = self._listing, self._unscored, self._hand.hand
        digits, name = hand.digits, hand.name
        self._submit(
            lambda: self._scores.of_runs(runs, digits, SLICE_S, name), lambda shares: self._on_scored(listing, shares)
        )

    def score(self, weights: Weights) -> None:
        """Have weights, such as those that came of a run, read the hand; `hand_scored` reports, if it has digits."""
        digits, self._requested = self._hand.hand.digits, weights

        def job() -> float | None:
            if self._scores.drawn(digits, weights.stages, SLICE_S):
                return self._scores.of_weights(weights, digits)
            self._submit(job, report)  # in its turn
            return None

        def report(share: float | None) -> None:
            if share is not None and weights is self._requested:  # else another run has ended since
                self.hand_scored.emit(share, len(digits))

        if digits:
            self._submit(job, report)

    def _on_hand_changed(self, hand: Hand) -> None:
        if hand.name != self._hand_name or not hand.digits:
            self._hand_name = hand.name
            self._show_shares({})
        self.set_runs(self._runs)

    def _on_scored(self, listing: int, shares: dict[str, float | None]) -> None:
        self._is_scoring = False
        if listing == self._listing:  # else the runs, or the digits, are others by now
            self._unscored = self._unscored[len(shares) :]
            others = {run_id: share for run_id, share in self._shares.items() if run_id not in shares}
            self._show_shares(others | {run_id: share for run_id, share in shares.items() if share is not None})
        self.go_on()

    def _show_shares(self, shares: dict[str, float]) -> None:
        if shares != self._shares:
            self._shares = shares
            self._panel.set_hands(shares)
            self.scored.emit(shares)
