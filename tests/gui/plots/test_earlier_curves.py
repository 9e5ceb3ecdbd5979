"""Runs behind the current one: the newest of them, each with its own course, pen and label."""

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from core.arrays import Doubles
from gui.look import theme as look
from gui.look.run_colours import colour_of
from gui.plots.earlier_curves import BEFORE, BEHIND, EARLIER, EarlierCurves
from gui.plots.plot_view import PlotView
from tests.gui import widgets
from tests.gui.worn import wear


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    made = widgets.hidden(qtbot, PlotView(), 760, 300)
    made.set_values(0.0, 40.0)
    with qtbot.waitExposed(made):
        made.show()
    return made


def level(value: float) -> tuple[Doubles, Doubles]:
    return np.array([0.0, 1_000.0]), np.array([value, value])


def drawn(view: PlotView) -> dict[float, str]:
    """Return the last value of each curve, and its colour."""
    curves = [item for item in view.listDataItems() if item.zValue() in (BEHIND, BEFORE)]
    return {float(curve.getData()[1][-1]): curve.opts["pen"].color().name().upper() for curve in curves}


def test_only_so_many_of_the_newest_are_drawn(view: PlotView) -> None:
    curves: EarlierCurves[int] = EarlierCurves(view)
    curves.show(range(25), [str(run) for run in range(25)])
    curves.draw([level(run) for run in curves.runs])
    assert curves.runs == tuple(range(25 - EARLIER, 25))
    assert list(drawn(view)) == [float(run) for run in curves.runs]


def test_those_shown_before_are_gone_with_their_labels(view: PlotView) -> None:
    curves: EarlierCurves[int] = EarlierCurves(view)
    for runs in ((1, 2), (3,)):
        curves.show(runs, [f"run {run}" for run in runs])
        curves.draw([level(run) for run in runs])
    assert list(drawn(view)) == [3.0]
    labels = [item for item in view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible()]
    assert [label.toPlainText() for label in labels] == ["run 3"]


def test_compared_ones_keep_their_colours_in_another_theme_and_others_take_its_grey(view: PlotView) -> None:
    colours = [colour_of(1), colour_of(2)]
    for given, expected in ((colours, colours), ((), [look.DARK.ghost.upper()] * 2)):
        curves: EarlierCurves[int] = EarlierCurves(view)
        curves.show((1, 2), ("a", "b"), given)
        curves.draw([level(1), level(2)])
        wear(look.DARK, curves)
        assert list(drawn(view).values()) == [colour.upper() for colour in expected]
        curves.show((), ())


def test_compared_ones_lie_before_the_current_run_and_grey_ones_behind_it(view: PlotView) -> None:
    current = view.curve(11, smooth=True)
    curves: EarlierCurves[int] = EarlierCurves(view)
    for colours, is_before in (((), False), ((colour_of(1),), True)):
        curves.show((1,), ("a",), colours)
        (curve,) = (item for item in view.listDataItems() if item.zValue() in (BEHIND, BEFORE))
        assert (curve.zValue() > current.zValue()) is is_before
