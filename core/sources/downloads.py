"""Downloads of whole, verified files into a folder, from several mirrors in turn.

A file gets its final name only when it is verified; until then it lies in a temporary folder that
names the process filling it. No thread is made here: whoever must not wait calls this on a thread of its own.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from core.errors import UserError, os_errors_as
from core.files.whole import clear_leftovers, part_of, put_in_place
from core.progress import UNWATCHED, Work, go_on
from core.words import mark, said, say

if TYPE_CHECKING:
    from core.sources.fetching import Fetch

ROUNDS = 3  # times that a file is requested of each mirror at most
BACKOFF_S = 0.5  # seconds before the second round, doubled before each further one
NAP_S = 0.05  # seconds between two looks at whether the user has cancelled


class MirrorError(Exception):
    """A mirror did not give the file, and why, behind its name; is_final : whether asking it again is of no use."""

    def __init__(self, reason: str, is_final: bool = False) -> None:
        super().__init__(reason)
        self.is_final = is_final


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file to fetch.

    most_bytes : more than that is not it
    is_whole : says whether the file at a path is the right one, complete and undamaged
    sha256 : of the file as it is sent; None where only its content is known
    """

    name: str
    most_bytes: int
    is_whole: Callable[[Path], bool]
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Download:
    """Files and the mirrors, tried in turn, that serve each of them as base + "/" + name."""

    title: str
    mirrors: tuple[str, ...]
    files: tuple[RemoteFile, ...]

    def at(self, *bases: str) -> "Download":
        """Return the same files at other addresses."""
        return replace(self, mirrors=bases)

    @property
    def total(self) -> int:
        """The bytes of all files."""
        return sum(file.most_bytes for file in self.files)


def download(
    source: Download, folder: Path, work: Work = UNWATCHED, backoff_s: float = BACKOFF_S, silence_s: float | None = None
) -> None:
    """Fetch those files of a source that are not whole in a folder yet.

    silence_s : seconds without a byte after which a mirror is left; None for the usual
    Raises CancelledError, or UserError when no mirror gives a whole file or the folder cannot be written to;
    files that were whole before are never touched.
    """
    from core.sources.fetching import READ_S, Fetch

    what = say("downloading {title}", title=said(source.title))
    refused = mark("{folder} cannot be written to: {reason}; make room there or set DIGITSCOPE_HOME.")
    with os_errors_as(refused, folder=folder):
        folder.mkdir(parents=True, exist_ok=True)
        clear_leftovers(folder)
        done = 0
        for file in source.files:
            if not file.is_whole(folder / file.name):
                fetch = Fetch(file.most_bytes, what, done, source.total, work, silence_s or READ_S)
                _from_any_mirror(source, file, folder, fetch, backoff_s)
            done += file.most_bytes
            work.report(what, done, source.total)


def _from_any_mirror(source: Download, file: RemoteFile, folder: Path, fetch: "Fetch", backoff_s: float) -> None:
    """Try each mirror in turn, and those that may recover again, later and later."""
    faults: dict[str, MirrorError] = {}
    for number in range(ROUNDS):
        again_s = time.monotonic() + (backoff_s * 2 ** (number - 1) if number else 0)
        while time.monotonic() < again_s:
            go_on(fetch.work.is_cancelled, fetch.what)
            time.sleep(NAP_S)
        for mirror in source.mirrors:
            if mirror in faults and faults[mirror].is_final:
                continue
            try:
                return _place(f"{mirror.rstrip('/')}/{file.name}", file, folder, fetch)
            except MirrorError as fault:
                faults[mirror] = fault
        if all(fault.is_final for fault in faults.values()):
            break
    reasons = "; ".join(f"{urlsplit(mirror).hostname} {fault}" for mirror, fault in faults.items())
    raise UserError(
        # what to do comes first: a status line may have no room for the reasons
        "{title} could not be downloaded: check the network, choose a folder that holds the files, or use "
        "practice digits ({reasons}).",
        title=said(source.title),
        reasons=reasons,
    )


def _place(url: str, file: RemoteFile, folder: Path, fetch: "Fetch") -> None:
    """Fetch a file from one address and put it in place; raises MirrorError."""
    from core.sources.fetching import fetched

    with part_of(folder) as part:
        written = fetched(url, part, file.name, file.sha256, fetch)
        if not file.is_whole(written):
            raise MirrorError(say("sent a damaged file"))
        put_in_place(written, folder / file.name)
