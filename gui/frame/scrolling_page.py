"""The inside of a dock: it scrolls where the window is low, and is never scrolled sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class ScrollingPage(QScrollArea):
    """Holds a page, asks for its usual size, and lets it become no narrower than it can be read."""

    def __init__(self, page: QWidget, usual: QSize, narrowest: int) -> None:
        """Take the page, its usual size, and the least width, both in points."""
        super().__init__()
        self._usual = usual
        self.setWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click beside the controls is about none of them
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(narrowest)

    def sizeHint(self) -> QSize:
        """Ask for the usual size."""
        return self._usual
