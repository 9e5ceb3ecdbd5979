"""Rows beside the canvas: a number's digits, a square and its neighbour, what is taught."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.model.doubt import Doubt, Judgement
from gui.canvas.digit_row import DigitRow, RowDigit
from gui.canvas.square_row import GAP, SquareRow
from gui.canvas.teach_row import TeachRow
from tests.gui import widgets

FOUR_OR_NINE = Judgement(Doubt.UNSURE, (9, 4))


def digits(count: int) -> tuple[RowDigit, ...]:
    image = np.zeros((28, 28), np.float32)
    sure = [RowDigit(image, number % 10, Judgement(Doubt.NONE, (number % 10, 0))) for number in range(count - 1)]
    return (*sure, RowDigit(image, 9, FOUR_OR_NINE))


@pytest.fixture
def row(qtbot: QtBot) -> DigitRow:
    return widgets.as_high_as_asked(qtbot, DigitRow())


@pytest.mark.parametrize("count", [2, 10, 40])
def test_all_digits_lie_within_the_row_and_none_on_another(row: DigitRow, count: int) -> None:
    row.set_digits(digits(count), 0)
    squares = [row.square(number) for number in range(count)]
    assert squares[0].left() >= 0
    assert squares[-1].right() <= row.width()
    assert all(one.right() < other.left() for one, other in itertools.pairwise(squares))
    row.grab()


def test_a_digit_is_chosen_by_mouse_and_by_keyboard(qtbot: QtBot, row: DigitRow) -> None:
    row.set_digits(digits(3), 1)
    for step, expected in ((Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 2)):
        with qtbot.waitSignal(row.digit_chosen) as chosen:
            QTest.keyClick(row, step)
        assert chosen.args == [expected]
    with qtbot.waitSignal(row.digit_chosen) as chosen:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.square(2).center().toPoint() + QPoint(0, 25))
    assert chosen.args == [2]
    row.set_digits(digits(3), 2)
    assert row.accessibleDescription() == "reads 0, 1, 4 or 9; digit 3 of 3 is looked at"
    with qtbot.assertNotEmitted(row.digit_chosen):
        QTest.keyClick(row, Qt.Key.Key_Right)


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
    assert (beside.x(), beside.width()) == (square.width() + GAP, 114)
    assert beside.x() + beside.width() <= row.width()
    assert row.height() <= max(square.height(), 140)


@pytest.fixture
def teach_row(qtbot: QtBot) -> TeachRow:
    return widgets.shown(qtbot, TeachRow({f"teach_{digit}": QAction(str(digit)) for digit in range(10)}))


def button(teach_row: TeachRow, name: str) -> QToolButton:
    return widgets.child(teach_row, QToolButton, name)


def test_a_wish_takes_the_place_of_the_digits_and_gives_it_back(teach_row: TeachRow) -> None:
    assert (teach_row.request.text(), teach_row.ask(7, 3, 30)) == ("", "Draw a 7")
    assert "3 of 30" in teach_row.request.text()
    assert not button(teach_row, "teach_7").isVisible()
    teach_row.ask(None)
    assert teach_row.request.text() == ""
    assert button(teach_row, "teach_7").isVisible()
    assert teach_row.ask(8, 1, 30) == "Draw an 8"


def test_enter_keeps_the_digit_that_was_asked_for_and_nothing_else(qtbot: QtBot, teach_row: TeachRow) -> None:
    teach_row.show()
    teach_row.ask(7, 1, 30)
    teach_row.keep.setEnabled(True)
    teach_row.activateWindow()
    with qtbot.waitSignal(teach_row.keep.clicked):
        QTest.keyClick(teach_row, Qt.Key.Key_Return)
    teach_row.ask(None)
    with qtbot.assertNotEmitted(teach_row.keep.clicked):
        QTest.keyClick(teach_row, Qt.Key.Key_Return)
