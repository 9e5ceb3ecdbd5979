"""Which steps are in view, by keys and by another plot."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.plots.plot_view import PlotView
from gui.plots.steps_box import StepsBox

KEY = Qt.Key


@pytest.fixture
def views(qtbot: QtBot) -> list[PlotView]:
    """Return two plots of 1,000 steps."""
    made = [PlotView(), PlotView()]
    for view in made:
        qtbot.addWidget(view)
    return made


@pytest.fixture
def box(views: list[PlotView]) -> StepsBox:
    return views[0].view_box


def after(box: StepsBox, *keys: Qt.Key) -> list[float]:
    assert all(box.press(key) for key in keys)
    low, high = box.viewRange()[0]
    return [round(low), round(high)]


def test_keys_look_closer_move_along_and_show_all_again(box: StepsBox) -> None:
    assert after(box, KEY.Key_Plus) == [250, 750]
    assert after(box, KEY.Key_Right) == [375, 875]
    assert after(box, KEY.Key_Right, KEY.Key_Right) == [500, 1000]
    assert after(box, KEY.Key_Left) == [375, 875]
    assert after(box, KEY.Key_Home) == [0, 1000]
    assert after(box, KEY.Key_Plus, KEY.Key_Minus) == [0, 1000]


def test_other_keys_are_left_to_others(box: StepsBox) -> None:
    assert not box.press(KEY.Key_A)


def test_nothing_before_the_first_step_or_behind_the_last_is_shown(box: StepsBox) -> None:
    assert after(box, KEY.Key_Plus, *[KEY.Key_Left] * 9)[0] == 0
    assert after(box, *[KEY.Key_Right] * 9)[1] == 1_000


def test_linked_boxes_show_the_same_steps(views: list[PlotView]) -> None:
    box, other = (view.view_box for view in views)
    box.link(other)
    for each in (other, box):
        each.set_total(20_000)
    for moved, follower in ((box, other), (other, box)):
        moved.setXRange(100, 200, padding=0)
        assert follower.viewRange()[0] == [100, 200]
        moved.show_all()
        assert follower.viewRange()[0] == [0, 20_000]
