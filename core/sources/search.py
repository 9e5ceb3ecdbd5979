"""The search for a data set: the user's folder, the cache, Keras' cache, a download, at last practice digits."""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from core.digits.dataset import DIGITS, KERAS_COPY, Dataset, LabelledImages, Source
from core.errors import UserError
from core.files import folders, presence
from core.progress import UNWATCHED, CancelledError, Work
from core.sources import array_files, downloads, drawing_processes, forms, image_cache, mnist, practice

DATA_VARIABLE, KERAS_VARIABLE = "DIGITSCOPE_DATA", "KERAS_HOME"
ENOUGH = 1_000  # training images, for lessons

Note = Callable[[str], None]  # takes one sentence that the user should read
First = Callable[[Dataset], None]


def find(
    folder: Path | None = None,
    *,
    may_download: bool = True,
    work: Work = UNWATCHED,
    note: Note = lambda _: None,
    first: First = lambda _: None,
    source: downloads.Download = mnist.REMOTE,
) -> Dataset:
    """Return the first data set there is: in `folder` or DIGITSCOPE_DATA, cached, downloaded, practice digits.

    note : given why the download failed, when practice digits take its place; first : as in practice_digits
    Raises CancelledError, and UserError when the requested folder holds no whole data set.
    """
    found = on_disk(folder)
    if found is not None:
        return found
    if may_download:
        try:
            return downloaded(work, source)
        except CancelledError:
            raise
        except UserError as error:
            note(str(error))
    return practice_digits(work=work, first=first)


def requested_folder(folder: Path | None = None) -> Path | None:
    """Return the folder that an argument or DIGITSCOPE_DATA requests; None when neither is set."""
    if folder is not None:
        return folder
    named = os.environ.get(DATA_VARIABLE)
    return folders.expanded(named) if named else None


def on_disk(folder: Path | None = None) -> Dataset | None:
    """Return the data set of the requested folder, else of a cache; None where there is none. Raises UserError."""
    requested = requested_folder(folder)
    return in_cache() if requested is None else forms.opened(requested)


def are_for_lessons(dataset: Dataset) -> bool:
    """Whether lessons can be taken on a data set: it has digits, and enough of them to learn from."""
    return dataset.class_names == DIGITS and len(dataset.training) >= ENOUGH


def for_lessons(folder: Path | None, work: Work, first: First) -> Dataset:
    """Return the requested digits or MNIST, where it is on this machine, and else practice digits."""
    for look in (partial(on_disk, folder), in_cache):
        with suppress(UserError):
            dataset = look()
            if dataset is not None and are_for_lessons(dataset):
                return dataset
    return practice_digits(work=work, first=first)


def in_cache() -> Dataset | None:
    """Return MNIST from the user's cache or Keras', every file verified; None when neither holds it whole."""
    cache = folders.of("data", mnist.NAME)
    if not mnist.missing(cache):
        return mnist.load(cache)
    home = os.environ.get(KERAS_VARIABLE)
    path = (Path(home) if home else folders.expanded("~/.keras")) / "datasets" / "mnist.npz"
    with suppress(OSError, UserError):
        found = array_files.load(path) if presence.is_file(path) else None
        if found is not None and found.title == mnist.TITLE:  # else it is damaged, or holds other images
            return replace(found, source=Source(KERAS_COPY, str(path)))
    return None


def downloaded(work: Work = UNWATCHED, source: downloads.Download = mnist.REMOTE) -> Dataset:
    """Return MNIST from the user's cache, first fetching what is not whole there.

    Raises UserError and CancelledError.
    """
    downloads.download(source, folders.of("data", mnist.NAME), work)
    return mnist.load(folders.of("data", mnist.NAME))


def practice_digits(
    count: int = practice.COUNT,
    work: Work = UNWATCHED,
    first: First = lambda _: None,
    parts: Iterable[LabelledImages] | None = None,
) -> Dataset:
    """Return practice digits, from the user's cache or drawn now by another process and cached where that is possible.

    first : where they must be drawn, this is given the first of them as a data set to begin with: its images stay in
    their parts
    parts : where they come from then, if somebody is drawing them already (practice.jobs)
    """

    def begin(some: LabelledImages) -> None:
        first(practice.divided(some, count))

    def make() -> LabelledImages:
        drawn = parts or drawing_processes.drawn(practice.jobs(count), practice.WHAT, work.is_cancelled)
        return practice.drawn(count, 0, work, drawn, begin)

    return practice.divided(image_cache.stored(_practice_path(count), make))


def are_practice_digits_stored(count: int = practice.COUNT) -> bool:
    """Return whether the user's cache has all practice digits, undamaged and as they would be drawn now."""
    return image_cache.read(_practice_path(count)) is not None


def _practice_path(count: int) -> Path:
    first = practice.drawn(min(count, practice.FIRST))
    return image_cache.path_of(folders.of("data", practice.NAME), f"{practice.NAME}-{count}", first)


def mnist_training_files(dataset: Dataset) -> tuple[Path, Path] | None:
    """Return where the packed training images and labels of a data set lie; None where they are not MNIST's four."""
    place = dataset.source.place
    folder = Path(place) if place else folders.of("data", mnist.NAME)
    images, labels = (folder / file.name for file in mnist.TRAINING)
    is_there = dataset.name == mnist.NAME and presence.exists(images) and presence.exists(labels)
    return (images, labels) if is_there else None
