"""Where the parts of the window lie: the bar on top, the drawing at the left, the plots and tabs at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

MARGIN = 16
LEFT, RIGHT = 35, 65  # shares of the width
RIGHT_SIDE = "right_side"  # name of what can be dragged
SHARES = (31, 24, 45)  # of the height: cost, accuracy, tabs


def laid_out(bar: QWidget, drawing: QWidget, right: tuple[QWidget, QWidget, QWidget], status: QWidget) -> QWidget:
    """Return the window's inside; the three parts at the right can be dragged higher and lower."""
    centre = QWidget()
    column = QVBoxLayout(centre)
    column.setContentsMargins(MARGIN, 10, MARGIN, 8)
    column.setSpacing(10)
    body = QHBoxLayout()
    body.setSpacing(12)
    body.addWidget(drawing, LEFT)
    body.addWidget(_stacked(right), RIGHT)
    column.addWidget(bar)
    column.addLayout(body, 1)
    column.addWidget(status)
    return centre


def empty_panel() -> QFrame:
    """Return a panel of the look, with a layout that widgets can be added to."""
    panel = QFrame()
    panel.setProperty("panel", True)
    QVBoxLayout(panel).setContentsMargins(13, 6, 13, 9)
    return panel


def _stacked(parts: tuple[QWidget, QWidget, QWidget]) -> QSplitter:
    side = QSplitter(Qt.Orientation.Vertical)
    side.setObjectName(RIGHT_SIDE)
    side.setChildrenCollapsible(False)
    side.setHandleWidth(12)
    for part, share in zip(parts, SHARES, strict=True):
        side.addWidget(part)
        side.setStretchFactor(side.count() - 1, share)
    divide(side)
    return side


def divide(side: QSplitter) -> None:
    """Give each of the three parts its share of the height."""
    side.setSizes([round(max(side.height(), 100) * share / sum(SHARES)) for share in SHARES])
