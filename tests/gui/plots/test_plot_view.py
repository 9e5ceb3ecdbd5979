"""The plotting area: its keys, its labels, what it tells a screen reader."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.plots.plot_view import PlotView

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    made = PlotView()
    qtbot.addWidget(made)
    made.resize(600, 200)
    made.show()
    return made


def press(view: PlotView, *keys: Qt.Key) -> list[float]:
    for key in keys:
        QTest.keyClick(view, key)
    low, high = view.view_box.viewRange()[0]
    return [round(low), round(high)]


def test_keys_look_closer_move_along_and_show_all_again(view: PlotView) -> None:
    assert press(view, Qt.Key.Key_Plus) == [250, 750]
    assert press(view, Qt.Key.Key_Right) == [375, 875]
    assert press(view, Qt.Key.Key_Right, Qt.Key.Key_Right) == [500, 1000]
    assert press(view, Qt.Key.Key_Left) == [375, 875]
    assert press(view, Qt.Key.Key_Home) == [0, 1000]
    assert press(view, Qt.Key.Key_Plus, Qt.Key.Key_Minus) == [0, 1000]


def test_steps_can_be_left_to_a_plot_beneath(view: PlotView) -> None:
    view.grab()
    with_steps = view.view_box.height()
    view.show_step_labels(False)
    view.getPlotItem().layout.activate()
    assert view.view_box.height() > with_steps + 5


def test_a_hint_stands_in_the_middle_of_what_is_shown_after_the_plot_has_grown(view: PlotView) -> None:
    view.show_hint("Press Train.")
    view.resize(900, 300)
    view.grab()
    centre, box = view.view_box.mapViewToScene(view._hint.pos()), view.view_box
    assert centre.x() == pytest.approx(box.mapRectToScene(box.rect()).center().x(), abs=2)
