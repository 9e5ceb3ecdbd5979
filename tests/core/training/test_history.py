"""Growing rows of numbers: the costs of a run, their average, and what is drawn of them."""

import numpy as np
from hypothesis import given, strategies as st

from core.training.history import History, Series

COSTS = st.lists(st.floats(0, 100, width=32) | st.sampled_from([np.nan, np.inf]), max_size=400)
NUMBERS = st.lists(st.floats(-1e6, 1e6, width=32) | st.just(float("nan")), min_size=1, max_size=700)


def average_by_definition(values: np.ndarray, steps: float) -> np.ndarray:
    """The same average, written as a loop."""
    decay, total, weight, out = 1 - 1 / steps, 0.0, 0.0, []
    for value in values:
        known = np.isfinite(value)
        total, weight = decay * total + (value if known else 0.0), decay * weight + known
        out.append(total / weight if known else np.nan)
    return np.array(out)


@given(COSTS, st.integers(1, 150), st.sampled_from([1.0, 2.0, 30.0, 1_000.0]), st.booleans())
def test_the_average_is_its_definition(numbers: list[float], piece: int, steps: float, asked_before: bool) -> None:
    values, history = np.array(numbers, np.float32), History()
    if asked_before:
        history.smoothed(steps)
    for start in range(0, len(values), piece):
        history.append(values[start : start + piece])
    assert np.array_equal(history.costs, values, equal_nan=True)
    expected = average_by_definition(values, steps)
    np.testing.assert_allclose(history.smoothed(steps).values, expected, rtol=2e-6, atol=1e-30)


def test_the_average_of_a_long_history_is_right_at_its_end() -> None:
    values, history = np.random.default_rng(0).random(300_000).astype(np.float32), History()
    history.append(values)
    weights = (1 - 1 / 100) ** np.arange(20_000)
    expected = (values[::-1][:20_000] * weights).sum() / weights.sum()
    assert abs(history.smoothed(100).values[-1] - expected) < 1e-6


def test_another_amount_of_smoothing_averages_the_whole_history_anew_and_is_drawn() -> None:
    history = History()
    history.append(np.array([4, 2, 0], np.float32))
    assert (history.smoothed(1).values.tolist(), history.smoothed(1e9).values[-1]) == ([4, 2, 0], 2)
    assert history.peaks(0, 3, 10)[1].tolist() == [4, 2, 0]
    np.testing.assert_allclose(history.course(0, 3, 10, steps=1e9)[1], [4, 3, 2], rtol=1e-6)
    assert history.course(0, 3, 10, steps=1)[1].tolist() == [4, 2, 0]
    history.append(np.array([2], np.float32))
    assert len(history.smoothed(1e9)) == len(history) == 4


def test_the_average_of_a_long_history_is_drawn_as_one_line_near_it() -> None:
    history = History()
    history.append(np.linspace(3, 1, 100_000, dtype=np.float32))
    steps, values = history.course(0, 100_000, 700, steps=300)
    assert 350 < len(steps) <= 701
    np.testing.assert_allclose(values, history.smoothed(300).values[steps.astype(int)], atol=0.01)


def series_of(values: np.ndarray, piece: int = 7) -> Series:
    series = Series()
    for start in range(0, len(values), piece):
        series.append(values[start : start + piece])
    return series


@given(NUMBERS, st.integers(1, 60), st.integers(1, 40), st.integers(0, 700))
def test_no_peak_between_first_and_last_is_lost(numbers: list[float], piece: int, buckets: int, first: int) -> None:
    values = np.array(numbers, np.float32)
    series = series_of(values, piece)
    first = min(first, len(values) - 1)
    _steps, drawn = series.peaks(first, len(values), buckets)
    shown = values[first:]
    assert np.array_equal(series.values, values, equal_nan=True)
    if np.isfinite(shown).any():
        assert np.nanmax(drawn) >= np.nanmax(shown)
        assert np.nanmin(drawn) <= np.nanmin(shown)
        assert {float(v) for v in drawn[np.isfinite(drawn)]} <= {float(v) for v in values}
    else:
        assert np.isfinite(drawn).sum() <= 2  # only what shares the first bucket


def test_a_million_numbers_are_drawn_as_no_more_than_two_a_bucket_and_right() -> None:
    values = np.random.default_rng(1).normal(size=1_000_000).astype(np.float32)
    steps, drawn = series_of(values, 9_973).peaks(0, len(values), 700)
    lows = np.minimum.reduceat(values, np.arange(0, len(values), 2_048))
    assert 700 < len(drawn) <= 2 * 701
    assert np.array_equal(drawn[::2].astype(np.float32), lows)
    assert np.all(np.diff(steps) >= 0)
    assert steps[-1] <= len(values) - 1


def test_few_numbers_are_drawn_as_they_are_infinities_as_gaps_and_an_empty_range_not_at_all() -> None:
    steps, drawn = series_of(np.arange(20, dtype=np.float32)).peaks(5, 9, 10)
    assert steps.tolist() == [5, 6, 7, 8] == drawn.tolist()
    series = series_of(np.array([1, np.inf, 2, -np.inf, np.nan], np.float32))
    assert np.isinf(series.values).sum() == 2
    assert np.isnan(series.peaks(0, 5, 10)[1]).tolist() == [False, True, False, True, True]
    assert len(Series().peaks(0, 100, 10)[0]) == len(series.peaks(4, 3, 10)[0]) == 0
