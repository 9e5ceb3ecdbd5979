"""The panel "Cost", driven as the main window drives it: its axis, its smoothing."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.plots.cost_plot import EMPTY, CostPlot, CostRange, readable
from gui.plots.smoothing_button import AMOUNTS, AUTOMATIC, SmoothingButton
from gui.state.shown_run import RunCurves
from tests.gui import widgets

FIRST = np.array([2.5, 2.4], np.float32)


@pytest.fixture
def plot(qtbot: QtBot) -> CostPlot:
    return widgets.shown(qtbot, CostPlot(), 780, 264)


def train(plot: CostPlot, costs: object, piece: int = 50) -> None:
    values = np.asarray(costs, np.float32)
    for start in range(0, len(values), piece):
        plot.add(values[start : start + piece])


def drawn(plot: CostPlot, depth: int) -> tuple[np.ndarray, np.ndarray]:
    steps, values = next(item for item in plot.view.listDataItems() if item.zValue() == depth).getData()
    return steps, values


def test_each_steps_cost_is_drawn_and_the_newest_is_the_last_point(plot: CostPlot) -> None:
    plot.set_logarithmic(False)
    plot.start(RunCurves("Zeros"), 1_000)
    costs = np.linspace(2.3, 0.4, 412, dtype=np.float32)
    train(plot, costs)
    steps, values = drawn(plot, 10)
    assert steps.tolist() == list(range(412))
    np.testing.assert_allclose(values, costs)
    train(plot, np.full(800, 1.0))
    assert plot.view.total == 1_212  # a longer run than was told stays in view


def test_the_header_tells_how_far_the_run_is_the_smoothed_cost_and_that_of_the_last_batch(plot: CostPlot) -> None:
    plot.start(RunCurves("Zeros"), 1_000)
    train(plot, [*np.full(411, 4.81), 3.25])
    smoothed = readable(plot.history.smoothed(plot.smoothing).values[-1])
    assert smoothed != "3.25"
    assert {"step 412 of 1,000   smoothed", smoothed, "last batch 3.25"} <= widgets.texts(plot)
    plot.set_smoothing(1)
    assert {"step 412 of 1,000   last batch", "3.25"} <= widgets.texts(plot)
    assert "last batch 3.25" not in widgets.texts(plot)


def test_the_upright_range_moves_only_in_jumps(plot: CostPlot) -> None:
    plot.start(RunCurves("Zeros"), 1_000)
    ranges = []
    for cost in np.linspace(3.0, 0.5, 500):
        train(plot, [cost])
        ranges.append(tuple(plot.view.view_box.viewRange()[1]))
    assert len(set(ranges)) <= 6


@pytest.mark.parametrize("logarithmic", [True, False])
def test_a_cost_that_is_not_a_number_leaves_a_gap_and_the_plot_usable(plot: CostPlot, logarithmic: bool) -> None:
    plot.set_logarithmic(logarithmic)
    plot.start(RunCurves("Too fast"), 100)
    train(plot, [2.3, 40.0, 1e30, np.inf, np.nan, 3.0, np.nan])
    low, high = plot.view.view_box.viewRange()[1]
    assert np.isfinite([low, high]).all()
    assert high < (4 if logarithmic else 100)
    assert np.isnan(drawn(plot, 10)[1]).tolist() == [False, False, False, True, True, False, True]
    assert "diverged" in widgets.texts(plot)
    plot.grab()
    plot.start(RunCurves("Too fast"), 100)
    train(plot, [np.nan] * 10)
    plot.set_hover(3)
    plot.grab()
    assert "diverged" in widgets.texts(plot)


def test_a_reset_clears_the_run_and_its_marks_and_the_history_brings_it_back(plot: CostPlot) -> None:
    plot.start(RunCurves("Zeros"), 100)
    train(plot, np.full(40, 1.0))
    plot.view.marks.add(20, "rate 0.5", "rate")
    kept, empty = plot.run, RunCurves()
    plot.reset()
    assert len(plot.history) == 0
    assert not any(text.startswith("step") for text in widgets.texts(plot))
    plot.start(kept, 100)
    assert any(text.startswith("step 40 of 100") for text in widgets.texts(plot))
    plot.start(empty, 100)
    assert plot.run is empty


def test_hovering_reads_the_step_and_its_cost(plot: CostPlot, qtbot: QtBot) -> None:
    plot.start(RunCurves("Zeros"), 100)
    train(plot, np.linspace(3, 1, 100))
    viewport = plot.view.viewport()
    with qtbot.waitSignal(plot.view.hovered) as hovered:
        QTest.mouseMove(viewport, QPoint(viewport.width() // 2, viewport.height() // 2))
    step = hovered.args[0]
    assert 30 < step < 70
    assert plot.view.reading().startswith(f"step {step}   cost {plot.history.costs[step]:.2f}")
    plot.set_hover(None)
    assert plot.view.reading() == ""


def test_the_log_switch_changes_the_scale_also_of_costs_as_large_as_there_are(plot: CostPlot) -> None:
    plot.start(RunCurves("Zeros"), 100)
    train(plot, np.full(100, 10.0))
    plot.log_button.setChecked(False)
    assert drawn(plot, 10)[1][-1] == pytest.approx(10.0)
    QTest.mouseClick(plot.log_button, Qt.MouseButton.LeftButton)
    assert drawn(plot, 10)[1][-1] == pytest.approx(1.0)
    plot.set_logarithmic(False)
    plot.start(RunCurves("Zeros"), 1_000)
    train(plot, [2e30, 1e30])
    plot.log_button.click()
    low, high = plot.view.view_box.viewRange()[1]
    assert 25 <= low < 30 < high <= 31


def test_smoothing_follows_the_length_of_the_run_until_it_is_chosen(plot: CostPlot) -> None:
    plot.start(RunCurves("Zeros"), 1_000)
    assert plot.smoothing == 30
    plot.start(RunCurves("Patience"), 20_000)
    assert plot.smoothing == 300
    plot.set_smoothing(1)
    train(plot, [4.0, 2.0])
    assert "2.00" in widgets.texts(plot)
    plot.set_smoothing(10_000)
    assert "3.00" in widgets.texts(plot)


def test_looking_closer_draws_the_steps_in_view_only(plot: CostPlot) -> None:
    plot.start(RunCurves("Patience"), 20_000)
    train(plot, np.full(20_000, 1.0), 5_000)
    plot.view.view_box.setXRange(10_000, 10_100, padding=0)
    steps, _values = drawn(plot, 10)
    assert steps.tolist() == list(range(10_000, 10_101))
    plot.view.view_box.show_all()
    assert 700 < len(drawn(plot, 10)[0]) < 2_000


def test_a_long_run_is_drawn_anew_where_it_has_grown_by_a_pixel_and_at_its_end(plot: CostPlot) -> None:
    plot.start(RunCurves("Endless"), 1_000_000)
    pixel = 1_000_000 // plot.view.steps_in_view()[2]
    seen = []
    for steps in (10, pixel // 2, pixel):
        train(plot, np.full(steps, 1.0), steps)
        seen.append(len(drawn(plot, 10)[0]))
    assert seen[0] == seen[1] == 10
    assert seen[2] > 10
    train(plot, [1.0])
    plot.finish()
    assert drawn(plot, 10)[0][-1] == len(plot.history) - 1


def holding(costs: object, smooth: object = ()) -> CostRange:
    made = CostRange()
    made.include(np.array(costs, np.float32), np.array(smooth, np.float32))
    return made


@pytest.mark.parametrize(("logarithmic", "highest"), [(False, 50.0), (True, 3_000.0)])
def test_round_ends_hold_every_cost_and_average_but_a_spike_far_above(logarithmic: bool, highest: float) -> None:
    nothing = np.empty(0, np.float32)
    assert CostRange().ends(nothing, logarithmic=logarithmic) == (EMPTY[0] if logarithmic else 0.0, EMPTY[1])
    assert np.log10(EMPTY).tolist() == np.log10(EMPTY).round().tolist()  # whole decades
    low, high = holding([2.5, 1.1, 0.7], [2.5, 1.8, 1.4]).ends(FIRST, logarithmic=logarithmic)
    assert high == 3.0
    assert low == pytest.approx(0.7 if logarithmic else 0.0)
    assert holding([2.5, 1e30], [2.5]).ends(FIRST, logarithmic=logarithmic)[1] == highest
    low, high = holding([2.0, 0.0], [2.0, 0.0]).ends(FIRST, logarithmic=True)
    assert 0 < low < high / 1e4  # a cost of nothing at all has a lower end all the same
    held = holding([2.0, 1.0], [2.0, 1.5])
    assert not held.include(np.array([np.nan, np.inf]), np.array([np.nan]))
    assert held.include(np.array([3.0]), np.empty(0))


def test_choosing_an_amount_asks_for_it_and_what_was_chosen_is_shown(qtbot: QtBot) -> None:
    button = widgets.hidden(qtbot, SmoothingButton())
    asked = widgets.heard(button.smoothing_requested)
    for action in button.menu_of_amounts.actions():
        action.trigger()
    assert asked == [AUTOMATIC, *AMOUNTS]
    button.show_smoothing(AUTOMATIC, 300)
    assert button.text() == "smooth 300"
    assert [action.data() for action in button.menu_of_amounts.actions() if action.isChecked()] == [AUTOMATIC]
    button.show_smoothing(1, 1)
    assert button.text() == "not smoothed"
