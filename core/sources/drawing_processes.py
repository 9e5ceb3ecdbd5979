"""Digits drawn in processes of their own, one a core: soon, and no window waits for the interpreter."""

import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from queue import SimpleQueue
from types import ModuleType

from core.digits.dataset import LabelledImages
from core.progress import IsCancelled, go_on, never

LOOK_S = 0.1  # how often it is asked whether the digits are still wanted
MOST = 8  # processes, each of some 60 MB
POLITE = 10  # added to their niceness: a window that is drawn on comes first
SMALL = 4_096  # bytes: what a pipe takes before anybody reads it
_hiding = threading.Lock()

Jobs = Sequence[Callable[[], LabelledImages]]


def drawn(jobs: Jobs, what: str, is_cancelled: IsCancelled = never) -> Iterator[LabelledImages]:
    """Yield what each job returns, in order, made as by `Processes`, which end with the iterator."""
    with Processes(what, is_cancelled) as processes:
        yield from processes.make(jobs)


class Processes:
    """Processes that make what they are given, until the end of a `with`; they begin with the first jobs."""

    def __init__(self, what: str, is_cancelled: IsCancelled = never) -> None:
        """Take what is made, for a CancelledError."""
        self._look = partial(go_on, is_cancelled, what)
        self._workers: list[_Worker] = []
        self._last: Iterator[LabelledImages] = iter(())

    def make(self, jobs: Jobs) -> Iterator[LabelledImages]:
        """Give jobs, partials of functions importable by name; return what yields what each returns, in order.

        What is left of jobs given before is passed over then. What a process that died would have made is made in this
        one. Raises CancelledError.
        """
        if not self._workers:
            count = min(len(jobs), MOST, os.cpu_count() or 1)
            self._workers = [_Worker(number, count) for number in range(count)]
        given = ForkingPickler.dumps(jobs)  # once for all: thousands of digits take a while
        for worker in self._workers:
            worker.give(given, self._look)
        self._last = self._taken(jobs, self._last)
        return self._last

    def _taken(self, jobs: Jobs, before: Iterator[LabelledImages]) -> Iterator[LabelledImages]:
        deque(before, maxlen=0)  # it is sent first, whether or not it is still wanted
        for number, job in enumerate(jobs):
            made = self._workers[number % len(self._workers)].next(self._look)
            yield job() if made is None else made

    def __enter__(self) -> "Processes":
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
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
    """A process that does one job after the other, whether or not what came of the last has been taken."""

    def __init__(self, number: int, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._listens = False
        self._process = context.Process(target=_make_all, args=(theirs, number, count), daemon=True)
        with _no_main_module():
            self._process.start()
        theirs.close()  # ours: so that the child's end is the last, and its death is seen

    def give(self, given: memoryview, look: Callable[[], None]) -> None:
        """Give it jobs; many once it listens: who cancels waits for no import, and no half pickle alarms anybody."""
        with suppress(EOFError, OSError):
            if len(given) > SMALL:
                self._wait_until_it_listens(look)
            self._pipe.send_bytes(given)

    def next(self, look: Callable[[], None]) -> LabelledImages | None:
        """Wait for the next part; None when the process has died."""
        with suppress(EOFError, OSError):
            self._wait_until_it_listens(look)
            self._wait(look)
            part: LabelledImages = self._pipe.recv()
            return part
        return None

    def _wait_until_it_listens(self, look: Callable[[], None]) -> None:
        if not self._listens:
            self._wait(look)
            self._listens = self._pipe.recv() is None

    def _wait(self, look: Callable[[], None]) -> None:
        while not self._pipe.poll(LOOK_S):
            look()

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self._pipe.close()


def _make_all(pipe: Connection, number: int, count: int) -> None:
    """Do each `count`th job of those given and send what came of it, until nobody listens: all that it does."""
    with suppress(AttributeError, OSError):
        os.nice(POLITE)
    left: SimpleQueue[LabelledImages | None] = SimpleQueue()
    threading.Thread(target=_send_all, args=(pipe, left), daemon=True).start()
    jobs: deque[Callable[[], LabelledImages]] = deque()
    left.put(None)
    with suppress(EOFError, OSError):
        while True:
            while not jobs or pipe.poll():
                jobs.extend(pipe.recv()[number::count])
            left.put(jobs.popleft()())


def _send_all(pipe: Connection, left: "SimpleQueue[LabelledImages | None]") -> None:
    """Send what has been made, so that it waits for nobody who makes the next."""
    with suppress(OSError):
        while True:
            pipe.send(left.get())
