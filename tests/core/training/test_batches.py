"""Which images each step takes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.training.batches import Batches, offsets

TUTORIAL_ROWS = 55_000


@pytest.mark.parametrize(
    ("step", "offset"), [(0, 0), (1, 100), (548, 54_800), (549, 0), (550, 100), (1_098, 0), (1_099, 100)]
)
def test_the_offsets_are_the_tutorials(step: int, offset: int) -> None:
    assert offsets(np.array([step]), TUTORIAL_ROWS, 100).tolist() == [offset]
    assert Batches(TUTORIAL_ROWS, 100, shuffle=False, seed=0).of(step, 1).tolist() == [[*range(offset, offset + 100)]]


def test_the_order_is_blocks_of_549_and_never_550() -> None:
    steps = np.arange(20_000)
    taken = offsets(steps, TUTORIAL_ROWS, 100)
    assert np.array_equal(taken, steps % 549 * 100)
    assert not np.array_equal(taken, steps % 550 * 100)
    assert taken.max() + 100 <= TUTORIAL_ROWS - 100  # the last hundred images are not used


@given(st.integers(1, 400), st.integers(1, 500), st.integers(0, 10_000))
def test_batches_of_any_data_set_wrap_at_rows_less_batch_and_stay_inside(rows: int, batch: int, step: int) -> None:
    batches = Batches(rows, batch, shuffle=False, seed=0)
    (taken,) = batches.of(step, 1)
    first = int(taken[0])
    assert len(taken) == batches.size == min(rows, batch)
    assert np.array_equal(taken, np.arange(first, first + batches.size))
    assert 0 <= first <= rows - batches.size
    assert first == (step * batch % (rows - batch) if batch < rows else 0)


@given(st.integers(0, 40), st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(0, 5))
def test_shuffled_batches_are_the_same_however_steps_are_grouped(first: int, counts: list[int], seed: int) -> None:
    whole = Batches(53, 10, shuffle=True, seed=seed).of(first, sum(counts))
    grouped, at = Batches(53, 10, shuffle=True, seed=seed), first
    for count in counts:
        part = grouped.of(at, count)
        assert np.array_equal(part, whole[at - first : at - first + count])
        at += count


def test_an_epoch_takes_no_image_twice_and_the_next_has_another_order() -> None:
    batches = Batches(500, 100, shuffle=True, seed=3)
    one, two = batches.of(0, 5), batches.of(5, 5)
    assert sorted(one.ravel().tolist()) == sorted(two.ravel().tolist()) == list(range(500))
    assert not np.array_equal(one, two)


def test_another_seed_shuffles_otherwise() -> None:
    orders = [Batches(500, 100, shuffle=True, seed=seed).of(0, 5) for seed in (1, 1, 2)]
    assert np.array_equal(orders[0], orders[1])
    assert not np.array_equal(orders[0], orders[2])
