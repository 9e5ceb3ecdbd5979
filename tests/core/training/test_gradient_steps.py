"""Which images each step takes; many steps in one call, however they are grouped, compiled or not."""

import logging

import numpy as np
import pytest
from hypothesis import given, strategies as st

from core.machine.tensorflow import load_tensorflow
from core.model.architecture import SINGLE
from core.model.softmax import Weights, initial_arrays
from core.training import gradient_steps
from core.training.network import Network
from core.training.plan import Plan
from core.training.schedule import Batches
from tests.core.conftest import SmallDataset

TUTORIAL_ROWS = 55_000
START = Weights(SINGLE, initial_arrays(SINGLE, "normal", 1))


def test_weights_on_the_way_are_those_that_the_steps_so_far_led_to(small_dataset: SmallDataset) -> None:
    data = small_dataset().training
    batches, rates = Batches(len(data), 30, shuffle=True, seed=3).of(0, 250), np.full(250, 0.1, np.float32)
    kept = [0, 7, Plan(30).at_once, 249]
    _costs, numbers = Network(data, Plan(30), START).run_and_store(batches, rates, kept)
    assert len(numbers) == len(kept)
    for step, weights in zip(kept, numbers, strict=True):
        short = Network(data, Plan(30), START)
        short.run(batches[: step + 1], rates[: step + 1])
        assert np.array_equal(weights.matrix, short.weights().matrix)
        assert np.array_equal(weights.bias, short.weights().bias)


def test_a_tensorflow_without_xla_makes_the_same_steps(
    small_dataset: SmallDataset, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    data = small_dataset().training
    batches, rates = Batches(len(data), 48, shuffle=True, seed=3).of(0, 60), np.full(60, 0.02, np.float32)
    compiled = Network(data, Plan(48), START)
    costs = compiled.run(batches, rates)

    def refuse(*_: object) -> None:
        raise load_tensorflow().errors.UnimplementedError(None, None, "this build has no XLA")

    gradient_steps.function.cache_clear()
    monkeypatch.setattr(gradient_steps, "_make_one", refuse)
    caplog.set_level(logging.INFO)
    plain = Network(data, Plan(48), START)
    np.testing.assert_allclose(plain.run(batches, rates), costs, rtol=1e-5)
    np.testing.assert_allclose(plain.weights().matrix, compiled.weights().matrix, rtol=0, atol=1e-5)
    assert "this build has no XLA" in caplog.text
    gradient_steps.function.cache_clear()


def test_the_rows_of_a_step_are_the_tutorials() -> None:
    batches = Batches(TUTORIAL_ROWS, 100, shuffle=False, seed=0)
    for step, offset in ((0, 0), (1, 100), (548, 54_800), (549, 0), (550, 100), (1_098, 0), (1_099, 100)):
        assert batches.of(step, 1).tolist() == [[*range(offset, offset + 100)]]


@given(st.integers(1, 400), st.integers(1, 500), st.integers(0, 10_000))
def test_batches_of_any_data_set_wrap_at_rows_less_batch_and_stay_inside(rows: int, batch: int, step: int) -> None:
    batches = Batches(rows, batch, shuffle=False, seed=0)
    (taken,) = batches.of(step, 1)
    first = int(taken[0])
    assert len(taken) == batches.size == min(rows, batch)
    assert np.array_equal(taken, np.arange(first, first + batches.size))
    assert 0 <= first <= rows - batches.size
    assert first == (step * batch % (rows - batch) if batch < rows else 0)


def test_an_epoch_takes_no_image_twice_and_the_next_has_another_order() -> None:
    batches = Batches(500, 100, shuffle=True, seed=3)
    one, two = batches.of(0, 5), batches.of(5, 5)
    assert sorted(one.ravel().tolist()) == sorted(two.ravel().tolist()) == list(range(500))
    assert not np.array_equal(one, two)
