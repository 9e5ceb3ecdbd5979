"""The left side: a drawing is read at every move, and doubted where that is honest."""

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.arrays import Floats, Mask
from core.digits.drawing import Drawing
from core.model import doubt, shipped
from core.model.softmax import Weights, single
from gui.frame import drawing_side
from gui.frame.drawing_side import DrawingSide
from gui.state.reader import BY_APP, BY_RUN, Reader
from tests import small
from tests.gui import widgets

TURN = [(0.004 * number, number / 3) for number in range(110)]
SPIRAL = Drawing.from_strokes([[[0.5 + far * math.cos(at), 0.5 + far * math.sin(at)] for far, at in TURN]])
UNDECIDED = single(np.zeros((784, 10), np.float32), np.array([0, 0, 0, 0, 5, 0, 0, 0, 0, 5], np.float32))

CLOTHES = ("T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Boot")


@pytest.fixture
def reader(qapp: object) -> Reader:
    return Reader(shipped.shipped_layer())


@pytest.fixture
def side(qtbot: QtBot, reader: Reader) -> DrawingSide:
    return widgets.shown(qtbot, DrawingSide(reader, {}))


def test_a_digit_is_read_and_a_scribble_called_one_once_the_pen_rests(qtbot: QtBot, side: DrawingSide) -> None:
    with qtbot.waitSignal(side.rested):
        side.canvas.set_drawing(small.SEVEN)
    assert side.verdict.text == "It reads a 7"
    side.canvas.set_drawing(SPIRAL)
    qtbot.waitUntil(lambda: "not look like a digit" in side.verdict.text)
    side.canvas.set_drawing(small.SEVEN)
    assert side.verdict.text == "It reads a 7"
    side.canvas.set_drawing(Drawing.from_strokes(list(np.random.default_rng(0).uniform(0.1, 0.9, (100, 5, 2)))))
    assert side.verdict.text != ""
    assert not side.digits.isVisible()


def test_a_run_names_both_of_two_as_likely_or_names_of_its_own(qtbot: QtBot, reader: Reader, side: DrawingSide) -> None:
    side.canvas.set_drawing(small.SEVEN)
    reader.set_run_weights(UNDECIDED)
    reader.read_by(BY_RUN)
    assert "4 or 9" in side.verdict.text
    title = widgets.child(side, QLabel, "drawing_title")
    with qtbot.waitSignal(side.rested):  # no digit is expected, so none is missed
        side.canvas.set_drawing(SPIRAL)
        reader.run_names = CLOTHES
        reader.set_run_weights(UNDECIDED)
        reader.read_by(BY_RUN)
    assert "no digits, but: T-shirt/top, Trouser" in title.text()
    assert side.verdict.text == "It reads Coat"
    assert "Coat" in side.bars.accessibleDescription()
    reader.read_by(BY_APP)
    assert title.text() == "Draw a digit"


def test_weights_that_are_no_numbers_are_called_so_where_something_is_drawn(reader: Reader, side: DrawingSide) -> None:
    reader.set_run_weights(single(np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32)))
    reader.read_by(BY_RUN)
    assert side.verdict.text == ""
    side.canvas.set_drawing(small.SEVEN)
    assert side.verdict.text == "The weights are no longer numbers"
    assert side.bars.accessibleDescription() == "nothing to read"
    reader.read_by(BY_APP)
    assert side.verdict.text == "It reads a 7"


def number(*left: float) -> Drawing:
    """Return small sevens side by side, each from its left edge on."""
    low = small.SEVEN.points.min(axis=0)
    return Drawing(tuple((stroke - low) * 0.3 + (x, 0.3) for x in left for stroke in small.SEVEN.strokes))


def draw(side: DrawingSide, drawing: Drawing) -> None:
    """Draw as a hand does, stroke by stroke."""
    for stroke in drawing.strokes:
        side.canvas.begin((stroke[0, 0], stroke[0, 1]), 1.0, 0.01)
        for x, y in stroke[1:]:
            side.canvas.follow((x, y), 1.0)
        side.canvas.finish()


