"""Whether a file or folder is there; a look that is refused is an error, which pathlib calls a no since Python 3.14."""

import errno
import stat
from pathlib import Path

NOTHING_THERE = (errno.ENOENT, errno.ENOTDIR, errno.EBADF, errno.ELOOP)
NOTHING_THERE_ON_WINDOWS = (21, 123, 1921)  # a drive without its disk, a name that none can have, a link to nowhere


def exists(path: Path) -> bool:
    """Return whether anything is there; raises OSError where that cannot be seen."""
    return _mode(path) is not None


def is_file(path: Path) -> bool:
    """Return whether a file is there; raises OSError where that cannot be seen."""
    return stat.S_ISREG(_mode(path) or 0)


def is_folder(path: Path) -> bool:
    """Return whether a folder is there; raises OSError where that cannot be seen."""
    return stat.S_ISDIR(_mode(path) or 0)


def _mode(path: Path) -> int | None:
    """Return the mode of what a path leads to; None where it leads to nothing."""
    try:
        return path.stat().st_mode
    except ValueError:  # a zero byte in the name
        return None
    except OSError as error:
        if error.errno in NOTHING_THERE or getattr(error, "winerror", None) in NOTHING_THERE_ON_WINDOWS:
            return None
        raise
