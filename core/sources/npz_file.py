"""Data sets of numpy (.npz): x_train, y_train, x_test, y_test as Keras has them, or files of images and of labels."""

import zipfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError, unreadable
from core.files import presence
from core.files.array_damage import DAMAGE
from core.sources import arrays
from core.sources.division import divided

IMAGES, LABELS = ("x_train", "images", "imgs", "x"), ("y_train", "labels", "y")
TEST_IMAGES, TEST_LABELS = ("x_test", "test_images"), ("y_test", "test_labels")
LARGEST = 1_000_000_000  # bytes of all arrays together; MNIST has 55 million
IMAGES_WORD, LABELS_WORD = "-imgs", "-labels"  # of names such as kmnist-train-imgs.npz


def holds(path: Path) -> bool:
    """Return whether a path is such a file, or a folder of them."""
    return bool(_files(path))


def load(path: Path) -> Dataset:
    """Return the data set of a file, or of a folder that holds it; raises UserError."""
    files = _files(path)
    if any(IMAGES_WORD in file.name for file in files):
        folder = files[0].parent
        parts = {word: _pair(folder, word) for word in ("train", "test")}
        learned, test, name = parts["train"], parts["test"], files[0].name.partition("-")[0]
    else:
        if len(files) > 1:
            names = ", ".join(file.name for file in files)
            raise UserError("{path} holds more than one data set ({names}): open one.", path=path, names=names)
        learned, test = _whole(files[0])
        name = files[0].stem
    if learned is None:
        raise UserError("{path} holds no images and labels to learn from.", path=path)
    return divided(name, files[0].parent, learned, test)


def _files(path: Path) -> list[Path]:
    if presence.is_file(path):
        beside = sorted(path.parent.glob("*.npz")) if IMAGES_WORD in path.name or LABELS_WORD in path.name else [path]
        return beside if path.suffix.lower() == ".npz" else []
    return sorted(path.glob("*.npz"))


def _pair(folder: Path, word: str) -> LabelledImages | None:
    """Return the images and labels of two files that are named for their part, `train` or `test`."""
    images, labels = (
        next(iter(sorted(folder.glob(f"*{word}{kind}.npz"))), None) for kind in (IMAGES_WORD, LABELS_WORD)
    )
    if images is None or labels is None:
        return None
    found = [next(iter(_arrays(each).values()), np.empty(0)) for each in (images, labels)]
    return arrays.labelled_images(found[0], found[1], str(images))


def _whole(path: Path) -> tuple[LabelledImages | None, LabelledImages | None]:
    found = {name.lower(): array for name, array in _arrays(path).items()}

    def part(images: tuple[str, ...], labels: tuple[str, ...]) -> LabelledImages | None:
        pair = [next((found[name] for name in names if name in found), None) for names in (images, labels)]
        if pair[0] is None or pair[1] is None:
            return None
        return arrays.labelled_images(pair[0], pair[1], str(path))

    return part(IMAGES, LABELS), part(TEST_IMAGES, TEST_LABELS)


def _arrays(path: Path) -> dict[str, NDArray[np.generic]]:
    """Return a file's arrays, after their sizes were checked; raises UserError, and never unpickles."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise UserError("{path} is too large for a data set of 28x28 images.", path=path)
        with np.load(path, allow_pickle=False) as found:
            return {name: np.asarray(found[name]) for name in found.files}
    except OSError as error:
        raise unreadable(path, error) from None
    except DAMAGE:
        raise UserError("{path} is not a file of arrays (.npz).", path=path) from None
