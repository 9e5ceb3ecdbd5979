"""How many images of each class there are."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.panels.class_counts import ClassCounts
from tests.gui import widgets

COUNTS = np.arange(100, 1_100, 100)


@pytest.fixture
def counts(qtbot: QtBot) -> ClassCounts:
    made = widgets.hidden(qtbot, ClassCounts(), 240, 200)
    made.set_counts(COUNTS)
    return made


def lengths(counts: ClassCounts, colour: str) -> list[int]:
    """Return how many pixels of a colour the middle of each row has."""
    picture = counts.grab().toImage()
    middles = [int(counts.row(number).center().y()) for number in range(10)]
    return [sum(picture.pixelColor(x, y) == QColor(colour) for x in range(picture.width())) for y in middles]


def test_bars_are_as_long_as_there_are_images(counts: ClassCounts) -> None:
    bars = lengths(counts, look.LIGHT.ghost)
    assert bars == sorted(bars)
    assert bars[9] == pytest.approx(10 * bars[0], abs=10)


def test_the_chosen_class_has_the_accent(counts: ClassCounts) -> None:
    counts.set_chosen(3)
    accent = lengths(counts, look.LIGHT.accent)
    assert [number for number, length in enumerate(accent) if length] == [3]


def test_a_click_chooses_a_class_and_once_more_all(counts: ClassCounts) -> None:
    chosen = widgets.heard(counts.class_chosen)
    place = QPoint(20, int(counts.row(4).center().y()))
    QTest.mouseClick(counts, Qt.MouseButton.LeftButton, pos=place)
    counts.set_chosen(4)
    QTest.mouseClick(counts, Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [4, None]


def test_the_arrow_keys_go_from_all_to_the_first_and_stop_at_the_last(counts: ClassCounts) -> None:
    counts.class_chosen.connect(counts.set_chosen)
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(counts, key)
        accent = lengths(counts, look.LIGHT.accent)
        seen.append([number for number, length in enumerate(accent) if length])
    assert seen == [[0], [1], [0], [], []]


def test_the_counts_are_told_to_those_who_do_not_see_them(counts: ClassCounts) -> None:
    assert counts.accessibleDescription().startswith("0: 100, 1: 200")
    assert counts.accessibleDescription().endswith("9: 1,000")


def test_no_images_at_all_can_be_painted(counts: ClassCounts) -> None:
    counts.set_counts(np.zeros(10, np.int64))
    assert max(lengths(counts, look.LIGHT.ghost)) <= 1
