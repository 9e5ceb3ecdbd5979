"""The panel "Accuracy", driven as the main window drives it."""

import pytest
from pytestqt.qtbot import QtBot

from gui.plots.accuracy_plot import AccuracyPlot
from gui.state.run_curves import RunCurves
from tests.gui import widgets


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
