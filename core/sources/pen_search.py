"""Pen digits, 7,494 by 30 writers: read, and searched for in the user's folder, its `strokes/`, the cache, a download.

They are UCI's "Pen-Based Recognition of Handwritten Digits" (E. Alpaydin and F. Alimoglu, 1996, CC BY 4.0,
https://doi.org/10.24432/C5MG6K) as JSON lines or in the original UNIPEN text, plain, .gz or upstream's .Z, which is
verified after decompression.
"""

import hashlib
from pathlib import Path

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError, reading
from core.files import folders, packed, presence
from core.progress import UNWATCHED, Work
from core.sources import downloads, unipen
from core.sources.search import requested_folder
from core.words import mark

NAME = "pendigits"
STROKES = "strokes"
UNIPEN_NAMES = ("pendigits-orig.tra", "pendigits-orig.tra.gz", "pendigits-orig.tra.Z")
LINES_NAMES = ("pendigits-train.jsonl", "pendigits-train.jsonl.gz")
SHA256 = "a66225d68d7d68591e62944df1ad33b3f5aa608e2df2505844b41f5568a80da4"  # decompressed
SIZE = 3_641_673  # bytes, decompressed


def find_pen_digits(
    folder: Path | None = None, work: Work = UNWATCHED, *, may_download: bool = True
) -> list[LabelledDrawing]:
    """Return the 7,494 pen digits: from `folder` or DIGITSCOPE_DATA, from the cache, or downloaded.

    Raises CancelledError, and UserError when there are none or a file that should hold them is damaged.
    """
    requested = requested_folder(folder)
    path = file_in(requested) if requested is not None else None
    if path is not None:
        return read(path)
    found = stored(folders.of("data", NAME)) or (downloaded(work) if may_download else None)
    if not found:
        text = mark("there are no pen digits on this machine: allow the download, or put {name} into {cache}.")
        raise UserError(text, name=UNIPEN_NAMES[0], cache=folders.of("data", NAME))
    return found


def downloaded(work: Work = UNWATCHED, source: downloads.Download | None = None) -> list[LabelledDrawing] | None:
    """Return the pen digits from the cache, fetched where they are not whole; raises UserError and CancelledError."""
    downloads.download(source or REMOTE, folders.of("data", NAME), work)
    return stored(folders.of("data", NAME))


def are_there(folder: Path | None = None) -> bool:
    """Return whether `find_pen_digits` has a file to read without a download, whole or not. Raises UserError."""
    places = (requested_folder(folder), folders.of("data", NAME))
    return any(place is not None and file_in(place) is not None for place in places)


def file_in(folder: Path) -> Path | None:
    """Return the file of pen digits in a folder or in its `strokes/`; None when there is none. Raises UserError."""
    places = [place / name for place in (folder, folder / STROKES) for name in UNIPEN_NAMES + LINES_NAMES]
    with reading(folder):
        return next((path for path in places if presence.is_file(path)), None)


def read(path: Path) -> list[LabelledDrawing]:
    """Return the pen digits of a file, UNIPEN text or JSON lines; raises UserError when it is damaged."""
    if path.name in LINES_NAMES:
        return stroke_lines.read(path)
    text = decompressed(path)
    if hashlib.sha256(text).hexdigest() != SHA256:
        raise UserError("{path} is not UCI's pendigits-orig.tra, or is damaged: fetch it again.", path=path)
    return list(unipen.parsed(text.decode("ascii")))


def stored(folder: Path) -> list[LabelledDrawing] | None:
    """Return the pen digits of a folder; None when there are none or the file is damaged."""
    path = file_in(folder)
    try:
        return read(path) if path is not None else None
    except UserError:
        return None


def is_whole(path: Path) -> bool:
    """Return whether a file is there and holds the published text, in whatever way it is compressed."""
    try:
        return hashlib.sha256(decompressed(path)).hexdigest() == SHA256
    except (OSError, UserError):
        return False


def are_whole(folder: Path) -> bool:
    """Return whether a folder has all pen digits, undamaged; UNIPEN text is not taken apart for it: that takes long."""
    path = file_in(folder)
    return path is not None and (is_whole(path) if path.name in UNIPEN_NAMES else stored(folder) is not None)


def decompressed(path: Path) -> bytes:
    """Return what a file decompresses to, hardly more than the published text; raises UserError."""
    with packed.opened(path) as (file, _):
        raw = file.read(SIZE + 1)
    return packed.unpacked(raw, SIZE) if raw.startswith(packed.Z_START) else raw


REMOTE = downloads.Download(
    title=mark("the pen digits"),
    mirrors=("https://archive.ics.uci.edu/ml/machine-learning-databases/pendigits",),
    files=(downloads.RemoteFile("pendigits-orig.tra.Z", 3_000_000, is_whole),),
)
