"""A widget that paints itself: in the colours that the application wears, and said in words to who does not see it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look import theme as look
from gui.look.theme import Theme

Size = tuple[int, int]  # width and height, points


class Painted(QWidget):
    """What all of them have in common; what is shown, and `paintEvent`, are each widget's own."""

    def __init__(self, name: str = "", tip: str = "", *, usual: Size, least: Size, has_keys: bool = False) -> None:
        """Take its name and tip, the size it asks for, the least it can be read at, and whether keys work in it."""
        super().__init__()
        self._usual = QSize(*usual)
        self.setAccessibleName(name)
        self.setToolTip(tip)
        self.setMinimumSize(*least)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if has_keys:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def theme(self) -> Theme:
        """The colours to paint in."""
        return look.current()

    def sizeHint(self) -> QSize:
        """Return the size at which all can be read easily."""
        return self._usual


def describe(widget: QWidget, text: str) -> None:
    """Say what a widget shows to who does not see it; a text that stays the same is not read out again."""
    if text != widget.accessibleDescription():
        widget.setAccessibleDescription(text)
