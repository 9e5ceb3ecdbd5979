"""The plotting area: its keys, its labels, which steps are in view, what it tells a screen reader."""

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.plots.plot_view import PlotView
from gui.plots.steps_box import StepsBox
from tests.gui import widgets

KEY = Qt.Key


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    return widgets.shown(qtbot, PlotView(), 600, 200)


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
    (hint,) = (item for item in view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible())
    centre, box = view.view_box.mapViewToScene(hint.pos()), view.view_box
    assert centre.x() == pytest.approx(box.mapRectToScene(box.rect()).center().x(), abs=2)


@pytest.mark.parametrize("ends", [(0.0, 100.0), (-1.0, 1.3)], ids=["linear", "logarithmic"])
def test_each_grid_line_is_labelled(view: PlotView, ends: tuple[float, float], monkeypatch: pytest.MonkeyPatch) -> None:
    view.set_logarithmic(ends[0] < 0)
    labelled: list[float] = []
    strings = view.value_axis.tickStrings

    def noted(values: list[float], scale: float, spacing: float) -> list[str]:
        labelled.extend(values)
        return list(strings(values, scale, spacing))

    monkeypatch.setattr(view.value_axis, "tickStrings", noted)
    view.set_values(*ends)
    for height in range(90, 330, 3):
        labelled.clear()
        view.resize(600, height)
        view.grab()
        (grid,) = (item for item in view.listDataItems() if item.zValue() < 0)
        lines = grid.getData()[1][::2]
        assert lines == pytest.approx([value for value in sorted(labelled) if ends[0] < value < ends[1]])


def test_steps_go_to_the_right_where_a_language_reads_from_right_to_left(qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        view = widgets.hidden(qtbot, PlotView(), 600, 200)
        view.grab()
        box = view.view_box.sceneBoundingRect()
        assert view.value_axis.sceneBoundingRect().left() < box.left()
        assert view.view_box.mapSceneToView(box.bottomLeft()).x() == pytest.approx(0, abs=2)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_a_step_under_the_pointer_is_told_once_however_often_the_mouse_moves_over_it(view: PlotView) -> None:
    view.set_total(10)
    told, middle = widgets.heard(view.hovered), view.viewport().rect().center()
    for across in (0, 1, 2, 1, 0):
        QTest.mouseMove(view.viewport(), middle + QPoint(across, 0))
    assert told == [5]
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert told == [5, None]


@pytest.fixture
def views(qtbot: QtBot) -> list[PlotView]:
    return [widgets.hidden(qtbot, PlotView()) for _ in range(2)]  # of 1,000 steps


def after(box: StepsBox, *keys: Qt.Key) -> list[float]:
    assert all(box.press(key) for key in keys)
    low, high = box.viewRange()[0]
    return [round(low), round(high)]


def test_keys_look_closer_move_along_within_the_run_and_show_all_again(views: list[PlotView]) -> None:
    box = views[0].view_box
    assert not box.press(KEY.Key_A)
    assert (after(box, KEY.Key_Plus), after(box, KEY.Key_Right)) == ([250, 750], [375, 875])
    assert after(box, KEY.Key_Right, KEY.Key_Right) == [500, 1000]
    assert (after(box, KEY.Key_Left), after(box, KEY.Key_Home)) == ([375, 875], [0, 1000])
    assert after(box, KEY.Key_Plus, KEY.Key_Minus) == [0, 1000]
    assert after(box, KEY.Key_Plus, *[KEY.Key_Left] * 9)[0] == 0
    assert after(box, *[KEY.Key_Right] * 9)[1] == 1_000
    QTest.keyClick(views[0], KEY.Key_Plus)
    assert box.viewRange()[0] == [625, 875]
    QTest.mouseDClick(views[0].viewport(), Qt.MouseButton.LeftButton)
    assert box.viewRange()[0] == [0, 1_000]


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
