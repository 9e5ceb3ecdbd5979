"""The row of a number's digits."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model.doubt import Doubt, Judgement
from gui.canvas.digit_row import DigitRow, RowDigit
from tests.gui import widgets

FOUR_OR_NINE = Judgement(Doubt.UNSURE, (9, 4))


def digits(count: int) -> tuple[RowDigit, ...]:
    image = np.zeros((28, 28), np.float32)
    sure = [RowDigit(image, number % 10, Judgement(Doubt.NONE, (number % 10, 0))) for number in range(count - 1)]
    return (*sure, RowDigit(image, 9, FOUR_OR_NINE))


@pytest.fixture
def row(qtbot: QtBot) -> DigitRow:
    made = widgets.hidden(qtbot, DigitRow())
    made.resize(400, made.sizeHint().height())
    made.show()
    return made


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
    with qtbot.assertNotEmitted(row.digit_chosen):
        QTest.keyClick(row, Qt.Key.Key_Right)


def test_it_is_said_digit_by_digit_and_where_it_is_in_doubt(row: DigitRow) -> None:
    row.set_digits(digits(3), 2)
    assert row.accessibleDescription() == "reads 0, 1, 4 or 9; digit 3 of 3 is looked at"
