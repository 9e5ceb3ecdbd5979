"""The data threads: they find the data set, download it on request, and never touch TensorFlow.

A folder is opened in a thread of its own: it waits neither for a download nor for practice digits that are being
drawn. Once it is open, what was being found is cancelled.
"""

import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.digits.dataset import Dataset
from core.errors import UserError
from core.progress import Work, described
from core.recipes import added_digits
from core.recipes.recipe import Recipe
from core.sources import forms, pen_search, search
from gui.jobs.worker import Worker

BETWEEN_S = 1 / 20  # from one report to the next: a download makes thousands

Take = Callable[..., object]  # takes the answer to a request, in the window's thread
ALL = ("look", "fetch", "practise", "lessons", "open", "added", "ahead")
LOOK, FETCH, PRACTISE, LESSONS, OPEN, ADDED, AHEAD = ALL
DATASETS = ALL[:5]


class Request(threading.Event):
    """A request; set once it is cancelled: then no more of it is reported."""

    def __init__(self, kind: str, of: object = None) -> None:
        """Take a kind, and what distinguishes the request from others of that kind, where anything does."""
        super().__init__()
        self.kind, self.of = kind, of


class DataLoader(QObject):
    """Finds data sets in threads of its own; signals arrive in the window's thread."""

    found = Signal(object)  # Dataset
    opened = Signal(object)  # Path: the data set found last is the one in this folder
    not_opened = Signal(str)  # one sentence; what else was requested goes on
    added_digits_found = Signal(object, object)  # Recipe, LabelledImages
    missing = Signal()  # nothing on this machine, and no download was requested
    progressed = Signal(str, float)  # what is being done, share 0..1
    cancelled = Signal()
    noted = Signal(str)  # one sentence: what went wrong although the app goes on
    failed = Signal(str)  # one sentence

    _answered = Signal(object, object, object)  # Request, what is to be called with the answer, and that

    def __init__(self, folder: Path | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._requests: set[Request] = set()  # what is being done, and what waits behind it
        self._abandoned: list[Worker] = []
        self._drawn: set[object] = set()  # keys of added digits that were drawn
        self._answered.connect(self._on_answered)
        self._hire()

    @property
    def is_opening(self) -> bool:
        """Whether a folder is being opened."""
        return bool(self._pending(OPEN))

    def look(self) -> None:
        """Look for a data set on this machine only."""
        self._submit(Request(LOOK), self._look)

    def fetch(self) -> None:
        """Find a data set by all means, unless that is being done: download it, or at last draw practice digits."""
        if not self._pending(FETCH):
            self._submit(Request(FETCH), self._fetch)

    def fetch_added_digits(self, recipe: Recipe) -> None:
        """Find the digits that a recipe adds by all means, as images that went through its stages, and no others."""
        key = added_digits.key(recipe)
        if self._pending(ADDED, key):
            return
        self._cancel((ADDED,))
        if ahead := self._pending(AHEAD, key):  # at work by now: it is heard from here on
            ahead[0].kind = ADDED
            self._cancel((AHEAD,))
        else:
            self._submit(Request(ADDED, key), partial(self._fetch_added_digits, recipe))

    def draw_ahead(self, recipes: Iterable[Recipe]) -> None:
        """Draw and store the digits that recipes add while nothing else is requested, without a download or a word."""
        if not self._requests:
            for recipe in recipes:
                if added_digits.key(recipe) not in self._drawn:
                    self._submit(Request(AHEAD), partial(self._draw_ahead, recipe))

    def stop_drawing_ahead(self) -> None:
        """Leave what is not drawn yet for later; what is drawn stays."""
        self._cancel((AHEAD,))

    def practise(self) -> None:
        """Use practice digits, offline, and not what is being found or opened."""
        self._cancel((LOOK, FETCH, LESSONS, OPEN))
        if not self._pending(PRACTISE):
            self._submit(
                Request(PRACTISE), lambda request: self._find(request, self.found.emit, search.practice_digits)
            )

    def find_for_lessons(self, take: Callable[[Dataset], object]) -> None:
        """Let `take` have MNIST, where it is on this machine, and else practice digits."""
        self._cancel(DATASETS)
        find = partial(search.for_lessons, self._folder)
        self._submit(Request(LESSONS), lambda request: self._find(request, take, find))

    def cancel_for_lessons(self) -> None:
        """Find nothing for lessons any more, where that is still being done."""
        self._cancel((LESSONS,))

    def open(self, folder: Path) -> None:
        """Use the data set in a folder; what is being found is cancelled once it is open."""
        self._cancel((OPEN,))
        self._submit(Request(OPEN), lambda request: self._answer(request, self._use, folder, forms.opened(folder)))

    def cancel(self) -> None:
        """Cancel what is being done, at once: a read that has stalled ends in its own time, and is not heard."""
        self._cancel(ALL)
        left = (self._finder, self._opener)
        self._abandoned = [worker for worker in self._abandoned if worker.isRunning()] + list(left)
        self._finder.failed.disconnect(self.failed)
        self._opener.failed.disconnect(self.not_opened)
        for worker in left:
            worker.end(0)
        self._hire()
        self.cancelled.emit()

    def close(self, within_ms: int) -> bool:
        """Cancel what is being done; return whether every thread has ended within that time."""
        self._cancel(ALL)
        ended = [worker.end(within_ms) for worker in (*self._abandoned, self._finder, self._opener)]  # each of them
        return all(ended)

    def _pending(self, kind: str, of: object = None) -> list[Request]:
        """Return what is requested of that kind, and about `of` where that is given."""
        left = (request for request in list(self._requests) if request.kind == kind and not request.is_set())
        return [request for request in left if of in (None, request.of)]

    def _cancel(self, kinds: tuple[str, ...]) -> None:
        for request in list(self._requests):  # a copy: the work at hand may end meanwhile
            if request.kind in kinds:
                request.set()

    def _hire(self) -> None:
        self._finder, self._opener = Worker("data", self), Worker("opening", self)
        self._finder.failed.connect(self.failed)
        self._opener.failed.connect(self.not_opened)

    def _submit(self, request: Request, work: Callable[[Request], None]) -> None:
        """Do some work for a request, after the work at hand of the same thread; what is drawn ahead makes way."""
        if request.kind != AHEAD:
            self._cancel((AHEAD,))
        self._requests.add(request)

        def job() -> None:
            try:
                if not request.is_set():
                    work(request)
            except UserError as error:
                self._requests.discard(request)  # before anybody hears of it and asks whether something is on its way
                self._answer(request, (self.not_opened if request.kind == OPEN else self.failed).emit, str(error))
            finally:
                self._requests.discard(request)

        worker = self._opener if request.kind == OPEN else self._finder
        worker.submit(job)

    def _on_answered(self, request: Request, take: Take, values: tuple[object, ...]) -> None:
        """Pass on what answers a request; in the window's thread, so that what was cancelled is never reported."""
        if not request.is_set() and request.kind != AHEAD:
            take(*values)

    def _use(self, folder: Path, dataset: Dataset) -> None:
        self._cancel(DATASETS)
        self.found.emit(dataset)
        self.opened.emit(folder)

    # What follows runs in a data thread.

    def _answer(self, request: Request, take: Take, *values: object) -> None:
        self._answered.emit(request, take, values)

    def _look(self, request: Request) -> None:
        dataset = search.on_disk(self._folder)
        self._answer(request, *((self.missing.emit,) if dataset is None else (self.found.emit, dataset)))

    def _fetch(self, request: Request) -> None:
        note = partial(self._answer, request, self.noted.emit)
        self._find(request, self.found.emit, partial(search.find, self._folder, note=note))

    def _find(self, request: Request, take: Take, find: Callable[..., Dataset]) -> None:
        """Answer with what is found, and before that with what may be used until then."""
        answer = partial(self._answer, request, take)
        answer(find(work=self._work(request), first=answer))

    def _fetch_added_digits(self, recipe: Recipe, request: Request, may_download: bool = True) -> None:
        images = added_digits.find(recipe, self._folder, work=self._work(request), may_download=may_download)
        self._drawn.add(added_digits.key(recipe))
        self._requests.discard(request)  # before anybody counts on one that has answered already
        self._answer(request, self.added_digits_found.emit, recipe, images)

    def _draw_ahead(self, recipe: Recipe, request: Request) -> None:
        """Draw what a recipe adds, where that needs no download: a run that requests just this goes on with it."""
        if added_digits.are_drawn(recipe):
            self._drawn.add(added_digits.key(recipe))
        elif not recipe.pen_digits or pen_search.are_there(self._folder):
            request.of = added_digits.key(recipe)
            try:
                self._fetch_added_digits(recipe, request, may_download=False)
            except UserError:
                if request.kind == ADDED:  # requested meanwhile, and so by all means
                    self._fetch_added_digits(recipe, request)

    def _work(self, request: Request) -> Work:
        seen_s = [0.0]

        def report(what: str, done: int, total: int) -> None:
            now_s = time.monotonic()
            if now_s - seen_s[0] >= BETWEEN_S or done >= total:
                seen_s[0] = now_s
                self._answer(request, self.progressed.emit, described(what, done, total), done / max(total, 1))

        return Work(report, request.is_set)
