"""What pens draw: a pointer between press and release, and keys alone."""

import math

import numpy as np
import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.digits.dataset import SIDE
from core.model import shipped, softmax
from gui.canvas.digit_canvas import DigitCanvas
from gui.canvas.gesture import Gesture, InkStroke, Place, inside_part
from gui.look import theme as look
from tests.gui import widgets
from tests.there import there

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
places = st.tuples(st.floats(-2, 3), st.floats(-2, 3))


@pytest.fixture
def canvas(qtbot: QtBot) -> DigitCanvas:
    made = widgets.shown(qtbot, DigitCanvas(), 280, 280)
    made.setFocus()
    return made


def press(canvas: DigitCanvas, keys: list[Qt.Key], times: int = 1) -> None:
    for _ in range(times):
        for key in keys:
            QTest.keyClick(canvas, key)


def read(canvas: DigitCanvas) -> int:
    weights = shipped.shipped_layer()
    image = there(raster.image_of(canvas.drawing(), weights.stages))
    return int(softmax.probabilities(weights, image.reshape(1, -1)).argmax())


def test_a_seven_is_drawn_and_read(canvas: DigitCanvas) -> None:
    press(canvas, [KEY.Key_Left], 6)
    press(canvas, [KEY.Key_Space])
    press(canvas, [KEY.Key_Right], 10)
    press(canvas, [KEY.Key_PageDown, KEY.Key_Down, KEY.Key_End], 1)
    press(canvas, [KEY.Key_Down, KEY.Key_End, KEY.Key_Down], 4)
    press(canvas, [KEY.Key_Return])
    assert (len(canvas.drawing().strokes), read(canvas)) == (1, 7)


def test_a_one_is_drawn_with_long_steps_and_taken_back_or_wiped_by_delete(canvas: DigitCanvas) -> None:
    press(canvas, [KEY.Key_Space])
    for _ in range(4):
        QTest.keyClick(canvas, KEY.Key_Down, SHIFT)
    press(canvas, [KEY.Key_Escape])
    assert (read(canvas), canvas.undo_stack.count()) == (1, 1)
    press(canvas, [KEY.Key_Backspace])
    assert canvas.drawing().is_empty
    press(canvas, [KEY.Key_Space, KEY.Key_Down, KEY.Key_Escape, KEY.Key_Delete])
    assert canvas.drawing().is_empty
    canvas.undo_stack.undo()
    assert not canvas.drawing().is_empty


def test_the_first_key_of_its_own_shows_the_pen_and_it_stays_on_the_paper(canvas: DigitCanvas) -> None:
    accent = QColor(look.current().accent)
    press(canvas, [KEY.Key_A, KEY.Key_Escape])  # which are left to others
    QTest.keyClick(canvas, KEY.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert canvas.drawing().is_empty
    assert not _has(canvas, accent)
    press(canvas, [KEY.Key_Right])
    assert _has(canvas, accent)
    assert canvas.accessibleDescription() == f"Pen up, column {SIDE // 2 + 1}, row {SIDE // 4 + 1}"
    press(canvas, [KEY.Key_Home], 40)
    press(canvas, [KEY.Key_Space])
    assert canvas.accessibleDescription() == "Pen down, column 1, row 1"
    press(canvas, [KEY.Key_Space])
    assert len(canvas.drawing().strokes) == 1


def test_the_pen_is_put_away_when_the_focus_or_the_mouse_goes_on(qtbot: QtBot, canvas: DigitCanvas) -> None:
    other = QWidget(canvas)  # a text field with the focus has a frame in the accent itself
    other.show()
    press(canvas, [KEY.Key_Space, KEY.Key_Down, KEY.Key_Down])
    other.setFocus()
    qtbot.waitUntil(lambda: not _has(canvas, QColor(look.current().accent)))
    assert (canvas.accessibleDescription(), canvas.undo_stack.count()) == ("1 stroke", 1)
    canvas.setFocus()
    press(canvas, [KEY.Key_Space, KEY.Key_Down])
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.undo_stack.count() == 3


def _has(canvas: DigitCanvas, colour: QColor) -> bool:
    inside = canvas.rect().adjusted(4, 4, -4, -4)  # the ring of the focus has the same colour
    return colour.name() in widgets.colours(canvas.grab().toImage().copy(inside))


def drawn(*path: Place, dot_reach: float = 0.01) -> list[list[list[float]]]:
    gesture = Gesture(path[0], 1.0, dot_reach)
    for place in path[1:]:
        gesture.extend(place, 1.0)
    return [stroke.points.tolist() for stroke in gesture.strokes]


def test_repeated_places_are_drawn_once_and_of_steps_across_the_rim_what_lies_inside() -> None:
    assert drawn((0.1, 0.1), (0.5, 0.1), (0.5, 0.1)) == [[[0.1, 0.1], [0.5, 0.1]]]
    first, second = drawn((0.5, 0.5), (1.5, 0.5), (0.4, -0.3))
    assert first == [[0.5, 0.5], [1.0, 0.5]]
    assert second == [pytest.approx([1.0, 0.5 - 0.5 * 0.8 / 1.1]), pytest.approx([0.8125, 0.0])]
    assert drawn((0.5, 0.5), (1.5, 0.5), (1.5, 2.0), (-1.0, 2.0))[1:] == []


@given(places, places)
def test_what_is_drawn_of_a_line_lies_in_the_square_and_on_the_line(start: Place, end: Place) -> None:
    part = inside_part(start, end)
    if part is None:
        assert not all(0 < value < 1 for value in ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2))
        return
    for x, y in part:
        assert 0 <= x <= 1
        assert 0 <= y <= 1
        assert (math.dist(start, (x, y)) + math.dist((x, y), end)) == pytest.approx(math.dist(start, end), abs=1e-6)


def test_points_given_away_do_not_change_when_the_stroke_grows() -> None:
    stroke = InkStroke()
    for number in range(64):
        stroke.append((number / 1000, 0.0), 1.0)
    early = stroke.points
    copy = early.copy()
    for number in range(200):
        stroke.append((0.5, number / 1000), 1.0)
    assert np.array_equal(early, copy)
    assert len(stroke) == len(stroke.points) == 264
    assert not early.flags.writeable


def test_the_distance_to_a_stroke_is_to_its_line_not_to_its_points() -> None:
    assert InkStroke.from_points(np.array([[0.0, 0.5], [1.0, 0.5]])).distance((0.5, 0.6)) == pytest.approx(0.1)
    assert InkStroke.from_points(np.array([[0.0, 0.5]])).distance((0.3, 0.9)) == pytest.approx(0.5)
