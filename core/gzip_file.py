"""Files that may be compressed with gzip."""

import gzip
import zlib
from typing import IO

START = b"\x1f\x8b"
DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error)  # what reading raises where one is damaged or cut short


def is_compressed(file: IO[bytes]) -> bool:
    """Return whether an open file begins as gzip does; it stands at its beginning again then."""
    found = file.read(len(START)) == START
    file.seek(0)
    return found
