"""The data threads: they find the data set, download it when asked, and never touch TensorFlow.

A folder is opened in a thread of its own: it waits neither for a download nor for practice digits that are being
drawn. Once it is open, what was being found is not wanted any more.
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import extra_digits
from core.dataset import Dataset
from core.errors import UserError
from core.recipes import Recipe
from core.sources import search
from core.sources.waiting import Report, told
from gui.jobs.worker import Worker

BETWEEN_S = 1 / 20  # from one report to the next: a download makes thousands
END_MS = 1_000  # a stalled read may end later; the app does not wait for it

LOOK, FETCH, PRACTISE, OPEN, FURTHER = "look", "fetch", "practise", "open", "further"
DATASETS = (LOOK, FETCH, PRACTISE, OPEN)


class Wish(threading.Event):
    """Something asked for; set, once it is given up: then nothing of it is heard any more."""

    def __init__(self, kind: str, folder: Path | None = None) -> None:
        super().__init__()
        self.kind, self.folder = kind, folder


class DataLoader(QObject):
    """Finds data sets in threads of its own; signals arrive in the window's thread."""

    found = Signal(object)  # Dataset
    opened = Signal(object)  # Path: the data set found last is the one in this folder
    not_opened = Signal(str)  # one sentence; what else was asked for goes on
    pen_digits_found = Signal(object)  # LabelledImages
    missing = Signal()  # nothing on this machine, and a download was not asked for
    progressed = Signal(str, float)  # what is being done, share 0..1
    cancelled = Signal()
    noted = Signal(str)  # one sentence: what went wrong although the app goes on
    failed = Signal(str)  # one sentence

    _found = Signal(object, object)  # Wish, Dataset: from a data thread

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        """Take the folder that was asked for on the command line, if one was."""
        super().__init__(parent)
        self._folder = folder
        self._wishes: set[Wish] = set()  # what is being done, and what waits behind it
        self._abandoned: list[Worker] = []
        self._found.connect(self._on_found)
        self._hire()

    @property
    def is_opening(self) -> bool:
        """Whether a folder is being opened."""
        return self._is_wished(OPEN)

    def look(self) -> None:
        """Look for a data set on this machine only."""
        self._submit(Wish(LOOK), self._look)

    def fetch(self) -> None:
        """Find a data set by all means, unless that is being done: download it, or at last draw practice digits."""
        if not self._is_wished(FETCH):
            self._submit(Wish(FETCH), self._fetch)

    def fetch_pen_digits(self, recipe: Recipe) -> None:
        """Find the digits that a recipe adds by all means, as images that went through its stages."""
        self._submit(Wish(FURTHER), lambda wish: self._fetch_pen_digits(recipe, wish))

    def practise(self) -> None:
        """Use practice digits, offline, and not what is being found or opened."""
        self._give_up((LOOK, FETCH, OPEN))
        if not self._is_wished(PRACTISE):
            self._submit(Wish(PRACTISE), self._practise)

    def open(self, folder: Path) -> None:
        """Use the data set in a folder; what is being found is given up once it is open."""
        self._give_up((OPEN,))
        self._submit(Wish(OPEN, folder), lambda wish: self._found.emit(wish, search.in_folder(folder)))

    def cancel(self) -> None:
        """Give up what is being done, at once: a read that has stalled ends in its own time, and is not heard."""
        self._give_up((*DATASETS, FURTHER))
        left = (self._finder, self._opener)
        self._abandoned = [worker for worker in self._abandoned if worker.isRunning()] + list(left)
        self._finder.failed.disconnect(self.failed)
        self._opener.failed.disconnect(self.not_opened)
        for worker in left:
            worker.end(0)
        self._hire()
        self.cancelled.emit()

    def close(self, within_ms: int = END_MS) -> bool:
        """Give up what is being done; return whether every thread has ended within that time."""
        self._give_up((*DATASETS, FURTHER))
        ended = [worker.end(within_ms) for worker in (*self._abandoned, self._finder, self._opener)]  # each is asked
        return all(ended)

    def _is_wished(self, kind: str) -> bool:
        return any(wish.kind == kind and not wish.is_set() for wish in list(self._wishes))

    def _give_up(self, kinds: tuple[str, ...]) -> None:
        for wish in list(self._wishes):  # a copy: the work at hand may end meanwhile
            if wish.kind in kinds:
                wish.set()

    def _hire(self) -> None:
        self._finder, self._opener = Worker("data", self), Worker("opening", self)
        self._finder.failed.connect(self.failed)
        self._opener.failed.connect(self.not_opened)

    def _submit(self, wish: Wish, work: Callable[[Wish], None]) -> None:
        """Do some work for a wish, after the work at hand of the same thread."""
        self._wishes.add(wish)

        def job() -> None:
            try:
                if not wish.is_set():
                    work(wish)
            except UserError:
                if not wish.is_set():
                    raise
            finally:
                self._wishes.discard(wish)

        worker = self._opener if wish.kind == OPEN else self._finder
        worker.submit(job)

    def _on_found(self, wish: Wish, dataset: Dataset) -> None:
        """Use a data set that is still wanted; in the window's thread, so that what was given up is never heard."""
        if wish.is_set():
            return
        if wish.folder is not None:
            self._give_up(DATASETS)
        self.found.emit(dataset)
        if wish.folder is not None:
            self.opened.emit(wish.folder)

    # What follows runs in a data thread.

    def _look(self, wish: Wish) -> None:
        asked = search.asked_folder(self._folder)
        dataset: Dataset | None = search.in_folder(asked) if asked is not None else search.in_cache()
        if dataset is not None:
            self._found.emit(wish, dataset)
        elif not wish.is_set():
            self.missing.emit()

    def _fetch(self, wish: Wish) -> None:
        dataset = search.find(
            self._folder,
            report=self._reporter(wish),
            is_cancelled=wish.is_set,
            note=lambda sentence: None if wish.is_set() else self.noted.emit(sentence),
            first=lambda some: self._found.emit(wish, some),
        )
        self._found.emit(wish, dataset)

    def _practise(self, wish: Wish) -> None:
        dataset = search.practice_digits(
            report=self._reporter(wish),
            is_cancelled=wish.is_set,
            first=lambda some: self._found.emit(wish, some),
        )
        self._found.emit(wish, dataset)

    def _fetch_pen_digits(self, recipe: Recipe, wish: Wish) -> None:
        images = extra_digits.find(recipe, self._folder, report=self._reporter(wish), is_cancelled=wish.is_set)
        if not wish.is_set():
            self.pen_digits_found.emit(images)

    def _reporter(self, wish: Wish) -> Report:
        seen_s = [0.0]

        def report(what: str, done: int, total: int) -> None:
            now_s = time.monotonic()
            if not wish.is_set() and (now_s - seen_s[0] >= BETWEEN_S or done >= total):
                seen_s[0] = now_s
                self.progressed.emit(told(what, done, total), done / max(total, 1))

        return report
