import numpy as np
import pytest

from core.progress import CancelledError
from core.sources import practice


def test_the_same_seed_draws_the_same_digits_and_another_one_others() -> None:
    one, again, other = practice.drawn(60, 5), practice.drawn(60, 5), practice.drawn(60, 6)
    assert np.array_equal(one.images, again.images)
    assert np.array_equal(one.labels, again.labels)
    assert not np.array_equal(one.images, other.images)


def test_the_first_of_many_are_those_of_few() -> None:
    assert np.array_equal(practice.drawn(1_040).images[:30], practice.drawn(30).images)


def test_drawings_are_those_of_the_images() -> None:
    assert [digit for _, digit in practice.drawings(50)] == practice.drawn(50).labels.tolist()


def test_every_digit_is_drawn_as_often_as_any_other() -> None:
    labels = [digit for _, digit in practice.drawings(2_000, seed=1)]
    assert np.bincount(labels).tolist() == [200] * 10


def test_every_image_has_ink_in_mnists_frame() -> None:
    images = practice.drawn(300).images.reshape(-1, 28, 28)
    assert (images.max(axis=(1, 2)) > 200).all()
    index = np.arange(28)
    mass = images.sum(axis=(1, 2))
    assert np.allclose((images.sum(axis=1) @ index) / mass, 14, atol=0.1)
    assert np.allclose((images.sum(axis=2) @ index) / mass, 14, atol=0.1)


def test_the_division_is_90_5_5_and_says_what_it_is() -> None:
    found = practice.divided(practice.drawn(200))
    assert [len(part) for part in (found.training, found.validation, found.test)] == [180, 10, 10]
    assert (found.name, found.title) == ("practice", "practice digits")
    assert "itself" in str(found.source)


def test_progress_is_told_and_cancel_is_heard() -> None:
    told: list[tuple[str, int, int]] = []
    practice.drawn(1_005, report=lambda *told_now: told.append(told_now))
    assert told == [("drawing practice digits", 1_000, 1_005), ("drawing practice digits", 1_005, 1_005)]
    with pytest.raises(CancelledError, match="drawing practice digits was cancelled"):
        practice.drawn(20, is_cancelled=lambda: True)
