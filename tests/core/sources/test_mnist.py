from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.sources import idx, mnist


def test_the_division_is_the_tutorials(mnist_folder: Path) -> None:
    whole = idx.read_pair(mnist_folder / "train-images-idx3-ubyte.gz", mnist_folder / "train-labels-idx1-ubyte.gz")
    found = mnist.load(mnist_folder)
    assert np.array_equal(found.validation.images, whole.images[:5_000])
    assert np.array_equal(found.training.labels, whole.labels[5_000:])
    assert [len(part) for part in (found.training, found.validation, found.test)] == [55_000, 5_000, 10_000]


def test_training_and_validation_share_the_bytes_that_were_read(mnist_folder: Path) -> None:
    found = mnist.load(mnist_folder)
    assert found.training.images.base is found.validation.images.base


def test_a_file_that_is_not_byte_for_byte_mnists_is_missing(tmp_path: Path) -> None:
    (tmp_path / mnist.TEST_LABELS.name).write_bytes(b"something else")
    assert mnist.missing(tmp_path) == mnist.FILES
    with pytest.raises(UserError, match=r"train-images-idx3-ubyte\.gz is missing or damaged"):
        mnist.load(tmp_path)
