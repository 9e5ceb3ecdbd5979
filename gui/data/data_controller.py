"""Joins the data loader to the data set in use, the training session, the status line and the File menu."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QWidget

from core.recipes.recipe import FIRST_CHAPTER
from core.words import say
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.jobs.data_loader import DataLoader
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession

IDLE_MS = 200


class DataController(QObject):
    """Every request for a data set and every fact about one passes through here."""

    def __init__(
        self, loader: DataLoader, session: TrainingSession, status: StatusLine, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._loader, self._session, self._status, self._window = loader, session, status, window
        data = self._data = session.requirements.data
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._on_idle)
        actions["open_data"].triggered.connect(self._on_open_data)
        actions["practise"].triggered.connect(loader.practise)
        actions["cancel_download"].triggered.connect(loader.cancel)
        loader.found.connect(data.use)
        data.changed.connect(self._show_what_there_is)
        data.changed.connect(lambda: status.show_note(status.note()))  # and no offer about the data before
        loader.opened.connect(self._on_opened)
        loader.not_opened.connect(self._on_not_opened)
        session.requirements.dataset_requested.connect(self.fetch)
        session.requirements.added_digits_requested.connect(loader.fetch_added_digits)
        loader.added_digits_found.connect(self._show_what_there_is)
        loader.added_digits_found.connect(session.requirements.set_added_digits)
        for changed in (data.changed, session.state_changed):
            changed.connect(lambda *_: self._idle.start())
        session.state_changed.connect(self._on_state)
        loader.missing.connect(status.show_missing_data)
        loader.progressed.connect(lambda what, share: status.show_progress(share, what))
        loader.cancelled.connect(self._on_cancelled)
        loader.noted.connect(status.show_note)
        loader.failed.connect(self._on_failed)

    def fetch(self) -> None:
        """Find a data set by all means, where there is none yet and none is being opened."""
        if self._data.dataset is None and not self._loader.is_opening:
            self._loader.fetch()

    def _on_idle(self) -> None:
        """Draw what higher rungs of the ladder add, where nothing else was done for a moment: Train then begins.

        The highest comes first: its run would wait longest.
        """
        if self._session.state not in (RunState.LOADING, RunState.RUNNING, RunState.FAILED):
            self._loader.draw_ahead(rung for rung in reversed(FIRST_CHAPTER) if rung.adds_digits)

    def _on_state(self, state: RunState) -> None:
        if state is RunState.RUNNING:  # which is watched: reading pen digits, in Python, would hold up each painting
            self._loader.stop_drawing_ahead()

    def _on_open_data(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window, say("Open the folder of a data set"))
        if chosen:
            self._loader.open(Path(chosen))

    def _on_cancelled(self) -> None:
        self._stop_waiting()
        if self._data.dataset is None:
            self._status.show_note(say("Cancelled. Open a folder of IDX files, or use practice digits (File menu)."))
        else:
            self._status.show_note(say("Cancelled."))

    def _on_failed(self, sentence: str) -> None:
        self._stop_waiting()
        if self._data.dataset is None:
            # the folder that the command line names is looked into again and again
            self._status.show_missing_data(can_download=False)
        self._status.show_note(sentence)

    def _on_opened(self, folder: Path) -> None:
        dataset = self._data.dataset
        assert dataset is not None  # it was found before it is said to be opened
        going_on = say("Opened: the next run learns from it; this one goes on with what it began with.")
        note = going_on if self._session.state.is_going else say("Opened {folder}.", folder=folder)
        sentence, given = " ".join((note, *dataset.notes)), dataset.as_given

        def use_as_it_is() -> None:
            if given is not None:
                self._data.use(given)
                self._status.show_note(" ".join((say("The data set is used as it is."), *given.notes)))

        self._status.show_note(sentence, "" if given is None else say("Use it as it is"), use_as_it_is)

    def _on_not_opened(self, sentence: str) -> None:
        """Go on with what else was requested; a run that waits for data waits for what there is."""
        if self._session.state is RunState.LOADING:
            self.fetch()
        self._status.show_note(sentence)

    def _stop_waiting(self) -> None:
        if self._session.state is RunState.LOADING:
            self._session.stop()
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        self._status.show_progress(None)
        if self._data.dataset is None:
            self._status.show_missing_data()
        else:
            self._status.show_dataset(self._data.dataset)
