"""Counts events that a widget gets, and what of it is painted."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent, QRegion


class EventCount(QObject):
    """Counts the events of one kind; to be installed as an event filter."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self.count, self._kind = 0, kind

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on."""
        self.count += event.type() == self._kind
        return False


class PaintedRegions(QObject):
    """Stores the region of each painting; to be installed as an event filter."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False
