"""Finds what a test left behind: windows, running QThreads, threads that would keep the process alive."""

import gc
import sys
import threading
import weakref
from typing import Any

# Qt's own, made on demand and kept for the application's life
TOOLTIP = "QTipLabel"

_started: "weakref.WeakSet[Any]" = weakref.WeakSet()


class Leftovers:
    """Remembers what is there when a test begins, so that only the test's own is found at its end."""

    def __init__(self) -> None:
        if "PySide6.QtCore" in sys.modules:
            _watch_qthreads()
        self._threads = _lasting_threads()
        self._qthreads = _running_qthreads()
        self._windows = set(_windows())

    def found(self) -> list[str]:
        """Return one description for each thing that the test left behind."""
        threads = [f"thread {thread.name}" for thread in _lasting_threads() - self._threads]
        qthreads = [f"running {thread!r}" for thread in _running_qthreads() - self._qthreads]
        return threads + qthreads + self._new_windows()

    def _new_windows(self) -> list[str]:
        if set(_windows()) - self._windows:
            # What hangs in reference cycles only (pyqtgraph's menus) is garbage, not a window left open.
            gc.collect()
        return [name for address, name in _windows().items() if address not in self._windows]


def _lasting_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if not thread.daemon and thread.is_alive()}


def _running_qthreads() -> set[Any]:
    if not _started:
        return set()
    from shiboken6 import isValid

    return {thread for thread in set(_started) if isValid(thread) and thread.isRunning()}


def _windows() -> dict[int, str]:
    """Return a description of each top-level widget by its address, once all that was to be deleted is."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if not isinstance(QCoreApplication.instance(), QApplication):
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    widgets = [w for w in QApplication.topLevelWidgets() if not w.inherits(TOOLTIP)]
    return {getCppPointer(w)[0]: f"window {type(w).__name__} {w.objectName()!r}" for w in widgets}


def _watch_qthreads() -> None:
    """Note each QThread that is started: gc cannot list them once the app has frozen it, and Qt has no list."""
    from PySide6.QtCore import QThread

    if getattr(QThread.start, "noted", False):
        return
    start = QThread.start

    def noted_start(self: QThread, *priority: Any) -> None:
        _started.add(self)
        start(self, *priority)

    noted_start.noted = True  # type: ignore[attr-defined]
    QThread.start = noted_start  # type: ignore[method-assign, assignment]
