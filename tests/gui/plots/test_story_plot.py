"""Back through a run: the slider, and my digit's story."""

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.plots.rewind import Rewind
from gui.plots.story_plot import SHOWN, StoryPlot
from tests.gui import widgets
from tests.gui.widgets import slider


@pytest.fixture
def story(qtbot: QtBot) -> StoryPlot:
    made = widgets.shown(qtbot, StoryPlot(), 700, 240)
    told = np.full((3, 10), 0.02)
    told[:, 3] = (0.8, 0.4, 0.1)
    told[:, 7] = (0.02, 0.44, 0.74)
    made.set_story(100, [1, 50, 100], told)
    return made


def test_the_digits_that_lead_are_named_and_the_one_that_wins_has_the_accent(story: StoryPlot) -> None:
    assert story.view.hint() == ""
    assert {"3", "7"} <= set(story.labels.shown())
    assert len(story.labels.shown()) <= SHOWN
    colours = [curve.opts["pen"].color().name().upper() for curve in story.view.listDataItems() if curve.zValue() >= 0]
    assert colours[7] == look.LIGHT.accent
    assert colours.count(look.LIGHT.line) == 10 - SHOWN
    story.set_names(tuple(f"class {number}" for number in range(10)))
    assert {"class 3", "class 7"} <= set(story.labels.shown())
    story.set_story(100, [], None)
    assert story.view.hint().startswith("Draw a digit and train")
    assert story.labels.shown() == []


def test_values_under_the_pointer_are_those_of_the_nearest_kept_step(story: StoryPlot) -> None:
    story.set_hover(99)
    assert story.view.reading().startswith("step 100   7: 74 %   3: 10 %")
    story.set_hover(None)
    assert story.view.reading() == ""


def test_it_is_told_as_numbers(story: StoryPlot) -> None:
    table = story.to_table()
    assert table.head == ("step", *"0123456789")
    assert list(table.columns[0]) == [1, 50, 100]
    assert list(table.columns[8]) == [0.02, 0.44, 0.74]


def test_names_follow_the_applications_font(story: StoryPlot, large_letters: Callable[[], None]) -> None:
    large_letters()
    widgets.wear(look.DARK, story)
    names = [item for item in story.view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible()]
    fonts = {item.textItem.font().pointSizeF() for item in names}
    assert fonts == {look.small_font().pointSizeF()}


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


def test_keys_go_from_stored_step_to_stored_step(rewind: Rewind) -> None:
    rewind.show()
    for key, step in ((Qt.Key.Key_Left, 9), (Qt.Key.Key_Left, 4), (Qt.Key.Key_Home, 1), (Qt.Key.Key_Right, 4)):
        QTest.keyClick(slider(rewind), key)
        assert rewind.step == slider(rewind).value() == step
    QTest.keyClick(slider(rewind), Qt.Key.Key_End)
    assert rewind.step is None


def test_the_ends_are_those_of_the_run_where_the_view_shows_a_part_of_it(rewind: Rewind) -> None:
    rewind.show()
    rewind.lie_under((3, 10), 0, 0)
    slider(rewind).setValue(4)
    for key, step in ((Qt.Key.Key_End, None), (Qt.Key.Key_Left, 9), (Qt.Key.Key_Right, None), (Qt.Key.Key_Home, 1)):
        QTest.keyClick(slider(rewind), key)
        assert rewind.step == step


def test_a_handle_that_is_held_stays_under_the_mouse(rewind: Rewind) -> None:
    handle = slider(rewind)
    handle.setSliderDown(True)
    handle.setSliderPosition(14)
    rewind.set_steps([1, 4, 9, 16, 25])
    assert handle.value() == 14
    handle.setSliderDown(False)
    assert handle.value() == 25
