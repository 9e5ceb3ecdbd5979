"""The canvas, driven by the events that mouse, finger and pen send."""

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QInputDevice, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from gui.canvas.digit_canvas import DigitCanvas
from gui.look import theme as look
from tests.gui import widgets
from tests.gui.worn import wear
from tests.there import there

SIDE = 200
SEVEN = [(40, 40), (160, 42), (120, 100), (80, 170)]
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PEN = QPointingDevice(
    "pen",
    1,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Pen,
    QInputDevice.Capability.Position | QInputDevice.Capability.Pressure,
    1,
    2,
)
ERASER = QPointingDevice(
    "eraser",
    2,
    QInputDevice.DeviceType.Stylus,
    QPointingDevice.PointerType.Eraser,
    QInputDevice.Capability.Position,
    1,
    2,
)


@pytest.fixture
def canvas(qtbot: QtBot) -> DigitCanvas:
    return widgets.shown(qtbot, DigitCanvas(), SIDE, SIDE)


def move(canvas: DigitCanvas, place: QPoint) -> None:
    """Move the mouse, the left button held; QTest's own moves let the event loop turn."""
    at, none = QPointF(place), Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(canvas, event)


def drag(canvas: DigitCanvas, path: list[tuple[int, int]], button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, pos=QPoint(*path[0]))
    for place in path[1:]:
        QTest.mouseMove(canvas, QPoint(*place))
    QTest.mouseRelease(canvas, button, pos=QPoint(*path[-1]))


