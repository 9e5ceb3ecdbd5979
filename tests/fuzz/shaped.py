"""Damage that keeps the outer form whole, so that it reaches what lies behind the first checks."""

import gzip
import io
import re
import struct
import zipfile
import zlib
from random import Random

from core.files.packed import unpacked
from tests.core.sources import lzw
from tests.fuzz.damage import Damage, of_bytes

WORDS = (
    *("", "-1", "0", "7", "1e999", "nan", "99999999999", "-0.5", "1e-400"),
    *(".", "?", '"', "PEN_DOWN", "\x85", "x" * 500),
)
NAMES = ("../../outside", "/outside", "C:\\outside", "weights.npy", "config.json", "a/../../b", "", "x" * 300)
NPY_CHANGES = (
    (rb"'<?[a-z|]\d+'", b"'|O'"), (rb"'<?[a-z|]\d+'", b"'<U99999'"), (rb"'<?[a-z|]\d+'", b"'>f8'"),
    (rb"'<?[a-z|]\d+'", b"[('a', '<f4'), ('b', '|O')]"), (rb"'<?[a-z|]\d+'", b"'<c16'"),
    (rb"\(.*?\)", b"(99999999999,)"), (rb"\(.*?\)", b"(-1, 10)"), (rb"\(.*?\)", b"()"),
    (rb"\(.*?\)", b"(0, 784, 10)"), (rb"\(.*?\)", b"(65536, 65536, 65536, 65536)"), (rb"False", b"True"),
    (rb"False", b"__import__('os')"), (rb"\}", b""),
)  # fmt: skip
MOST_UNPACKED = 100_000  # bytes
PNG_START, CHUNK = 8, 12  # bytes: the signature; a chunk's length, kind and checksum


def of_words(data: bytes, chance: Random) -> bytes:
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    kind = chance.choice(("word", "word", "word", "cut", "double", "swap"))
    if kind == "word":
        words = re.split(rb"(\s+)", lines[at])
        words[chance.randrange(len(words))] = chance.choice(WORDS).encode()
        lines[at] = b"".join(words)
    elif kind == "cut":
        del lines[at]
    elif kind == "double":
        lines.insert(at, lines[chance.randrange(len(lines))])
    else:
        other = chance.randrange(len(lines))
        lines[at], lines[other] = lines[other], lines[at]
    return b"\n".join(lines)


def within_gzip(damage: Damage) -> Damage:
    """Return the damage of what is packed."""

    def of_packed(data: bytes, chance: Random) -> bytes:
        try:
            return gzip.compress(damage(gzip.decompress(data), chance), 1, mtime=0)
        except (OSError, EOFError, zlib.error):
            return data

    return of_packed


def within_z(damage: Damage) -> Damage:
    """Return the damage of what is packed by Unix compress."""

    def of_packed(data: bytes, chance: Random) -> bytes:
        whole = unpacked(data, MOST_UNPACKED) if data.startswith(lzw.HEADER[:2]) else b""
        return lzw.packed(damage(whole, chance)) if 0 < len(whole) <= MOST_UNPACKED else data

    return of_packed


def within_zip(damages: dict[str, Damage]) -> Damage:
    """Return the damage of one entry, by the end of its name, in an archive that is itself whole."""

    def of_archive(data: bytes, chance: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                entries = [(name, archive.read(name)) for name in archive.namelist()]
        except (ValueError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError):
            return data
        return _packed(_changed(entries, damages, chance), chance)

    return of_archive


def _changed(entries: list[tuple[str, bytes]], damages: dict[str, Damage], chance: Random) -> list[tuple[str, bytes]]:
    if not entries:
        return entries
    at = chance.randrange(len(entries))
    name, content = entries[at]
    kind = chance.choice(("content", "content", "content", "content", "name", "delete", "double"))
    if kind == "content":
        damage = next((each for end, each in damages.items() if name.endswith(end)), of_bytes)
        entries[at] = (name, damage(content, chance))
    elif kind == "name":
        entries[at] = (chance.choice(NAMES), content)
    elif kind == "delete":
        del entries[at]
    else:
        entries.append((name, entries[chance.randrange(len(entries))][1]))
    return entries


def _packed(entries: list[tuple[str, bytes]], chance: Random) -> bytes:
    file = io.BytesIO()
    method = chance.choice((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def of_npy(data: bytes, chance: Random) -> bytes:
    """Change the text that says what an array is, or its bytes; the length of that text stays true."""
    if data[:6] != b"\x93NUMPY" or len(data) < 10 or chance.random() < 0.3:
        return of_bytes(data, chance)
    (length,) = struct.unpack("<H", data[8:10])
    text = data[10 : 10 + length]
    found, becomes = chance.choice(NPY_CHANGES)
    text = re.sub(found, becomes, text, count=1) if chance.random() < 0.8 else of_words(text, chance)
    return data[:8] + struct.pack("<H", min(len(text), 65_535)) + text + data[10 + length :]


def of_png(data: bytes, chance: Random) -> bytes:
    """Change a chunk of a PNG, and let its checksum be right."""
    chunks = _chunks(data) if data.startswith(b"\x89PNG") else []
    if not chunks:
        return of_bytes(data, chance)
    at = chance.randrange(len(chunks))
    kind, content = chunks[at]
    is_huge = kind == b"IHDR" and chance.random() < 0.3
    chunks[at] = kind, struct.pack(">II", 50_000, 50_000) + content[8:] if is_huge else of_bytes(content, chance)
    return data[:PNG_START] + b"".join(_chunk(*each) for each in chunks)


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], PNG_START
    while at + CHUNK <= len(data):
        length = int.from_bytes(data[at : at + 4], "big")
        found.append((data[at + 4 : at + 8], data[at + 8 : at + 8 + length]))
        at += CHUNK + length
    return found


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
