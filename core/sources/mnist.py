"""MNIST's four original files: their names, what they must be, and how they are divided."""

from dataclasses import dataclass
from pathlib import Path

from core.digits.dataset import DOWNLOAD, Dataset, LabelledImages, Source
from core.errors import UserError
from core.files.whole import is_whole
from core.sources import idx

NAME = "mnist"
TITLE = "MNIST"
VALIDATION = 5_000  # the first of the 60,000, as the tutorial's own loader split them


@dataclass(frozen=True, slots=True)
class WholeFile:
    """A file that is known byte for byte."""

    name: str
    size: int  # bytes
    sha256: str
    content_sha256: str  # of what it decompresses to


TRAIN_IMAGES = WholeFile(
    "train-images-idx3-ubyte.gz",
    9_912_422,
    "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
    "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
)
TRAIN_LABELS = WholeFile(
    "train-labels-idx1-ubyte.gz",
    28_881,
    "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
    "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
)
TEST_IMAGES = WholeFile(
    "t10k-images-idx3-ubyte.gz",
    1_648_877,
    "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
    "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
)
TEST_LABELS = WholeFile(
    "t10k-labels-idx1-ubyte.gz",
    4_542,
    "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
    "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
)
TRAINING = (TRAIN_IMAGES, TRAIN_LABELS)
FILES = (TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS)


def missing(folder: Path) -> tuple[WholeFile, ...]:
    """Return those of the four files that are not whole in a folder."""
    return tuple(file for file in FILES if not is_whole(folder / file.name, file.sha256))


def load(folder: Path) -> Dataset:
    """Return MNIST from a folder of downloads that holds its four files, whole.

    Raises UserError when one of them is missing or damaged.
    """
    for file in missing(folder):
        raise UserError("{folder} is missing or damaged: fetch MNIST's four files again.", folder=folder / file.name)
    learned = idx.read_pair(folder / TRAIN_IMAGES.name, folder / TRAIN_LABELS.name)
    test = idx.read_pair(folder / TEST_IMAGES.name, folder / TEST_LABELS.name)
    return divided(learned, test, Source(DOWNLOAD))


def is_training(learned: LabelledImages) -> bool:
    """Return whether these are MNIST's 60,000 images to learn from."""
    return _is(learned, TRAIN_IMAGES, TRAIN_LABELS)


def is_test(test: LabelledImages) -> bool:
    """Return whether these are MNIST's 10,000 test images."""
    return _is(test, TEST_IMAGES, TEST_LABELS)


def divided(learned: LabelledImages, test: LabelledImages, source: Source) -> Dataset:
    """Return MNIST in three parts: 55,000 training, 5,000 validation, 10,000 test."""
    return Dataset(NAME, TITLE, source, learned[VALIDATION:], learned[:VALIDATION], test)


def _is(found: LabelledImages, images: WholeFile, labels: WholeFile) -> bool:
    return (
        idx.labels_sha256(found.labels) == labels.content_sha256
        and idx.images_sha256(found.images) == images.content_sha256
    )
