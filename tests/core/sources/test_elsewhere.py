"""Practice digits drawn in another process: the same ones, given up when not wanted, and not lost with the process."""

import multiprocessing
from collections.abc import Iterator

import numpy as np
import pytest

from core.digits.dataset import Dataset, LabelledImages
from core.progress import CancelledError, IsCancelled, never
from core.sources import elsewhere, practice, search


def drawn(count: int, seed: int = 0, is_cancelled: IsCancelled = never) -> Iterator[LabelledImages]:
    return elsewhere.drawn(practice.part_images, practice.parts_of(count, seed), "drawing", is_cancelled)


def test_the_other_process_draws_the_same_digits() -> None:
    before = set(multiprocessing.active_children())  # of windows that earlier tests have closed
    there, here = list(drawn(1_500, 3)), list(practice.images(1_500, 3))
    assert [len(part) for part in there] == [1_000, 500]
    for one, other in zip(there, here, strict=True):
        assert np.array_equal(one.images, other.images)
        assert np.array_equal(one.labels, other.labels)
    assert set(multiprocessing.active_children()) <= before


def test_digits_no_longer_wanted_end_the_process() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(CancelledError):
        list(drawn(20_000, is_cancelled=lambda: True))
    assert set(multiprocessing.active_children()) <= before


def test_a_process_that_dies_is_made_up_for() -> None:
    parts = drawn(2_000)
    before = set(multiprocessing.active_children())
    first = next(parts)
    for child in set(multiprocessing.active_children()) - before:
        child.kill()
    made = [first, *parts]
    assert sum(map(len, made)) == 2_000
    assert np.array_equal(made[-1].labels, list(practice.images(2_000))[-1].labels)


def test_a_process_that_nobody_listens_to_any_more_ends_quietly() -> None:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    receiver.close()
    elsewhere._make_all(sender, practice.part_images, practice.parts_of(10))


def test_the_first_digits_come_early_and_stay_in_their_parts() -> None:
    early: list[Dataset] = []
    whole = search.practice_digits(6_000, first=early.append)
    assert len(early) == 1
    some = early[0]
    assert len(some.training) + len(some.validation) + len(some.test) == practice.ENOUGH
    assert np.array_equal(some.test.images, whole.test.images)
    assert np.array_equal(some.validation.images, whole.validation.images)
    assert np.array_equal(some.training.images, whole.training.images[: len(some.training)])
