"""A part of a data set is read as the network sees it."""

import numpy as np
import pytest

from core.digits.dataset import CLASSES, PIXELS
from core.digits.stages import RAW, UPRIGHT, apply_to_bytes
from core.model import softmax
from core.model.evaluated import PARTS, Evaluated, as_seen_by, evaluated, part_of
from core.model.softmax import single
from tests import small

MATRIX = np.random.default_rng(0).normal(size=(PIXELS, CLASSES)).astype(np.float32)
WEIGHTS = single(MATRIX, np.zeros(CLASSES, np.float32))


@pytest.fixture
def read() -> Evaluated:
    return evaluated(WEIGHTS, small.dataset().test, "test", "a test")


def test_raw_networks_see_images_as_they_are_and_upright_ones_see_them_deskewed() -> None:
    part = small.labelled(20, 5)
    assert as_seen_by(part, RAW) is part
    assert np.array_equal(as_seen_by(part, UPRIGHT).images, apply_to_bytes(part.images, UPRIGHT))
    assert np.array_equal(as_seen_by(part, UPRIGHT).labels, part.labels)


def test_the_parts_of_a_data_set_have_names() -> None:
    whole = small.dataset()
    assert [len(part_of(whole, part)) for part in PARTS] == [1_000, 100, 200]


def test_a_reading_says_what_it_is_of(read: Evaluated) -> None:
    assert read.title == "200 test images"
    assert read.scores.accuracy == softmax.accuracy(WEIGHTS, read.images.images, read.images.labels)


def test_an_image_of_a_reading_is_scaled(read: Evaluated) -> None:
    assert read.image(3).shape == (28, 28)
    assert read.image(3).max() == pytest.approx(read.images.images[3].max() / 255)


def test_class_names_stand_for_classes() -> None:
    names = tuple("abcdefghij")
    made = evaluated(WEIGHTS, small.labelled(10, 1), "test", class_names=names)
    assert made.names(3)[0] == "d"
    assert "labelled d" in made.sentence(3)
