"""Files, and lines of files, written whole or not at all: temporaries beside them, of which none is left for long.

And SHA-256, by which a whole file is known from a damaged one.
"""

import os
import shutil
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from core.errors import UserError, writing
from core.files import presence
from core.words import say

PART_PREFIX = ".part-"
HASHED_AT_ONCE = 1 << 20  # bytes
DEAD_S = 3600.0  # a part that nobody has touched for so long is nobody's, on whatever machine that shares the folder


def part_name(suffix: str = "") -> str:
    """Return a name for something half written, by which `clear_leftovers` knows it."""
    return f"{PART_PREFIX}{os.urandom(8).hex()}{suffix}"


@contextmanager
def part_of(folder: Path) -> Generator[Path, None, None]:
    """Make a temporary folder in `folder`, which goes at the end with all it still holds; raises OSError."""
    part = folder / part_name()
    part.mkdir()
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put_in_place(written: Path, final: Path) -> None:
    """Give a whole file its final name, in one step that outlives a power cut; raises OSError."""
    with written.open("rb+") as file:
        os.fsync(file.fileno())
    written.replace(final)


def clear_leftovers(folder: Path) -> None:
    """Remove what was left half done in a folder long ago; what cannot be removed stays."""
    for part in folder.glob(f"{PART_PREFIX}*"):
        if _age_s(part) <= DEAD_S:
            continue
        if presence.is_folder(part) and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        else:
            with suppress(OSError):
                part.unlink()


def _age_s(part: Path) -> float:
    try:
        inside = part.iterdir() if presence.is_folder(part) else ()
        newest: float = max(path.stat().st_mtime for path in (part, *inside))
    except OSError:
        return 0.0
    return time.time() - newest


def append(path: Path, lines: str) -> None:
    """Add lines to a file's end, past one cut short, on the disk before it returns; raises OSError, and adds none."""
    with path.open("a+b", buffering=0) as file:
        size, data, written = file.seek(0, os.SEEK_END), lines.encode(), 0
        if size:
            file.seek(size - 1)
            data = data if file.read(1) == b"\n" else b"\n" + data
        try:
            written = file.write(data)
            if written != len(data):
                raise OSError(say("the disk took only a part"))
            os.fsync(file.fileno())
        except OSError:
            with suppress(OSError):  # leave nothing half written, unless another process has written behind it
                if file.seek(0, os.SEEK_END) == size + written:
                    file.truncate(size)
            raise


@contextmanager
def new_file(path: Path) -> Generator[Path, None, None]:
    """Give the path of a file to write, which takes the place of `path` at the end; raises UserError.

    Its suffix is that of `path`, since some writers go by it. A link stays one; what is no file, such as a pipe or a
    device, takes what was written.
    """
    with writing(path):
        if presence.is_folder(path):
            raise UserError("{path} is a folder; name a file in it.", path=path)
        with _sent_to(path) if presence.exists(path) and not presence.is_file(path) else in_place_of(path) as part:
            yield part


@contextmanager
def new_folder(path: Path) -> Generator[Path, None, None]:
    """Give the path of a folder to fill, called `path` at the end; raises UserError where something is there."""
    with writing(path):
        target = real(path)  # it has a name, where `path` is "."
        clear_leftovers(target.parent)
        if presence.exists(target) and (not presence.is_folder(target) or any(target.iterdir())):
            raise UserError("{path} is there already; name a folder that is new or empty.", path=path)
        with part_of(target.parent) as part:
            yield part
            with suppress(FileNotFoundError):
                target.rmdir()
            part.rename(target)


@contextmanager
def in_place_of(path: Path) -> Generator[Path, None, None]:
    """Give the path of a file to write, which takes the place of `path` at the end; raises OSError."""
    target = real(path)
    part = target.parent / part_name(path.suffix)
    try:
        clear_leftovers(target.parent)
        yield part
        put_in_place(part, target)
    finally:
        with suppress(OSError):
            part.unlink()


@contextmanager
def _sent_to(path: Path) -> Generator[Path, None, None]:
    import tempfile  # brings much along, which the first paint need not wait for

    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / f"part{path.suffix}"
        yield part
        path.write_bytes(part.read_bytes())


def real(path: Path) -> Path:
    """Return where a path leads through links; `resolve` of older Pythons fails for one that leads to itself."""
    return Path(os.path.realpath(path))


def is_whole(path: Path, sha256: str) -> bool:
    """Return whether a file is there and its SHA-256 is the one given."""
    import hashlib  # the first painting would wait for it

    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(HASHED_AT_ONCE):
                digest.update(part)
    except OSError:
        return False
    return digest.hexdigest() == sha256
