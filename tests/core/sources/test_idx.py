"""IDX files and folders of them: right ones are read, wrong ones refused in a sentence."""

import gzip
import tracemalloc
from functools import partial
from pathlib import Path

import numpy as np
import pytest

from core.digits.dataset import DIGITS
from core.errors import UserError
from core.sources import forms, idx, mnist
from tests.core.sources.form_files import WHOLE, Writer, keras_arrays, table
from tests.core.sources.idx_files import header, images_file, labels_file, some, write_pair

IMAGES = 0x803
LABELS = 0x801


def read_images(folder: Path, data: bytes) -> np.ndarray:
    path = folder / "images"
    path.write_bytes(data)
    return idx.read_images_file(path)


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_what_was_written_is_read(tmp_path: Path, pack: type[bytes]) -> None:
    part = some(7)
    (tmp_path / "i").write_bytes(pack(images_file(part.images)))
    (tmp_path / "l").write_bytes(pack(labels_file(part.labels)))
    found = idx.read_pair(tmp_path / "i", tmp_path / "l")
    assert np.array_equal(found.images, part.images)
    assert np.array_equal(found.labels, part.labels)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "is empty"), (b"\x00\x00", "not an IDX file of images"),
        (header(LABELS, 3) + b"abc", "not an IDX file of images"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "not an IDX file of images"), (header(IMAGES, 1), "cut short"),
        (header(IMAGES, 0, 28, 28), "promises 0 entries"),
        (header(IMAGES, 2**31, 28, 28), "promises 2,147,483,648 entries"),
        (header(IMAGES, 2**32 - 1, 28, 28), "promises 4,294,967,295 entries"),
        (header(IMAGES, 1, 32, 28), "32x28 pixels"), (header(IMAGES, 1, 2**32 - 28, 28), "pixels"),
        (header(IMAGES, 900_000, 28, 28), "more than the file can hold"),
        (header(IMAGES, 2, 28, 28) + bytes(784), "more than the file can hold"),
        (header(IMAGES, 1, 28, 28) + bytes(785), "holds more than"),
        (gzip.compress(header(IMAGES, 2, 28, 28) + bytes(784), mtime=0), "cut short"),
        (gzip.compress(images_file(some(50).images), mtime=0)[:-100], "damaged or cut short"),
        (gzip.compress(images_file(some(50).images), mtime=0)[:-6] + bytes(6), "damaged"),  # another checksum
        (b"\x1f\x8bnonsense" * 20, "damaged or cut short"), (b"<!DOCTYPE html>", "web page"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_whole_is_refused_in_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as caught:
        read_images(tmp_path, data)
    assert str(tmp_path / "images") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path, told in ((tmp_path / "none", "does not exist"), (tmp_path, "cannot be read")):
        with pytest.raises(UserError, match=told):
            idx.read_images_file(path)


def test_a_bomb_is_refused_before_memory_is_taken(tmp_path: Path) -> None:
    bomb = gzip.compress(header(IMAGES, 3, 28, 28) + bytes(50_000_000))
    tracemalloc.start()
    with pytest.raises(UserError, match="holds more than"):
        read_images(tmp_path, bomb)
    with pytest.raises(UserError, match="can hold"):
        read_images(tmp_path, gzip.compress(header(IMAGES, 1_000_000, 28, 28)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


def test_mnist_takes_little_more_memory_than_its_bytes(mnist_folder: Path) -> None:
    tracemalloc.start()
    loaded = mnist.load(mnist_folder)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert loaded.training.images.dtype == np.uint8
    assert peak < 70_000_000


@pytest.fixture
def garments(tmp_path: Path) -> Path:
    """Return a folder of 24 images to learn from and 4 for the test."""
    folder = tmp_path / "garments"
    write_pair(folder, "train", some(24))
    write_pair(folder, "t10k", some(4, seed=1))
    return folder


def test_a_folder_of_idx_pairs_is_a_data_set_named_after_it(garments: Path) -> None:
    found = forms.opened(garments)
    assert (found.name, found.title) == ("garments", "garments")
    assert [len(part) for part in (found.training, found.validation, found.test)] == [22, 2, 4]
    assert np.array_equal(np.concatenate([found.validation.images, found.training.images]), some(24).images)
    assert np.array_equal(found.test.images, some(4, seed=1).images)
    write_pair(garments, "train", some(24), compressed=False)  # beside the compressed ones
    assert len(forms.opened(garments).training) == 22
    for path in list(garments.iterdir()):
        name = path.name.replace("images", "Images").replace("labels", "Labels")
        path.rename(path.with_name(name.replace("ubyte", "ubyte (1)")))  # as of browsers
    assert (forms.opened(garments).title, len(forms.opened(garments).test)) == ("garments", 4)


def test_a_folder_that_lacks_labels_or_images_or_holds_several_sets_is_refused(tmp_path: Path, garments: Path) -> None:
    write_pair(tmp_path / "few", "train", some(2))
    with pytest.raises(UserError, match="too few images"):
        forms.opened(tmp_path / "few")
    write_pair(garments, "other-test", some(5))
    assert len(forms.opened(garments).test) == 4  # those of this set
    write_pair(garments, "other", some(5))
    with pytest.raises(UserError, match="more than one data set"):
        forms.opened(garments)
    (garments / "other-images-idx3-ubyte.gz").write_bytes(b"version https://git-lfs.github.com/spec/v1")
    with pytest.raises(UserError, match="git lfs pull"):
        forms.opened(garments / "other-labels-idx1-ubyte.gz")
    for path in (*garments.glob("other*"), garments / "t10k-labels-idx1-ubyte.gz"):
        path.unlink()
    with pytest.raises(UserError, match=r"has no labels: .* t10k-labels-idx1-ubyte\.gz is missing"):
        forms.opened(garments)


@pytest.mark.parametrize("write", [partial(table, rows=WHOLE), lambda path: keras_arrays(path.parent)])
def test_class_names_come_from_a_text_beside_tables_and_arrays_too(tmp_path: Path, write: Writer) -> None:
    (tmp_path / "classes.txt").write_text("cat\ndog\nowl")
    write(tmp_path / "mine.csv")
    for path in (tmp_path, next(tmp_path.glob("mine.*"))):
        assert forms.opened(path).class_names[:3] == ("cat", "dog", "owl")


def test_one_to_ten_class_names_come_from_a_text_beside_the_files(garments: Path) -> None:
    assert forms.opened(garments).class_names == DIGITS
    for text in ("cat\n\n dog \nowl\n", "\ufeffcat\r\ndog\r\nowl"):
        (garments / "classes.txt").write_bytes(text.encode())
        found = forms.opened(garments)
        assert found.class_names == ("cat", "dog", "owl", *["(none)"] * 7)
        assert not found.shows_digits
    (garments / "classes.txt").write_bytes(b"a\n" * 80)  # as labelImg's
    assert forms.opened(garments).class_names == DIGITS
    for wrong in (b"", b"\xff\xfe\x00"):
        (garments / "classes.txt").write_bytes(wrong)
        with pytest.raises(UserError, match=r"classes\.txt"):
            forms.opened(garments)


def test_one_pair_alone_is_divided(mnist_folder: Path, tmp_path: Path) -> None:
    for name in ("t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"):
        (tmp_path / name).symlink_to((mnist_folder / name).resolve())
    found = forms.opened(tmp_path)
    assert [len(part) for part in (found.training, found.validation, found.test)] == [7_640, 694, 1_666]
