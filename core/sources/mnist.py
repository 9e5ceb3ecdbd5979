"""MNIST's four original files: their names, what they must be, where they come from, and how they are divided."""

from functools import partial
from pathlib import Path

from core.digits.dataset import DOWNLOAD, Dataset, LabelledImages, Source, checksum
from core.errors import UserError
from core.files import assets
from core.files.whole import is_whole
from core.sources import idx
from core.sources.downloads import Download, RemoteFile

NAME = "mnist"
TITLE = "MNIST"
CHECKSUM = "a5d6a04bb2a989b36e719bf96f7b28c594d62dce811eafa45cde12c30c1542d2"  # of all its images with their labels
VALIDATION = 5_000  # the first of the 60,000, as the tutorial's own loader split them

KNOWN = [line.split() for line in assets.text("mnist.txt").splitlines()[1:]]
FILES = tuple(RemoteFile(name, int(size), partial(is_whole, sha256=sha256), sha256) for name, size, sha256 in KNOWN)
TRAIN_IMAGES, TRAIN_LABELS, TEST_IMAGES, TEST_LABELS = FILES
TRAINING = (TRAIN_IMAGES, TRAIN_LABELS)
REMOTE = Download(
    title=TITLE,
    mirrors=("https://storage.googleapis.com/cvdf-datasets/mnist", "https://ossci-datasets.s3.amazonaws.com/mnist"),
    files=FILES,
)


def missing(folder: Path) -> tuple[RemoteFile, ...]:
    """Return those of the four files that are not whole in a folder."""
    return tuple(file for file in FILES if not file.is_whole(folder / file.name))


def load(folder: Path) -> Dataset:
    """Return MNIST from a folder of downloads; raises UserError when one of its four files is missing or damaged."""
    for file in missing(folder):
        raise UserError("{folder} is missing or damaged: fetch MNIST's four files again.", folder=folder / file.name)
    learned = idx.read_pair(folder / TRAIN_IMAGES.name, folder / TRAIN_LABELS.name)
    test = idx.read_pair(folder / TEST_IMAGES.name, folder / TEST_LABELS.name)
    return divided(learned, test, Source(DOWNLOAD))


def is_mnist(learned: LabelledImages, test: LabelledImages) -> bool:
    """Return whether these are MNIST's 60,000 images to learn from and its 10,000 test images."""
    return checksum(learned, test) == CHECKSUM


def divided(learned: LabelledImages, test: LabelledImages, source: Source) -> Dataset:
    """Return MNIST in three parts: 55,000 training, 5,000 validation, 10,000 test."""
    return Dataset(NAME, TITLE, source, learned[VALIDATION:], learned[:VALIDATION], test)
