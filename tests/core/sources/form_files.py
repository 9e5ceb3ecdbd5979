"""Writes one small data set in each of the forms that people have theirs in."""

import bz2
import gzip
import io
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.digits.dataset import LabelledImages
from tests import small
from tests.core.sources.idx_files import header, images_file, labels_file, write_pair

WHOLE = small.labelled(240, 1)
Writer = Callable[[Path], Path]  # given a folder, returns what is opened


def table(path: Path, rows: LabelledImages, *, head: bool = True, last: bool = False, label: str = "label") -> Path:
    columns = [rows.labels[:, None], rows.images]
    names = [label, *(f"pixel{number}" for number in range(784))]
    if last:
        columns, names = columns[::-1], [*names[1:], names[0]]
    text = "\n".join([",".join(names)] * head + [",".join(map(str, row)) for row in np.concatenate(columns, axis=1)])
    path.write_text(text + "\n")
    return path


def quoted(path: Path) -> Path:
    """Put every field of a table between quotes, as R does."""
    rows = path.read_text().splitlines()
    path.write_text("".join('"' + row.replace(",", '","') + '"\n' for row in rows))
    return path


def zipped(path: Path, packed: Path) -> Path:
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("about.txt", "digits")
        archive.write(path, path.name)
    path.unlink()
    return packed


def gzipped(path: Path) -> Path:
    packed = path.with_name(path.name + ".gz")
    packed.write_bytes(gzip.compress(path.read_bytes()))
    path.unlink()
    return packed


def keras_arrays(folder: Path, scale: float = 1, name: str = "mine") -> Path:
    square = WHOLE.images.reshape(-1, 28, 28)
    images = square if scale == 1 else (square / scale).astype(np.float32)
    np.savez(folder / f"{name}.npz", x_train=images, y_train=WHOLE.labels.astype(np.int64), x_test=images[:9],
             y_test=WHOLE.labels[:9])  # fmt: skip
    return folder / f"{name}.npz"


def kmnist_files(folder: Path) -> Path:
    for word in ("train", "test"):
        np.savez(folder / f"mine-{word}-imgs.npz", WHOLE.images.reshape(-1, 28, 28))
        np.savez(folder / f"mine-{word}-labels.npz", WHOLE.labels)
    return folder


def numpy_files(folder: Path) -> Path:
    np.save(folder / "trainX.npy", WHOLE.images.reshape(-1, 1, 28, 28))
    np.save(folder / "trainY.npy", np.eye(10)[WHOLE.labels])
    return folder / "trainX.npy"


def pickled_pairs(folder: Path, protocol: int) -> Path:
    parts = (WHOLE, WHOLE[:9], WHOLE[9:20])
    pairs = tuple(((part.images / np.float32(255)), part.labels.astype(np.int64)) for part in parts)
    (folder / "mine.pkl.gz").write_bytes(gzip.compress(pickle.dumps(pairs, protocol)))
    return folder / "mine.pkl.gz"


def matlab(folder: Path) -> Path:
    scipy = pytest.importorskip("scipy.io")
    train = {"images": WHOLE.images, "labels": WHOLE.labels[:, None]}
    scipy.savemat(folder / "mine.mat", {"dataset": {"train": train, "mapping": np.arange(10)}}, do_compression=True)
    return folder / "mine.mat"


def matlab_columns(folder: Path) -> Path:
    arrays = {"data": WHOLE.images.T, "label": WHOLE.labels[None] * 1.0}
    pytest.importorskip("scipy.io").savemat(folder / "a.mat", arrays)
    return folder


def matlab_cube(folder: Path) -> Path:
    """As usps_all.mat: pixels, images, digits, of which 0 is the last."""
    digits = [WHOLE.images[WHOLE.labels == digit % 10].T for digit in range(1, 11)]
    np.savez(folder / "mine.npz", data=np.stack(digits, axis=2))
    return folder / "mine.npz"


def parquet(folder: Path) -> Path:
    pyarrow = pytest.importorskip("pyarrow")
    cells = []
    for image in WHOLE.images:
        file = io.BytesIO()
        Image.fromarray(image.reshape(28, 28)).save(file, "PNG")
        cells.append({"bytes": file.getvalue(), "path": None})
    from pyarrow import parquet as written

    path = folder / "data" / "train-00000-of-00001.parquet"
    path.parent.mkdir()
    written.write_table(pyarrow.table({"image": cells, "label": WHOLE.labels.tolist()}), path)
    return folder


def libsvm(folder: Path) -> Path:
    rows = zip(WHOLE.labels, WHOLE.images, strict=True)
    lines = [f"{label} " + " ".join(f"{at}:{value}" for at, value in enumerate(row, 1) if value) for label, row in rows]
    (folder / "mine.scale.bz2").write_bytes(bz2.compress("\n".join(lines).encode()))
    return folder / "mine.scale.bz2"


def spaced(folder: Path) -> Path:
    """As semeion.data has its labels: ten columns, of which one is 1."""
    one_hot = np.eye(10, dtype=np.uint8)[WHOLE.labels]
    np.savetxt(folder / "mine.data", np.concatenate([WHOLE.images, one_hot], axis=1), "%.4f")
    return folder / "mine.data"


def odd_idx(folder: Path) -> Path:
    """Other names, a fourth dimension, and labels as whole numbers of four bytes with more behind them."""
    images = header(0x804, len(WHOLE), 1, 28, 28) + WHOLE.images.tobytes()
    labels = header(0xC02, len(WHOLE), 2) + np.stack([WHOLE.labels, WHOLE.labels * 0], 1).astype(">i4").tobytes()
    (folder / "a.bin").write_bytes(images)
    (folder / "b.bin").write_bytes(labels)
    return folder / "b.bin"


def pictures(folder: Path) -> Path:
    for number, (image, label) in enumerate(zip(WHOLE.images, WHOLE.labels, strict=True)):
        place = folder / "mine" / ("val" if number % 9 else "trainingSet") / f"{label:02}"
        place.mkdir(parents=True, exist_ok=True)
        Image.fromarray(image.reshape(28, 28)).save(place / f"{number}.png")
    (folder / "mine" / "val" / "__MACOSX").mkdir()
    (folder / "mine" / "val" / "__MACOSX" / "._1.png").touch()
    return folder


def torchvision(folder: Path) -> Path:
    write_pair(folder / "MNIST" / "raw", "train", WHOLE, compressed=False)
    return folder


def parted_idx(folder: Path) -> Path:
    for at, part in enumerate(("mnist.train", "mnist.val", "mnist.t10k")):
        some = WHOLE[80 * at : 80 * at + 80]
        (folder / f"{part}.image.idx3").write_bytes(images_file(some.images))
        (folder / f"{part}.label.idx1").write_bytes(labels_file(some.labels))
    return folder


def numbered(folder: Path) -> Path:
    """As pandas writes a table, in an old encoding, beneath what somebody says of it."""
    head, *rows = table(folder / "train.csv", WHOLE).read_text().splitlines()
    lines = ["# für alle", "", f",{head}".replace("pixel", "größe"), *(f"{at},{row}" for at, row in enumerate(rows))]
    (folder / "train.csv").write_bytes("\n".join(lines).encode("latin-1"))
    return folder


def unnamed(folder: Path) -> Path:
    np.savez(folder / "mine.npz", WHOLE.images, WHOLE.labels.astype(str))
    return folder


def pickled_names(folder: Path) -> Path:
    named = {"train_img": WHOLE.images, "train_label": WHOLE.labels}
    (folder / "mnist.pkl").write_bytes(pickle.dumps(named))
    return folder
