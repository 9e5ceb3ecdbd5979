"""Between the Runs tab and the stored runs: what is read and written on the disk happens off the window's thread."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.runs import Listing, RunStore
from core.runs.space import LIMIT
from gui.jobs.worker import Job, Submit
from gui.runs.hand_score_controller import HandScoreController
from gui.runs.runs_panel import RunsPanel


class RunsController(QObject):
    """Lists the stored runs while the tab is seen, has them scored on the hand, and does what the tab requests."""

    noted = Signal(str)  # one sentence, such as which run cannot be opened
    listed = Signal(object)  # tuple of RunSummary

    def __init__(
        self,
        panel: RunsPanel,
        store: RunStore,
        submit: Submit,
        scoring: HandScoreController,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._panel, self._store, self._submit, self._scoring = panel, store, submit, scoring
        self._is_listing, self._is_stale = False, True
        self._shown: list[QWidget] = [panel]
        self._put_aside: list[tuple[str, ...]] = []
        self._faults: frozenset[str] = frozenset()
        panel.table.rename_requested.connect(lambda run_id, name: self._change(lambda: store.rename(run_id, name)))
        panel.star_requested.connect(lambda run_id, starred: self._change(lambda: store.star(run_id, starred)))
        panel.note_requested.connect(lambda run_id, text: self._change(lambda: store.note(run_id, text)))
        panel.delete_requested.connect(lambda ids: submit(lambda: store.delete(ids), self._on_deleted))
        panel.undo_delete_requested.connect(self._on_undo_requested)
        panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """List anew when the tab comes into sight, or go on to score."""
        if watched in self._shown and event.type() == QEvent.Type.Show:
            if self._is_stale:
                self._list()
            else:
                self._scoring.go_on()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """List the runs anew, now or when the tab is next seen; several calls at once are one."""
        self._is_stale = True
        if any(widget.isVisible() for widget in self._shown):
            self._list()

    def show_also(self, widget: QWidget) -> None:
        """List the runs while this other widget is seen, too: it shows what `listed` hands out."""
        self._shown.append(widget)
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
