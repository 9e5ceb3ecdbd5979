"""Temporary folders beside the files they become, named for the process that fills them; what killed ones leave."""

import os
import shutil
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

PART_PREFIX = ".part-"
DEAD_S = 3600.0  # a part that nobody has touched for so long is nobody's, whatever its number says


@contextmanager
def part_of(folder: Path) -> Generator[Path, None, None]:
    """Make a temporary folder in `folder`, on the same disk; at the end it goes, with all it still holds.

    Raises OSError when it cannot be made.
    """
    part = folder / f"{PART_PREFIX}{os.getpid()}-{os.urandom(4).hex()}"
    part.mkdir(parents=True)
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
    """Remove what processes that are gone have left half done in a folder; what cannot be removed stays."""
    for part in folder.glob(f"{PART_PREFIX}*"):
        if not _is_alive(_process_of(part)) or _age_s(part) > DEAD_S:
            shutil.rmtree(part, ignore_errors=True)


def _process_of(part: Path) -> int:
    number = part.name.removeprefix(PART_PREFIX).partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) < 10 else 0


def _is_alive(process: int) -> bool:
    """Return whether a process runs; on Windows, where asking ends it, files in use defend themselves."""
    if process <= 0 or sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _age_s(part: Path) -> float:
    try:
        newest = max(path.stat().st_mtime for path in (part, *part.iterdir()))
    except OSError:
        return 0.0
    return time.time() - newest
