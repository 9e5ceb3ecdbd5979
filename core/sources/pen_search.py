"""The search for pen digits: the user's folder or its `strokes/`, the cache, a download."""

import os
from collections.abc import Mapping
from pathlib import Path

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, unreadable
from core.files import folders, presence
from core.progress import IsCancelled, Report, never, no_report
from core.sources import downloads, remote, unipen
from core.sources.search import asked_folder

NAME = "pendigits"
STROKES = "strokes"
UNIPEN_NAMES = ("pendigits-orig.tra", "pendigits-orig.tra.gz", "pendigits-orig.tra.Z")
LINES_NAMES = ("pendigits-train.jsonl", "pendigits-train.jsonl.gz")


def find_pen_digits(
    folder: Path | None = None,
    *,
    may_download: bool = True,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
    environment: Mapping[str, str] = os.environ,
    source: downloads.Source = remote.PEN_DIGITS,
) -> list[LabelledDrawing]:
    """Return the 7,494 pen digits: from `folder` or DIGITSCOPE_DATA, from the cache, or downloaded.

    Raises CancelledError, and UserError when there are none or a file that should hold them is damaged.
    """
    asked = asked_folder(folder, environment)
    path = file_in(asked) if asked is not None else None
    if path is not None:
        return read(path)
    cache = pen_cache(environment)
    kept = _kept(cache)
    if kept is None and may_download:
        downloads.download(source, cache, report, is_cancelled)
        kept = _kept(cache)
    if kept is None:
        raise UserError(
            "there are no pen digits on this machine: allow the download, or put {unipen_names} into {cache}.",
            unipen_names=UNIPEN_NAMES[0],
            cache=cache,
        )
    return kept


def file_in(folder: Path) -> Path | None:
    """Return the file of pen digits in a folder or in its `strokes/`; None when there is none. Raises UserError."""
    places = [place / name for place in (folder, folder / STROKES) for name in UNIPEN_NAMES + LINES_NAMES]
    try:
        return next((path for path in places if presence.is_file(path)), None)
    except OSError as error:
        raise unreadable(folder, error) from None


def read(path: Path) -> list[LabelledDrawing]:
    """Return the pen digits of a file, UNIPEN text or JSON lines; raises UserError when it is damaged."""
    return stroke_lines.read(path) if path.name in LINES_NAMES else unipen.read(path)


def is_whole(folder: Path) -> bool:
    """Return whether a folder has the pen digits, all of them and undamaged."""
    path = file_in(folder)
    if path is None or path.name in LINES_NAMES:
        return _kept(folder) is not None
    return unipen.is_whole(path)


def pen_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Return the folder of downloaded pen digits."""
    return folders.data_cache(environment) / NAME


def _kept(cache: Path) -> list[LabelledDrawing] | None:
    """Return the pen digits of the cache; None when there are none or the file is damaged."""
    path = file_in(cache)
    try:
        return read(path) if path is not None else None
    except UserError:
        return None
