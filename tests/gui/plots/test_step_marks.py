"""Marks of what was changed while a run went on."""

from collections.abc import Callable

import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.plots.plot_view import PlotView
from tests.gui import widgets
from tests.gui.worn import wear


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    return widgets.hidden(qtbot, PlotView())


def test_marks_of_one_kind_in_the_same_place_become_the_newest(view: PlotView) -> None:
    view.marks.add(200, "30 steps/s", "pace", 1_000)
    view.marks.add(203, "100 steps/s", "pace", 1_000)
    view.marks.add(203, "rate 0.5", "rate", 1_000)
    view.marks.add(400, "1 step/s", "pace", 1_000)
    assert view.marks.shown() == [(200, "100 steps/s"), (203, "rate 0.5"), (400, "1 step/s")]


def test_in_a_longer_run_marks_farther_apart_are_the_same_place(view: PlotView) -> None:
    view.marks.add(200, "30 steps/s", "pace", 100_000)
    view.marks.add(900, "100 steps/s", "pace", 100_000)
    assert view.marks.shown() == [(200, "100 steps/s")]


def test_cleared_marks_are_gone(view: PlotView) -> None:
    view.marks.add(200, "30 steps/s", "pace", 1_000)
    view.marks.clear()
    assert view.marks.shown() == []


def test_marks_that_are_there_follow_the_applications_font(view: PlotView, large_letters: Callable[[], None]) -> None:
    view.marks.add(200, "30 steps/s", "pace", 1_000)
    large_letters()
    wear(look.DARK, view.marks)
    (label,) = (item for item in view.scene().items() if isinstance(item, pg.InfLineLabel))
    assert label.textItem.font().pointSizeF() == look.small_font().pointSizeF()
