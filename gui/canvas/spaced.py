"""News that come faster than anybody can see are reported at a steady rate, the last always."""

from PySide6.QtCore import QObject, QTimer, Signal


class Spaced(QObject):
    """Reports the first of some news at once, and what comes during the pause after it, as one, when that is over."""

    due = Signal()

    def __init__(self, pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._is_requested = False
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._report)

    def request(self) -> None:
        """Have it reported, now or when the pause is over."""
        self._is_requested = True
        self._report()

    def forget(self) -> None:
        """Leave out what waits: it has been reported otherwise."""
        self._is_requested = False

    def _report(self) -> None:
        if self._is_requested and not self._pause.isActive():
            self._is_requested = False
            self._pause.start()
            self.due.emit()
