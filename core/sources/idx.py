"""IDX files, the format of MNIST: a magic number, the sizes, then unsigned bytes; plain or gzip.

The magic number is 0, 0, type (8 = unsigned bytes), number of dimensions; each dimension follows as four
bytes, the highest first (Y. LeCun, "The MNIST database"). Every promise of the header is checked before
memory is taken for it.
"""

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import numpy as np

from core.digits.dataset import CLASSES, PIXELS, SIDE, Bytes, LabelledImages
from core.errors import UserError
from core.files import packed
from core.words import say

IMAGES_MAGIC = 0x00000803  # unsigned bytes, three dimensions
LABELS_MAGIC = 0x00000801  # unsigned bytes, one dimension
MOST_IMAGES = 1_000_000  # 784 MB; MNIST has 70,000, the largest of its kin 814,255
DEFLATE_RATIO = 1_032  # bytes that one compressed byte can become at most (RFC 1951)
PART = 1 << 20  # bytes decompressed at once


def read_pair(images: Path, labels: Path) -> LabelledImages:
    """Return the images (n, 784) and labels (n,) of two IDX files.

    Raises UserError when either is not whole, or when they do not go together.
    """
    read_labels = read_labels_file(labels)
    read_images = read_images_file(images)
    if len(read_images) != len(read_labels):
        raise UserError(
            "{images} holds {read_images:,} images but {labels} {read_labels:,} labels: they do not go together.",
            images=images,
            read_images=len(read_images),
            labels=labels,
            read_labels=len(read_labels),
        )
    return LabelledImages(read_images, read_labels)


def read_images_file(path: Path) -> Bytes:
    """Return the images of an IDX file, (n, 784) unsigned bytes, 0 = paper .. 255 = ink.

    Raises UserError when the file is missing, not whole, or not of 28x28 images.
    """
    with _opened(path) as (file, longest):
        count, *sides = _header(file, path, IMAGES_MAGIC, 3)
        if sides != [SIDE, SIDE]:
            raise UserError(
                "{path} holds images of {width}x{height} pixels; Digitscope reads {side}x{side}.",
                path=path,
                width=sides[1],
                height=sides[0],
                side=SIDE,
            )
        return _body(file, path, count, PIXELS, longest).reshape(count, PIXELS)


def read_labels_file(path: Path) -> Bytes:
    """Return the labels of an IDX file, (n,) unsigned bytes, 0..9.

    Raises UserError when the file is missing or not whole, or when a label is above 9.
    """
    with _opened(path) as (file, longest):
        (count,) = _header(file, path, LABELS_MAGIC, 1)
        labels = _body(file, path, count, 1, longest)
    if labels.max() >= CLASSES:
        raise UserError(
            "{path} has a label of {label}; Digitscope learns {classes} classes, 0 to {last}.",
            path=path,
            label=int(labels.max()),
            classes=CLASSES,
            last=CLASSES - 1,
        )
    return labels


def begins_as_idx(path: Path) -> bool:
    """Return whether a file begins as IDX files of images or labels do, compressed or not; raises OSError."""
    try:
        with path.open("rb") as raw:
            return int.from_bytes(packed.plain(raw)[0].read(4), "big") in (IMAGES_MAGIC, LABELS_MAGIC)
    except packed.DAMAGE:
        return False


def images_sha256(images: Bytes) -> str:
    """Return the SHA-256 of the plain IDX file that images (n, 784) would make."""
    return _sha256([IMAGES_MAGIC, len(images), SIDE, SIDE], images)


def labels_sha256(labels: Bytes) -> str:
    """Return the SHA-256 of the plain IDX file that labels (n,) would make."""
    return _sha256([LABELS_MAGIC, len(labels)], labels)


def _sha256(header: list[int], body: Bytes) -> str:
    digest = hashlib.sha256(b"".join(number.to_bytes(4, "big") for number in header))
    digest.update(np.ascontiguousarray(body).data)
    return digest.hexdigest()


@contextmanager
def _opened(path: Path) -> Generator[tuple[IO[bytes], int], None, None]:
    """Open a file, decompressing it where it is gzip; give it with the most bytes that it can hold."""
    with packed.opened(path) as (file, is_packed):
        yield file, path.stat().st_size * (DEFLATE_RATIO if is_packed else 1)


def _header(file: IO[bytes], path: Path, magic: int, dimensions: int) -> list[int]:
    header = file.read(4 * (1 + dimensions))
    if not header:
        raise UserError("{path} is empty.", path=path)
    found = int.from_bytes(header[:4], "big")
    if len(header) < 4 or found != magic:
        kind = say("images") if magic == IMAGES_MAGIC else say("labels")
        raise UserError(
            "{path} is not an IDX file of {kind}: it begins with {found}, not {magic:08x}.",
            path=path,
            kind=kind,
            found=header[:4].hex(),
            magic=magic,
        )
    if len(header) < 4 * (1 + dimensions):
        raise UserError("{path} is cut short: fetch it again.", path=path)
    return [int.from_bytes(header[at : at + 4], "big") for at in range(4, len(header), 4)]


def _body(file: IO[bytes], path: Path, count: int, each: int, longest: int) -> Bytes:
    """Read exactly count * each bytes, straight into the array that is returned."""
    if not 1 <= count <= MOST_IMAGES:
        raise UserError(
            "{path} promises {count:,} entries; Digitscope reads 1 to {most_images:,}.",
            path=path,
            count=count,
            most_images=MOST_IMAGES,
        )
    size = count * each
    if size > longest:
        raise UserError(
            "{path} promises {count:,} entries, more than the file can hold: fetch it again.", path=path, count=count
        )
    body = np.empty(size, np.uint8)
    filled = 0
    while part := file.read(min(PART, size + 1 - filled)):
        if filled + len(part) > size:
            raise UserError("{path} holds more than the {count:,} entries that it promises.", path=path, count=count)
        body[filled : filled + len(part)] = np.frombuffer(part, np.uint8)
        filled += len(part)
    if filled < size:
        raise UserError(
            "{path} is cut short: it promises {count:,} entries and holds {filled:,}: fetch it again.",
            path=path,
            count=count,
            filled=filled // each,
        )
    return body
