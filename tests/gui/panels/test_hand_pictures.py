"""My digits: the picture of each digit on the wall, drawn once, when it is first seen."""

import numpy as np
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.hands.hand import HandDigit
from gui.panels.my_digits_panel import HandPictures, MyDigitsPanel
from tests import small
from tests.gui import widgets
from tests.there import there


def digits(*numbers: int) -> tuple[HandDigit, ...]:
    return tuple(HandDigit(f"d{number}", 7, Drawing(small.SEVEN.strokes), "2026-11-25T12:00:00") for number in numbers)


def test_each_place_has_the_image_of_its_digit_drawn_once(qtbot: QtBot) -> None:
    painted = list[int]()
    pictures = HandPictures(lambda: painted.append(1))
    pictures.digits = digits(1, 2)
    first = pictures[1]
    assert np.array_equal(first, np.rint(255 * there(image_of(small.SEVEN)).ravel()))
    pictures.digits = digits(2, 3)
    assert pictures[0] is first
    qtbot.waitUntil(lambda: painted == [1])


def test_only_digits_that_are_seen_are_drawn(qtbot: QtBot) -> None:
    panel = widgets.hidden(qtbot, MyDigitsPanel())
    panel.set_digits(digits(*range(3_000)))
    assert not panel.pictures.drawn
    panel.show()
    qtbot.waitUntil(lambda: "d2999" in panel.pictures.drawn)
    assert len(panel.pictures.drawn) < 300
