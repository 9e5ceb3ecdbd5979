"""What the plots of cost and accuracy do alike: the current run, and those that stand behind it."""

from typing import Any

import numpy as np
import pyqtgraph as pg
import pytest
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.look.run_colours import COLOURS, colour_of
from gui.plots.accuracy_plot import AccuracyPlot
from gui.plots.cost_plot import CostPlot
from gui.plots.run_plot import BEFORE, BEHIND, EARLIER
from gui.state.shown_run import RunCurves
from tests.gui import widgets


class Driven:
    """A plot with what a test does to it."""

    def __init__(self, plot: Any) -> None:
        self.plot, self.shows_costs = plot, isinstance(plot, CostPlot)

    def start(self, title: str, total: int, run: RunCurves | None = None) -> None:
        self.plot.start(run or RunCurves(title), total)

    def train(self, steps: int) -> None:
        done = 0 if self.shows_costs else next(reversed(self.plot.run.steps), 0)
        costs, points = np.full(steps, 2.0, np.float32), [(done + step + 1, 0.5) for step in range(steps)]
        self.plot.add(costs if self.shows_costs else points)

    def earlier(self) -> list[str]:
        return [run.title for run in self.plot.earlier]


@pytest.fixture(params=[CostPlot, AccuracyPlot], ids=["cost", "accuracy"])
def driven(request: pytest.FixtureRequest, qtbot: QtBot) -> Driven:
    return Driven(widgets.shown(qtbot, request.param(), 780, 264))


def test_a_finished_run_stays_behind_the_next_and_an_unfinished_one_does_not(driven: Driven) -> None:
    assert driven.plot.view.hint().startswith("Press Train")
    driven.start("Zeros", 100)
    driven.train(100)
    assert driven.plot.view.hint() == ""
    driven.plot.finish()
    kept = driven.plot.run
    driven.start("Bigger steps", 100)
    driven.train(40)
    driven.start("Patience", 100)
    assert driven.earlier() == ["Zeros"]
    driven.start("Zeros", 100, kept)  # it is given back
    assert driven.earlier() == []
    assert driven.plot.run is kept


def test_a_run_that_goes_on_after_its_end_is_not_an_earlier_one(driven: Driven) -> None:
    driven.start("Zeros", 100)
    driven.train(100)
    driven.plot.finish()
    driven.plot.extend_total(200)
    driven.train(10)
    driven.plot.reset()
    assert driven.earlier() == []


def test_a_run_that_is_given_back_goes_on(driven: Driven) -> None:
    driven.start("Zeros", 100)
    driven.train(40)
    kept = driven.plot.run
    driven.plot.reset()
    assert driven.plot.run is not kept
    assert driven.plot.view.hint()
    driven.start("Zeros", 100, kept)
    driven.train(2)
    assert driven.plot.run is kept
    assert driven.plot.view.hint() == ""


def test_the_axis_holds_the_whole_run_from_its_first_report_on_and_what_is_added(driven: Driven) -> None:
    driven.start("Patience", 20_000)
    driven.train(1)
    assert driven.plot.view.view_box.viewRange()[0] == [0, 20_000]
    driven.plot.extend_total(21_000)
    assert driven.plot.view.view_box.viewRange()[0] == [0, 21_000]


def test_the_theme_colours_the_plot(driven: Driven) -> None:
    driven.start("Zeros", 100)
    driven.train(100)
    widgets.wear(look.DARK, driven.plot)
    colours = widgets.colours(driven.plot.view.grab().toImage())
    assert look.DARK.panel.lower() in colours
    assert look.LIGHT.panel.lower() not in colours


@pytest.fixture
def plot(qtbot: QtBot) -> CostPlot:
    made = widgets.shown(qtbot, CostPlot(), 760, 300)
    made.set_logarithmic(False)
    return made


def level(cost: float) -> RunCurves:
    run = RunCurves(f"run {cost:g}")
    run.history.append(np.full(1_000, cost, np.float32))
    return run


def drawn(plot: CostPlot) -> dict[float, str]:
    """Return the last cost of each run behind, and the colour of its curve."""
    curves = [item for item in plot.view.listDataItems() if item.zValue() in (BEHIND, BEFORE)]
    return {float(curve.getData()[1][-1]): curve.opts["pen"].color().name().upper() for curve in curves}


def test_those_shown_before_are_gone_with_their_labels(plot: CostPlot) -> None:
    for runs in ((1, 2), (3,)):
        plot.show_earlier([level(run) for run in runs])
    assert list(drawn(plot)) == [3.0]
    labels = [item for item in plot.view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible()]
    assert [label.toPlainText() for label in labels] == ["run 3"]


def test_compared_ones_keep_their_colours_in_another_theme_and_others_take_its_grey(plot: CostPlot) -> None:
    colours = [colour_of(1), colour_of(2)]
    for given, theme, expected in ((colours, look.DARK, colours), ((), look.LIGHT, [look.LIGHT.ghost] * 2)):
        plot.show_earlier((level(1), level(2)), given)
        widgets.wear(theme, plot)
        assert list(drawn(plot).values()) == [colour.upper() for colour in expected]


def test_compared_ones_keep_their_colours_beside_the_newest_of_those_that_run(plot: CostPlot) -> None:
    colours = [colour_of(1).upper(), colour_of(2).upper()]
    plot.show_earlier((level(1), level(2)), colours)
    for cost in range(3, EARLIER + 3):
        plot.start(level(cost), 1_000)
        plot.finish()
    newest = dict.fromkeys(range(4, EARLIER + 2), look.LIGHT.ghost.upper())
    assert drawn(plot) == {1: colours[0], 2: colours[1], **newest}


def test_a_title_does_not_blot_out_the_run_that_goes_on_past_it(plot: CostPlot) -> None:
    plot.show_earlier([level(3.0)])
    plot.start(RunCurves("Zeros"), 2_000)
    plot.add(np.linspace(4.0, 2.0, 2_000, dtype=np.float32))
    pixels = widgets.numbers_of(plot.view.grab().toImage()).astype(int)
    blue = pixels % 256 - pixels // 65_536 > 40  # as the current run is
    assert np.diff(np.flatnonzero(blue.any(axis=0))).max() == 1


def test_compared_ones_lie_before_the_current_run_and_grey_ones_behind_it(plot: CostPlot) -> None:
    current = [item.zValue() for item in plot.view.listDataItems() if item.zValue() > BEHIND]
    for colours, places in (((), {BEHIND}), ((colour_of(1),), {BEFORE})):
        plot.show_earlier((level(1),), colours)
        assert {item.zValue() for item in plot.view.listDataItems() if item.zValue() >= 0} - {*current} == places
    assert BEHIND < min(current) <= max(current) < BEFORE


def test_no_two_of_twenty_compared_curves_are_drawn_alike(plot: CostPlot) -> None:
    plot.show_earlier([level(run) for run in range(1, 21)], [colour_of(number) for number in range(1, 21)])
    pens = [item.opts["pen"] for item in plot.view.listDataItems() if item.zValue() == BEFORE]
    assert len({(pen.color().name(), pen.style()) for pen in pens}) == 20
    assert {pen.color().name().upper() for pen in pens} == set(COLOURS)
