"""Any folder of IDX files becomes a data set: which files go together, their division, the names of the classes."""

from dataclasses import dataclass
from pathlib import Path

from core.digits import class_names
from core.digits.dataset import CLASSES, Dataset, LabelledImages
from core.errors import UserError, unreadable
from core.files import presence
from core.sources import idx, mnist
from core.sources.division import divided

CLASS_FILE = "classes.txt"
LONGEST_CLASS_FILE = 10_000  # bytes
TEST_WORDS = ("t10k", "test")


@dataclass(frozen=True, slots=True)
class Pair:
    """A file of images and the file of their labels."""

    images: Path
    labels: Path

    @property
    def is_test(self) -> bool:
        """Whether the name says that these are for the test."""
        return any(word in self.images.name.lower() for word in TEST_WORDS)


def holds_idx(folder: Path) -> bool:
    """Return whether a path is a folder that has a file named as IDX images are."""
    return presence.is_folder(folder) and bool(_image_files(folder))


def load(folder: Path) -> Dataset:
    """Return the data set of a folder: MNIST where the files are its own, else whatever they hold.

    Raises UserError when files are missing, not whole or do not go together, or when two sets lie there.
    """
    pairs = [_pair(path) for path in _image_files(folder)]
    learned = _read(_only([pair for pair in pairs if not pair.is_test], folder, is_test=False))
    tested = [pair for pair in pairs if pair.is_test]
    if not tested and mnist.is_training(learned):
        raise UserError(
            "{folder} lacks {name} and {name_2}: fetch them too.",
            folder=folder,
            name=mnist.TEST_IMAGES.name,
            name_2=mnist.TEST_LABELS.name,
        )
    test = _read(_only(tested, folder, is_test=True)) if tested else None
    return divided(_name(folder), folder, learned, test, classes_of(folder))


def classes_of(folder: Path) -> tuple[str, ...]:
    """Return the ten names of the classes: from classes.txt, by the folder's name, or else the digits.

    Raises UserError when classes.txt cannot be read or has no name or more than ten.
    """
    path = folder / CLASS_FILE
    if not presence.exists(path):
        return class_names.by_name(_name(folder))
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = file.read(LONGEST_CLASS_FILE)
    except (OSError, UnicodeDecodeError):
        raise UserError("{path} cannot be read: write one class name a line, as plain text.", path=path) from None
    names = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not 1 <= len(names) <= CLASSES:
        raise UserError(
            "{path} names {names} classes; write 1 to {classes}, one a line.",
            path=path,
            names=len(names),
            classes=CLASSES,
        )
    return class_names.filled_up(names)


def _image_files(folder: Path) -> list[Path]:
    """Return the IDX files of images; of a plain file and the same one compressed, only the plain one."""
    try:
        found = sorted(path for path in folder.iterdir() if _names_images(path) and presence.is_file(path))
    except OSError as error:
        raise unreadable(folder, error) from None
    plain = {path.name.lower() for path in found}
    return [path for path in found if path.suffix.lower() != ".gz" or path.stem.lower() not in plain]


def _names_images(path: Path) -> bool:
    name = path.name.lower()
    return "images" in name and ("idx" in name or "ubyte" in name) and not name.startswith(".")


def _pair(images: Path) -> Pair:
    stem = images.name.lower().removesuffix(".gz").replace("images", "labels").replace("idx3", "idx1")
    beside = {path.name.lower(): path for path in images.parent.iterdir() if presence.is_file(path)}
    for name in (stem, stem + ".gz"):
        if name in beside:
            return Pair(images, beside[name])
    raise UserError("{images} has no labels: {stem} or {stem}.gz is missing beside it.", images=images, stem=stem)


def _only(pairs: list[Pair], folder: Path, is_test: bool) -> Pair:
    if not pairs:
        if is_test:
            raise UserError(
                "{folder} has no IDX files of images and labels for the test: choose another folder.", folder=folder
            )
        raise UserError(
            "{folder} has no IDX files of images and labels to learn from: choose the folder that holds them.",
            folder=folder,
        )
    if len(pairs) > 1:
        names = ", ".join(pair.images.name for pair in pairs)
        raise UserError(
            "{folder} holds more than one data set ({names}): put each in a folder of its own.",
            folder=folder,
            names=names,
        )
    return pairs[0]


def _read(pair: Pair) -> LabelledImages:
    return idx.read_pair(pair.images, pair.labels)


def _name(folder: Path) -> str:
    """Return what a folder's data set is called; torchvision keeps the files in `raw`, below the name."""
    whole = folder.resolve()
    return (whole.parent if whole.name == "raw" else whole).name or "data"
