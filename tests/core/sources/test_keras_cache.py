from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.files.whole import sha256_of
from core.sources import keras_cache
from tests.core.sources.idx_files import some
from tests.there import there


@pytest.fixture
def npz(tmp_path: Path) -> Path:
    """Return a file of the form of Keras' own, of 5,100 and 100 images."""
    learned, test = some(5_100), some(100)
    path = tmp_path / "mnist.npz"
    np.savez(
        path,
        x_train=learned.images.reshape(-1, 28, 28),
        y_train=learned.labels,
        x_test=test.images.reshape(-1, 28, 28),
        y_test=test.labels,
    )
    return path


def test_keras_copy_is_read_once_its_hash_is_right(npz: Path) -> None:
    found = there(keras_cache.load(npz, sha256_of(npz)))
    assert [len(part) for part in (found.training, found.validation, found.test)] == [100, 5_000, 100]
    assert np.array_equal(found.training.images, some(5_100).images[5_000:])


def test_a_copy_with_another_hash_and_a_missing_one_are_passed_over(npz: Path) -> None:
    assert keras_cache.load(npz) is None
    assert keras_cache.load(npz.with_name("none.npz")) is None


def test_a_pickle_is_never_opened(tmp_path: Path) -> None:
    path = tmp_path / "mnist.npz"
    np.savez(path, x_train=np.array([{}], object), allow_pickle=True)
    with pytest.raises(UserError, match="remove it"):
        keras_cache.load(path, sha256_of(path))


def test_keras_home_is_obeyed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    assert keras_cache.default_path() == tmp_path / "datasets" / "mnist.npz"
    monkeypatch.delenv("KERAS_HOME")
    assert keras_cache.default_path().parts[-3:] == (".keras", "datasets", "mnist.npz")
