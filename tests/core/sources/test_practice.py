"""Practice digits: drawn here or in another process, from skeletons; the same ones, and cancelled when not wanted."""

import multiprocessing
from collections.abc import Generator
from functools import partial
from itertools import islice

import numpy as np
import pytest

from core.digits.dataset import Dataset, LabelledImages
from core.digits.stages import RAW
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import copies
from core.progress import CancelledError, IsCancelled, Work, never
from core.sources import drawing_processes, practice, search
from core.sources.skeletons import skeletons


def test_the_same_seed_draws_the_same_digits_each_as_often_as_any_other_and_another_seed_others() -> None:
    one, again, other = practice.drawn(60, 5), practice.drawn(60, 5), practice.drawn(60, 6)
    assert np.array_equal(one.images, again.images)
    assert np.array_equal(one.labels, again.labels)
    assert not np.array_equal(one.images, other.images)
    assert np.array_equal(practice.drawn(1_040).images[:30], practice.drawn(30).images)  # whatever follows
    assert np.bincount([digit for _, digit in practice.drawings(2_000, seed=1)]).tolist() == [200] * 10


def test_every_image_has_ink_in_mnists_frame() -> None:
    images = practice.drawn(300).images.reshape(-1, 28, 28)
    assert (images.max(axis=(1, 2)) > 200).all()
    for axis in (1, 2):
        assert np.allclose((images.sum(axis=axis) @ np.arange(28)) / images.sum(axis=(1, 2)), 14, atol=0.1)


def test_progress_is_told_and_cancel_is_heard() -> None:
    told: list[tuple[str, int, int]] = []
    practice.drawn(1_005, work=Work(lambda *told_now: told.append(told_now)))
    assert told == [("drawing practice digits", 1_000, 1_005), ("drawing practice digits", 1_005, 1_005)]
    with pytest.raises(CancelledError, match="drawing practice digits was cancelled"):
        practice.drawn(20, work=Work(is_cancelled=lambda: True))


def drawn(count: int, seed: int = 0, is_cancelled: IsCancelled = never) -> Generator[LabelledImages, None, None]:
    yield from drawing_processes.drawn(practice.jobs(count, seed), "drawing", is_cancelled)


def test_the_other_process_draws_the_same_digits() -> None:
    before = set(multiprocessing.active_children())  # of windows that earlier tests have closed
    there, here = list(drawn(1_500, 3)), [job() for job in practice.jobs(1_500, 3)]
    assert [len(part) for part in there] == [1_000, 500]
    for one, other in zip(there, here, strict=True):
        assert np.array_equal(one.images, other.images)
        assert np.array_equal(one.labels, other.labels)
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.parametrize("wanted", [0, 1])
def test_jobs_given_later_are_done_behind_those_given_before_wanted_or_not(wanted: int) -> None:
    digits = [LabelledDrawing(drawing, digit) for drawing, digit in practice.drawings(300)]
    with drawing_processes.Processes("drawing") as processes:
        first = processes.make(practice.jobs(2_000))
        later = processes.make([partial(copies, digits, RAW, 1)] * 3)
        assert [len(part) for part in (*islice(first, wanted), *later)] == [1_000] * wanted + [300] * 3


def test_digits_no_longer_wanted_or_heard_end_the_process() -> None:
    before = set(multiprocessing.active_children())
    with pytest.raises(CancelledError):
        list(drawn(20_000, is_cancelled=lambda: True))
    assert set(multiprocessing.active_children()) <= before
    parts = drawn(20_000)
    next(parts)
    parts.close()
    assert set(multiprocessing.active_children()) <= before


def test_a_process_that_dies_is_made_up_for() -> None:
    parts = drawn(2_000)
    before = set(multiprocessing.active_children())
    first = next(parts)
    for child in set(multiprocessing.active_children()) - before:
        child.kill()
    made = [first, *parts]
    assert sum(map(len, made)) == 2_000
    assert np.array_equal(made[-1].labels, practice.jobs(2_000)[-1]().labels)


def test_the_first_digits_come_early_and_stay_in_their_parts() -> None:
    early: list[Dataset] = []
    whole = search.practice_digits(6_000, first=early.append)
    (some,) = early
    assert len(some.training) + len(some.validation) + len(some.test) == practice.ENOUGH
    assert np.array_equal(some.test.images, whole.test.images)
    assert np.array_equal(some.validation.images, whole.validation.images)
    assert np.array_equal(some.training.images, whole.training.images[: len(some.training)])


def test_every_digit_has_several_shapes_whose_curves_follow_their_controls_and_end_where_they_should() -> None:
    assert min(np.bincount([skeleton.digit for skeleton in skeletons()], minlength=10)) >= 5
    for skeleton in skeletons():
        drawn = skeleton.curve @ skeleton.controls
        assert np.allclose(skeleton.curve.sum(axis=1), 1)
        assert np.allclose(drawn[[0, -1]], skeleton.controls[[0, -1]])
        assert (drawn.min() > -0.15) & (drawn.max() < 1.15)
        assert skeleton.ends[-1] == len(skeleton.curve)
        assert list(skeleton.ends) == sorted(set(skeleton.ends))


def test_a_seven_turns_sharply_at_its_corner() -> None:
    seven = next(skeleton for skeleton in skeletons() if skeleton.digit == 7)
    drawn = seven.curve @ seven.controls
    corner = int(np.argmin(np.abs(drawn - seven.controls[2]).sum(axis=1)))
    before, after = drawn[corner] - drawn[corner - 1], drawn[corner + 1] - drawn[corner]
    assert before @ after / (np.linalg.norm(before) * np.linalg.norm(after)) < 0.2
