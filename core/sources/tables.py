"""Data sets as tables of text: a row an image, its label in one column or ten, its pixels in others; or libsvm's pairs.

Kaggle has MNIST so (train.csv), UCI its digits (optdigits.tra, semeion.data), others USPS (zip.train, usps.bz2).
"""

import bz2
import gzip
import io
import lzma
import zipfile
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, LabelledImages
from core.errors import DAMAGE, UserError, instead_of, reading
from core.files import presence
from core.sources import arrays

ENDINGS = (".csv", ".tsv")
# of files that are looked into, as they may be anything
OTHERS = ("", ".txt", ".data", ".tra", ".tes", ".train", ".test", ".t", ".tr", ".scale", ".libsvm", ".svm")
PACKED: dict[str, Callable[..., IO[str]]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
NO_TABLE = "sample_submission"  # of Kaggle's, which lies beside the tables
LABEL_NAMES = ("label", "labels", "class", "target", "y", "digit")
NUMBER_NAMES = ("", "id", "index", "unnamed: 0")  # of a column that numbers the rows, as pandas writes one
ROWS_AT_ONCE = 5_000
LONGEST_LINE = 20_000  # characters
WIDTHS = {pixels + more for pixels in arrays.SQUARES for more in (1, CLASSES)}  # numbers of a row with its label
FEWEST_PAIRS = 10  # numbered values that a row of libsvm's has


def files(path: Path) -> list[Path]:
    """Return the tables that a path leads to."""
    found = [path] if presence.is_file(path) else sorted(each for each in path.iterdir() if presence.is_file(each))
    return [each for each in found if _is_table(each) and NO_TABLE not in each.name.lower()]


def read(path: Path) -> LabelledImages | None:
    """Return the images and labels of a table; None where it has no labels, as Kaggle's test.csv. Raises UserError."""
    no_table = UserError("{path} is not a table of numbers.", path=path)
    with instead_of((IndexError, lzma.LZMAError, *DAMAGE), no_table), reading(path), _lines(path) as lines:
        first = _first_of(lines)
        if not first and not lines.readline(1):
            raise UserError("{path} is empty.", path=path)
        if not first or "\0" in first:
            raise no_table
        if _has_pairs(first):
            numbers, names = _of_pairs(chain([first], lines), path), [LABEL_NAMES[0]]
        else:
            names, numbers = _of_columns(first, lines, path)
    for number in [at for at, name in enumerate(names) if name in NUMBER_NAMES][::-1]:
        if set(LABEL_NAMES) & set(names) or (np.diff(numbers[:, number]) == 1).all():  # else it may be the labels
            names, numbers = names[:number] + names[number + 1 :], np.delete(numbers, number, axis=1)
    columns = _label_columns(names, numbers)
    if not columns:
        return None
    labels = numbers[:, columns] if len(columns) > 1 else numbers[:, columns[0]]
    return arrays.labelled_images(np.delete(numbers, columns, axis=1), labels, str(path))


def _is_table(path: Path) -> bool:
    """Return whether a file is a table, by its name or by its first line."""
    plain = path.with_suffix("") if path.suffix.lower() in (*PACKED, ".zip") else path
    if plain.suffix.lower() in ENDINGS:
        return True
    if plain.suffix.lower() not in OTHERS or path.name.startswith("."):
        return False
    try:
        with _lines(path) as lines:
            line = _first_of(lines)
    except (OSError, IndexError, lzma.LZMAError, *DAMAGE):
        return False
    values = line.replace(",", " ").replace('"', "").split()
    return _has_pairs(line) or (len(values) in WIDTHS and all(map(_is_number, values)))


@contextmanager
def _lines(path: Path) -> Generator[IO[str], None, None]:
    suffix = path.suffix.lower()
    if suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
            name = next((each for each in names if Path(each).suffix.lower() in ENDINGS), names[0])
            with archive.open(name) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", errors="replace")
    else:  # what is no UTF-8 is no number either, but may be in the names of columns
        with PACKED.get(suffix, open)(path, "rt", encoding="utf-8", errors="replace") as text:
            yield text


def _first_of(lines: IO[str]) -> str:
    """Return the first line, of 20 at most, that is neither empty nor a comment."""
    begun = (lines.readline(LONGEST_LINE).strip().lstrip("\ufeff") for _ in range(20))
    return next((line for line in begun if line and not line.startswith("#")), "")


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _has_pairs(line: str) -> bool:
    label, *values = line.split()[: FEWEST_PAIRS + 1] or [""]
    return len(values) == FEWEST_PAIRS and _is_number(label) and all(":" in value for value in values)


def _of_pairs(lines: Iterable[str], path: Path) -> NDArray[np.generic]:
    """Return libsvm's rows, `label number:value ...`, as rows of a label and pixels; those not said are 0."""
    rows = [dict(pair.split(":") for pair in f"0:{line.strip()}".split()) for line in islice(lines, arrays.MOST_IMAGES)]
    widest = max(int(number) for row in rows for number in row)
    pixels = next((each for each in arrays.SQUARES if widest <= each), 0)
    if not pixels:
        raise UserError("{path} has rows of different lengths, or too many.", path=path)
    made = np.zeros((len(rows), 1 + pixels), np.float32)
    for at, row in enumerate(rows):
        made[at, [int(number) for number in row]] = [float(value) for value in row.values()]
    return made


def _of_columns(first: str, lines: Iterable[str], path: Path) -> tuple[list[str], NDArray[np.generic]]:
    """Return the columns' names, where the first line has them, and the rows, as unsigned bytes or else float32."""
    delimiter = next((mark for mark in (",", ";", "\t") if mark in first), None)
    names = [name.strip().strip('"').lower() for name in first.split(delimiter)]
    is_head = any(not _is_number(name) for name in names)
    lines, parts, rows = iter(lines if is_head else chain([first], lines)), list[NDArray[np.generic]](), 0
    while some := list(islice(lines, ROWS_AT_ONCE)):
        part = np.loadtxt(some, np.float32, delimiter=delimiter, ndmin=2, quotechar='"')
        rows += len(part)
        if part.shape[1] != len(names) or rows > arrays.MOST_IMAGES:
            raise UserError("{path} has rows of different lengths, or too many.", path=path)
        is_whole = bool(((part >= 0) & (part <= 255) & (part == np.rint(part))).all())
        parts.append(part.astype(np.uint8) if is_whole else part)
    if not parts:
        raise UserError("{path} is empty.", path=path)
    return names if is_head else [], np.concatenate(parts)


def _label_columns(names: list[str], numbers: NDArray[np.generic]) -> list[int]:
    """Return the columns of labels: by name, or else the first, the last or the last ten, whatever is too many."""
    named = next((names.index(name) for name in LABEL_NAMES if name in names), None)
    if named is not None:
        return [named]
    width = numbers.shape[1]
    if width - CLASSES in arrays.SQUARES:
        return list(range(width - CLASSES, width))
    if width - 1 not in arrays.SQUARES:
        return []
    first = numbers[:, 0]
    return [0 if first.max() <= CLASSES and len(np.unique(first)) > 1 else width - 1]
