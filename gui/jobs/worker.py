"""A long-lived thread that does one job after another."""

import logging
from collections.abc import Callable
from queue import SimpleQueue

from PySide6.QtCore import QObject, QThread, Signal

from core.errors import UserError
from core.words import say

Job = Callable[[], object]

log = logging.getLogger(__name__)


class Worker(QThread):
    """Runs jobs in their order until it is ended; a job's fault is logged and reported, and the next runs."""

    failed = Signal(str)  # one sentence

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._is_ended = False

    def submit(self, job: Job) -> None:
        """Do a job after those given before; the first one starts the thread; none is done after the end.

        A signal still on its way while the window closes would start the thread anew, and Qt aborts the process
        when it destroys a thread that runs.
        """
        if self._is_ended:
            return
        if not self.isRunning():
            self.start()
        self._jobs.put(job)

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
