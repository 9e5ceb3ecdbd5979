"""My digits: pictures drawn in slices, each digit once, newest first, of those shown now."""

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.hands.hand import HandDigit
from gui.panels import my_digits_panel
from gui.panels.my_digits_panel import HandPictures, MyDigitsPanel
from tests import small
from tests.gui import widgets
from tests.there import there


def digits(*numbers: int) -> tuple[HandDigit, ...]:
    return tuple(HandDigit(f"d{number}", 7, Drawing(small.SEVEN.strokes), "2026-11-25T12:00:00") for number in numbers)


def test_each_row_becomes_the_image_of_its_digit(qtbot: QtBot) -> None:
    owner = QObject()
    pictures = HandPictures(owner)
    pictures.set_digits(digits(1, 2, 3))
    assert not pictures.images.any()
    pictures.draw()
    qtbot.waitUntil(lambda: len(pictures.drawn) == 3)
    expected = np.rint(255 * there(image_of(small.SEVEN)).ravel())
    assert all(np.array_equal(row, expected) for row in pictures.images)
    pictures.set_digits(digits(3, 1))
    assert all(np.array_equal(row, expected) for row in pictures.images)


def test_what_was_drawn_is_not_drawn_again(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    owner, drawn = QObject(), list[Drawing]()
    monkeypatch.setattr(my_digits_panel, "image_of", drawn.append)
    pictures = HandPictures(owner)
    first, second, third = digits(1, 2, 3)
    for hand in ((first, second), (first, second, third)):
        pictures.set_digits(hand)
        pictures.draw()
        qtbot.waitUntil(lambda hand=hand: len(pictures.drawn) == len(hand))  # type: ignore[misc]
    assert list(map(id, drawn)) == [id(digit.drawing) for digit in (second, first, third)]


def test_digits_are_drawn_while_somebody_looks_and_those_taken_away_no_more(qtbot: QtBot) -> None:
    panel = widgets.hidden(qtbot, MyDigitsPanel())
    panel.set_digits(digits(*range(3_000)))
    assert not panel.pictures.drawn
    panel.show()
    qtbot.waitUntil(lambda: len(panel.pictures.drawn) > 20)
    panel.hide()
    panel.set_digits(digits(*range(2)))
    widgets.rested(qtbot, panel)  # what was begun before would fail in one of its slices now
    panel.show()
    qtbot.waitUntil(lambda: set(panel.pictures.drawn) == {"d0", "d1"})
    assert len(panel.pictures.images) == 2
