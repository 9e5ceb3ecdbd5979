"""Who writes a run: a lock that the operating system takes away from a process that dies."""

import os
import sys
import time
from pathlib import Path

LOCK = "lock"
TRIES, NAP_S = 20, 0.001  # a look at a lock holds it, too, for some microseconds: a writer asks again


class RunLock:
    """Held by the one process that writes a run, from its first flush to its end."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOCK
        self._file: int | None = None

    def take(self) -> None:
        """Take the lock where that is possible; a disk that knows no locks does without. Raises OSError."""
        if self._file is None:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            if _locked_soon(file):
                self._file = file
            else:
                os.close(file)

    def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


def is_locked(folder: Path) -> bool:
    """Return whether some process, this one too, writes the run of that folder now."""
    try:
        file = os.open(folder / LOCK, os.O_RDWR | getattr(os, "O_NONBLOCK", 0))
    except OSError:
        return False
    try:
        if sys.platform == "win32":  # it knows no shared locks: another may be looking, too
            return not _locked_soon(file)
        # shared with others that only look, so that none takes another for a writer
        return not _locked(file, fcntl.LOCK_SH)
    finally:
        os.close(file)


def _locked_soon(file: int) -> bool:
    for _ in range(TRIES):
        if _locked(file):
            return True
        time.sleep(NAP_S)
    return False


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import errno
    import fcntl

    def _locked(file: int, kind: int = fcntl.LOCK_EX) -> bool:
        """Lock an open file; return False when another has it, True also where the disk knows no locks."""
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in (errno.EWOULDBLOCK, errno.EACCES)
        return True
