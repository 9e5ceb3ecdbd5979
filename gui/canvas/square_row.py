"""A row of two widgets: a square as large as there is room for, and a narrow one right beside it."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 16  # points between the two


class SquareRow(QWidget):
    """The second widget follows the edge of the square, and the row is never taller than its square."""

    def __init__(self, square: QWidget, beside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._square, self._beside = square, beside
        square.setParent(self)
        beside.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for both at their usual size."""
        return self._size(self._square.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return room for both at their smallest."""
        return self._size(self._square.minimumSize())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place both."""
        super().resizeEvent(event)
        width = self._beside_size(self._beside.sizeHint()).width()
        room = max(1, self.width() - width - GAP)
        tallest = max(room, self.minimumSizeHint().height())
        height = min(self.height(), tallest)
        side = min(height, room)
        self._square.setGeometry(0, 0, side, side)
        self._beside.setGeometry(side + GAP, 0, width, height)
        self.setMaximumHeight(tallest)

    def _size(self, square: QSize) -> QSize:
        beside = self._beside_size(self._beside.minimumSizeHint())
        return QSize(square.width() + GAP + beside.width(), max(square.height(), beside.height()))

    def _beside_size(self, hint: QSize) -> QSize:
        return hint.expandedTo(self._beside.minimumSize())
