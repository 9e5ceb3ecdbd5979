"""Drawing with keys alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.digits import raster
from core.digits.dataset import SIDE
from core.model import shipped, softmax
from gui.canvas.digit_canvas import DigitCanvas
from gui.look import theme as look
from tests.there import there

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot: QtBot) -> DigitCanvas:
    made = DigitCanvas()
    made.resize(280, 280)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
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
    assert len(canvas.drawing().strokes) == 1
    assert read(canvas) == 7


def test_a_one_is_drawn_with_long_steps_and_taken_back(canvas: DigitCanvas) -> None:
    press(canvas, [KEY.Key_Space])
    for _ in range(4):
        QTest.keyClick(canvas, KEY.Key_Down, SHIFT)
    press(canvas, [KEY.Key_Escape])
    assert read(canvas) == 1
    assert canvas.undo_stack.count() == 1
    press(canvas, [KEY.Key_Backspace])
    assert canvas.drawing().is_empty


def test_delete_wipes_the_canvas_and_undo_brings_the_drawing_back(canvas: DigitCanvas) -> None:
    press(canvas, [KEY.Key_Space, KEY.Key_Down, KEY.Key_Escape, KEY.Key_Delete])
    assert canvas.drawing().is_empty
    canvas.undo_stack.undo()
    assert not canvas.drawing().is_empty


def test_the_first_key_shows_the_pen_and_it_stays_on_the_paper(canvas: DigitCanvas) -> None:
    accent = QColor(look.current().accent)
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
    assert canvas.accessibleDescription() == "1 stroke"
    assert canvas.undo_stack.count() == 1
    canvas.setFocus()
    press(canvas, [KEY.Key_Space, KEY.Key_Down])
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center())
    assert canvas.undo_stack.count() == 3


def test_other_keys_are_left_to_others(canvas: DigitCanvas) -> None:
    press(canvas, [KEY.Key_A, KEY.Key_Escape])
    QTest.keyClick(canvas, KEY.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert canvas.drawing().is_empty
    assert not _has(canvas, QColor(look.current().accent))


def _has(canvas: DigitCanvas, colour: QColor) -> bool:
    image = canvas.grab().toImage()
    inside = canvas.rect().adjusted(4, 4, -4, -4)  # the ring of the focus has the same colour
    across, down = range(inside.left(), inside.right()), range(inside.top(), inside.bottom())
    return any(image.pixelColor(x, y) == colour for x in across for y in down)
