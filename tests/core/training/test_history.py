"""The costs of a run and their average."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.training.history import History


def average_by_definition(values: np.ndarray, steps: float) -> np.ndarray:
    """The same average, written as a loop."""
    decay, total, weight, out = 1 - 1 / steps, 0.0, 0.0, []
    for value in values:
        known = np.isfinite(value)
        total, weight = decay * total + (value if known else 0.0), decay * weight + known
        out.append(total / weight if known else np.nan)
    return np.array(out)


@given(
    st.lists(st.floats(0, 100, width=32) | st.sampled_from([np.nan, np.inf]), max_size=400),
    st.integers(1, 150),
    st.sampled_from([1.0, 2.0, 30.0, 1_000.0]),
    st.booleans(),
)
def test_the_average_is_its_definition_however_the_costs_came(
    numbers: list[float], piece: int, steps: float, asked_before: bool
) -> None:
    values, history = np.array(numbers, np.float32), History()
    if asked_before:
        history.smoothed(steps)
    for start in range(0, len(values), piece):
        history.append(values[start : start + piece])
    assert np.array_equal(history.costs, values, equal_nan=True)
    np.testing.assert_allclose(history.smoothed(steps), average_by_definition(values, steps), rtol=2e-6, atol=1e-30)


def test_the_average_of_a_long_history_is_right_at_its_end() -> None:
    values, history = np.random.default_rng(0).random(300_000).astype(np.float32), History()
    history.append(values)
    weights = (1 - 1 / 100) ** np.arange(20_000)
    expected = (values[::-1][:20_000] * weights).sum() / weights.sum()
    assert abs(history.smoothed(100)[-1] - expected) < 1e-6


def test_another_amount_of_smoothing_averages_the_whole_history_anew() -> None:
    history = History()
    history.append(np.array([4, 2, 0], np.float32))
    assert history.smoothed(1).tolist() == [4, 2, 0]
    assert history.smoothed(1e9)[-1] == 2
    history.append(np.array([2], np.float32))
    assert len(history.smoothed(1e9)) == len(history) == 4


def test_a_smoothed_history_is_drawn_from_its_average() -> None:
    history = History()
    history.append(np.array([4, 2, 0], np.float32))
    assert history.peaks(0, 3, 10)[1].tolist() == [4, 2, 0]
    np.testing.assert_allclose(history.course(0, 3, 10, steps=1e9)[1], [4, 3, 2], rtol=1e-6)
    assert history.course(0, 3, 10, steps=1)[1].tolist() == [4, 2, 0]


def test_the_average_of_a_long_history_is_drawn_as_one_line_near_it() -> None:
    history = History()
    history.append(np.linspace(3, 1, 100_000, dtype=np.float32))
    steps, values = history.course(0, 100_000, 700, steps=300)
    assert 350 < len(steps) <= 701
    np.testing.assert_allclose(values, history.smoothed(300)[steps.astype(int)], atol=0.01)
