"""Long work: jobs one after another in a thread."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal

from core.errors import UserError
from core.words import say

Made = TypeVar("Made")
Job = Callable[[], object]
Submit = Callable[..., None]  # as `Worker.submit`

log = logging.getLogger(__name__)


class Worker(QThread):
    """Runs jobs in their order until it is ended; a job's fault is logged and reported, and the next runs."""

    failed = Signal(str)  # one sentence

    _done = Signal(object, object)  # what is done with what a job made, and that

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._is_ended = False
        self._done.connect(self._on_done)

    def submit(self, job: Callable[[], Made], then: Callable[[Made], object] | None = None) -> None:
        """Do a job after those given before; the first one starts the thread; none is done after the end.

        then : is called with what the job returns, in the thread of this object: the window's

        A signal still on its way while the window closes would start the thread anew, and Qt aborts the process
        when it destroys a thread that runs.
        """
        if self._is_ended:
            return
        if not self.isRunning():
            self.start()
        self._jobs.put(job if then is None else lambda: self._done.emit(then, job()))

    def end(self, within_ms: int) -> bool:
        """Ask the thread to end after the job at hand, for good; return whether it did within that time."""
        self._is_ended = True
        if not self.isRunning():
            return True
        self._jobs.put(None)
        return self.wait(within_ms)

    def run(self) -> None:
        """Do jobs; called by Qt in the new thread."""
        while (job := self._jobs.get()) is not None:
            fault = self.fault_of(job)
            if fault:
                self.failed.emit(fault)

    def fault_of(self, job: Job) -> str:
        """Do a job in this thread; return what went wrong, in one sentence, or "": what is no user's is logged."""
        try:
            job()
        except UserError as error:
            return str(error)
        except Exception as error:
            log.exception("a job of the %s thread failed", self.objectName())
            return say(
                "Something went wrong in the app itself ({name}: {error}).", name=type(error).__name__, error=error
            )
        return ""

    def _on_done(self, then: Callable[[object], object], made: object) -> None:
        then(made)
