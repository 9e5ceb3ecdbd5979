"""The panel round a plot: what its header says moves nothing, and what of it finds no room gives way."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.plots.plot_frame import LOW, NARROW, TIGHT, PlotFrame
from gui.plots.plot_view import PlotView
from tests.gui.widgets import EventCount, hidden, shown, wear


@pytest.fixture
def frame(qtbot: QtBot) -> PlotFrame:
    made = hidden(qtbot, framed("Cost"), 780, 264)
    made.set_hint("Press Train.")
    made.set_reading("step 3 of 9", "4.81", aside="last batch 3.25")
    made.show()
    return made


def framed(title: str) -> PlotFrame:
    made = PlotFrame("cost_plot", title, "nats", PlotView())
    wear(look.LIGHT, made)
    return made


def label(frame: PlotFrame, text: str) -> QLabel:
    return next(each for each in frame.findChildren(QLabel) if each.text() == text)


def seen(frame: PlotFrame) -> set[str]:
    return {each.text() for each in frame.findChildren(QLabel) if each.text() and not each.isHidden()}


def test_new_numbers_never_lay_out_the_window_anew(qtbot: QtBot) -> None:
    window, requests, frame = QWidget(), EventCount(QEvent.Type.LayoutRequest), framed("Cost")
    QVBoxLayout(window).addWidget(frame)
    shown(qtbot, window, 780, 264)
    frame.set_reading("step 999 of 1,000", "12.88")
    for watched in (window, frame):
        QApplication.sendPostedEvents(watched, QEvent.Type.LayoutRequest.value)
        watched.installEventFilter(requests)
    for step in range(100, 999):
        frame.set_reading(f"step {step} of 1,000", f"{1_000 / step:.2f}")
    for watched in (window, frame):
        QApplication.sendPostedEvents(watched, QEvent.Type.LayoutRequest.value)
    assert requests.count == 0


def test_a_number_that_grows_is_whole_at_once_and_one_that_shrinks_moves_nothing(frame: PlotFrame) -> None:
    frame.set_reading("step 9 of 10,000", "9.50")
    frame.set_reading("step 9,999 of 10,000", "12.50")
    note, value = label(frame, "step 9,999 of 10,000"), label(frame, "12.50")
    assert note.width() >= note.sizeHint().width()
    assert value.width() >= value.sizeHint().width()
    places = note.geometry(), value.geometry()
    frame.set_reading("step 1 of 10,000", "1.50")
    assert (note.geometry(), value.geometry()) == places
    frame.set_reading("", "")  # one that goes leaves no room behind
    assert (note.width(), frame.view.accessibleDescription()) == (0, "")


def test_larger_letters_are_whole_and_leave_no_room_behind(frame: PlotFrame, large_letters: Callable[[], None]) -> None:
    frame.set_reading("step 9 of 10,000", "9.50")
    usual, value = QApplication.font(), label(frame, "9.50")
    before = value.size()
    large_letters()
    wear(look.DARK, frame)
    assert value.minimumWidth() >= value.sizeHint().width() > before.width()
    QApplication.setFont(usual)
    wear(look.LIGHT, frame)
    assert value.size() == before


def test_where_not_even_the_note_has_room_the_value_stands_alone(qtbot: QtBot) -> None:
    window, frame = QSplitter(), framed("Cost")
    qtbot.addWidget(window)
    window.addWidget(frame)
    frame.add_control(QToolButton())
    frame.set_reading("step 30,000 of 90,000", "4.81")
    window.show()
    note, value = label(frame, "step 30,000 of 90,000"), label(frame, "4.81")
    for width, told in ((500, True), (200, False), (500, True)):
        window.resize(width, 264)
        assert frame.width() == width
        assert note.isVisible() is told
        qtbot.waitUntil(lambda: frame.rect().contains(value.geometry()))


def test_a_low_panel_leaves_its_steps_to_the_one_beneath_that_shows_the_same(qtbot: QtBot, frame: PlotFrame) -> None:
    beneath = framed("Accuracy")
    qtbot.addWidget(beneath)

    def tells_steps() -> bool:
        return bool(frame.view.getPlotItem().getAxis("bottom").style["showValues"])

    frame.resize(780, LOW - 1)
    assert tells_steps()
    beneath.link_steps(frame)
    frame.resize(780, LOW - 2)
    assert not tells_steps()
    frame.resize(780, LOW)
    assert tells_steps()


def test_a_panel_that_is_very_low_leaves_the_plot_what_large_numbers_would_take(qtbot: QtBot, frame: PlotFrame) -> None:
    def room() -> int:
        frame.grab()
        return int(frame.height() - frame.view.height())

    frame.resize(780, TIGHT)
    usual = room()
    frame.resize(780, TIGHT - 1)
    qtbot.waitUntil(lambda: room() <= usual - 6)
    frame.resize(780, TIGHT)
    qtbot.waitUntil(lambda: room() == usual)


def test_controls_stand_in_the_header_and_further_widgets_below(qtbot: QtBot, frame: PlotFrame) -> None:
    control, below = QToolButton(), QLabel("below")
    frame.add_control(control)
    frame.add_below(below)

    def are_in_order() -> bool:
        plot = frame.view.geometry()
        return bool(control.geometry().bottom() < plot.top() < plot.bottom() < below.geometry().top())

    qtbot.waitUntil(are_in_order)


def test_what_is_prepared_stands_in_place_of_hint_and_reading(frame: PlotFrame) -> None:
    frame.set_preparing(True)
    assert frame.view.hint() == ""  # what to do is not said while it is being done
    frame.set_preparing(False)
    assert frame.view.hint() == "Press Train."
    frame.set_preparing(True, "drawing pen digits")
    assert frame.view.hint() == "Next run: drawing pen digits"
    assert {"the next run is being prepared"} < seen(frame)
    assert not {"step 3 of 9", "4.81", "last batch 3.25"} & seen(frame)
    frame.set_hint("")  # what comes meanwhile
    frame.set_reading("step 4 of 9", "4.50")
    frame.set_preparing(False)
    assert frame.view.hint() == ""
    assert {"step 4 of 9", "4.50"} <= seen(frame)


def test_a_narrow_panel_does_without_the_explanation_then_without_what_is_told_aside(frame: PlotFrame) -> None:
    narrow = NARROW * label(frame, "nats").fontMetrics().averageCharWidth()  # as it is dressed, in whatever went before
    for width, left_out in ((narrow, set()), (narrow - 1, {"nats"})):
        frame.resize(width, 300)
        assert {"nats", "last batch 3.25", "step 3 of 9", "4.81"} - seen(frame) == left_out
    frame.set_reading("step 3 of 9", "4.81", aside="last batch 3.25 " * 9)
    assert {"step 3 of 9", "4.81"} <= seen(frame)
    assert "last batch 3.25 " * 9 not in seen(frame)


def test_an_explanation_gives_way_to_a_long_note_before_the_two_lie_over_each_other(frame: PlotFrame) -> None:
    frame.resize(800, 300)
    frame.set_explanation("on 5,000 images that it does not train on " * 2)
    frame.set_reading("best at step 1,000 " * 2, "41.3 %")
    assert {"best at step 1,000 " * 2, "41.3 %"} <= seen(frame)
    assert not any(text.startswith("on 5,000 images") for text in seen(frame))
