"""The second thread: finds the data set, downloads it when asked, and never touches TensorFlow."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import extra_digits
from core.dataset import Dataset
from core.recipes import Recipe
from core.sources import search
from core.sources.waiting import CancelledError
from gui.worker import Worker

END_MS = 1_000  # a stalled read may end later; the app does not wait for it

Cancel = threading.Event


class DataLoader(QObject):
    """Finds data sets in a thread of its own; signals arrive in the window's thread."""

    found = Signal(object)  # Dataset
    pen_digits_found = Signal(object)  # LabelledImages
    missing = Signal()  # nothing on this machine, and a download was not asked for
    progressed = Signal(str, float)  # what is being done, share 0..1
    cancelled = Signal()
    noted = Signal(str)  # one sentence: what went wrong although the app goes on
    failed = Signal(str)  # one sentence

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """Take the folder that was asked for on the command line, if one was."""
        super().__init__(parent)
        self._folder = folder
        self._cancels: set[Cancel] = set()  # of the work at hand, and of what waits behind it
        self._abandoned: list[Worker] = []
        self._worker = self._hire()

    def look(self) -> None:
        """Look for a data set on this machine only."""
        self._submit(self._look)

    def fetch(self) -> None:
        """Find a data set by all means: download it, or at last draw practice digits."""
        self._submit(self._fetch)

    def fetch_pen_digits(self, recipe: Recipe) -> None:
        """Find the digits that a recipe adds by all means, as images that went through its stages."""
        self._submit(lambda cancel: self._fetch_pen_digits(recipe, cancel))

    def practise(self) -> None:
        """Use practice digits, offline."""
        self._submit(self._practise)

    def open(self, folder: Path) -> None:
        """Use the data set in a folder."""
        self._submit(lambda cancel: self._tell_found(search.in_folder(folder), cancel))

    def cancel(self) -> None:
        """Give up what is being done, at once: a read that has stalled ends in its own time, and is not heard."""
        self._cancel_all()
        self._abandoned = [worker for worker in self._abandoned if worker.isRunning()] + [self._worker]
        self._worker.failed.disconnect(self.failed)
        self._worker.end(0)
        self._worker = self._hire()
        self.cancelled.emit()

    def close(self, within_ms: int = END_MS) -> bool:
        """Give up what is being done; return whether every thread has ended within that time."""
        self._cancel_all()
        ended = [worker.end(within_ms) for worker in (*self._abandoned, self._worker)]  # each is asked
        return all(ended)

    def _cancel_all(self) -> None:
        for cancel in list(self._cancels):  # a copy: the work at hand may end meanwhile
            cancel.set()

    def _hire(self) -> Worker:
        worker = Worker("data", self)
        worker.failed.connect(self.failed)
        return worker

    def _submit(self, work: Callable[[Cancel], None]) -> None:
        """Do some work with a cancel of its own; the work at hand ends first."""
        cancel = Cancel()
        self._cancels.add(cancel)

        def job() -> None:
            try:
                work(cancel)
            except CancelledError:
                return  # told when it was asked for
            finally:
                self._cancels.discard(cancel)

        self._worker.submit(job)

    # What follows runs in the data thread.

    def _look(self, cancel: Cancel) -> None:
        asked = search.asked_folder(self._folder)
        dataset: Dataset | None = search.in_folder(asked) if asked is not None else search.in_cache()
        if dataset is not None:
            self._tell_found(dataset, cancel)
        elif not cancel.is_set():
            self.missing.emit()

    def _fetch(self, cancel: Cancel) -> None:
        dataset = search.find(
            self._folder,
            report=self._reporter(cancel),
            is_cancelled=cancel.is_set,
            note=lambda sentence: None if cancel.is_set() else self.noted.emit(sentence),
            first=lambda some: self._tell_found(some, cancel),
        )
        self._tell_found(dataset, cancel)

    def _practise(self, cancel: Cancel) -> None:
        self._tell_found(
            search.practice_digits(
                report=self._reporter(cancel),
                is_cancelled=cancel.is_set,
                first=lambda some: self._tell_found(some, cancel),
            ),
            cancel,
        )

    def _fetch_pen_digits(self, recipe: Recipe, cancel: Cancel) -> None:
        images = extra_digits.find(recipe, self._folder, report=self._reporter(cancel), is_cancelled=cancel.is_set)
        if not cancel.is_set():
            self.pen_digits_found.emit(images)

    def _tell_found(self, dataset: Dataset, cancel: Cancel) -> None:
        if not cancel.is_set():
            self.found.emit(dataset)

    def _reporter(self, cancel: Cancel) -> Callable[[str, int, int], None]:
        def report(what: str, done: int, total: int) -> None:
            if not cancel.is_set():
                self.progressed.emit(what, done / max(total, 1))

        return report
