"""Data sets that are stored prepared: Keras' own file, and pictures read once."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import LabelledImages
from core.errors import UserError
from core.files.whole import sha256_of
from core.sources import image_cache, keras_cache
from tests.core.sources.idx_files import some
from tests.there import there


def kept(folder: Path, made: list[int], seed: int = 0) -> LabelledImages:
    def make() -> LabelledImages:
        made.append(seed)
        return some(30, seed)

    return image_cache.stored(folder, "digits-30", some(30, seed)[:5], make)


def test_what_took_long_is_made_once(tmp_path: Path) -> None:
    made: list[int] = []
    for _ in range(2):
        assert np.array_equal(kept(tmp_path / "new", made).images, some(30).images)
    assert made == [0]


def test_what_would_be_drawn_otherwise_now_is_made_anew_and_replaces_the_old(tmp_path: Path) -> None:
    made: list[int] = []
    kept(tmp_path, made)
    assert np.array_equal(kept(tmp_path, made, seed=1).images, some(30, 1).images)
    assert made == [0, 1]
    assert len(list(tmp_path.iterdir())) == 1


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    made: list[int] = []
    kept(tmp_path, made)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    unreadable = io.BytesIO()
    with zipfile.ZipFile(unreadable, "w") as archive:
        archive.writestr("images.npy", b"\x93NUMPY\x01\x00\x0a\x00{'descr': (")  # no sentence of Python's
    torn = whole[:3_000] + b"\x55" * 40 + whole[3_040:]
    for damaged in (whole[:1_000], b"", b"nonsense", torn, unreadable.getvalue()):
        path.write_bytes(damaged)
        assert np.array_equal(kept(tmp_path, made).images, some(30).images)
    assert made == [0] * 6


def test_a_folder_that_cannot_be_written_to_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert len(kept(tmp_path / "file" / "cache", [])) == 30


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
