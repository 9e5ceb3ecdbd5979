"""The canvas, driven by the events that a mouse sends; images, undo and looks."""

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from gui.canvas.digit_canvas import DigitCanvas
from gui.look import theme as look
from tests.gui import widgets
from tests.there import there

SIDE, SEVEN = 200, [(40, 40), (160, 42), (120, 100), (80, 170)]
LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture
def canvas(qtbot: QtBot) -> DigitCanvas:
    return widgets.shown(qtbot, DigitCanvas(), SIDE, SIDE)


def drag(canvas: DigitCanvas, path: list[tuple[int, int]], button: Qt.MouseButton = LEFT) -> None:
    QTest.mousePress(canvas, button, pos=QPoint(*path[0]))
    for place in path[1:]:
        QTest.mouseMove(canvas, QPoint(*place))
    QTest.mouseRelease(canvas, button, pos=QPoint(*path[-1]))


def ink(canvas: DigitCanvas) -> int:
    picture = canvas.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    grey = np.array(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return int((grey[6:-6, 6 : picture.width() - 6] < 100).sum())


def test_a_mouse_draws_in_the_unit_square_and_a_click_that_trembles_is_a_dot(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    (stroke,) = canvas.drawing().strokes
    assert stroke == pytest.approx(np.array(SEVEN) / SIDE)
    assert ink(canvas) > 1000
    drag(canvas, [(100, 100), (101, 100), (100, 101)])
    assert canvas.drawing().strokes[1].shape == (1, 2)


def test_moves_are_told_and_the_end_once(qtbot: QtBot, canvas: DigitCanvas) -> None:
    told, ended = widgets.heard(canvas.drawing_changed), widgets.heard(canvas.stroke_finished)
    QTest.mousePress(canvas, LEFT, pos=QPoint(*SEVEN[0]))
    for count, place in enumerate(SEVEN[1:], 2):
        widgets.move(canvas, QPointF(*place), LEFT)
        qtbot.waitUntil(lambda count=count: len(told[-1].points) == count)  # type: ignore[misc]
    assert not ended
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(*SEVEN[-1]))
    assert len(ended) == 1
    assert np.array_equal(ended[0].points, canvas.drawing().points)


def test_mouse_faster_than_screen_loses_no_point_and_is_told_of_now_and_then(qtbot: QtBot, canvas: DigitCanvas) -> None:
    told = widgets.heard(canvas.drawing_changed)
    QTest.mousePress(canvas, LEFT, pos=QPoint(10, 20))
    for step in range(5, 155):  # with no turn of the event loop in between, as after a busy moment
        widgets.move(canvas, QPointF(10 + step, 20 + step % 7), LEFT)
    assert len(told) < 75
    qtbot.waitUntil(lambda: len(told[-1].points) == 151)
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(164, 20))


def test_an_image_is_not_put_away_by_moves_that_came_before_it(qtbot: QtBot, canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(10, 20))
    for step in range(1, 20):
        widgets.move(canvas, QPointF(10 + step, 20), LEFT)
    told = widgets.heard(canvas.drawing_changed)
    canvas.show_image(np.zeros((28, 28)))
    widgets.rested(qtbot, canvas)
    assert told == []


def test_leaving_and_coming_back_draws_no_line_between(canvas: DigitCanvas) -> None:
    drag(canvas, [(150, 50), (250, 50), (250, 150), (150, 150)])
    first, second = canvas.drawing().strokes
    assert first.tolist() == [[0.75, 0.25], [1.0, 0.25]]
    assert second.tolist() == [[1.0, 0.75], [0.75, 0.75]]
    canvas.undo_stack.undo()
    assert canvas.drawing().is_empty


def test_a_release_that_was_lost_ends_the_stroke_at_the_next_move(canvas: DigitCanvas) -> None:
    QTest.mousePress(canvas, LEFT, pos=QPoint(50, 50))
    widgets.move(canvas, QPointF(150, 150))
    assert (len(canvas.drawing().points), canvas.undo_stack.count()) == (1, 1)


def test_undo_and_redo_go_stroke_by_stroke_and_over_clear(canvas: DigitCanvas) -> None:
    canvas.clear()
    assert canvas.undo_stack.count() == 0  # it was empty
    drag(canvas, SEVEN)
    drag(canvas, [(60, 100), (140, 100)])
    canvas.clear()
    counts = [len(canvas.drawing().strokes)]
    for step in (canvas.undo_stack.undo,) * 3 + (canvas.undo_stack.redo,) * 3:
        step()
        counts.append(len(canvas.drawing().strokes))
    assert counts == [0, 2, 1, 0, 1, 2, 0]


def test_resizing_loses_nothing_and_the_paper_stays_square(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    before = there(image_of(canvas.drawing()))
    for width, height in ((500, 300), (150, 400), (SIDE, SIDE)):
        canvas.resize(width, height)
        assert canvas.square().width() == canvas.square().height() == min(width, height)
        assert ink(canvas) > 500
    assert np.array_equal(before, there(image_of(canvas.drawing())))


def test_a_drawing_in_other_units_fits_and_reads_the_same(canvas: DigitCanvas) -> None:
    drawing, whole = Drawing.from_strokes([np.array(SEVEN) * 37.0 - 900]), np.array([[0, 0], [1, 0], [0.4, 1]])
    canvas.set_drawing(drawing)
    assert 0 <= canvas.drawing().points.min() <= canvas.drawing().points.max() <= 1
    assert np.abs(there(image_of(canvas.drawing())) - there(image_of(drawing))).max() < 1e-3
    canvas.set_drawing(Drawing.from_strokes([whole]))  # as one drew it, from edge to edge
    assert np.array_equal(canvas.drawing().points, whole)


def test_an_image_replaces_the_drawing_until_one_draws_and_undo_restores_it(qtbot: QtBot, canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    canvas.show_image(np.ones((28, 28), np.float32))
    canvas.show_image(None)
    assert len(canvas.drawing().strokes) == 1
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
    widgets.wear(look.DARK, canvas)
    assert canvas.grab().toImage().pixelColor(100, 41) == QColor(look.DARK.text)
    assert len(canvas.drawing().strokes) == 1


def test_undoing_in_the_middle_of_a_stroke_keeps_that_stroke(canvas: DigitCanvas) -> None:
    drag(canvas, SEVEN)
    QTest.mousePress(canvas, LEFT, pos=QPoint(60, 100))
    QTest.mouseMove(canvas, QPoint(100, 100))
    canvas.undo_stack.undo()
    QTest.mouseMove(canvas, QPoint(140, 100))
    QTest.mouseRelease(canvas, LEFT, pos=QPoint(140, 100))
    (stroke,) = canvas.drawing().strokes
    assert stroke.tolist() == [[0.3, 0.5], [0.5, 0.5], [0.7, 0.5]]