def pen(
    canvas: DigitCanvas, kind: QEvent.Type, place: tuple[int, int], pressure: float = 0.5, device: QPointingDevice = PEN
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


def ink(canvas: DigitCanvas) -> int:
    """Return how many pixels of the canvas are ink."""
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.array(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return int((grey[6:-6, 6 : picture.width() - 6] < 100).sum())


def seen(drawing: Drawing) -> NDArray[np.float32]:
    """Return what a network would see of a drawing."""
    return there(image_of(drawing))


def test_a_mouse_draws_in_the_unit_square(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    (stroke,) = canvas.drawing().strokes
    assert stroke == pytest.approx(np.array(SEVEN) / SIDE)
    assert ink(canvas) > 1000


def test_moves_are_told_and_the_end_once(qtbot: QtBot, canvas: DigitCanvas) -> None:
    told: list[Drawing] = []
    ended: list[Drawing] = []
    canvas.drawing_changed.connect(told.append)
    canvas.stroke_finished.connect(ended.append)
    QTest.mousePress(canvas, LEFT, pos=QPoint(*SEVEN[0]))
    for count, place in enumerate(SEVEN[1:], 2):
        move(canvas, QPoint(*place))
        qtbot.waitUntil(lambda count=count: len(told[-1].points) == count)  # type: ignore[misc]
    assert not ended
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(*SEVEN[-1]))
    assert len(ended) == 1
    assert np.array_equal(ended[0].points, canvas.drawing().points)


def test_a_mouse_faster_than_the_screen_loses_no_point_and_is_told_of_now_and_then(
    qtbot: QtBot, canvas: DigitCanvas
) -> None:
    told = widgets.heard(canvas.drawing_changed)
    QTest.mousePress(canvas, LEFT, pos=QPoint(10, 20))
    for step in range(5, 155):  # with no turn of the event loop in between, as after a busy moment
        move(canvas, QPoint(10 + step, 20 + step % 7))
    assert len(told) < 75
    qtbot.waitUntil(lambda: len(told[-1].points) == 151)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(164, 20))


def test_an_image_is_not_put_away_by_moves_that_came_before_it(qtbot: QtBot, canvas: DigitCanvas) -> None:
    told: list[Drawing] = []
    QTest.mousePress(canvas, LEFT, pos=QPoint(10, 20))
    for step in range(1, 20):
        move(canvas, QPoint(10 + step, 20))
    canvas.drawing_changed.connect(told.append)
    canvas.show_image(np.zeros((28, 28)))
    widgets.rested(qtbot, canvas)
    assert told == []


def test_a_click_that_trembles_is_a_dot(canvas: DigitCanvas) -> None:
    drag(canvas, [(100, 100), (101, 100), (100, 101)])
    (stroke,) = canvas.drawing().strokes
    assert stroke.shape == (1, 2)


def test_leaving_and_coming_back_draws_no_line_between(canvas: DigitCanvas) -> None:
    drag(canvas, [(150, 50), (250, 50), (250, 150), (150, 150)])
    first, second = canvas.drawing().strokes
    assert first.tolist() == [[0.75, 0.25], [1.0, 0.25]]
    assert second.tolist() == [[1.0, 0.75], [0.75, 0.75]]
    canvas.undo_stack.undo()
    assert canvas.drawing().is_empty


def test_a_release_that_was_lost_ends_the_stroke_at_the_next_move(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    at = QPointF(150, 150)
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(canvas, moved)
    assert len(canvas.drawing().points) == 1
    assert canvas.undo_stack.count() == 1


def test_undo_and_redo_go_stroke_by_stroke_and_over_clear(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    drag(canvas, [(60, 100), (140, 100)])
    canvas.clear()
    counts = [len(canvas.drawing().strokes)]
    for step in (canvas.undo_stack.undo,) * 3 + (canvas.undo_stack.redo,) * 3:
        step()
        counts.append(len(canvas.drawing().strokes))
    assert counts == [0, 2, 1, 0, 1, 2, 0]


def test_ink_comes_and_goes_with_undo(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    before = ink(canvas)
    canvas.undo_stack.undo()
    canvas.undo_stack.redo()
    assert ink(canvas) == before
    drag(canvas, [(30, 180), (60, 180)])
    assert ink(canvas) > before
    canvas.undo_stack.undo()
    assert ink(canvas) == before


def test_clearing_an_empty_canvas_leaves_nothing_to_undo(canvas: DigitCanvas) -> None:
    canvas.clear()
    assert canvas.undo_stack.count() == 0


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


def test_pressure_widens_the_ink_and_changes_no_point(canvas: DigitCanvas) -> None:
    pen_stroke(canvas, SEVEN, pressure=0.1)
    thin, light = ink(canvas), canvas.drawing()
    canvas.clear()
    pen_stroke(canvas, SEVEN, pressure=1.0)
    assert ink(canvas) > 1.5 * thin
    assert np.array_equal(canvas.drawing().points, light.points)


def test_the_pens_other_end_erases(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    pen(canvas, QEvent.Type.TabletPress, (100, 41), device=ERASER)
    pen(canvas, QEvent.Type.TabletRelease, (100, 41), device=ERASER)
    assert canvas.drawing().is_empty


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
    for place in ((40, 40), (40, 100), (60, 170), (150, 180)):
        at, button = QPointF(*place), LEFT if place == (40, 40) else Qt.MouseButton.NoButton
        kind = QEvent.Type.MouseButtonPress if button == LEFT else QEvent.Type.MouseMove
        QApplication.sendEvent(other, QMouseEvent(kind, at, at, button, LEFT, Qt.KeyboardModifier.NoModifier))
        other.grab()
    assert len(other.drawing().points) == 4
    pen_stroke(other, SEVEN)
    assert [len(stroke) for stroke in other.drawing().strokes] == [len(SEVEN)]
    assert other.undo_stack.count() == 1
    assert ink(other) == expected


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


def test_resizing_loses_nothing_and_the_paper_stays_square(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    before = seen(canvas.drawing())
    for width, height in ((500, 300), (150, 400), (SIDE, SIDE)):
        canvas.resize(width, height)
        assert canvas.square().width() == canvas.square().height() == min(width, height)
        assert ink(canvas) > 500
    assert np.array_equal(before, seen(canvas.drawing()))


def test_a_drawing_in_other_units_fits_and_reads_the_same(canvas: DigitCanvas) -> None:
    drawing = Drawing.from_strokes([np.array(SEVEN) * 37.0 - 900])
    canvas.set_drawing(drawing)
    points = canvas.drawing().points
    assert points.min() >= 0
    assert points.max() <= 1
    assert np.abs(seen(canvas.drawing()) - seen(drawing)).max() < 1e-3


def test_an_image_stands_in_place_of_the_drawing_until_one_draws_and_undo_brings_it_back(
    qtbot: QtBot, canvas: DigitCanvas
) -> None:
    drag(canvas, SEVEN)
    canvas.show_image(np.ones((28, 28), np.float32))
    assert canvas.drawing().is_empty
    assert ink(canvas) > 30_000
    drag(canvas, [(60, 100), (140, 100)])
    assert len(canvas.drawing().strokes) == 1
    assert ink(canvas) < 5_000
    with qtbot.waitSignal(canvas.image_restored):
        canvas.undo()
    assert canvas.drawing().is_empty
    assert ink(canvas) > 30_000
    canvas.undo()
    assert canvas.drawing().points == pytest.approx(np.array(SEVEN) / SIDE)


def test_a_stroke_that_a_pen_takes_over_brings_nothing_back_from_behind_an_image(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    canvas.show_image(np.ones((28, 28), np.float32))
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 100))
    pen_stroke(canvas, [(60, 100), (140, 100)])
    assert len(canvas.drawing().strokes) == 1
    canvas.undo()
    canvas.undo()
    assert canvas.drawing().points == pytest.approx(np.array(SEVEN) / SIDE)


def test_taking_the_image_away_shows_the_drawing_again(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    canvas.show_image(np.ones((28, 28), np.float32))
    canvas.show_image(None)
    assert len(canvas.drawing().strokes) == 1


def test_dropped_files_and_images_are_passed_on(canvas: DigitCanvas, qtbot: QtBot) -> None:
    files, picture, text = QMimeData(), QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/seven.png"), QUrl("https://example.org/7.png")])
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    picture.setImageData(image)
    text.setData("text/plain", QByteArray(b"7"))
    with qtbot.waitSignal(canvas.files_dropped) as dropped:
        assert canvas.take(files)
    assert dropped.args == [["/seven.png"]]
    with qtbot.waitSignal(canvas.image_dropped) as pasted:
        assert canvas.take(picture)
    assert pasted.args is not None
    assert pasted.args[0].size() == image.size()
    assert not canvas.take(text)


def test_the_guide_and_the_theme_change_the_look_and_keep_the_drawing(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    plain = canvas.grab().toImage()
    canvas.set_guide(True)
    assert canvas.grab().toImage() != plain
    canvas.set_guide(False)
    assert canvas.grab().toImage() == plain
    wear(look.DARK, canvas)
    assert canvas.grab().toImage().pixelColor(100, 41) == QColor(look.DARK.text)
    assert len(canvas.drawing().strokes) == 1


def test_what_is_drawn_is_told_to_those_who_do_not_see_it(canvas: DigitCanvas) -> None:
    told = [canvas.accessibleDescription()]
    for path in (SEVEN, [(60, 100), (140, 100)]):
        drag(canvas, path)
        told.append(canvas.accessibleDescription())
    assert told == ["empty", "1 stroke", "2 strokes"]


def test_undoing_in_the_middle_of_a_stroke_keeps_that_stroke(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 100))
    QTest.mouseMove(canvas, QPoint(100, 100))
    canvas.undo_stack.undo()
    QTest.mouseMove(canvas, QPoint(140, 100))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(140, 100))
    (stroke,) = canvas.drawing().strokes
    assert stroke.tolist() == [[0.3, 0.5], [0.5, 0.5], [0.7, 0.5]]
