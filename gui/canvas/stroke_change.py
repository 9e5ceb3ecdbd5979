"""A change of what is drawn, as Qt's undo stack holds it."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from gui.canvas.gesture import InkStroke

Strokes = tuple[InkStroke, ...]


class StrokeChange(QUndoCommand):
    """From one set of strokes to another and back; `uncover` shows again what was there in place of the first."""

    def __init__(
        self,
        show: Callable[[Strokes], None],
        before: Strokes,
        after: Strokes,
        text: str,
        uncover: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(text)
        self._show, self._before, self._after, self._uncover = show, before, after, uncover

    def redo(self) -> None:
        """Show the strokes after the change."""
        self._show(self._after)

    def undo(self) -> None:
        """Show the strokes before it."""
        self._show(self._before)
        if self._uncover is not None:
            self._uncover()
