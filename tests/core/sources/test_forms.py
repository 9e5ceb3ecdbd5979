"""Data sets in the forms that people have them: each opens, and what is odd about it is mended and said."""

import pickle
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError
from core.sources import array_files, arrays, forms, parquet
from tests import small
from tests.core.sources import form_files as made
from tests.core.sources.form_files import WHOLE, Writer, table
from tests.core.sources.idx_files import write_pair
from tests.there import there

Change = Callable[[np.ndarray], np.ndarray]
PUT_RIGHT = "The labels are one beside the digits that the images show; they are put right."


def images_of(dataset: Dataset) -> set[bytes]:
    return {row.tobytes() for part in (dataset.training, dataset.validation, dataset.test) for row in part.images}


@pytest.mark.parametrize(
    "write",
    [
        lambda folder: table(folder / "train.csv", WHOLE),
        lambda folder: table(folder / "train.csv", WHOLE, head=False),
        lambda folder: table(folder / "train.csv", WHOLE, head=False, last=True),
        lambda folder: table(folder / "train.csv", WHOLE, label=""),
        lambda folder: table(made.gzipped(table(folder / "a.csv", small.labelled(9, 2))).with_suffix(""), WHOLE).parent,
        lambda folder: made.quoted(table(folder / "train.csv", WHOLE)),
        lambda folder: made.quoted(table(folder / "train.txt", WHOLE, head=False)),
        lambda folder: made.gzipped(table(folder / "train.csv", WHOLE)),
        lambda folder: made.zipped(table(folder / "train.csv", WHOLE), folder / "train.csv.zip"),
        lambda folder: table(folder / "train.csv", WHOLE).parent, made.keras_arrays,
        lambda folder: made.keras_arrays(folder, 255), made.kmnist_files, made.numpy_files,
        lambda folder: made.pickled_pairs(folder, 2), lambda folder: made.pickled_pairs(folder, 5), made.matlab,
        made.matlab_columns, made.parquet, made.libsvm, made.spaced, made.odd_idx, made.pictures, made.torchvision,
        made.parted_idx, made.matlab_cube, made.numbered, made.unnamed, made.pickled_names,
    ],
)  # fmt: skip
def test_every_form_gives_the_same_images_and_labels(tmp_path: Path, write: Writer) -> None:
    dataset = forms.opened(write(tmp_path))
    assert images_of(dataset) == {row.tobytes() for row in WHOLE.images}
    known = {image.tobytes(): label for image, label in zip(WHOLE.images, WHOLE.labels.tolist(), strict=True)}
    for part in (dataset.training, dataset.validation, dataset.test):
        assert [known[image.tobytes()] for image in part.images] == part.labels.tolist()


def test_small_images_are_drawn_as_those_of_mnist_were_made(tmp_path: Path) -> None:
    digits = np.zeros((40, 8, 8), np.uint8)
    digits[:, 1:7, 3:5] = 16  # a one, as in optdigits: 0..16
    digits[:, 7, 3:5] = np.arange(40)[:, None] // 3  # no two alike
    digits[39] = 0  # it shows nothing
    np.savez(tmp_path / "opt.npz", images=digits, labels=np.arange(40) % 10)
    rows, columns = np.nonzero(forms.opened(tmp_path / "opt.npz").training.images[0].reshape(28, 28) > 127)
    assert 17 <= np.ptp(rows) + 1 <= 20
    assert (rows.mean(), columns.mean()) == (pytest.approx(14, abs=1), pytest.approx(14, abs=1))


def test_images_in_the_order_of_their_classes_are_shuffled_and_it_is_said(tmp_path: Path) -> None:
    order = np.argsort(WHOLE.labels, kind="stable")
    write_pair(tmp_path, "train", LabelledImages(WHOLE.images[order], WHOLE.labels[order]))
    dataset = forms.opened(tmp_path)
    assert len(set(dataset.validation.labels.tolist())) > 5
    assert dataset.notes[0] == "The images lay in the order of their classes; they are shuffled."


def test_paper_and_ink_are_swapped_where_the_paper_is_bright(tmp_path: Path) -> None:
    write_pair(tmp_path, "train", LabelledImages(255 - WHOLE.images, WHOLE.labels))
    dataset = forms.opened(tmp_path)
    assert images_of(dataset) == {row.tobytes() for row in WHOLE.images}
    assert "swapped" in dataset.notes[0]
    given = there(dataset.as_given)
    assert images_of(given) == {row.tobytes() for row in 255 - WHOLE.images}
    assert given.notes == dataset.notes[1:]


@pytest.mark.parametrize("turn", [lambda square: square.transpose(0, 2, 1), lambda square: np.rot90(square, 1, (1, 2))])
def test_digits_on_their_sides_are_turned_upright(tmp_path: Path, real_mnist: Dataset, turn: Change) -> None:
    some = real_mnist.test[:1_200]
    lying = np.ascontiguousarray(turn(some.images.reshape(-1, 28, 28))).reshape(-1, 784)
    write_pair(tmp_path, "emnist-digits-train", LabelledImages(lying, some.labels))
    dataset = forms.opened(tmp_path)
    assert images_of(dataset) == {row.tobytes() for row in some.images}
    assert "turned upright" in dataset.notes[0]


