"""What the system asks a program to end by, as when a session ends, closes the window: what it remembers is stored."""

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

SIGNALS = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]  # Windows has no SIGHUP


class TerminationWatch(QObject):
    """Calls back from the event loop when a signal asks to end: Python's own handlers wait for Python to run."""

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        """Take what to do, and let signals do nothing else."""
        super().__init__(parent)
        self._sockets = read, written = socket.socketpair()
        for each in self._sockets:
            each.setblocking(False)
        signal.set_wakeup_fd(written.fileno())
        self._before = {each: signal.getsignal(each) for each in SIGNALS}
        for number, handler in self._before.items():
            if handler is not signal.SIG_IGN:  # as under nohup
                signal.signal(number, lambda *_: None)
        self._notifier = QSocketNotifier(read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: end() if read.recv(16) else None)

    def close(self) -> None:
        """Let signals do what they did before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for each in self._sockets:
            each.close()
