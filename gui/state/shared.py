"""What the parts of the window share, handed to each of its controllers as one thing."""

from PySide6.QtCore import QObject

from gui.state.in_use import DataInUse, HandInUse
from gui.state.next_run import NextRun
from gui.state.reader import Reader
from gui.state.shown_run import ShownRun


class Shared(QObject):
    """The data set and the hand in use, what Train trains next, what is read and by whom, and the run in view."""

    def __init__(self, reader: Reader, parent: QObject | None = None) -> None:
        """Take who reads; the controllers are children of this."""
        super().__init__(parent)
        self.reader, self.shown = reader, ShownRun(reader, self)
        self.data, self.hand, self.next_run = DataInUse(self), HandInUse(self), NextRun(self)