@pytest.mark.parametrize(
    ("labels", "told"),
    [
        (lambda labels: (labels + 1) % 10, PUT_RIGHT),
        (lambda labels: labels + 1, PUT_RIGHT),
        (lambda labels: labels + 3 * (1 + np.arange(1_200) % 2), "Of 13 classes those of the labels 3 to 12 are used"),
        (lambda labels: labels % 4, "Only 4 of the ten classes occur; the others are never read."),
        (lambda labels: labels + 30 * (np.arange(1_200) % 2), "Of 20 classes those of the labels 0 to 9 are used"),
        (lambda labels: np.where(np.arange(1_200) < 100, 3, labels), "The images lay in the order of their classes"),
    ],
)
def test_odd_labels_are_mended_and_it_is_said(tmp_path: Path, real_mnist: Dataset, labels: Change, told: str) -> None:
    some = real_mnist.test[:1_200]
    np.savez(tmp_path / "mine.npz", x_train=some.images, y_train=labels(some.labels.astype(np.int64)))
    dataset = forms.opened(tmp_path / "mine.npz")
    assert dataset.notes[0].startswith(told)
    if "put right" in told:
        assert dataset.test.labels.tolist() == some.labels[1_000:].tolist()


def test_images_that_are_in_the_test_too_are_not_learned_from(tmp_path: Path) -> None:
    np.savez(tmp_path / "mine.npz", x_train=WHOLE.images, y_train=WHOLE.labels, x_test=WHOLE.images[:30],
             y_test=WHOLE.labels[:30])  # fmt: skip
    dataset = forms.opened(tmp_path / "mine.npz")
    assert [len(part) for part in (dataset.training, dataset.validation, dataset.test)] == [193, 17, 30]
    assert "30 images come twice" in dataset.notes[0]


@pytest.mark.parametrize(("kind", "name"), [("digits", "0"), ("letters", "A")])
def test_of_emnists_sets_in_a_folder_one_is_opened(tmp_path: Path, kind: str, name: str) -> None:
    folder = tmp_path / "EMNIST" / "raw"
    for number, each in enumerate(("digits", "letters")):
        write_pair(folder, f"emnist-{each}-train", small.labelled(60 + number, 1))
    path = tmp_path if kind == "digits" else folder / "emnist-letters-train-labels-idx1-ubyte.gz"
    dataset = forms.opened(path)
    assert (dataset.title, dataset.class_names[0]) == (f"emnist-{kind}", name)
    write_pair(tmp_path / "clothes" / "FashionMNIST" / "raw", "train", WHOLE)
    clothes = forms.opened(tmp_path / "clothes")
    assert (clothes.title, clothes.class_names[0]) == ("FashionMNIST", "T-shirt/top")


def test_a_parquet_table_is_unpacked_part_by_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arrow = pytest.importorskip("pyarrow")
    pixels = np.random.default_rng(0).integers(0, 256, (6_000, 784))
    write = pytest.importorskip("pyarrow.parquet").write_table
    write(arrow.table({"image": list(pixels), "label": np.arange(6_000) % 10}), tmp_path / "mine.parquet")
    write(arrow.table({"image": list(pixels[:9])}), tmp_path / "bare.parquet")
    assert parquet.read(tmp_path / "bare.parquet") is None
    before, counted = arrow.default_memory_pool(), arrow.proxy_memory_pool(arrow.system_memory_pool())
    arrow.set_memory_pool(counted)
    try:
        assert len(there(parquet.read(tmp_path / "mine.parquet"))) == 6_000
    finally:
        arrow.set_memory_pool(before)
    assert counted.max_memory() < pixels.nbytes
    monkeypatch.setattr(arrays, "MOST_IMAGES", 5_999)
    with pytest.raises(UserError, match="is too large"):
        parquet.read(tmp_path / "mine.parquet")


@pytest.mark.parametrize("scale", [lambda x: x / 256, lambda x: x / 127.5 - 1, lambda x: (x - 33.3) / 78.6])
def test_values_of_any_range_become_bytes(scale: Change) -> None:
    images = np.arange(784)[None] % 256
    found = arrays.labelled_images(scale(images).astype(np.float32), np.zeros(1), "it").images
    assert found.tolist() == images.tolist()


def test_of_several_data_sets_in_a_folder_none_is_opened_but_keras_mnist(tmp_path: Path) -> None:
    for ending in (".csv", ".npz"):
        for name in ("mine", "mine (1)"):
            table(tmp_path / f"{name}.csv", WHOLE) if ending == ".csv" else made.keras_arrays(tmp_path, name=name)
        with pytest.raises(UserError, match="more than one data set"):
            forms.opened(tmp_path)
    made.keras_arrays(tmp_path, name="mnist")
    assert forms.opened(tmp_path).title == "mnist"
    np.savez(tmp_path / "weights.npz", weights=np.zeros((784, 10)), bias=np.zeros(10))
    assert [forms.is_data_set(tmp_path / name) for name in ("mnist.npz", "weights.npz")] == [True, False]
    with pytest.raises(FileNotFoundError):
        forms.is_data_set(tmp_path / "gone.png")


