"""The ten logits: bars from zero to either side, and the probabilities that softmax makes of them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.panels.logit_rows import LogitRows
from tests.gui import widgets

LOGITS = np.array([-4.0, -2.0, 0.0, 1.0, 2.0, -1.0, -3.0, 8.0, 0.5, 4.0])


@pytest.fixture
def rows(qtbot: QtBot) -> LogitRows:
    made = widgets.hidden(qtbot, LogitRows(), 420, 240)
    made.set_logits(LOGITS, 7)
    return made


def pixels(picture: QImage, y: int, colour: str) -> list[int]:
    return [x for x in range(picture.width()) if picture.pixelColor(x, y) == QColor(colour)]


def test_what_speaks_for_a_digit_goes_right_in_blue_and_what_speaks_against_it_left_in_orange(rows: LogitRows) -> None:
    picture = rows.grab().toImage()
    for digit, logit in enumerate(LOGITS):
        y = int(rows.row(digit).center().y())
        blue, orange = pixels(picture, y, look.LIGHT.accent), pixels(picture, y, look.LIGHT.warm)
        assert bool(blue) == (logit > 0)
        assert bool(orange) == (logit < 0)
    middle = [int(rows.row(digit).center().y()) for digit in (0, 9)]
    against, speaks_for = pixels(picture, middle[0], look.LIGHT.warm), pixels(picture, middle[1], look.LIGHT.accent)
    assert max(against) < min(speaks_for)
    assert len(against) == pytest.approx(len(speaks_for), abs=2)


def test_a_click_on_a_row_chooses_its_digit_and_the_heading_none(rows: LogitRows) -> None:
    chosen = widgets.heard(rows.class_chosen)
    for digit in (4, -1):
        QTest.mouseClick(rows, Qt.MouseButton.LeftButton, pos=QPoint(20, int(rows.row(digit).center().y())))
    assert chosen == [4]


def test_the_arrow_keys_go_from_digit_to_digit(rows: LogitRows) -> None:
    chosen = widgets.heard(rows.class_chosen)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(rows, key)
    rows.set_logits(LOGITS, 9)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert chosen == [6, 8, 9]


def test_the_digit_explained_is_told_to_those_who_do_not_see_it(rows: LogitRows) -> None:
    assert rows.accessibleDescription() == "7: logit +8.00"
    rows.set_logits(None, 0)
    assert rows.accessibleDescription() == "nothing to explain"


@pytest.mark.parametrize("logits", [np.full(10, np.nan), np.zeros(10), np.array([np.inf, *[0.0] * 9])])
def test_logits_that_are_no_numbers_or_all_the_same_have_no_bars(rows: LogitRows, logits: np.ndarray) -> None:
    rows.set_logits(logits, 7)
    picture = rows.grab().toImage()
    for digit in range(10):
        assert pixels(picture, int(rows.row(digit).center().y()), look.LIGHT.warm) == []
