"""Any folder of IDX files becomes a data set: which files go together, their division, the names of the classes."""

import math
import re
from pathlib import Path

from core.digits.dataset import CLASSES, Dataset, class_names_of, ten_names
from core.errors import UserError, instead_of, reading
from core.files import presence
from core.sources import arrays, idx
from core.sources.division import divided

CLASS_FILE = "classes.txt"
LONGEST_CLASS_FILE = 10_000  # bytes
TEST_WORDS = ("t10k", "test")
DIGITS_WORD = "digits"
NOT_OF_SETS = re.compile("train|t10k|test|images|labels|idx.*|u?byte.*|[^a-z0-9]")
IMAGES = re.compile(r"(?!\.)(?=.*images).*(?:idx|ubyte)", re.IGNORECASE)
TEST_OR_TRAINING = re.compile("[-_. ]*(?:train|t10k|test|images)")
COPY = re.compile(r"\(\d+\)")  # what browsers add to a name that is there
MOST_FILES = 500  # of a folder that are looked into


def holds_idx(path: Path) -> bool:
    """Return whether a path is an IDX file, or a folder that has one of images."""
    return bool(_image_files(path) if presence.is_folder(path) else presence.is_file(path) and idx.shape(path))


def load(path: Path) -> Dataset:
    """Return the data set of a folder, or of a file in it; raises UserError for files that do not make just one set."""
    folder = path if presence.is_folder(path) else path.parent
    labels = {images: _labels_of(images) for images in _image_files(folder)}
    chosen, whole = _of_one_set(list(labels), "" if path == folder else _set_of(path)), folder.resolve()
    name = (whole.parent if whole.name == "raw" else whole).name or "data"  # torchvision has the files in `raw`
    if len(chosen) < len(labels):
        name = TEST_OR_TRAINING.split(chosen[0].name.lower())[0]
    parts: tuple[list[Path], list[Path]] = [], []  # to learn from, and to test with
    for images in chosen:
        parts[any(word in images.name.lower() for word in TEST_WORDS)].append(images)
    for part in parts:
        if len(part) > 1:
            values = {"folder": folder, "names": ", ".join(images.name for images in part)}
            raise UserError("{folder} holds more than one data set ({names}): open a file of one.", **values)
    learned, *test = [idx.read_pair(part[0], labels[part[0]]) for part in parts if part]
    return divided(name, folder, learned, test[0] if test else None, classes_of(folder, name))


def _of_one_set(files: list[Path], wanted: str) -> list[Path]:
    """Return the images of a set, as EMNIST has six in a folder; where none is named, those of digits."""
    sets = {_set_of(images) for images in files}
    if wanted not in sets:
        wanted = next((each for each in sorted(sets) if DIGITS_WORD in each), "")
    return [images for images in files if not wanted or _set_of(images) == wanted]


def _set_of(path: Path) -> str:
    """Return what is left of a file's name without what says of which part it is; "" of MNIST's own."""
    return NOT_OF_SETS.sub("", path.name.lower())


def classes_of(folder: Path, name: str) -> tuple[str, ...]:
    """Return the ten classes' names, from classes.txt or by the folder's name; raises UserError for a wrong file."""
    path = folder / CLASS_FILE
    if not presence.exists(path):
        return class_names_of(name)
    no_text = UserError("{path} cannot be read: write one class name a line, as plain text.", path=path)
    with instead_of((OSError, UnicodeDecodeError), no_text), path.open(encoding="utf-8-sig") as file:
        text = file.read(LONGEST_CLASS_FILE)
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not 1 <= len(names) <= CLASSES:
        values = {"path": path, "names": len(names), "classes": CLASSES}
        raise UserError("{path} names {names} classes; write 1 to {classes}, one a line.", **values)
    return ten_names(names)


def _image_files(folder: Path) -> list[Path]:
    """Return the IDX files of images; of a plain file and the same one compressed, or a copy of it, only the first."""
    with reading(folder):
        files = [path for path in sorted(folder.iterdir())[:MOST_FILES] if presence.is_file(path)]
        found = [each for each in files if IMAGES.match(each.name) or math.prod(idx.shape(each)[1:]) in arrays.SQUARES]
    found = [path for path in found if not COPY.search(path.name)] or found
    plain = {path.name.lower() for path in found}
    return [path for path in found if path.suffix.lower() != ".gz" or path.stem.lower() not in plain]


def _labels_of(images: Path) -> Path:
    """Return the file of the labels that are named as images are, or else of the only ones that are as many."""
    stem = images.name.lower().removesuffix(".gz").replace("images", "labels").replace("idx3", "idx1")
    files = sorted(images.parent.iterdir())[:MOST_FILES]
    beside = {path.name.lower(): path for path in files if presence.is_file(path)}
    for name in (stem, stem + ".gz"):
        if name in beside and "labels" in name:
            return beside[name]
    shapes = {path: idx.shape(path) for path in beside.values()}
    some = [path for path, shape in shapes.items() if shape[:1] == shapes[images][:1] and len(shape) in (1, 2)]
    some = [path for path in some if math.prod(shapes[path][1:]) not in arrays.SQUARES]
    if shapes[images] and len(some) == 1:
        return some[0]
    raise UserError("{images} has no labels: {stem} or {stem}.gz is missing beside it.", images=images, stem=stem)
