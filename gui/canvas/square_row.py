"""A row of two widgets: a square as large as there is room for, and a narrow one right beside it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.parts import Fitted

GAP = 16  # points between the two
LOW = 0.5  # of the least square's side: the least height of paper that takes all of the width


class SquareRow(Fitted):
    """The second widget follows the edge of the square, and the row is never taller than its square."""

    def __init__(self, square: QWidget, beside: QWidget) -> None:
        super().__init__()
        self._square, self._beside = square, beside
        self._aspect = 1.0
        square.setParent(self)
        beside.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Return room for both at their usual size."""
        return self._size(self._square.sizeHint())

    def minimumSizeHint(self) -> QSize:
        """Return room for both at their smallest."""
        return self._size(self._square.minimumSize())

    def set_aspect(self, aspect: float) -> None:
        """Give the first widget all of the width, so many times its height, in place of the second; 1 for both."""
        self._aspect = aspect
        self._beside.setVisible(aspect == 1)
        self._square.setMinimumHeight(round(self._square.minimumWidth() * (1 if aspect == 1 else LOW)))
        self.fit()

    def fit(self) -> None:
        """Place both."""
        if self._aspect != 1:
            height = max(self.minimumSizeHint().height(), round(self.width() / self._aspect))
            self._square.setGeometry(0, 0, self.width(), min(self.height(), height))
            self.setMaximumHeight(height)
            return
        width = self._beside.sizeHint().expandedTo(self._beside.minimumSize()).width()
        room = max(1, self.width() - width - GAP)
        tallest = max(room, self.minimumSizeHint().height())
        height = min(self.height(), tallest)
        side = min(height, room)
        self._square.setGeometry(0, 0, side, side)
        self._beside.setGeometry(side + GAP, 0, width, height)
        self.setMaximumHeight(tallest)

    def _size(self, square: QSize) -> QSize:
        if self._aspect != 1:
            return square
        beside = self._beside.minimumSizeHint().expandedTo(self._beside.minimumSize())
        return QSize(square.width() + GAP + beside.width(), max(square.height(), beside.height()))
