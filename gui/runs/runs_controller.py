"""Between the Runs tab and the stored runs, which are read, written and scored on the hand off the window's thread."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.hands.hand import Hand
from core.model.softmax import Weights
from core.runs import RunSummary
from core.runs.hand_shares import HandShares
from core.runs.space import LIMIT
from core.runs.store import Listing, RunStore
from gui.jobs.worker import Job, Submit
from gui.runs.runs_panel import RunsPanel
from gui.state.shared import HandInUse

Scored = Callable[[float, int], object]  # the share, 0..1, of the hand's digits that are read right; their number
SLICE_S = 0.05  # of scoring at a time: a run that trains has something to write, too


class HandScoreController(QObject):
    """Scores the runs that are listed, the newest first and while they are seen, and weights on request."""

    scored = Signal(object)  # shares of the runs listed, by id

    def __init__(self, hand: HandInUse, panel: RunsPanel, store: RunStore, submit: Submit, parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._submit = panel, submit
        self.seen_in: list[QWidget] = [panel]  # what shows the runs
        self._scores = HandShares(store)  # used in the other thread only
        self._hand, self._hand_name = hand, hand.hand.name
        self._shares: dict[str, float] = {}  # as shown
        self._runs: tuple[RunSummary, ...] = ()
        self._unscored: tuple[RunSummary, ...] = ()  # those of them that are left
        self._listing = 0  # number of what is scored: of the runs, or of the digits that they read
        self._is_scoring = False
        hand.changed.connect(self._on_hand_changed)

    def set_runs(self, runs: tuple[RunSummary, ...]) -> None:
        """Score these runs."""
        self._runs = self._unscored = runs
        self._listing += 1
        self.go_on()

    def go_on(self) -> None:
        """Score some of the runs that are left, while they are seen."""
        is_seen = any(widget.isVisible() for widget in self.seen_in)
        if self._is_scoring or not self._unscored or not self._hand.hand.digits or not is_seen:
            return
        self._is_scoring = True
        listing, runs, hand = self._listing, self._unscored, self._hand.hand
        digits, name = hand.digits, hand.name
        self._submit(
            lambda: self._scores.of_runs(runs, digits, SLICE_S, name), lambda shares: self._on_scored(listing, shares)
        )

    def score(self, weights: Weights, scored: Scored) -> None:
        """Have weights read the hand, and `scored` take what share of it, where it has digits."""
        digits, taught = self._hand.hand.digits, self._hand.learned_by(weights)

        def job() -> float | None:
            if self._scores.drawn(digits, weights.stages, SLICE_S):
                return self._scores.of_weights(weights, digits, taught)
            self._submit(job, report)  # in its turn
            return None

        def report(share: float | None) -> None:
            if share is not None:
                scored(share, len(digits))

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


class RunsController(QObject):
    """Lists the stored runs while the tab is seen, has them scored on the hand, and does what the tab requests."""

    noted = Signal(str)  # one sentence, such as which run cannot be opened
    listed = Signal(object)  # tuple of RunSummary

    def __init__(
        self, panel: RunsPanel, store: RunStore, submit: Submit, scoring: HandScoreController, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._panel, self._store, self._submit, self._scoring = panel, store, submit, scoring
        self._is_listing, self._is_stale = False, True
        self._put_aside: list[tuple[str, ...]] = []
        self._faults: frozenset[str] = frozenset()
        panel.table.rename_requested.connect(lambda run_id, name: self._change(lambda: store.rename(run_id, name)))
        panel.star_requested.connect(lambda run_id, starred: self._change(lambda: store.star(run_id, starred)))
        panel.note_requested.connect(lambda run_id, text: self._change(lambda: store.note(run_id, text)))
        panel.delete_requested.connect(lambda ids: submit(lambda: store.delete(ids), self._on_deleted))
        panel.undo_delete_requested.connect(self._on_undo_requested)
        for requested in (panel.open_requested, panel.repeat_requested, panel.export_requested):
            requested.connect(self.refresh)  # what another process removed can be requested no longer
        panel.installEventFilter(self)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_application_state)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List anew when the tab comes into sight, or go on to score."""
        if watched in self._scoring.seen_in and event.type() == QEvent.Type.Show:
            if self._is_stale:
                self._list()
            else:
                self._scoring.go_on()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """List the runs anew, now or when the tab is next seen; several calls at once are one."""
        self._is_stale = True
        if any(widget.isVisible() for widget in self._scoring.seen_in):
            self._list()

    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        """List anew when the app has the focus again: a terminal may have trained or removed runs meanwhile."""
        if state == Qt.ApplicationState.ApplicationActive:
            self.refresh()

    def show_also(self, widget: QWidget) -> None:
        """List the runs, and score them, while this other widget is seen, too: it shows what `listed` hands out."""
        self._scoring.seen_in.append(widget)
        widget.installEventFilter(self)

    def _list(self) -> None:
        if not self._is_listing:
            self._is_listing, self._is_stale = True, False
            self._submit(self._read, self._on_read)

    def _read(self) -> tuple[Listing, int]:
        """Return the list, and how many bytes are used; runs in the other thread."""
        try:
            return self._store.listing(), self._store.usage()
        except UserError as error:
            return Listing((), (str(error),)), 0

    def _change(self, job: Job) -> None:
        self._submit(job)
        self.refresh()

    def _on_read(self, read: tuple[Listing, int]) -> None:
        self._is_listing = False
        listing, used = read
        self._panel.set_runs(listing.runs)
        self.listed.emit(listing.runs)
        self._panel.set_usage(used, LIMIT)
        for fault in sorted(set(listing.faults) - self._faults):
            self.noted.emit(fault)
        self._faults = frozenset(listing.faults)
        self._scoring.set_runs(listing.runs)
        if self._is_stale:
            self.refresh()

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
