"""Data sets as tables (.csv), as Kaggle has MNIST: a row an image, its label in one column, its pixels in others."""

import gzip
import io
import zipfile
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO, cast

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, Dataset, LabelledImages
from core.errors import UserError, unreadable
from core.files import presence
from core.files.array_damage import DAMAGE
from core.files.packed import DAMAGE as DAMAGED
from core.sources import arrays
from core.sources.division import divided

ENDINGS = (".csv", ".csv.gz", ".csv.zip")
LABEL_NAMES = ("label", "labels", "class", "target", "y", "digit")
TEST_WORD = "test"
ROWS_AT_ONCE = 5_000
LONGEST_LINE = 20_000  # characters


def holds(path: Path) -> bool:
    """Return whether a path is such a table, or a folder of them."""
    return bool(_files(path))


def load(path: Path) -> Dataset:
    """Return the data set of a table, or of a folder with one to learn from and perhaps one of the test.

    Raises UserError.
    """
    files = _files(path)
    if presence.is_file(path) and TEST_WORD not in path.name.lower():
        beside = [each for each in _files(path.parent) if TEST_WORD in each.name.lower()]
        files += [each for each in beside if each.name.lower().replace(TEST_WORD, "train") == path.name.lower()]
    learned = [each for each in files if TEST_WORD not in each.name.lower()] or files
    if len(learned) > 1:
        names = ", ".join(each.name for each in learned)
        raise UserError("{path} holds more than one data set ({names}): open one.", path=path, names=names)
    tests = [read(each) for each in files if each not in learned]
    whole, test = read(learned[0]), next((each for each in tests if each is not None), None)
    if whole is None:
        raise UserError("{path} has no column of labels, so nothing can be learned from it.", path=learned[0])
    return divided(learned[0].name.partition(".")[0], learned[0].parent, whole, test)


def read(path: Path) -> LabelledImages | None:
    """Return the images and labels of a table; None where it has no labels, as Kaggle's test.csv. Raises UserError."""
    try:
        with _lines(path) as lines:
            first = next(iter(lines), "")[:LONGEST_LINE].strip().lstrip("\ufeff")
            names = [name.strip().strip('"').lower() for name in first.split(",")]
            is_head = any(not _is_number(name) for name in names)
            numbers = _numbers(lines if is_head else chain([first], lines), len(names), path)
    except OSError as error:
        raise unreadable(path, error) from None
    except (UnicodeDecodeError, *DAMAGED, *DAMAGE):
        raise UserError("{path} is not a table of numbers.", path=path) from None
    column = _label_column(names if is_head else [], numbers)
    if column is None:
        return None
    return arrays.labelled_images(np.delete(numbers, column, axis=1), numbers[:, column], str(path))


def _files(path: Path) -> list[Path]:
    found = [path] if presence.is_file(path) else sorted(each for each in path.iterdir() if presence.is_file(each))
    return [each for each in found if each.name.lower().endswith(ENDINGS)]


@contextmanager
def _lines(path: Path) -> Generator[IO[str], None, None]:
    if path.suffix.lower() == ".zip":
        with zipfile.ZipFile(path) as archive, archive.open(archive.namelist()[0]) as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8")
    elif path.suffix.lower() == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as text:
            yield cast("IO[str]", text)
    else:
        with path.open(encoding="utf-8") as file:
            yield file


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _numbers(lines: Iterable[str], columns: int, path: Path) -> NDArray[np.generic]:
    """Return the rows as unsigned bytes, or as float32 where one is no such number; a part at a time."""
    lines, parts, rows = iter(lines), list[NDArray[np.generic]](), 0
    while some := list(islice(lines, ROWS_AT_ONCE)):
        part = np.loadtxt(some, np.float32, delimiter=",", ndmin=2)
        rows += len(part)
        if part.shape[1] != columns or rows > arrays.MOST_IMAGES:
            raise UserError("{path} has rows of different lengths, or too many.", path=path)
        is_whole = bool(((part >= 0) & (part <= 255) & (part == np.rint(part))).all())
        parts.append(part.astype(np.uint8) if is_whole else part)
    if not parts:
        raise UserError("{path} is empty.", path=path)
    return np.concatenate(parts)


def _label_column(names: list[str], numbers: NDArray[np.generic]) -> int | None:
    """Return the column of labels: by its name, or else the first or the last, whichever is one too many."""
    named = next((names.index(name) for name in LABEL_NAMES if name in names), None)
    if named is not None:
        return named
    if numbers.shape[1] - 1 not in {side * side for side in arrays.SIDES}:
        return None
    first = numbers[:, 0]
    return 0 if first.max() <= CLASSES and len(np.unique(first)) > 1 else numbers.shape[1] - 1
