"""The row beneath the verdict: ten digits, or the wish for one of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.canvas.teach_row import TeachRow
from tests.gui import widgets


@pytest.fixture
def actions() -> dict[str, QAction]:
    return {f"teach_{digit}": QAction(str(digit)) for digit in range(10)}


@pytest.fixture
def row(qtbot: QtBot, actions: dict[str, QAction]) -> TeachRow:
    return widgets.shown(qtbot, TeachRow(actions))


def button(row: TeachRow, name: str) -> QToolButton:
    return widgets.child(row, QToolButton, name)


def test_a_wish_takes_the_place_of_the_digits_and_gives_it_back(row: TeachRow) -> None:
    assert row.request() == ""
    assert row.ask(7, 3, 30) == "Draw a 7"
    assert "3 of 30" in row.request()
    assert not button(row, "teach_7").isVisible()
    row.ask(None)
    assert row.request() == ""
    assert button(row, "teach_7").isVisible()


def test_eight_has_its_own_article(row: TeachRow) -> None:
    assert row.ask(8, 1, 30) == "Draw an 8"


def test_enter_keeps_the_digit_that_was_asked_for_and_nothing_else(qtbot: QtBot, row: TeachRow) -> None:
    row.show()
    row.ask(7, 1, 30)
    row.keep.setEnabled(True)
    row.activateWindow()
    with qtbot.waitSignal(row.keep.clicked):
        QTest.keyClick(row, Qt.Key.Key_Return)
    row.ask(None)
    with qtbot.assertNotEmitted(row.keep.clicked):
        QTest.keyClick(row, Qt.Key.Key_Return)
