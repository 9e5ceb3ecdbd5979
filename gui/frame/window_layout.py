"""Where the parts of the window lie: the bar on top, the drawing at the left, the plots and tabs at the right."""

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from gui.look import parts

MARGIN = 16
ROOM_FOR_TABS = 230  # points; where their share is less, the plots give all that they can
LEFT, RIGHT = 35, 65  # shares of the width
STAGE = "stage"
RIGHT_SIDE = "right_side"  # name of what can be dragged
SHARES = (30, 27, 43)  # of the height: cost, accuracy, tabs
USUAL = QSize(1280, 800)
LEAST = QSize(860, 510)  # a screen of 1080 lines at 200 %, less a window's title, holds it
TITLE = 36  # points, what window managers put above a window at most


def laid_out(bar: QWidget, drawing: QWidget, right: "RightSide", status: QWidget) -> QWidget:
    """Return the window's inside."""
    centre = QWidget()
    stage = QWidget()  # what a class sees on the whole screen: a digit drawn, read and learned
    stage.setObjectName(STAGE)
    parts.row((drawing, LEFT), (right, RIGHT), within=stage, spacing=12)
    column = parts.column(bar, (stage, 1), status, within=centre, spacing=8)
    column.setContentsMargins(MARGIN, 8, MARGIN, 5)
    return centre


def first_size(room: QSize) -> QSize:
    """Return the size of a window that is opened for the first time: the usual one, or as much as a screen has."""
    return USUAL.boundedTo(room - QSize(0, TITLE)).expandedTo(LEAST)


class RightSide(QSplitter):
    """The plots and the tabs: each has its share of the height, until someone drags them or a state is restored."""

    def __init__(self, parts: tuple[QWidget, QWidget, QWidget]) -> None:
        super().__init__(Qt.Orientation.Vertical, childrenCollapsible=False, handleWidth=8)
        self.setObjectName(RIGHT_SIDE)
        self.is_divided_by_hand = False
        for part in parts:
            self.addWidget(part)
        self.splitterMoved.connect(self._on_moved)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each part its share anew."""
        super().resizeEvent(event)
        self.divide()

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:
        """Divide the height as someone did before."""
        self.is_divided_by_hand = super().restoreState(state)
        return self.is_divided_by_hand

    def divide(self) -> None:
        """Give each part its share of the height, unless someone chose otherwise."""
        if not self.is_divided_by_hand:
            cost, accuracy, tabs = (round(max(self.height(), 100) * share / sum(SHARES)) for share in SHARES)
            self.setSizes([cost, accuracy, tabs] if tabs >= ROOM_FOR_TABS else [0, 0, self.height()])

    def _on_moved(self) -> None:
        self.is_divided_by_hand = True
