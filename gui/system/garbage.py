"""Collects Python's garbage in the window's thread alone, at moments when Qt does nothing.

Python's own collector runs wherever an object is made: in any thread, and in the midst of Qt's work. Qt's objects lie
in cycles (pyqtgraph leaves some), and one that was destroyed inside QObject::disconnect has waited for itself forever.
"""

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject

DUE = (2_000, 10, 20)  # more objects than collected last, and collections of the generation before, that make one due


class GarbageWatch(QObject):
    """Looks whether garbage is due each time the event loop is about to wait: no timer keeps an idle window awake."""

    def begin(self) -> None:
        """Take over from Python's own collector, which is off from now on."""
        gc.disable()
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.connect(self.collect_if_due)

    def collect_if_due(self) -> None:
        """Collect the oldest generation that is due, and with it the younger ones."""
        if gc.get_threshold()[0] == 0:  # as Python's own collector reads it: nobody is to collect now
            return
        counts = gc.get_count()
        if counts[0] < DUE[0]:
            return
        older = [generation for generation in (2, 1) if counts[generation] >= DUE[generation]]
        gc.collect(older[0] if older else 0)
