"""A square and its neighbour, at every size."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.canvas.square_row import GAP, SquareRow


@pytest.mark.parametrize("size", [(330, 220), (440, 800), (900, 300), (2000, 1500)])
def test_the_neighbour_follows_the_edge_of_the_square(qtbot: QtBot, size: tuple[int, int]) -> None:
    window, square, beside = QWidget(), QWidget(), QWidget()
    qtbot.addWidget(window)
    square.setMinimumSize(140, 140)
    beside.setFixedWidth(114)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    row, below = SquareRow(square, beside), QWidget()
    column.addWidget(row, 1)
    column.addWidget(below, 1)
    window.resize(*size)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: row.height() + below.height() + column.spacing() == size[1])
    assert square.width() == square.height() >= 140
    assert beside.x() == square.width() + GAP
    assert beside.width() == 114
    assert beside.x() + beside.width() <= row.width()
    assert row.height() <= max(square.height(), 140)
