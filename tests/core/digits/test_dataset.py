"""Labelled images, their parts, and what their classes are called."""

from collections.abc import Callable

import numpy as np
import pytest

from core.digits import dataset
from core.digits.dataset import CLASSES, Dataset, LabelledImages, Source, class_names_of

German = Callable[[dict[str, str]], None]


def images(count: int) -> LabelledImages:
    return LabelledImages(np.full((count, 784), count, np.uint8), np.zeros(count, np.uint8))


def test_images_and_labels_go_together_as_unsigned_bytes() -> None:
    for wrong in (
        (np.zeros((2, 783), np.uint8), np.zeros(2, np.uint8)),
        (np.zeros((2, 784), np.uint8), np.zeros(3, np.uint8)),
        (np.zeros((2, 784), np.float32), np.zeros(2, np.uint8)),
        (np.zeros((2, 784), np.uint8), np.zeros(2, np.int64)),
    ):
        with pytest.raises(ValueError):
            LabelledImages(*wrong)


def test_images_cannot_be_changed_and_a_part_of_them_is_a_view() -> None:
    whole = images(5)
    with pytest.raises(ValueError, match="read-only"):
        whole.images[0, 0] = 1
    assert len(whole[1:3]) == 2
    assert np.shares_memory(whole[1:3].images, whole.images)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (Source("files in {place}", "C:/digits {x}"), "Dateien in C:/digits {x}"),
        (Source("drawn here"), "hier gezeichnet"),
        (Source("somebody's disk"), "somebody's disk"),
    ],
)
def test_a_source_is_told_in_the_users_language_with_its_place(source: Source, told: str, in_german: German) -> None:
    in_german({"files in {place}": "Dateien in {place}", "drawn here": "hier gezeichnet"})
    assert source.described == told
    assert str(source) == source.text.replace("{place}", source.place)


def test_a_set_has_ten_classes_whose_names_say_whether_they_are_digits_and_in_what_language(in_german: German) -> None:
    assert not Dataset("n", "t", Source("s"), images(3), images(2), images(1), tuple("abcdefghij")).shows_digits
    assert {len(names) for names in dataset.KNOWN_NAMES.values()} == {CLASSES}
    assert {class_names_of(name)[9] for name in ("fashion", "Fashion-MNIST", "my fashion images")} == {"Ankle boot"}
    assert class_names_of("pets", ("cat", "dog")) == ("cat", "dog", *["(none)"] * 8)
    in_german({"Run": "Lauf", "Bag": "Tasche"})
    assert dataset.shown_names(("Run", "Bag")) == ("Run", "Tasche")  # what somebody called a class stays
