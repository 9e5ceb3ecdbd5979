"""SHA-256 of files, by which a whole one is told from a damaged one."""

import hashlib
from pathlib import Path

PART = 1 << 20  # bytes hashed at once


def sha256_of(path: Path) -> str:
    """Return a file's SHA-256 in hexadecimal; raises OSError when it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while part := file.read(PART):
            digest.update(part)
    return digest.hexdigest()


def is_whole(path: Path, sha256: str) -> bool:
    """Return whether a file is there and its SHA-256 is the one given."""
    try:
        return sha256_of(path) == sha256
    except OSError:
        return False
