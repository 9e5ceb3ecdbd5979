"""The ten weight pictures, driven as the main window drives them."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model.softmax import Weights, single
from gui.look import theme as look
from gui.panels.weight_layout import Layout, arranged
from gui.panels.weight_pictures import WeightPictures
from tests.gui import widgets
from tests.gui.worn import wear


@pytest.fixture
def pictures(qtbot: QtBot) -> WeightPictures:
    made = widgets.hidden(qtbot, WeightPictures(), 780, 170)
    made.set_weights(split_weights())
    made.show()
    return made


def split_weights() -> Weights:
    """The upper half speaks for each digit, the lower half against; digit d has the bias d / 10."""
    matrix = np.repeat([1.0, -1.0], 392)[:, None] * np.ones(10)
    return single(matrix.astype(np.float32), np.linspace(0, 0.9, 10).astype(np.float32))


def layout_of(pictures: WeightPictures) -> Layout:
    text = 1.25 * pictures.fontMetrics().height()
    return arranged(pictures.width(), pictures.height(), text, with_large=pictures.selected is not None)


def centre(pictures: WeightPictures, digit: int) -> QPoint:
    return layout_of(pictures).cells[digit].center().toPoint()


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_what_speaks_for_a_digit_is_blue_and_what_speaks_against_it_orange(
    pictures: WeightPictures, theme: look.Theme
) -> None:
    wear(theme, pictures)
    image = pictures.grab().toImage()
    for cell in layout_of(pictures).cells:
        for_it = image.pixelColor(int(cell.center().x()), int(cell.top() + cell.height() / 4))
        against = image.pixelColor(int(cell.center().x()), int(cell.bottom() - cell.height() / 4))
        assert for_it == QColor(theme.accent)
        assert abs(against.red() - QColor(theme.warm).red()) <= 2


@pytest.mark.parametrize("wrong", [np.nan, np.inf, 0.0])
def test_weights_that_are_not_numbers_or_nothing_can_be_painted(pictures: WeightPictures, wrong: float) -> None:
    pictures.set_weights(single(np.full((784, 10), wrong), np.full(10, wrong)))
    pictures.select(3)
    assert np.isfinite(pictures.scale_limit)
    pictures.grab()


def test_without_weights_it_says_what_to_do(pictures: WeightPictures) -> None:
    pictures.set_weights(None)
    pictures.grab()
    assert pictures.scale_limit == 0


def test_a_click_shows_a_digit_large_with_its_bias_and_a_second_one_no_longer(
    pictures: WeightPictures, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(pictures.digit_selected) as chosen:
        QTest.mouseClick(pictures, Qt.MouseButton.LeftButton, pos=centre(pictures, 3))
    assert chosen.args == [3]
    assert pictures.accessibleDescription() == "large: 3   bias +0.300"
    QTest.mouseClick(pictures, Qt.MouseButton.LeftButton, pos=centre(pictures, 3))
    assert pictures.selected is None


def test_the_keys_walk_through_the_digits_and_show_them_large(pictures: WeightPictures, qtbot: QtBot) -> None:
    chosen = widgets.heard(pictures.digit_selected)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(pictures, key)
    assert chosen == [2, 3, 2]
    QTest.keyClick(pictures, Qt.Key.Key_Escape)
    assert pictures.selected is None
    assert pictures.accessibleDescription() == "on 2   bias +0.200"


def test_resting_on_a_picture_reads_the_weight(pictures: WeightPictures) -> None:
    cell = layout_of(pictures).cells[7]
    top_left = QPoint(int(cell.left() + 1), int(cell.top() + 1))
    assert pictures.weight_text(top_left) == "7, row 0, column 0: +1.000"
    assert "what the network looks for" in pictures.weight_text(QPoint(0, pictures.height() - 1))


def test_the_highlighted_digits_name_is_printed_in_the_accent_colour(pictures: WeightPictures) -> None:
    plain = pictures.grab().toImage()
    pictures.set_highlight(7)
    lit = pictures.grab().toImage()
    cell = layout_of(pictures).cells[7].toRect()
    changed = [(x, y) for x in range(780) for y in range(170) if plain.pixelColor(x, y) != lit.pixelColor(x, y)]
    assert changed
    assert all(cell.left() <= x <= cell.right() and y >= cell.bottom() for x, y in changed)


def test_the_large_picture_follows_the_reading_until_a_digit_is_chosen(pictures: WeightPictures) -> None:
    assert pictures.large == 0
    pictures.set_read(7)
    assert pictures.large == 7
    pictures.select(3)
    pictures.set_read(5)
    assert pictures.large == 3
    pictures.select(None)
    assert pictures.large == 5


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_each_picture_is_framed_on_all_sides_at_any_scale(pictures: WeightPictures, scale: float) -> None:
    pictures.set_weights(single(np.zeros((784, 10), np.float32), np.zeros(10, np.float32)))
    image = QImage(pictures.size() * scale, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    pictures.render(image)
    frames = {QColor(look.LIGHT.line).name(), QColor(look.LIGHT.accent).name()}  # one of them has the keys
    for cell in layout_of(pictures).cells:
        middle, inside = cell.center(), 0.5 / scale
        sides = (
            (cell.left() + inside, middle.y()),
            (cell.right() - inside, middle.y()),
            (middle.x(), cell.top() + inside),
            (middle.x(), cell.bottom() - inside),
        )
        assert {image.pixelColor(int(x * scale), int(y * scale)).name() for x, y in sides} <= frames
