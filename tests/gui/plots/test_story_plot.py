"""Back through a run: the slider, and my digit's story; and the panel "Accuracy", driven as the window drives it."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.rewind import Rewind
from gui.plots.story_plot import SHOWN, StoryPlot
from gui.state.shown_run import RunCurves
from tests.gui import widgets
from tests.gui.widgets import slider


@pytest.fixture
def story(qtbot: QtBot) -> StoryPlot:
    made, told = widgets.shown(qtbot, StoryPlot(), 700, 240), np.full((3, 10), 0.02)
    told[:, 3] = (0.8, 0.4, 0.1)
    told[:, 7] = (0.02, 0.44, 0.74)
    made.set_story(100, [1, 50, 100], told)
    return made


def test_the_digits_that_lead_are_named_and_the_one_that_wins_has_the_accent(story: StoryPlot) -> None:
    assert story.view.hint() == ""
    assert {"3", "7"} <= set(story.labels.shown())
    assert len(story.labels.shown()) <= SHOWN
    colours = [curve.opts["pen"].color().name().upper() for curve in story.view.listDataItems() if curve.zValue() >= 0]
    assert (colours[7], colours.count(look.LIGHT.line)) == (look.LIGHT.accent, 10 - SHOWN)
    story.set_names(tuple(f"class {number}" for number in range(10)))
    assert {"class 3", "class 7"} <= set(story.labels.shown())
    story.set_story(100, [], None)
    assert story.view.hint().startswith("Draw a digit and train")
    assert story.labels.shown() == []


def test_values_under_the_pointer_are_of_the_nearest_kept_step_and_all_are_told_as_numbers(story: StoryPlot) -> None:
    story.set_hover(99)
    assert story.view.reading().startswith("step 100   7: 74 %   3: 10 %")
    story.set_hover(None)
    assert story.view.reading() == ""
    table = story.to_table()
    assert table.head == ("step", *"0123456789")
    assert (list(table.columns[0]), list(table.columns[8])) == ([1, 50, 100], [0.02, 0.44, 0.74])


def test_names_follow_the_applications_font(story: StoryPlot, large_letters: Callable[[], None]) -> None:
    large_letters()
    widgets.wear(look.DARK, story)
    names = [item for item in story.view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible()]
    assert {item.textItem.font().pointSizeF() for item in names} == {look.small_font().pointSizeF()}


@pytest.fixture
def rewind(qtbot: QtBot) -> Rewind:
    made = widgets.hidden(qtbot, Rewind())
    made.set_steps([1, 4, 9, 16])
    return made


def test_the_right_end_follows_the_run_but_a_step_gone_back_to_stays(qtbot: QtBot, rewind: Rewind) -> None:
    assert rewind.step is None
    rewind.set_steps([1, 4, 9, 16, 25])
    assert rewind.step is None
    assert slider(rewind).value() == 25
    with qtbot.waitSignal(rewind.step_requested) as wish:
        slider(rewind).setValue(5)
    assert wish.args == [4]
    rewind.set_steps([1, 4, 9, 16, 25, 36])
    assert rewind.step == 4
    rewind.set_steps(())
    assert not slider(rewind).isEnabled()


def test_keys_go_from_stored_step_to_step_and_to_the_ends_of_the_run_where_a_part_is_in_view(rewind: Rewind) -> None:
    rewind.show()
    for key, step in ((Qt.Key.Key_Left, 9), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Right, 4)):
        QTest.keyClick(slider(rewind), key)
        assert rewind.step == slider(rewind).value() == step
    QTest.keyClick(slider(rewind), Qt.Key.Key_End)
    assert rewind.step is None
    rewind.lie_under((3, 10), 0, 0)
    slider(rewind).setValue(4)
    for key, end in ((Qt.Key.Key_End, None), (Qt.Key.Key_Left, 9), (Qt.Key.Key_Right, None), (Qt.Key.Key_Home, 1)):
        QTest.keyClick(slider(rewind), key)
        assert rewind.step == end


def test_a_handle_that_is_held_stays_under_the_mouse(rewind: Rewind) -> None:
    handle = slider(rewind)
    handle.setSliderDown(True)
    handle.setSliderPosition(14)
    rewind.set_steps([1, 4, 9, 16, 25])
    assert handle.value() == 14
    handle.setSliderDown(False)
    assert handle.value() == 25


@pytest.fixture
def plot(qtbot: QtBot) -> AccuracyPlot:
    return widgets.shown(qtbot, AccuracyPlot(), 780, 211)


RISING = [(1, 0.1), (300, 0.6), (605, 0.914), (640, 0.912)]


def curves(plot: AccuracyPlot, depth: int) -> list[list[float]]:
    items = [item for item in plot.view.listDataItems() if item.zValue() == depth]
    return [[float(value) for value in item.getData()[1]] for item in items]


def test_the_points_are_drawn_in_percent_and_the_best_is_marked(plot: AccuracyPlot) -> None:
    plot.start(RunCurves("Bigger steps"), 1_000)
    plot.add(RISING[:2])
    plot.add(RISING[2:])
    assert curves(plot, 11) == [pytest.approx([10, 60, 91.4, 91.2])]
    assert plot.best_mark.isVisible()
    assert {"best at step 605", "91.2 %"} <= widgets.texts(plot)


def test_the_test_accuracy_is_shown_until_more_steps_lengthen_the_axis_or_the_next_run(plot: AccuracyPlot) -> None:
    plot.start(RunCurves("Zeros"), 1_000)
    plot.set_hover(100)
    assert plot.view.reading() == ""
    plot.add(RISING)
    plot.set_hover(290)
    assert plot.view.reading() == "step 300   60.0 %"
    plot.set_test_accuracy(0.926)
    assert "test 92.6 % of 10,000   best at step 605" in widgets.texts(plot)
    plot.extend_total(2_000)
    assert plot.view.view_box.viewRange()[0] == [0, 2_000]
    assert "best at step 605" in widgets.texts(plot)
    plot.set_test_accuracy(0.926)
    plot.start(RunCurves("Zeros"), 1_000)
    assert not any("test" in text for text in widgets.texts(plot))


def test_a_run_that_stays_high_is_seen_closer(plot: AccuracyPlot) -> None:
    plot.start(RunCurves("Upright"), 1_000)
    plot.add([(step, 0.4 if step < 50 else 0.955) for step in range(0, 1_000, 25)])
    assert plot.view.view_box.viewRange()[1] == [90.0, 100.0]
    plot.show_earlier([RunCurves("As in the tutorial", steps=list(range(100)), values=[0.41] * 100)])
    plot.add([(1_000, 0.955)])
    assert plot.view.view_box.viewRange()[1] == [0.0, 100.0]


def test_a_run_that_begins_low_is_in_view_before_runs_that_are_high(plot: AccuracyPlot) -> None:
    plot.show_earlier([RunCurves("Upright", steps=list(range(100)), values=[0.955] * 100)])
    plot.start(RunCurves("Zeros"), 1_000)
    assert plot.view.view_box.viewRange()[1] == [90.0, 100.0]
    plot.add([(1, 0.1)])
    assert plot.view.view_box.viewRange()[1] == [0.0, 100.0]
    plot.add([(step, 0.955) for step in range(2, 60)])
    assert plot.view.view_box.viewRange()[1] == [90.0, 100.0]
