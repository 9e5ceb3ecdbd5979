"""The ends of the cost axis: round, wide enough, unmoved by spikes."""

import numpy as np
import pytest

from gui.plots.cost_range import EMPTY, CostRange

FIRST = np.array([2.5, 2.4], np.float32)


def holding(costs: object, smooth: object = ()) -> CostRange:
    made = CostRange()
    made.include(np.array(costs, np.float32), np.array(smooth, np.float32))
    return made


def test_before_there_are_costs_the_logarithmic_axis_has_whole_decades() -> None:
    nothing = np.empty(0, np.float32)
    assert CostRange().ends(nothing, logarithmic=True) == EMPTY
    assert CostRange().ends(nothing, logarithmic=False) == (0.0, EMPTY[1])
    assert np.log10(EMPTY).tolist() == np.log10(EMPTY).round().tolist()


@pytest.mark.parametrize("logarithmic", [False, True])
def test_round_ends_hold_every_cost_and_average(logarithmic: bool) -> None:
    low, high = holding([2.5, 1.1, 0.7], [2.5, 1.8, 1.4]).ends(FIRST, logarithmic=logarithmic)
    assert high == 3.0
    assert low == pytest.approx(0.7 if logarithmic else 0.0)


@pytest.mark.parametrize(("logarithmic", "highest"), [(False, 50.0), (True, 3_000.0)])
def test_a_spike_far_above_the_first_cost_leaves_the_plot(logarithmic: bool, highest: float) -> None:
    assert holding([2.5, 1e30], [2.5]).ends(FIRST, logarithmic=logarithmic)[1] == highest


def test_costs_that_are_not_numbers_change_nothing() -> None:
    held = holding([2.0, 1.0], [2.0, 1.5])
    assert not held.include(np.array([np.nan, np.inf]), np.array([np.nan]))
    assert held.include(np.array([3.0]), np.empty(0))


def test_a_cost_of_nothing_at_all_has_a_lower_end_all_the_same() -> None:
    low, high = holding([2.0, 0.0], [2.0, 0.0]).ends(FIRST, logarithmic=True)
    assert 0 < low < high / 1e4
