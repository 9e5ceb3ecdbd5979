"""What the worker thread does with one run: paces it, obeys pause and stop, and merges what it reports."""

import threading
import time
from collections.abc import Callable

from core.training.reports import Progress, RunResult, merged
from core.training.schedule import AS_FAST_AS_IT_CAN, Pacer
from core.training.trainer import Trainer

REPORT_S = 1 / 30  # no person sees more reports than these
PATIENCE_S = 1.0  # a window that has not painted for so long (hidden, or in a menu) gets the next report all the same


class Controls:
    """The knobs of a run that the window turns while the worker reads them, each once a block."""

    def __init__(self, pace: float = AS_FAST_AS_IT_CAN, paused: bool = False) -> None:
        self.pace = pace  # steps/s
        self.learning_rate: float | None = None  # None = the recipe's
        self.paused = paused
        self.stopped = False
        # single steps, to be made although paused: each count has one thread that adds to it, so that none is lost
        self._requested, self._taken = 0, 0
        self._changed = threading.Event()
        self._painted = threading.Event()
        self._painted.set()

    @property
    def is_idle(self) -> bool:
        """Whether the worker has nothing to do until a knob is turned."""
        return self.paused and self._requested == self._taken and not self.stopped

    def request_steps(self, count: int) -> None:
        """Have so many single steps made; called by the window."""
        self._requested += count
        self.wake()

    def take_step(self) -> bool:
        """Return whether a single step is requested, and note that it is made; called by the worker."""
        if self._requested == self._taken:
            return False
        self._taken += 1
        return True

    def wake(self) -> None:
        """Have the worker look at the knobs now."""
        self._changed.set()

    def acknowledge_report(self) -> None:
        """Report that the window has painted the last report."""
        self._painted.set()
        self._changed.set()

    def wait(self, seconds: float | None) -> None:
        """Wait so long, or, with None, until a knob is turned."""
        self._changed.wait(seconds)
        self._changed.clear()

    def take_painted(self) -> bool:
        """Return whether the window is ready for a report, and note that it will get one."""
        ready = self._painted.is_set()
        if ready:  # else what is acknowledged in between would be lost
            self._painted.clear()
        return ready


class TrainingJob:
    """Drives one Trainer; everything here runs in the worker thread."""

    def __init__(
        self, trainer: Trainer, controls: Controls, progressed: Callable[[Progress], None], paused: Callable[[], None]
    ) -> None:
        """Call `progressed` with what came of it, and `paused` each time it pauses; both in the worker thread."""
        self.trainer, self._controls, self._progressed, self._paused = trainer, controls, progressed, paused
        self._pacer = Pacer()
        self._unreported: list[Progress] = []
        self._reported_s = 0.0

    def drive(self) -> RunResult | None:
        """Train to the end and return the result; None when stopped before."""
        while not self.trainer.finished and not self._controls.stopped:
            if self._controls.is_idle:
                self._report()
                self._paused()
                while self._controls.is_idle:
                    self._controls.wait(None)
                self._pacer.rest()
            elif steps := self._steps_now():
                if self._controls.learning_rate is not None:
                    self.trainer.schedule.rate = self._controls.learning_rate
                self.trainer.most_steps = steps
                progress = next(self.trainer)
                self._pacer.made(len(progress.costs))
                self._unreported.append(progress)
                self._report_if_due()
        self._report()
        return None if self._controls.stopped else self.trainer.result()

    def _steps_now(self) -> int:
        """Return how many steps may be made; waits, and returns 0, where none is due yet."""
        if self._controls.take_step():
            return 1
        self._pacer.set_pace(self._controls.pace)
        due, wait_s = self._pacer.due(time.perf_counter())
        if not due:
            self._report_if_due()
            self._controls.wait(min(wait_s, REPORT_S) if self._unreported else wait_s)
        return int(min(due, 1_000_000))

    def _report_if_due(self) -> None:
        silent_s = time.perf_counter() - self._reported_s
        if self._unreported and silent_s >= REPORT_S and (self._controls.take_painted() or silent_s > PATIENCE_S):
            self._report()

    def _report(self) -> None:
        if self._unreported:
            self._progressed(merged(self._unreported))
            self._unreported = []
            self._reported_s = time.perf_counter()
