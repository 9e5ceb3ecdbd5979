"""The wall shows images in the order given, in rows that fill its width, and lets one be chosen; a hand on it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.digits.dataset import PIXELS
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.hands.hand import HandDigit
from gui.look import theme as look
from gui.panels.image_wall import GAP, USUAL_SIDE, ImageWall
from gui.panels.my_digits_panel import HandPictures, MyDigitsPanel
from tests import small
from tests.gui import widgets
from tests.there import there

COUNT = 60_000


@pytest.fixture
def wall(qtbot: QtBot) -> ImageWall:
    made = widgets.shown(qtbot, ImageWall("hand_images"), 800, 240)
    fill(made)
    return made


def fill(wall: ImageWall, order: list[int] | None = None) -> list[int]:
    """Show 60,000 images, each all ink where its index is even; return the indexes whose captions were asked for."""
    images = np.zeros((COUNT, PIXELS), np.uint8)
    images[::2] = 255
    asked: list[int] = []

    def caption(index: int) -> tuple[str]:
        asked.append(index)
        return (str(index),)

    indexes = np.arange(COUNT) if order is None else np.array(order, np.intp)
    wall.set_images(images, indexes, caption, lambda index: f"image {index}")
    return asked


def click(wall: ImageWall, place: int) -> None:
    middle = widgets.place_of(wall, place).center()
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(round(middle.x()), round(middle.y())))


def test_only_what_can_be_seen_is_painted(wall: ImageWall) -> None:
    asked = fill(wall)
    wall.grab()
    assert 0 in asked
    assert len(set(asked)) < 100
    asked.clear()
    wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum())
    wall.grab()
    assert COUNT - 1 in asked
    assert len(set(asked)) < 100


def test_ink_and_paper_have_the_colours_of_the_theme(wall: ImageWall) -> None:
    widgets.wear(look.DARK, wall)
    fill(wall)
    picture = wall.viewport().grab().toImage()
    first, second = (widgets.place_of(wall, place).center().toPoint() for place in (0, 1))
    assert picture.pixelColor(first - QPoint(0, 10)) == QColor(look.DARK.text)
    assert picture.pixelColor(second - QPoint(0, 10)) == QColor(look.DARK.background)


def test_a_click_chooses_the_image_and_not_its_place_and_beside_the_images_nothing(wall: ImageWall) -> None:
    fill(wall, [7, 5, 9])
    chosen = widgets.heard(wall.chosen)
    click(wall, 1)
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(600, 150))
    assert (chosen, wall.current(), wall.accessibleDescription()) == ([5], 5, "image 5")


def test_a_double_click_chooses_twice_and_edits_nothing(wall: ImageWall) -> None:
    place, chosen = widgets.place_of(wall, 3).center().toPoint(), widgets.heard(wall.chosen)
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(wall.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.keyClick(wall, Qt.Key.Key_F2)
    assert (chosen, wall.state()) == ([3, 3], ImageWall.State.NoState)
    assert not wall.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_what_is_marked_and_what_was_chosen_are_one(wall: ImageWall) -> None:
    click(wall, 3)
    other = widgets.place_of(wall, 5).center().toPoint()
    QTest.mouseClick(wall.viewport(), Qt.MouseButton.RightButton, pos=other)
    QTest.mousePress(wall.viewport(), Qt.MouseButton.LeftButton, pos=widgets.place_of(wall, 3).center().toPoint())
    QTest.mouseMove(wall.viewport(), other)
    assert wall.current() == 3
    wall.verticalScrollBar().setValue(1_000)
    for key in (Qt.Key.Key_Control, Qt.Key.Key_Escape):  # which mark no other image, and so scroll nothing
        QTest.keyClick(wall, key)
    assert wall.verticalScrollBar().value() == 1_000


def test_keys_choose_the_image_that_they_go_to_as_a_click_does(wall: ImageWall) -> None:
    chosen = widgets.heard(wall.chosen)
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Right):  # the last leads nowhere
        QTest.keyClick(wall, key)
    assert wall.viewport().rect().contains(widgets.place_of(wall, COUNT - 1).toRect())
    QTest.keyClick(wall, Qt.Key.Key_PageUp)
    QTest.keyClick(wall, Qt.Key.Key_Return)
    above = wall.current()
    assert (chosen, above < COUNT - 1) == ([0, 1, COUNT - 1, above, above], True)


def test_the_image_that_is_marked_stays_so_when_the_order_changes(wall: ImageWall) -> None:
    fill(wall, [7, 5, 9])
    wall.set_current(9)
    fill(wall, [9, 7])
    assert wall.current() == 9
    fill(wall, [7])
    assert wall.current() == -1


def test_an_empty_wall_says_why(wall: ImageWall) -> None:
    fill(wall, [])
    before = wall.viewport().grab().toImage()
    wall.set_empty_text("There is nothing here.")
    assert wall.viewport().grab().toImage() != before
    QTest.keyClick(wall, Qt.Key.Key_Down)
    assert wall.current() == -1


def test_a_row_holds_as_many_images_as_it_has_room_for_and_all_can_be_scrolled_to(wall: ImageWall) -> None:
    for width in (*range(120, 560, 11), 2_000):
        wall.resize(width, 200)
        wall.verticalScrollBar().setValue(0)
        row = [place for place in range(50) if widgets.place_of(wall, place).top() == 0]
        assert len(row) == max(1, (wall.viewport().width() + GAP) // (USUAL_SIDE + GAP))
        wall.verticalScrollBar().setValue(wall.verticalScrollBar().maximum())
        assert wall.viewport().rect().contains(widgets.place_of(wall, COUNT - 1).toRect().adjusted(0, 0, 0, -1))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_images_pixels_are_whole_pixels(wall: ImageWall, monkeypatch: pytest.MonkeyPatch, ratio: float) -> None:
    monkeypatch.setattr(wall, "devicePixelRatioF", lambda: ratio)
    painted: list[QRectF] = []

    def paint(painter: QPainter, frame: QRectF, _image: QImage) -> None:
        assert not painter.testRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painted.append(frame)

    monkeypatch.setattr(QPainter, "drawImage", paint)
    wall.verticalScrollBar().setValue(31)
    wall.grab()
    assert len(painted) > 10
    for frame in painted:
        for length in (frame.left(), frame.top(), frame.width() / 28):
            assert length * ratio == pytest.approx(round(length * ratio))


def test_keys_lead_along_and_across_the_rows_and_never_off_the_wall(wall: ImageWall) -> None:
    row = next(place for place in range(1, 100) if widgets.place_of(wall, place).left() == 0)
    fill(wall, list(range(100)))
    for start, key, reached in (
        *((30, Qt.Key.Key_Left, 29), (30, Qt.Key.Key_Right, 31), (row - 1, Qt.Key.Key_Right, row)),
        *((30, Qt.Key.Key_Up, 30 - row), (30, Qt.Key.Key_Down, 30 + row), (30, Qt.Key.Key_Home, 0)),
        *((30, Qt.Key.Key_End, 99), (0, Qt.Key.Key_Up, 0), (99, Qt.Key.Key_Right, 99)),
    ):
        wall.set_current(start)
        QTest.keyClick(wall, key)
        assert wall.current() == reached, (start, key)
    fill(wall, list(range(row + 2)))  # the last of which stands in a row that is not full
    wall.set_current(row - 1)
    QTest.keyClick(wall, Qt.Key.Key_Down)
    assert wall.current() == row + 1


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
