"""The bars are as long as the probabilities, and say so in words."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.canvas.digit_bars import DigitBars
from gui.look import theme as look
from tests.gui import widgets

SEVEN = np.array([0.0, 0.05, 0.0, 0.1, 0.0, 0.0, 0.0, 0.8, 0.05, 0.0])
CLOTHES = ("T-shirt", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot")


@pytest.fixture
def bars(qtbot: QtBot) -> DigitBars:
    return widgets.hidden(qtbot, DigitBars(), 400, 250)


def test_the_likeliest_is_told_in_words(bars: DigitBars) -> None:
    bars.set_probabilities(SEVEN)
    assert bars.accessibleDescription() == "reads 7, 80 percent"
    bars.set_probabilities(SEVEN, CLOTHES)
    assert bars.accessibleDescription() == "reads Sneaker, 80 percent"


def test_only_the_rows_in_which_something_changes_are_painted_anew(bars: DigitBars, qtbot: QtBot) -> None:
    bars.set_probabilities(SEVEN)
    bars.show()
    painted = widgets.PaintedRegions()
    bars.installEventFilter(painted)
    qtbot.waitUntil(lambda: bool(painted.regions))
    painted.regions.clear()
    bars.set_probabilities(SEVEN + 1e-7)
    other = SEVEN.copy()
    other[3], other[8] = 0.05, 0.1
    bars.set_probabilities(other)
    qtbot.waitUntil(lambda: bool(painted.regions))
    (region,) = painted.regions
    assert [row for row in range(10) if region.contains(QPoint(200, 25 * row + 12))] == [3, 8]


def test_what_was_painted_row_by_row_is_what_is_painted_at_once(bars: DigitBars, qtbot: QtBot) -> None:
    with qtbot.waitExposed(bars):
        bars.show()
    for probabilities in (SEVEN, None, SEVEN[::-1], np.full(10, 0.1), SEVEN):
        widgets.painted(qtbot, bars, partial(bars.set_probabilities, probabilities))
    on_screen = bars.screen().grabWindow(bars.winId()).toImage()
    assert on_screen == bars.grab().toImage().convertToFormat(on_screen.format())


@pytest.mark.parametrize("size", [(160, 140), (400, 250), (2000, 1200)])
def test_long_names_leave_room_for_the_bars(bars: DigitBars, size: tuple[int, int]) -> None:
    bars.set_probabilities(SEVEN, CLOTHES)
    bars.resize(*size)
    picture = bars.grab().toImage()
    assert [picture.pixelColor(x, int(size[1] * 0.75)) for x in range(size[0])].count(QColor(look.LIGHT.accent)) > 10


def test_another_readers_share_is_marked_where_its_bar_would_end(bars: DigitBars) -> None:
    bars.set_probabilities(np.full(10, 0.1))
    before = bars.grab().toImage()
    bars.set_probabilities(np.full(10, 0.1), marks=SEVEN)
    ys, xs = np.nonzero(widgets.numbers_of(bars.grab().toImage()) == (QColor(look.LIGHT.warm).rgb() & 0xFFFFFF))
    assert xs[ys * 10 // bars.height() == 7].min() > bars.width() / 2
    bars.set_probabilities(np.full(10, 0.1))
    assert bars.grab().toImage() == before
