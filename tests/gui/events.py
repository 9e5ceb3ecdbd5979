"""Counts events that a widget gets."""

from PySide6.QtCore import QEvent, QObject


class EventCount(QObject):
    """Counts the events of one kind; to be installed as an event filter."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self.count, self._kind = 0, kind

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on."""
        self.count += event.type() == self._kind
        return False
