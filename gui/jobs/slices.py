"""Long work in the window's thread, a few milliseconds at a time between its events."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer

SLICE_S = 0.004  # a quarter of a frame at 60 a second


class Slices(QObject):
    """Goes through one generator at a time; each of its steps should take a millisecond at most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._go_on)

    def begin(self, work: Iterator[None]) -> None:
        """Do the first slice of this work now, so that short work is done at once; cancel what was at work before."""
        self._work = work
        self._timer.start()
        self._go_on()

    def _go_on(self) -> None:
        work, end = self._work, time.perf_counter() + SLICE_S
        for _ in work:
            if time.perf_counter() >= end:
                return
        if work is self._work:  # its last step may have begun other work
            self._timer.stop()
