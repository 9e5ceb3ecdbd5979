"""Between the Runs tab and the kept runs: what is read and written on the disk happens off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal

from core.errors import UserError
from core.hands import Hand, HandDigit
from core.runs import Listing, RunStore, RunSummary
from core.runs.hand_shares import HandShares
from core.runs.space import LIMIT
from core.softmax import Weights
from gui.runs.runs_panel import RunsPanel

Submit = Callable[[Callable[[], None]], None]  # has a job done, in its turn, by a thread of its own
SLICE_S = 0.05  # of scoring at a time: a run that trains has something to write, too


class RunsWiring(QObject):
    """Lists the kept runs while the tab is seen, scores them on the hand, and does what the tab asks for."""

    noted = Signal(str)  # one sentence, such as which run cannot be opened
    hand_scored = Signal(float, int)  # share, 0..1, of the hand's digits that are read right; how many they are

    _listed = Signal(object, int)  # Listing, bytes used
    _scored = Signal(int, object)  # number of the listing; shares of its next runs, by id
    _told = Signal(object, float, int)  # Weights, and what `hand_scored` tells of them
    _deleted = Signal(object)  # ids

    def __init__(self, panel: RunsPanel, store: RunStore, submit: Submit, parent: QObject | None = None) -> None:
        """Take the tab, the store, and what does jobs in a second thread, one after the other."""
        super().__init__(parent)
        self._panel, self._store, self._submit = panel, store, submit
        self._is_listing = False
        self._is_stale = True
        self._put_aside: list[tuple[str, ...]] = []
        self._faults: frozenset[str] = frozenset()
        self._digits: tuple[HandDigit, ...] = ()
        self._hand_name = ""
        self._scores = HandShares(store)  # used in the other thread only
        self._shares: dict[str, float] = {}  # as shown
        self._unscored: tuple[RunSummary, ...] = ()
        self._listing = 0
        self._is_scoring = False
        self._weighed: Weights | None = None  # scored last at somebody's wish
        self._listed.connect(self._on_listed)
        self._scored.connect(self._on_scored)
        self._told.connect(self._on_told)
        self._deleted.connect(self._on_deleted)
        panel.rename_requested.connect(lambda run_id, name: self._change(lambda: store.rename(run_id, name)))
        panel.star_requested.connect(lambda run_id, starred: self._change(lambda: store.star(run_id, starred)))
        panel.note_requested.connect(lambda run_id, text: self._change(lambda: store.note(run_id, text)))
        panel.delete_requested.connect(self._on_delete_requested)
        panel.undo_delete_requested.connect(self._on_undo_requested)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List anew when the tab comes into sight, or go on to score."""
        if watched is self._panel and event.type() == QEvent.Type.Show:
            if self._is_stale:
                self._list()
            else:
                self._score_next()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """List the runs anew, now or when the tab is next seen; several calls at once are one."""
        self._is_stale = True
        if self._panel.isVisible():
            self._list()

    def set_hand(self, hand: Hand) -> None:
        """Score the runs on the digits that this hand has now."""
        self._digits = hand.digits
        self._unscored, self._listing = (), self._listing + 1
        if hand.name != self._hand_name or not self._digits:
            self._hand_name = hand.name
            self._show_shares({})
        self.refresh()

    def score(self, weights: Weights) -> None:
        """Have weights, such as those that came of a run, read the hand; `hand_scored` tells, if it has digits."""
        digits, self._weighed = self._digits, weights

        def job() -> None:
            if not self._scores.drawn(digits, weights.stages, SLICE_S):
                self._submit(job)  # in its turn
                return
            share = self._scores.of_weights(weights, digits)
            if share is not None:
                self._told.emit(weights, share, len(digits))

        if digits:
            self._submit(job)

    def _list(self) -> None:
        if not self._is_listing:
            self._is_listing, self._is_stale = True, False
            self._submit(self._read)

    def _read(self) -> None:
        """Read the list; runs in the other thread."""
        try:
            self._listed.emit(self._store.listing(), self._store.usage())
        except UserError as error:
            self._listed.emit(Listing((), (str(error),)), 0)

    def _change(self, act: Callable[[], object]) -> None:
        def job() -> None:
            act()

        self._submit(job)
        self.refresh()

    def _on_listed(self, listing: Listing, used: int) -> None:
        self._is_listing = False
        self._panel.set_runs(listing.runs)
        self._panel.set_usage(used, LIMIT)
        for fault in sorted(set(listing.faults) - self._faults):
            self.noted.emit(fault)
        self._faults = frozenset(listing.faults)
        self._unscored, self._listing = listing.runs, self._listing + 1
        self._score_next()
        if self._is_stale:
            self.refresh()

    def _score_next(self) -> None:
        """Score some of the runs that are left, the newest first, while the tab is seen."""
        if self._is_scoring or not self._unscored or not self._digits or not self._panel.isVisible():
            return
        self._is_scoring = True
        listing, runs, digits = self._listing, self._unscored, self._digits
        self._submit(lambda: self._scored.emit(listing, self._scores.of_runs(runs, digits, SLICE_S)))

    def _on_scored(self, listing: int, shares: dict[str, float | None]) -> None:
        self._is_scoring = False
        if listing == self._listing:  # else the runs, or the digits, are others by now
            self._unscored = self._unscored[len(shares) :]
            others = {run_id: share for run_id, share in self._shares.items() if run_id not in shares}
            self._show_shares(others | {run_id: share for run_id, share in shares.items() if share is not None})
        self._score_next()

    def _on_told(self, weights: Weights, share: float, digits: int) -> None:
        if weights is self._weighed:  # else another run has ended since
            self.hand_scored.emit(share, digits)

    def _show_shares(self, shares: dict[str, float]) -> None:
        if shares != self._shares:
            self._shares = shares
            self._panel.set_hands(shares)

    def _on_delete_requested(self, run_ids: list[str]) -> None:
        self._submit(lambda: self._deleted.emit(self._store.delete(run_ids)))

    def _on_deleted(self, run_ids: tuple[str, ...]) -> None:
        if run_ids:
            self._put_aside.append(run_ids)
        self._panel.set_undo_possible(bool(self._put_aside))
        self.refresh()

    def _on_undo_requested(self) -> None:
        if self._put_aside:
            run_ids = self._put_aside.pop()
            self._change(lambda: self._store.restore(run_ids))
        self._panel.set_undo_possible(bool(self._put_aside))
