"""Data sets that are stored prepared: Keras' own file, and pictures read once."""

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import LabelledImages
from core.sources import image_cache, mnist, search
from tests.core.sources.idx_files import some


def kept(folder: Path, made: list[int], seed: int = 0) -> LabelledImages:
    def make() -> LabelledImages:
        made.append(seed)
        return some(30, seed)

    return image_cache.stored(folder, "digits-30", some(30, seed)[:5], make)


def test_what_took_long_is_made_once_and_what_would_be_drawn_otherwise_now_anew(tmp_path: Path) -> None:
    made: list[int] = []
    for _ in range(2):
        assert np.array_equal(kept(tmp_path / "new", made).images, some(30).images)
    assert made == [0]
    assert np.array_equal(kept(tmp_path / "new", made, seed=1).images, some(30, 1).images)
    assert made == [0, 1]
    (path,) = (tmp_path / "new").iterdir()
    assert len(kept(path / "cache", [])) == 30  # where it cannot be written, it is done without


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


def test_keras_copy_is_used_if_it_is_mnist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mnist_folder: Path) -> None:
    monkeypatch.setenv("KERAS_HOME", str(tmp_path))
    assert search.in_cache() is None
    whole, path = mnist.load(mnist_folder), tmp_path / "datasets" / "mnist.npz"
    learned = LabelledImages.joined((whole.validation, whole.training))
    path.parent.mkdir()
    for labels, is_used in ((learned.labels, True), (learned.labels[::-1], False), (np.array([{}], object), False)):
        np.savez(path, x_train=learned.images, y_train=labels, x_test=whole.test.images, y_test=whole.test.labels)
        found = search.in_cache()
        assert (found is not None) == is_used
        assert found is None or (found.name, str(found.source)) == ("mnist", f"Keras' copy, {path}")
