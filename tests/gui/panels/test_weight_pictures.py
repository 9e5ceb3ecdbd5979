"""The ten weight pictures, where they lie, and the bar of their colours."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.model.softmax import single
from gui.look import theme as look
from gui.panels.weight_layout import WIDTH, Layout, arranged, paint_colour_bar
from gui.panels.weight_pictures import WeightPictures
from tests.gui import widgets

SIZES = [(240, 90), (590, 210), (620, 140), (780, 170), (780, 600), (1_200, 880), (3_000, 300), (400, 900)]


@pytest.fixture
def pictures(qtbot: QtBot) -> WeightPictures:
    """The upper half speaks for each digit, the lower half against; digit d has the bias d / 10."""
    matrix = np.repeat([1.0, -1.0], 392)[:, None] * np.ones(10)
    made = widgets.hidden(qtbot, WeightPictures(), 780, 170)
    made.set_weights(single(matrix.astype(np.float32), np.linspace(0, 0.9, 10).astype(np.float32)))
    made.show()
    return made


def layout_of(pictures: WeightPictures) -> Layout:
    text = 1.25 * pictures.fontMetrics().height()
    return arranged(pictures.width(), pictures.height(), text, with_large=pictures.selected is not None)


def test_weights_that_are_not_numbers_or_nothing_can_be_painted(pictures: WeightPictures) -> None:
    for wrong in (np.nan, np.inf, 0.0):
        pictures.set_weights(single(np.full((784, 10), wrong), np.full(10, wrong)))
        pictures.select(3)
        assert np.isfinite(pictures.scale_limit)
        pictures.grab()
    pictures.set_weights(None)
    pictures.grab()
    assert pictures.scale_limit == 0


def test_click_shows_digit_large_with_its_bias_and_second_one_no_longer(pictures: WeightPictures) -> None:
    chosen = widgets.heard(pictures.digit_selected)
    QTest.mouseClick(pictures, Qt.MouseButton.LeftButton, pos=layout_of(pictures).cells[3].center().toPoint())
    assert (chosen, pictures.accessibleDescription()) == ([3], "large: 3   bias +0.300")
    QTest.mouseClick(pictures, Qt.MouseButton.LeftButton, pos=layout_of(pictures).cells[3].center().toPoint())
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
    widgets.move(pictures, layout_of(pictures).cells[7].topLeft() + QPointF(1, 1))
    assert pictures.toolTip() == "7, row 0, column 0: +1.000"
    widgets.move(pictures, QPointF(0, pictures.height() - 1))
    assert "what the network looks for" in pictures.toolTip()


def test_the_highlighted_digits_name_is_printed_in_the_accent_colour(pictures: WeightPictures) -> None:
    plain = widgets.numbers_of(pictures.grab().toImage())
    pictures.set_highlight(7)
    ys, xs = np.nonzero(plain != widgets.numbers_of(pictures.grab().toImage()))
    cell = layout_of(pictures).cells[7].toRect()
    assert xs.size
    assert cell.left() <= xs.min() <= xs.max() <= cell.right()
    assert ys.min() >= cell.bottom()


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
        sides = [(x, middle.y()) for x in (cell.left() + inside, cell.right() - inside)]
        sides += [(middle.x(), y) for y in (cell.top() + inside, cell.bottom() - inside)]
        assert {image.pixelColor(int(x * scale), int(y * scale)).name() for x, y in sides} <= frames


def test_a_low_strip_has_ten_in_a_row_and_where_height_is_scarce_a_large_picture_stands_in_line_with_them() -> None:
    layout = arranged(780, 100, 16, with_large=False)
    assert layout.columns == 10
    assert layout.large.isEmpty()
    assert layout.cells[0].left() == 0
    assert layout.cells[-1].right() == pytest.approx(780, abs=2)
    layout = arranged(775, 255, 20, with_large=False)
    assert layout.columns == 5
    assert layout.large.top() == pytest.approx(layout.cells[0].top(), abs=2)
    assert layout.large.bottom() == pytest.approx(layout.cells[9].bottom(), abs=2)
    assert layout.large.right() == pytest.approx(775, abs=1)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_leaves_the_widget(size: tuple[int, int], large: bool) -> None:
    layout = arranged(*size, 16, with_large=large)
    frames = [*layout.cells, layout.line, *([] if layout.large.isEmpty() else [layout.large, layout.large_text])]
    inside = QRectF(0, 0, *size).adjusted(-1, -1, 1, 1)
    assert all(inside.contains(frame) for frame in frames)
    assert not any(one.intersects(two) for one, two in itertools.combinations(frames, 2))
    assert not large or layout.large.width() >= layout.cells[0].width()


@pytest.mark.parametrize("size", [(590, 210), (590, 255), (775, 255), (775, 640), (1_200, 880), (1_230, 400)])
def test_the_pictures_fill_most_of_the_height_and_all_of_the_width(size: tuple[int, int]) -> None:
    layout = arranged(*size, 20, with_large=False)
    top = min(frame.top() for frame in (*layout.cells, layout.large))
    assert max(layout.large_text.bottom(), layout.cells[-1].bottom() + 20) - top > 0.8 * layout.line.top()
    assert layout.large.right() == pytest.approx(size[0], abs=1)
    assert layout.large.width() >= 1.9 * layout.cells[0].width()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "has_room"), [(700, True), (260, False)])
def test_the_meaning_is_told_where_there_is_room_for_it(width: int, has_room: bool) -> None:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(look.LIGHT.panel)
    painter = QPainter(image)
    painter.setFont(look.small_font())
    paint_colour_bar(painter, QRectF(0, 0, width, 20), 0.5, look.LIGHT)
    painter.end()
    paper = QColor(look.LIGHT.panel)
    inked = [x for x in range(width) if any(image.pixelColor(x, y) != paper for y in range(20))]
    assert (inked[0] < 20) == has_room
    orange = [x for x in range(width) if image.pixelColor(x, 10).blue() < QColor(look.LIGHT.warm).blue() + 9]
    blue = [x for x in range(width) if image.pixelColor(x, 10).red() < QColor(look.LIGHT.accent).red() + 9]
    assert orange[-1] < blue[0] < blue[-1] < width
    assert width - WIDTH / 2 < blue[-1]
