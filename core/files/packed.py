"""Compressed files: gzip, and those of Unix compress (.Z), of which 10 kB can become 20 MB.

The format of the latter: T. Welch, "A technique for high-performance data compression" (1984),
as compress(1) writes it: codes of 9 to 16 bits, eight to a group, and a group is filled up where the codes get wider
or the table is cleared.
"""

import gzip
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from core.errors import UserError, instead_of, reading

START, Z_START = b"\x1f\x8b", b"\x1f\x9d"
DAMAGE = (EOFError, gzip.BadGzipFile, zlib.error)  # what reading raises where one is damaged or cut short

HEADER = 3  # bytes: two of magic, one of flags
WIDTH, IN_BLOCKS = 0x1F, 0x80  # of the flags: the widest code in bits, and whether a code clears the table
NARROWEST = 9  # bits
CLEAR = 256
LETTERS = tuple(bytes([byte]) for byte in range(CLEAR))


def plain(file: IO[bytes]) -> tuple[IO[bytes], bool]:
    """Return what reads an open file, decompressed where it begins as gzip does, and whether it does."""
    is_packed = file.read(len(START)) == START
    file.seek(0)
    return cast("IO[bytes]", gzip.GzipFile(fileobj=file)) if is_packed else file, is_packed


@contextmanager
def opened(path: Path) -> Generator[tuple[IO[bytes], bool], None, None]:
    """Open a file as `plain` does; raises UserError where it cannot be read to its end."""
    damaged = UserError("{path} is damaged or cut short: fetch it again.", path=path)
    with reading(path), instead_of(DAMAGE, damaged), path.open("rb") as raw:
        yield plain(raw)


def unpacked(packed: bytes, most: int) -> bytes:
    """Return what a .Z file becomes up to its first fault, or hardly more than `most` bytes where it goes on."""
    flags = packed[2] if len(packed) > 2 else 0
    widest = max(flags & WIDTH, NARROWEST + 1)
    words = [*LETTERS, b""] if flags & IN_BLOCKS else list(LETTERS)  # what each code stands for
    made, last = bytearray(), b""
    bits, at = NARROWEST, HEADER
    while at < len(packed) and len(made) <= most:
        group = packed[at : at + bits]
        at += len(group)
        codes, width = int.from_bytes(group, "little"), bits
        for place in range(0, 8 * len(group) - width + 1, width):
            if len(words) >> bits and bits < widest:
                bits += 1
                at -= len(group) if place == 0 else 0
                break
            code = codes >> place & (1 << bits) - 1
            if code == CLEAR and flags & IN_BLOCKS:
                words, bits = list(LETTERS), NARROWEST
                break
            if code > len(words) or (code == len(words) and not last):
                return bytes(made)
            word = words[code] if code < len(words) else last + last[:1]
            if last and not len(words) >> bits:
                words.append(last + word[:1])
            made += word
            last = word
    return bytes(made)
