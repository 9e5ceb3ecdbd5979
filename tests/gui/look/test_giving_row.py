"""The sentence beside controls goes beneath them where it would be cut, whatever it says just then."""

from functools import partial

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from gui.look.parts import ElidedLabel, GivingRow
from tests.gui import widgets

LONGEST = "7 is more than a million times as probable as 9."


@pytest.fixture
def row(qtbot: QtBot) -> GivingRow:
    button, sentence = QToolButton(), ElidedLabel("short")
    button.setText("Why not 9?")
    return widgets.shown(qtbot, GivingRow([button], sentence, lambda: LONGEST))


def sentence(row: GivingRow) -> ElidedLabel:
    return widgets.child(row, ElidedLabel)


def is_beside(row: GivingRow, button: QToolButton, expected: bool) -> bool:
    return (sentence(row).y() <= button.geometry().bottom()) is expected


def test_it_stands_beside_the_controls_where_longest_fits_and_beneath_them_else(qtbot: QtBot, row: GivingRow) -> None:
    button = widgets.child(row, QToolButton)
    for width, beside in ((900, True), (200, False), (900, True), (300, False)):
        row.resize(width, 80)
        qtbot.waitUntil(partial(is_beside, row, button, beside))


@pytest.mark.parametrize("width", range(200, 900, 50))
def test_the_longest_sentence_is_whole_wherever_it_can_be(qtbot: QtBot, row: GivingRow, width: int) -> None:
    row.resize(width, 80)
    shown = sentence(row)
    shown.setText(LONGEST)
    needed = shown.fontMetrics().horizontalAdvance(LONGEST)
    if needed <= width:
        qtbot.waitUntil(lambda: shown.shown() == LONGEST)


def test_another_text_moves_nothing(row: GivingRow) -> None:
    row.resize(300, 80)
    before = sentence(row).geometry()
    sentence(row).setText(LONGEST * 3)
    row.fit()
    assert sentence(row).geometry() == before