def test_several_digits_are_a_number_and_one_of_them_is_seen(qtbot: QtBot, reader: Reader, side: DrawingSide) -> None:
    draw(side, number(0.1, 0.5))
    assert side.verdict.text == "It reads 77"
    qtbot.waitUntil(side.digits.isVisible)
    assert side.canvas.frame_at((0.2, 0.4)) == 0
    side.canvas.begin((0.2, 0.4), 1.0, 0.01)
    assert side.canvas.is_dot
    side.canvas.abandon()
    with qtbot.waitSignal(side.digits.digit_chosen):
        side.digits.setFocus()
        QTest.keyClick(side.digits, Qt.Key.Key_Left)
    assert reader.drawing.points[:, 0].max() < 0.5
    side.canvas.clear()
    assert side.verdict.text == ""
    assert not side.digits.isVisible()


def test_a_second_look_is_taken_once_a_reading(
    qtbot: QtBot, reader: Reader, side: DrawingSide, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks = []

    def counted(weights: Weights, images: Floats, probabilities: Floats) -> Mask:
        looks.append(len(images))
        return doubt.are_unsure(weights, images, probabilities)

    with qtbot.waitSignal(side.rested):
        draw(side, number(0.1, 0.5))
    monkeypatch.setattr(drawing_side, "are_unsure", counted)
    reader.set_run_weights(UNDECIDED)
    reader.read_by(BY_RUN)
    assert looks == [2]


def test_paper_becomes_wide_where_a_number_needs_it_and_square_again(qtbot: QtBot, side: DrawingSide) -> None:
    draw(side, number(0.1, 0.8))
    assert side.canvas.aspect == 1, "a stroke of the same digit may follow"
    qtbot.waitUntil(lambda: side.canvas.aspect > 1)
    assert side.canvas.paper().width() > 2 * side.canvas.paper().height()
    assert not side.preview.isVisible()
    draw(side, number(1.5))
    assert side.verdict.text == "It reads 777"
    side.canvas.clear()
    assert side.canvas.aspect == 1
    side.set_wide(True)
    side.canvas.clear()
    assert side.canvas.aspect > 1


def test_paper_made_square_again_keeps_what_is_on_it_in_sight_and_undo_makes_it_wide(side: DrawingSide) -> None:
    side.set_wide(True)
    assert side.canvas.hint == "Write a number here"
    draw(side, number(1.9))
    side.set_wide(False)
    assert side.verdict.text == "It reads a 7"
    points = side.canvas.drawing().points
    assert points.min() >= 0
    assert points.max() <= 1
    side.canvas.undo()
    assert side.canvas.aspect > 1
    assert side.canvas.drawing().points[:, 0].max() > 1.5


def test_wide_ink_comes_back_in_sight_in_place_of_an_image_shown_on_square_paper(side: DrawingSide) -> None:
    side.set_wide(True)
    draw(side, number(0.1, 1.9))
    wide = side.canvas.drawing()
    side.canvas.show_image(np.ones((28, 28)))
    side.set_wide(False)
    side.canvas.begin((0.2, 0.2), 1.0, 0.01)
    side.canvas.abandon()
    side.canvas.undo()
    assert side.canvas.aspect > 1
    assert np.array_equal(side.canvas.drawing().points, wide.points)
    side.canvas.undo()
    assert len(side.canvas.drawing().strokes) == len(wide.strokes) - 1


def test_strokes_unlike_digits_are_no_number_and_one_beside_them_is_read(qtbot: QtBot, side: DrawingSide) -> None:
    random = np.random.default_rng(3)
    zigzags = [
        [[left + 0.04 * at, 0.5 + way * random.uniform(0.1, 0.35)] for at, way in enumerate([-1, 1] * 4)]
        for left in (0.02, 0.37, 0.7)
    ]
    side.canvas.set_drawing(Drawing.from_strokes(zigzags))
    assert "may read" in side.verdict.text
    qtbot.waitUntil(lambda: side.verdict.text == "This does not look like a number")
    with qtbot.waitSignal(side.rested):
        side.canvas.set_drawing(Drawing.from_strokes([small.SEVEN.strokes[0] * 0.5 + (x, 0.2) for x in (0, 0.5)]))
    assert side.verdict.text == "It reads 77"
