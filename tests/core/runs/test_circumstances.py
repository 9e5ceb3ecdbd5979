"""What a run was made with is written down."""

import platform
from dataclasses import replace
from importlib import metadata

import numpy as np
import pytest

from core.digits.dataset import LabelledImages
from core.runs import circumstances
from tests.core.runs.made import tiny_dataset


def test_the_same_images_have_the_same_checksum_however_they_are_cut_from_memory() -> None:
    whole = tiny_dataset().training
    copied = LabelledImages(whole.images[3:9].copy(), whole.labels[3:9].copy())
    assert circumstances.checksum(whole[3:9]) == circumstances.checksum(copied)


@pytest.mark.parametrize(
    "other", [(slice(0, 4), slice(4, 10)), (slice(0, 6), slice(6, 9)), (slice(5, 10), slice(0, 5))]
)
def test_other_images_or_the_same_ones_divided_otherwise_have_another(other: tuple[slice, slice]) -> None:
    whole = tiny_dataset().training
    first = circumstances.checksum(whole[:5], whole[5:10])
    assert circumstances.checksum(*(whole[part] for part in other)) != first


def test_another_label_makes_another_checksum() -> None:
    part = tiny_dataset().test
    other = LabelledImages(part.images, (part.labels + 1) % np.uint8(10))
    assert circumstances.checksum(part) != circumstances.checksum(other)


def test_the_facts_of_a_data_set_tell_what_was_added_and_what_its_classes_are() -> None:
    data, names = tiny_dataset(), tuple("abcdefghij")
    plain = circumstances.dataset_facts(replace(data, class_names=names))
    assert (plain.sizes, plain.pen_digits, plain.pen_checksum, plain.class_names) == ((30, 5, 5), 0, "", names)
    added = circumstances.dataset_facts(data, data.validation)
    assert (added.pen_digits, added.pen_checksum) == (5, circumstances.checksum(data.validation))
    assert added.checksum == plain.checksum


def test_a_package_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "tensorflow-cpu":
            return "2.99"
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", version)
    found = circumstances.versions()
    assert (found["tensorflow"], found["python"]) == ("2.99", platform.python_version())
    assert not {"numpy", "digitscope"} & set(found)
