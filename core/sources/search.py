"""The search for a data set: the user's folder, the cache, Keras' cache, a download, at last practice digits."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError
from core.files import folders
from core.progress import CancelledError, IsCancelled, Report, never, no_report
from core.sources import downloads, elsewhere, forms, image_cache, keras_cache, mnist, practice, remote

DATA_VARIABLE = "DIGITSCOPE_DATA"

Note = Callable[[str], None]  # takes one sentence that the user should read


def no_note(sentence: str) -> None:
    """Tell nobody."""


def find(
    folder: Path | None = None,
    *,
    may_download: bool = True,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
    note: Note = no_note,
    first: Callable[[Dataset], None] | None = None,
    environment: Mapping[str, str] = os.environ,
    source: downloads.Source = remote.MNIST,
) -> Dataset:
    """Return the first data set there is: in `folder` or DIGITSCOPE_DATA, cached, downloaded, practice digits.

    note : told why the download failed, when practice digits take its place; first : as in practice_digits
    Raises CancelledError, and UserError when the folder asked for holds no whole data set.
    """
    asked = asked_folder(folder, environment)
    if asked is not None:
        return in_folder(asked)
    cached = in_cache(environment)
    if cached is not None:
        return cached
    if may_download:
        try:
            return downloaded(environment, report, is_cancelled, source)
        except CancelledError:
            raise
        except UserError as error:
            note(str(error))
    return practice_digits(environment, report=report, is_cancelled=is_cancelled, first=first)


def asked_folder(folder: Path | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the folder asked for, by argument or by DIGITSCOPE_DATA; None when neither is set."""
    if folder is not None:
        return folder
    named = environment.get(DATA_VARIABLE)
    return folders.expanded(named) if named else None


def in_folder(folder: Path) -> Dataset:
    """Return the data set in a folder or file of any form that can be read (core.sources.forms); raises UserError."""
    return forms.opened(folder)


def in_cache(environment: Mapping[str, str] = os.environ) -> Dataset | None:
    """Return MNIST from the user's cache or Keras', every file verified; None when neither holds it whole."""
    cache = mnist_cache(environment)
    if not mnist.missing(cache):
        return mnist.load(cache, "downloaded")
    return keras_cache.load(keras_cache.default_path(environment))


def downloaded(
    environment: Mapping[str, str] = os.environ,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
    source: downloads.Source = remote.MNIST,
) -> Dataset:
    """Return MNIST from the user's cache, first fetching what is not whole there.

    Raises UserError and CancelledError.
    """
    cache = mnist_cache(environment)
    downloads.download(source, cache, report, is_cancelled)
    return mnist.load(cache, "downloaded")


def practice_digits(
    environment: Mapping[str, str] = os.environ,
    count: int = practice.COUNT,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
    first: Callable[[Dataset], None] | None = None,
) -> Dataset:
    """Return practice digits, from the user's cache or drawn now by another process and cached where that is possible.

    first : where they must be drawn, this is given the first of them as a data set to begin with: its images stay in
    their parts
    """

    def begin(some: LabelledImages) -> None:
        if first is not None:
            first(practice.divided(some, count))

    def make() -> LabelledImages:
        parts = elsewhere.images(count, is_cancelled=is_cancelled)
        return practice.drawn(count, 0, report, is_cancelled, parts, begin)

    return practice.divided(image_cache.kept(*_in_practice_cache(environment, count), make))


def are_practice_digits_kept(environment: Mapping[str, str] = os.environ, count: int = practice.COUNT) -> bool:
    """Return whether the user's cache has all practice digits, undamaged and as they would be drawn now."""
    return image_cache.are_kept(*_in_practice_cache(environment, count))


def practice_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of practice digits that were drawn."""
    return folders.data_cache(environment) / practice.NAME


def _in_practice_cache(environment: Mapping[str, str], count: int) -> tuple[Path, str, LabelledImages]:
    """Return folder, name and first images, by which the cache knows so many practice digits."""
    first = practice.drawn(min(count, practice.FIRST))
    return practice_cache(environment), f"{practice.NAME}-{count}", first


def mnist_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of downloaded MNIST files."""
    return folders.data_cache(environment) / mnist.NAME