HELD_OVER_AND_OVER: list[Any] = reduce(lambda held, _: [held, held], range(60), [0])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("train.csv", b"label,a\n1,x\n", "not a table of numbers"), ("train.csv", b"", "is empty"),
        ("mine.pkl", pickle.dumps(Path("a")), "not a file of arrays"),
        ("mine.pkl", pickle.dumps(HELD_OVER_AND_OVER), "not a file of arrays"),
        ("mine.mat", b"MATLAB 5.0 MAT-file" + bytes(200), "not a file of arrays|needs a package"),
        ("mine.parquet", b"PAR1" + bytes(40), "not a Parquet file|needs a package"),
        ("usps", ("6 " + "1:2 " * 256 + "\n").encode() + b"x", "not a table"),
        ("train.csv", b"label,a,b\n1,2\n", "rows of different lengths"),
        ("train.csv.gz", b"\x1f\x8b\x08broken", "not a table"), ("mine.npz", b"PK\x03\x04", "not a file of arrays"),
        ("notes.txt", b"digits", "these forms can be read"), ("train.csv", b"label,a\n", "is empty"),
        ("usps", b"6 " + b"785:2 " * 10 + b"\n", "rows of different lengths"),
        ("train.csv", b"a,b\n1,2\n", "no column of labels"), ("train.csv.zip", b"PK\5\6" + bytes(18), "not a table"),
        ("train.csv", b"#\n" * 30 + b"label\n", "not a table"), ("train.csv", b"PK\3\4" + bytes(90), "not a table"),
         ("MNIST.tar.gz", b"\x1f\x8b", "is packed: unpack it"),
    ],
)  # fmt: skip
def test_what_is_no_data_set_is_refused_in_a_sentence(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UserError, match=told):
        forms.opened(tmp_path / name)


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({"x_train": np.full((20, 784), 300.0), "y_train": np.arange(20)}, "pixels are 0 to 255"),
        ({"x_train": np.zeros((20, 30)), "y_train": np.arange(20)}, "28x28, 16x16 or 8x8"),
        ({"x_train": np.zeros((20, 784)), "y_train": np.arange(19)}, "do not go together"),
        ({"x_train": np.zeros((30, 784)), "y_train": np.arange(30) * 10}, "no whole numbers from 0 on"),
        ({"x_train": np.full((20, 784), np.nan), "y_train": np.arange(20) % 10}, "no finite numbers"),
        ({"x_train": np.array(["a"] * 20), "y_train": np.arange(20)}, "no numbers"),
        ({"x_train": np.zeros((20, 784)), "y_train": np.array(["9" * 20] * 20)}, "no numbers"),
        ({"x_train": np.zeros((20, 784)), "y_train": np.array([b"\xff"] * 20)}, "no numbers"),
        ({"other": np.zeros(3)}, "no images and labels"), ({"cube": np.zeros((9, 9, 10))}, "no images and labels"),
        ({"x_train": np.float64(3), "y_train": np.arange(3)}, "no images and labels"),
        ({"train0": np.zeros((2, 784)), "train1": np.zeros((2, 64))}, "not a file of arrays"),
    ],
)  # fmt: skip
def test_arrays_that_do_not_fit_are_refused(tmp_path: Path, found: dict[str, np.ndarray], told: str) -> None:
    np.savez(tmp_path / "mine.npz", **found)  # type: ignore[arg-type]
    with pytest.raises(UserError, match=told):
        forms.opened(tmp_path / "mine.npz")


@pytest.mark.parametrize(
    "beside",
    [
        {"about": ["made", 2024]}, {"meta": {"sizes": [None, 28, 28]}}, {"label": ["zero", "one"]},
        {"images": [np.zeros(784), np.zeros(784, np.uint8)]}, {"k" * 300: 1, ("a", 1): 2},
    ],
)  # fmt: skip
def test_what_else_a_pickle_holds_is_left_out(tmp_path: Path, beside: dict[object, object]) -> None:
    (tmp_path / "mine.pkl").write_bytes(pickle.dumps(beside | {"x": WHOLE.images[:40], "y": np.arange(40) % 10}))
    assert len(forms.opened(tmp_path / "mine.pkl").training) > 0


def test_arrays_of_a_digit_each_may_be_of_several_types_but_not_too_large_together(tmp_path: Path) -> None:
    images = WHOLE.images[:40].reshape(10, 4, 784)
    some = {f"train{digit}": images[digit].astype(np.uint8 if digit else np.int64) for digit in range(10)}
    np.savez(tmp_path / "mine.npz", **some)
    assert len(forms.opened(tmp_path / "mine.npz").training) > 0
    many = np.broadcast_to(np.uint8(0), (160_000, 784))
    with pytest.raises(UserError, match="too large"):
        array_files.parts(some | {"train1": many}, "mine.pkl")
