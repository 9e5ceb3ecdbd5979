"""A change of what is drawn, as Qt's undo stack holds it."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand


class StrokeChange(QUndoCommand):
    """Calls one function to make a change, and another to take it back."""

    def __init__(self, text: str, make: Callable[[], None], take_back: Callable[[], None]) -> None:
        super().__init__(text)
        self._make, self._take_back = make, take_back

    def redo(self) -> None:
        """Show the strokes after the change."""
        self._make()

    def undo(self) -> None:
        """Show what was there before it."""
        self._take_back()
