"""One image as blocks: each as large as the other, each with its number."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.look.pixel_view import PixelView, whole_blocks
from tests.gui import widgets
from tests.gui.worn import wear


@pytest.fixture
def view(qtbot: QtBot) -> PixelView:
    made = widgets.hidden(qtbot, PixelView())
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("room", [56, 100, 112, 200])
def test_blocks_cover_whole_pixels_at_every_scale(room: int, ratio: float) -> None:
    pixels = whole_blocks(room, ratio) * ratio / 28
    assert pixels == pytest.approx(round(pixels))
    assert room - 28 / ratio < whole_blocks(room, ratio) <= room


def test_one_pixel_is_one_crisp_block(view: PixelView) -> None:
    image = np.zeros((28, 28), np.float32)
    image[12, 15] = 1.0
    view.set_image(image)
    picture, square = view.grab().toImage(), view.blocks()
    dark = [
        (x, y)
        for y in range(picture.height())
        for x in range(picture.width())
        if picture.pixelColor(x, y) == QColor(look.LIGHT.text)
    ]
    left, top = int(square.left()), int(square.top())
    assert dark == [(left + 60 + x, top + 48 + y) for y in range(4) for x in range(4)]


def test_the_pointer_reads_row_column_and_value(view: PixelView) -> None:
    image = np.zeros((28, 28), np.float32)
    image[12, 15] = 0.83
    view.set_image(image)
    corner = view.blocks().topLeft()
    assert view.text_at(corner + QPointF(15.5 * 4, 12.5 * 4)) == "row 12, column 15: 0.83"
    assert view.text_at(corner + QPointF(0, 0)) == "row 0, column 0: 0.00"
    assert view.text_at(corner - QPointF(1, 1)) == ""
    view.set_image(None)
    assert view.text_at(corner + QPointF(10, 10)) == ""


def test_a_new_theme_repaints_the_same_image(view: PixelView) -> None:
    view.set_image(np.ones((28, 28), np.float32))
    wear(look.DARK, view)
    assert view.grab().toImage().pixelColor(50, 50) == QColor(look.DARK.text)
