"""Numbers become pixels of the theme's colours: images, weights, one image as blocks."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.look import pixels, theme as look
from gui.look.pixels import PixelView, as_picture, steady_scale, weight_shades
from tests.gui import widgets


def test_paper_and_ink_have_the_themes_colours_in_pixels_of_their_own() -> None:
    values = np.array([[0.0, 1.0, np.nan, 7.0]])
    picture = as_picture(values, look.DARK)
    values[:] = 1.0
    paper, ink = QColor(look.DARK.background), QColor(look.DARK.text)
    assert [picture.pixelColor(x, 0) for x in range(4)] == [paper, ink, paper, ink]


def test_what_speaks_for_and_against_has_the_ends_of_the_shades_and_nothing_the_middle() -> None:
    picture = pixels.signed_picture(np.array([[-2.0, 0.0, np.nan, 2.0, -np.inf]]), 2.0, weight_shades(look.LIGHT))
    against, nothing, unknown, speaks_for, beyond = (picture.pixelColor(x, 0) for x in range(5))
    assert speaks_for == QColor(look.LIGHT.accent)
    assert nothing == unknown == QColor(look.LIGHT.panel)
    assert against == beyond
    assert abs(against.red() - QColor(look.LIGHT.warm).red()) <= 2


def test_the_colour_scale_moves_in_jumps_while_weights_grow() -> None:
    weights = np.random.default_rng(0).normal(size=(784, 10))
    scale, seen = 0.0, []
    for size in np.linspace(0.1, 1.0, 200):
        scale = steady_scale(size * weights, scale)
        seen.append(scale)
    assert len(set(seen)) <= 8
    assert seen == sorted(seen)
    assert 2.5 < scale < 4
    assert steady_scale(np.full((784, 10), 0.5), 1.0) == 1.0  # not much too wide
    assert steady_scale(np.full((784, 10), 0.3), 1.0) == pytest.approx(0.3)


@pytest.fixture
def view(qtbot: QtBot) -> PixelView:
    made = widgets.hidden(qtbot, PixelView())
    made.resize(made.sizeHint())
    return made


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
@pytest.mark.parametrize("room", [56, 100, 112, 200])
def test_blocks_cover_whole_pixels_at_every_scale(room: int, ratio: float) -> None:
    block = pixels.whole_blocks(room, ratio) * ratio / 28
    assert block == pytest.approx(round(block))
    assert room - 28 / ratio < pixels.whole_blocks(room, ratio) <= room


def test_one_pixel_is_one_crisp_block_whose_row_column_and_value_the_pointer_reads(view: PixelView) -> None:
    image = np.zeros((28, 28), np.float32)
    image[12, 15] = 1.0
    view.set_image(image)
    picture, square = view.grab().toImage(), view.blocks()
    places = ((x, y) for y in range(picture.height()) for x in range(picture.width()))
    dark = [place for place in places if picture.pixelColor(*place) == QColor(look.LIGHT.text)]
    left, top = int(square.left()), int(square.top())
    assert dark == [(left + 60 + x, top + 48 + y) for y in range(4) for x in range(4)]
    image[12, 15] = 0.83
    view.set_image(image)
    corner = square.topLeft()
    assert view.text_at(corner + QPointF(15.5 * 4, 12.5 * 4)) == "row 12, column 15: 0.83"
    assert view.text_at(corner + QPointF(0, 0)) == "row 0, column 0: 0.00"
    assert view.text_at(corner - QPointF(1, 1)) == ""
    view.set_image(None)
    assert view.text_at(corner + QPointF(10, 10)) == ""
