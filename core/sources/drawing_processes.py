"""Digits drawn in processes of their own, one a core: soon, and no window waits for the interpreter."""

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from types import ModuleType
from typing import Any

from core.digits.dataset import LabelledImages
from core.progress import IsCancelled, go_on, never

LOOK_S = 0.1  # how often it is asked whether the digits are still wanted
MOST = 8  # processes, each of some 60 MB
POLITE = 10  # added to their niceness: a window that is drawn on comes first
_hiding = threading.Lock()

Jobs = Sequence[Callable[..., LabelledImages]]
Watch = Callable[[int], None]


def drawn(
    jobs: Jobs, what: str, is_cancelled: IsCancelled = never, watch: Watch | None = None
) -> Iterator[LabelledImages]:
    """Yield what each job returns, in order, made in other processes, which end with the iterator.

    jobs : partials of functions importable by name; what : what is made, for a CancelledError
    watch : given how many images all processes have made so far; a job then takes a `report`
    What a process that died would have made is made in this one. Raises CancelledError.
    """
    if multiprocessing.current_process().daemon:  # one of these, which may have none of its own
        yield from (job() for job in jobs)
        return
    count = min(len(jobs), MOST, os.cpu_count() or 1)
    workers = [_Worker(number, count, watch is not None) for number in range(count)]

    def look() -> None:
        go_on(is_cancelled, what)
        if watch is not None:
            watch(sum(worker.made.value for worker in workers if worker.made is not None))

    try:
        given = ForkingPickler.dumps(jobs)  # once, while they start: thousands of digits take a while
        for worker in workers:
            worker.begin(given, look)
        for number, job in enumerate(jobs):
            made = workers[number % count].next(look)
            yield job() if made is None else made
    finally:
        for worker in workers:
            worker.end()


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Hide the program meanwhile: a process that starts would run a user's script once more, and needs none of it."""
    with _hiding:  # a thread that has stalled may still be at it when another takes its place
        main, sys.modules["__main__"] = sys.modules["__main__"], ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main


class _Worker:
    """A process that does one job after the other, and waits with each until what came of the last was taken."""

    def __init__(self, number: int, count: int, is_watched: bool) -> None:
        context = multiprocessing.get_context("spawn")
        # images: only where they are counted, since it takes room on a disk that may be full
        self.made = context.Value("Q", 0, lock=False) if is_watched else None
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_make_all, args=(theirs, self.made, number, count), daemon=True)
        with _no_main_module():
            self._process.start()
        theirs.close()  # ours: so that the child's end is the last, and its death is seen

    def begin(self, given: memoryview, look: Callable[[], None]) -> None:
        """Give it all jobs once it listens: whoever cancels waits for no import, and no half pickle alarms anybody."""
        self._wait(look)
        with suppress(EOFError, OSError):
            self._pipe.recv()
            self._pipe.send_bytes(given)

    def next(self, look: Callable[[], None]) -> LabelledImages | None:
        """Wait for the next part; None when the process has died."""
        self._wait(look)
        with suppress(EOFError, OSError):
            part: LabelledImages = self._pipe.recv()
            return part
        return None

    def _wait(self, look: Callable[[], None]) -> None:
        while not self._pipe.poll(LOOK_S):
            look()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self._pipe.close()


def _make_all(pipe: Connection, made: Any, number: int, count: int) -> None:
    """Do each `count`th job that is given and send what came of it, until nobody listens any more: all that it does."""
    with suppress(AttributeError, OSError):
        os.nice(POLITE)
    with suppress(EOFError, OSError):
        pipe.send(None)
        for job in pipe.recv()[number::count]:
            pipe.send(job() if made is None else job(report=partial(_count, made, made.value)))


def _count(made: Any, before: int, _what: str, done: int, _total: int) -> None:
    made.value = before + done
