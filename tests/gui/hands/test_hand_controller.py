"""Teaching by hand: stored at once, once, corrected, and taken back."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.model import shipped
from core.model.softmax import single
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw
from tests.gui.hands.conftest import ONE, Bench
from tests.there import there


def test_only_a_drawing_can_be_taught_which_is_then_on_the_disk_and_on_the_wall(bench: Bench) -> None:
    assert not bench.button("teach_7").isEnabled()
    bench.side.canvas.set_drawing(small.SEVEN)
    assert bench.button("teach_7").isEnabled()
    bench.side.canvas.clear()
    assert not bench.button("teach_7").isEnabled()
    bench.teach(small.SEVEN, 7)
    assert (bench.labels(), len(bench.panel.wall.order)) == ([7], 1)
    assert (bench.status.note(), bench.status.offer.isHidden()) == ("Stored as a 7: 1 digit in the hand 'me'.", False)
    bench.wiring.use("Ada")  # in which there is nothing to take back
    assert (bench.status.note(), bench.status.offer.isHidden()) == ("", True)


def test_another_press_for_the_same_drawing_corrects_it(bench: Bench) -> None:
    bench.side.canvas.set_drawing(small.SEVEN)
    for name in ("teach_1", "teach_7"):
        bench.button(name).click()
    assert bench.labels() == [7]
    assert bench.status.note() == "The stored drawing is labelled 7 now, not 1."
    bench.button("teach_7").click()
    assert (bench.labels(), bench.status.note()) == ([7], "This drawing is stored already, labelled 7.")
    bench.button("teach_1").click()
    bench.status.offer.click()  # the button beside the sentence takes back what it says
    assert (bench.labels(), bench.status.note()) == ([7], "")
    bench.button("undo_digit").click()
    assert bench.labels() == [1]
    bench.button("undo_digit").click()
    assert bench.labels() == []
    assert not bench.button("undo_digit").isEnabled()


def test_what_is_drawn_next_is_another_digit_and_undo_brings_back_the_taught_one(bench: Bench) -> None:
    canvas = bench.side.canvas
    draw(canvas, small.SEVEN)
    seven = canvas.drawing()
    bench.button("teach_7").click()
    assert len(canvas.drawing().strokes) == len(seven.strokes)
    canvas.begin((0.5, 0.1), 1.0, 0.01)
    canvas.abandon()  # a touch of the pen that was none
    assert len(canvas.drawing().strokes) == len(seven.strokes)
    draw(canvas, Drawing.from_strokes([[[0.5, 0.1], [0.5, 0.9]]]))
    bench.button("teach_1").click()
    assert (len(canvas.drawing().strokes), sorted(bench.labels())) == (1, [1, 7])
    canvas.undo()
    assert len(canvas.drawing().strokes) == len(seven.strokes)


@pytest.mark.parametrize("way", ["undo_digit", "delete_digit"])
def test_what_was_taught_by_mistake_is_drawn_on_once_that_is_taken_back(bench: Bench, way: str) -> None:
    canvas = bench.side.canvas
    draw(canvas, ONE)
    bench.button("teach_7").click()
    if way == "delete_digit":
        bench.panel.delete_requested.emit(bench.wiring.hand.digits[0].id)
    else:
        bench.button(way).click()
    draw(canvas, Drawing.from_strokes([[[0.3, 0.2], [0.5, 0.2]]]))
    assert len(canvas.drawing().strokes) == 2
    bench.button("teach_7").click()
    assert [len(digit.drawing.strokes) for digit in bench.wiring.hand.digits] == [2]


def test_a_drawing_is_stored_once_whatever_the_canvas_showed_meanwhile(bench: Bench) -> None:
    canvas = bench.side.canvas
    draw(canvas, ONE)
    bench.button("teach_7").click()
    canvas.begin((0.5, 0.1), 1.0, 0.01)
    canvas.abandon()
    bench.button("teach_1").click()
    assert bench.labels() == [1]
    canvas.clear()
    canvas.undo()
    bench.button("teach_7").click()
    assert bench.labels() == [7]
    draw(canvas, ONE)
    bench.button("teach_7").click()
    assert bench.labels() == [7, 7]


def test_guided_mode_asks_for_three_of_each_in_random_order(bench: Bench) -> None:
    bench.button("guided").click()
    asked = []
    assert str(bench.side.canvas.hint) in bench.side.teach.request.text()  # the empty canvas asks for it, too
    while bench.side.teach.request.text():
        asked.append(bench.side.teach.request.text())
        bench.side.canvas.set_drawing(small.SEVEN)
        if len(asked) % 2:  # what a key stored is requested no more
            bench.button(f"teach_{bench.wiring.asked.digit}").click()
        bench.button("guided_keep").click()
        assert bench.side.canvas.drawing().is_empty
    labels = bench.labels()
    assert sorted(labels) == sorted([*range(10)] * 3)
    assert labels != sorted(labels)
    assert "1 of 30" in asked[0]
    assert "30 of 30" in asked[-1]
    assert bench.side.canvas.hint == "Draw a digit here"
    assert "Thank you: 30 digits" in bench.status.note()


def test_a_skipped_digit_comes_again_and_stop_ends_the_asking_by_a_row_of_one_width(bench: Bench) -> None:
    bench.button("guided").click()
    assert not bench.button("guided_keep").isEnabled()
    width = bench.side.teach.minimumSizeHint().width()
    for _ in range(29):
        bench.button("guided_skip").click()
        assert bench.side.teach.minimumSizeHint().width() == width
    assert "1 of 30" in bench.side.teach.request.text()
    bench.button("guided_stop").click()
    assert (bench.side.teach.request.text(), bench.side.canvas.hint) == ("", "Draw a digit here")
    assert bench.labels() == []


def test_a_marked_digit_is_shown_corrected_and_deleted(bench: Bench) -> None:
    for label in (1, 7):
        bench.wiring.hand.teach(small.SEVEN, label)
    bench.wiring.use("me")
    bench.mark(0)
    assert not bench.side.canvas.drawing().is_empty
    box = widgets.child(bench.panel, QComboBox, "digit_label")
    assert box.currentText() == "1"
    QTest.keyClick(box, Qt.Key.Key_4)
    assert (bench.labels(), bench.status.note()) == ([4, 7], "The stored drawing is labelled 4 now, not 1.")
    bench.button("delete_digit").click()
    assert bench.labels() == [7]
    assert bench.status.note().startswith("Deleted")
    bench.button("undo_digit").click()
    assert (bench.status.note(), bench.labels()) == ("", [4, 7])
    bench.mark(0)
    bench.button("teach_7").click()  # it is not stored twice
    assert bench.labels() == [7, 7]


def test_a_disk_that_takes_nothing_is_told(bench: Bench) -> None:
    bench.wiring.hand.path.parent.parent.mkdir(parents=True, exist_ok=True)
    bench.wiring.hand.path.parent.write_text("a file where the folder should be")
    bench.teach(small.SEVEN, 7)
    assert "cannot be written" in bench.status.note()
    assert len(bench.panel.wall.order) == 0


def test_the_score_says_how_many_are_read_right_and_only_while_somebody_looks(qtbot: QtBot, bench: Bench) -> None:
    for label in (7, 7, 7, 1):
        bench.wiring.hand.teach(small.SEVEN, label)
    bench.wiring.use("me")
    assert bench.panel.count.text() == "4 digits"
    bench.window.show()
    qtbot.waitUntil(lambda: bench.panel.count.text() == "4 digits, 75 % right")
    bench.wiring.show_score()  # by weights that others take the place of while it is found, as in a run
    bench.reader.set_app_weights(shipped.shipped_weights())
    qtbot.waitUntil(lambda: bench.panel.count.text() == "4 digits, 75 % right")
    weights = bench.reader.weights
    bias = np.eye(10, dtype=np.float32)[1]  # opened while the app's read: they read all as a 1
    bench.reader.set_app_weights(single(np.zeros((784, 10), np.float32), bias))
    assert bench.panel.count.text() == "4 digits"
    qtbot.waitUntil(lambda: bench.panel.count.text() == "4 digits, 25 % right")
    bench.reader.set_app_weights(weights.with_arrays(tuple(np.full_like(each, np.nan) for each in weights.arrays)))
    bench.wiring.show_score()
    assert bench.panel.count.text() == "4 digits"  # of these there is no share, and none of those before stays
    bench.wiring.use("nobody yet")
    assert bench.panel.count.text() == "0 digits"


def test_what_looks_like_no_digit_is_kept_when_it_is_said_twice(bench: Bench) -> None:
    random = np.random.default_rng(3)
    bench.teach(Drawing.from_strokes([random.random((40, 2)).tolist() for _ in range(4)]), 4)
    assert bench.labels() == []
    assert "does not look like a digit" in bench.status.note()
    bench.actions["teach_5"].trigger()
    assert bench.labels() == []
    bench.actions["teach_5"].trigger()
    assert bench.labels() == [5]


def test_a_picture_of_ones_own_is_taught_and_comes_back_but_none_of_a_data_set(bench: Bench) -> None:
    picture = there(image_of(small.SEVEN))
    bench.reader.set_image(picture.copy())
    assert not bench.actions["teach_7"].isEnabled()
    bench.reader.set_image(picture, is_own=True)
    bench.actions["teach_1"].trigger()
    bench.actions["teach_7"].trigger()  # it was a 7: the same picture is not kept twice
    assert bench.labels() == [7]
    bench.reader.set_image(np.array(picture), is_own=True)
    bench.actions["teach_7"].trigger()
    assert bench.labels() == [7, 7]
    bench.side.canvas.set_drawing(small.SEVEN)
    bench.mark(0)
    assert np.allclose(there(bench.reader.given), picture, atol=1 / 255)
