"""Any folder of IDX files becomes a data set: which files go together, their division, the names of the classes."""

import math
import re
from dataclasses import dataclass
from pathlib import Path

from core.digits import class_names
from core.digits.dataset import CLASSES, Dataset
from core.errors import UserError, unreadable
from core.files import presence
from core.sources import arrays, idx
from core.sources.division import divided

CLASS_FILE = "classes.txt"
LONGEST_CLASS_FILE = 10_000  # bytes
TEST_WORDS = ("t10k", "test")
DIGITS_WORD = "digits"
NOT_OF_SETS = re.compile("train|t10k|test|images|labels|idx.*|u?byte.*|[^a-z0-9]")
TEST_OR_TRAINING = re.compile("[-_. ]*(?:train|t10k|test|images)")
COPY = re.compile(r"\(\d+\)")  # what browsers add to a name that is there
MOST_FILES = 500  # of a folder that are looked into


@dataclass(frozen=True, slots=True)
class Pair:
    """A file of images and the file of their labels."""

    images: Path
    labels: Path

    @property
    def is_test(self) -> bool:
        """Whether the name says that these are for the test."""
        return any(word in self.images.name.lower() for word in TEST_WORDS)


def holds_idx(path: Path) -> bool:
    """Return whether a path is an IDX file, or a folder that has one of images."""
    return bool(_image_files(path) if presence.is_folder(path) else presence.is_file(path) and idx.shape(path))


def load(path: Path) -> Dataset:
    """Return the data set of a folder, or that which a file in it is of; MNIST where the files are its own.

    Raises UserError when files are missing, not whole or do not go together, or when two sets lie there.
    """
    folder = path if presence.is_folder(path) else path.parent
    pairs = [_pair(each) for each in _image_files(folder)]
    chosen = _of_one_set(pairs, "" if path == folder else _set_of(path))
    name = _name(folder) if len(chosen) == len(pairs) else TEST_OR_TRAINING.split(chosen[0].images.name.lower())[0]
    parts = [[pair for pair in chosen if pair.is_test == is_test] for is_test in (False, True)]
    for part in parts:
        if len(part) > 1:
            names = ", ".join(pair.images.name for pair in part)
            raise UserError(
                "{folder} holds more than one data set ({names}): open a file of one.", folder=folder, names=names
            )
    learned, *test = [idx.read_pair(part[0].images, part[0].labels) for part in parts if part]
    return divided(name, folder, learned, test[0] if test else None, classes_of(folder, name))


def _of_one_set(pairs: list[Pair], name: str) -> list[Pair]:
    """Return the pairs of a set, as EMNIST has six in a folder; where none is named, those of digits."""
    names = {_set_of(pair.images) for pair in pairs}
    wanted = name if name in names else next((each for each in sorted(names) if DIGITS_WORD in each), "")
    return [pair for pair in pairs if _set_of(pair.images) == wanted] if wanted else pairs


def _set_of(path: Path) -> str:
    """Return what is left of a file's name without what says of which part it is; "" of MNIST's own."""
    return NOT_OF_SETS.sub("", path.name.lower())


def classes_of(folder: Path, name: str) -> tuple[str, ...]:
    """Return the ten names of the classes: from classes.txt, by the folder's name, or else the digits.

    Raises UserError when classes.txt cannot be read or has no name or more than ten.
    """
    path = folder / CLASS_FILE
    if not presence.exists(path):
        return class_names.by_name(name)
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(LONGEST_CLASS_FILE)
    except (OSError, UnicodeDecodeError):
        raise UserError("{path} cannot be read: write one class name a line, as plain text.", path=path) from None
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not 1 <= len(names) <= CLASSES:
        values = {"path": path, "names": len(names), "classes": CLASSES}
        raise UserError("{path} names {names} classes; write 1 to {classes}, one a line.", **values)
    return class_names.filled_up(names)


def _image_files(folder: Path) -> list[Path]:
    """Return the IDX files of images; of a plain file and the same one compressed, or a copy of it, only the first."""
    try:
        files = [path for path in sorted(folder.iterdir())[:MOST_FILES] if presence.is_file(path)]
        found = [path for path in files if _names_images(path) or math.prod(idx.shape(path)[1:]) in arrays.SQUARES]
    except OSError as error:
        raise unreadable(folder, error) from None
    found = [path for path in found if not COPY.search(path.name)] or found
    plain = {path.name.lower() for path in found}
    return [path for path in found if path.suffix.lower() != ".gz" or path.stem.lower() not in plain]


def _names_images(path: Path) -> bool:
    name = path.name.lower()
    return "images" in name and ("idx" in name or "ubyte" in name) and not name.startswith(".")


def _pair(images: Path) -> Pair:
    """Return images with the labels that are named as they are, or else with the only ones of as many."""
    stem = images.name.lower().removesuffix(".gz").replace("images", "labels").replace("idx3", "idx1")
    beside = {
        path.name.lower(): path for path in sorted(images.parent.iterdir())[:MOST_FILES] if presence.is_file(path)
    }
    for name in (stem, stem + ".gz"):
        if name in beside and "labels" in name:
            return Pair(images, beside[name])
    shapes = {path: idx.shape(path) for path in beside.values()}
    some = [path for path, shape in shapes.items() if shape[:1] == shapes[images][:1] and len(shape) in (1, 2)]
    some = [path for path in some if math.prod(shapes[path][1:]) not in arrays.SQUARES]
    if shapes[images] and len(some) == 1:
        return Pair(images, some[0])
    raise UserError("{images} has no labels: {stem} or {stem}.gz is missing beside it.", images=images, stem=stem)


def _name(folder: Path) -> str:
    """Return what a folder's data set is called; torchvision keeps the files in `raw`, below the name."""
    whole = folder.resolve()
    return (whole.parent if whole.name == "raw" else whole).name or "data"
