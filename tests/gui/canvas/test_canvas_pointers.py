"""The canvas under pens, fingers, palms and erasers, each of which Qt tells of in its own way."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.canvas.digit_canvas import DigitCanvas
from tests.gui import widgets
from tests.gui.canvas.test_digit_canvas import LEFT, RIGHT, SEVEN, SIDE, drag, ink

Device = QPointingDevice
STYLUS, TIP = QInputDevice.DeviceType.Stylus, Device.PointerType
POSITION, PRESSURE = QInputDevice.Capability.Position, QInputDevice.Capability.Pressure
PEN = QPointingDevice("pen", 1, STYLUS, TIP.Pen, POSITION | PRESSURE, 1, 2)
ERASER = QPointingDevice("eraser", 2, STYLUS, TIP.Eraser, POSITION, 1, 2)


@pytest.fixture
def canvas(qtbot: QtBot) -> DigitCanvas:
    return widgets.shown(qtbot, DigitCanvas(), SIDE, SIDE)


def pen(
    canvas: DigitCanvas, kind: QEvent.Type, place: tuple[int, int], pressure: float = 0.5, device: Device = PEN
) -> None:
    at = QPointF(*place)
    pressed = LEFT if kind != QEvent.Type.TabletRelease else Qt.MouseButton.NoButton
    event = QTabletEvent(kind, device, at, at, pressure, 0, 0, 0, 0, 0, Qt.KeyboardModifier.NoModifier, LEFT, pressed)
    QApplication.sendEvent(canvas, event)


def pen_stroke(canvas: DigitCanvas, path: list[tuple[int, int]], pressure: float = 0.5) -> None:
    pen(canvas, QEvent.Type.TabletPress, path[0], pressure)
    for place in path[1:]:
        pen(canvas, QEvent.Type.TabletMove, place, pressure)
    pen(canvas, QEvent.Type.TabletRelease, path[-1], 0.0)


def test_the_right_button_erases_the_stroke_it_touches_and_no_other(canvas: DigitCanvas) -> None:
    drag(canvas, [(20, 50), (180, 50)])
    drag(canvas, [(20, 150), (180, 150)])
    drag(canvas, [(100, 10), (100, 90)], RIGHT)
    (stroke,) = canvas.drawing().strokes
    assert stroke[0, 1] == 0.75
    canvas.undo_stack.undo()
    assert len(canvas.drawing().strokes) == 2


def test_a_quick_eraser_misses_nothing_on_its_way(canvas: DigitCanvas) -> None:
    for x in (40, 80, 120, 160):
        drag(canvas, [(x, 60), (x, 140)])
    drag(canvas, [(10, 100), (190, 100)], RIGHT)
    assert canvas.drawing().is_empty
    drag(canvas, SEVEN)
    pen(canvas, QEvent.Type.TabletPress, (100, 41), device=ERASER)  # the pen's other end
    pen(canvas, QEvent.Type.TabletRelease, (100, 41), device=ERASER)
    assert canvas.drawing().is_empty


def test_pressure_widens_the_ink_and_changes_no_point(canvas: DigitCanvas) -> None:
    pen_stroke(canvas, SEVEN, pressure=0.1)
    thin, light = ink(canvas), canvas.drawing()
    canvas.clear()
    pen_stroke(canvas, SEVEN, pressure=1.0)
    assert ink(canvas) > 1.5 * thin
    assert np.array_equal(canvas.drawing().points, light.points)


def test_a_tablet_that_also_moves_the_mouse_draws_once(canvas: DigitCanvas) -> None:
    pen(canvas, QEvent.Type.TabletPress, SEVEN[0])
    QTest.mousePress(canvas, LEFT, pos=QPoint(*SEVEN[0]))
    for place in SEVEN[1:]:
        pen(canvas, QEvent.Type.TabletMove, place)
        QTest.mouseMove(canvas, QPoint(*place))
    pen(canvas, QEvent.Type.TabletRelease, SEVEN[-1])
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(*SEVEN[-1]))
    assert [len(stroke) for stroke in canvas.drawing().strokes] == [len(SEVEN)]
    assert canvas.undo_stack.count() == 1


def test_a_mouse_that_comes_before_its_pen_leaves_no_trace(canvas: DigitCanvas, qtbot: QtBot) -> None:
    pen_stroke(canvas, SEVEN)
    expected = ink(canvas)
    canvas.clear()
    other = widgets.hidden(qtbot, DigitCanvas(), SIDE, SIDE)
    QTest.mousePress(other, LEFT, pos=QPoint(40, 40))
    for place in ((40, 100), (60, 170), (150, 180)):
        widgets.move(other, QPointF(*place), LEFT)
        other.grab()
    assert len(other.drawing().points) == 4
    pen_stroke(other, SEVEN)
    assert [len(stroke) for stroke in other.drawing().strokes] == [len(SEVEN)]
    assert (other.undo_stack.count(), ink(other)) == (1, expected)


@pytest.mark.parametrize("device", [PEN, ERASER], ids=["pen", "eraser"])
def test_mouse_events_made_from_a_pen_draw_nothing(canvas: DigitCanvas, device: QPointingDevice) -> None:
    at = QPointF(50, 50)
    press = QMouseEvent(QEvent.Type.MouseButtonPress, at, at, LEFT, LEFT, Qt.KeyboardModifier.NoModifier, device)
    QApplication.sendEvent(canvas, press)
    assert canvas.drawing().is_empty


def test_a_finger_draws_and_a_second_one_does_not(canvas: DigitCanvas) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(canvas, screen).press(0, QPoint(*SEVEN[0]), canvas).commit()
    for place in SEVEN[1:]:
        QTest.touchEvent(canvas, screen).move(0, QPoint(*place), canvas).press(1, QPoint(10, 190), canvas).commit()
        QTest.touchEvent(canvas, screen).stationary(0).release(1, QPoint(10, 190), canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, QPoint(*SEVEN[-1]), canvas).commit()
    (stroke,) = canvas.drawing().strokes
    assert stroke == pytest.approx(np.array(SEVEN) / SIDE, abs=1e-6)
    assert canvas.undo_stack.count() == 1


def test_a_palm_that_rests_on_the_screen_gives_way_to_the_finger(canvas: DigitCanvas) -> None:
    screen = QTest.createTouchDevice()
    QTest.touchEvent(canvas, screen).press(0, QPoint(150, 190), canvas).commit()
    QTest.touchEvent(canvas, screen).stationary(0).press(1, QPoint(*SEVEN[0]), canvas).commit()
    for place in SEVEN[1:]:
        QTest.touchEvent(canvas, screen).stationary(0).move(1, QPoint(*place), canvas).commit()
    QTest.touchEvent(canvas, screen).stationary(0).release(1, QPoint(*SEVEN[-1]), canvas).commit()
    QTest.touchEvent(canvas, screen).release(0, QPoint(150, 190), canvas).commit()
    (stroke,) = canvas.drawing().strokes
    assert stroke == pytest.approx(np.array(SEVEN) / SIDE, abs=1e-6)


def test_a_stroke_that_a_pen_takes_over_brings_nothing_back_from_behind_an_image(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    canvas.show_image(np.ones((28, 28), np.float32))
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 100))
    pen_stroke(canvas, [(60, 100), (140, 100)])
    assert len(canvas.drawing().strokes) == 1
    canvas.undo()
    canvas.undo()
    assert canvas.drawing().points == pytest.approx(np.array(SEVEN) / SIDE)
