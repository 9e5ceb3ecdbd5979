"""The search for pen digits: the user's folder or its `strokes/`, the cache, a download."""

from pathlib import Path

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, unreadable
from core.files import folders, presence
from core.progress import IsCancelled, Report, never, no_report
from core.sources import downloads, unipen
from core.sources.search import requested_folder
from core.words import mark

NAME = "pendigits"
STROKES = "strokes"
UNIPEN_NAMES = ("pendigits-orig.tra", "pendigits-orig.tra.gz", "pendigits-orig.tra.Z")
LINES_NAMES = ("pendigits-train.jsonl", "pendigits-train.jsonl.gz")
REMOTE = downloads.Download(
    title=mark("the pen digits"),
    mirrors=("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits",),
    files=(downloads.RemoteFile("pendigits-orig.tra.Z", 3_000_000, unipen.is_whole),),
)


def find_pen_digits(
    folder: Path | None = None,
    *,
    may_download: bool = True,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
) -> list[LabelledDrawing]:
    """Return the 7,494 pen digits: from `folder` or DIGITSCOPE_DATA, from the cache, or downloaded.

    Raises CancelledError, and UserError when there are none or a file that should hold them is damaged.
    """
    requested = requested_folder(folder)
    path = file_in(requested) if requested is not None else None
    if path is not None:
        return read(path)
    found = _stored() or (downloaded(report, is_cancelled) if may_download else None)
    if not found:
        raise UserError(
            "there are no pen digits on this machine: allow the download, or put {name} into {cache}.",
            name=UNIPEN_NAMES[0],
            cache=pen_cache(),
        )
    return found


def downloaded(
    report: Report = no_report, is_cancelled: IsCancelled = never, source: downloads.Download = REMOTE
) -> list[LabelledDrawing] | None:
    """Return the pen digits from the user's cache, first fetching them where they are not whole there.

    Raises UserError and CancelledError.
    """
    downloads.download(source, pen_cache(), report, is_cancelled)
    return _stored()


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
    if path is None or path.name in UNIPEN_NAMES:
        return path is not None and unipen.is_whole(path)
    return _stored(folder) is not None


def pen_cache() -> Path:
    """Return the folder of downloaded pen digits."""
    return folders.data_cache() / NAME


def _stored(folder: Path | None = None) -> list[LabelledDrawing] | None:
    """Return the pen digits of a folder, or the cache; None when there are none or the file is damaged."""
    path = file_in(folder or pen_cache())
    try:
        return read(path) if path is not None else None
    except UserError:
        return None
