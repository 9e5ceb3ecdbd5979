"""Growing rows of numbers and what is drawn of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.series import Series


def series_of(values: np.ndarray, piece: int = 7) -> Series:
    """A series that was appended to in pieces."""
    series = Series()
    for start in range(0, len(values), piece):
        series.append(values[start : start + piece])
    return series


@given(
    st.lists(st.floats(-1e6, 1e6, width=32) | st.just(float("nan")), min_size=1, max_size=700),
    st.integers(1, 60),
    st.integers(1, 40),
    st.integers(0, 700),
)
def test_no_peak_between_first_and_last_is_lost_however_it_was_appended(
    numbers: list[float], piece: int, buckets: int, first: int
) -> None:
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
    width = 2_048
    lows = np.minimum.reduceat(values, np.arange(0, len(values), width))
    assert 700 < len(drawn) <= 2 * 701
    assert np.array_equal(drawn[::2].astype(np.float32), lows)
    assert np.all(np.diff(steps) >= 0)
    assert steps[-1] <= len(values) - 1


def test_few_numbers_are_drawn_as_they_are() -> None:
    steps, drawn = series_of(np.arange(20, dtype=np.float32)).peaks(5, 9, 10)
    assert steps.tolist() == [5, 6, 7, 8] == drawn.tolist()


def test_infinities_are_kept_but_drawn_as_gaps() -> None:
    series = series_of(np.array([1, np.inf, 2, -np.inf, np.nan], np.float32))
    assert np.isinf(series.values).sum() == 2
    assert np.isnan(series.peaks(0, 5, 10)[1]).tolist() == [False, True, False, True, True]


def test_an_empty_series_and_an_empty_range_draw_nothing() -> None:
    assert len(Series().peaks(0, 100, 10)[0]) == 0
    assert len(series_of(np.ones(10, np.float32)).peaks(8, 3, 10)[0]) == 0


def test_values_cannot_be_changed_from_outside() -> None:
    with pytest.raises(ValueError, match="read-only"):
        series_of(np.ones(3, np.float32)).values[0] = 2
