"""IDX files, the format of MNIST: a magic number, the sizes, then the numbers; plain or gzip.

The magic number is 0, 0, type (8 = unsigned bytes), number of dimensions; each dimension follows as four
bytes, the highest first (Y. LeCun, "The MNIST database"). Every promise of the header is checked before
memory is taken for it.
"""

import hashlib
import math
from functools import partial
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import SIDE, Bytes, LabelledImages
from core.errors import UserError
from core.files import packed
from core.sources import arrays
from core.words import mark, said

IMAGES_MAGIC = 0x00000803  # unsigned bytes, three dimensions
LABELS_MAGIC = 0x00000801  # unsigned bytes, one dimension
TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}  # of numbers, by the third byte
IMAGES, LABELS = mark("images"), mark("labels")
MOST_IMAGES = arrays.MOST_IMAGES  # 784 MB; MNIST has 70,000, the largest of its kin 814,255
DEFLATE_RATIO = 1_032  # bytes that one compressed byte can become at most (RFC 1951)
PART = 1 << 20  # bytes decompressed at once


def read_pair(images: Path, labels: Path) -> LabelledImages:
    """Return images (n, 784) and labels (n,) of two IDX files; raises UserError where they are not a whole pair."""
    read_labels = read_labels_file(labels)
    return arrays.labelled_images(read_images_file(images), read_labels, str(images))


def shape(path: Path) -> tuple[int, ...]:
    """Return the sizes that a file promises, compressed or not; () where it is no IDX file. Raises OSError."""
    try:
        with path.open("rb") as raw:
            file = packed.plain(raw)[0]
            return _sizes(file, file.read(4))
    except packed.DAMAGE:
        return ()


def sha256_of(numbers: Bytes) -> str:
    """Return the SHA-256 of the plain IDX file that images (n, 28, 28) or labels (n,) would make."""
    header = [IMAGES_MAGIC if numbers.ndim > 1 else LABELS_MAGIC, *numbers.shape]
    digest = hashlib.sha256(b"".join(number.to_bytes(4, "big") for number in header))
    digest.update(np.ascontiguousarray(numbers).data)
    return digest.hexdigest()


def _sizes(file: IO[bytes], start: bytes) -> tuple[int, ...]:
    """Return the sizes behind the first four bytes; () where those are not IDX's."""
    if len(start) < 4 or any(start[:2]) or start[2] not in TYPES or not 1 <= start[3] <= 4:
        return ()
    header = file.read(4 * start[3])
    return tuple(int.from_bytes(header[at : at + 4], "big") for at in range(0, len(header), 4))


def _read(path: Path, what: str, dimensions: tuple[int, ...]) -> NDArray[np.generic]:
    """Return the numbers of a file; raises UserError when it is missing, not whole, or of other sizes."""
    with packed.opened(path) as (file, is_packed):
        longest = path.stat().st_size * (DEFLATE_RATIO if is_packed else 1)  # bytes that it can hold
        start = file.read(4)
        if not start:
            raise UserError("{path} is empty.", path=path)
        sizes = _sizes(file, start)
        if start == b"vers":
            raise UserError("{path} only says where Git LFS has the file: run git lfs pull.", path=path)
        if start[:1] == b"<":
            raise UserError("{path} is a web page, as of a failed download: fetch it again.", path=path)
        if not sizes or start[3] not in dimensions:
            values = {"path": path, "kind": said(what), "found": start.hex()}
            raise UserError("{path} is not an IDX file of {kind}: it begins with {found}.", **values)
        if len(sizes) < start[3]:
            raise UserError("{path} is cut short: fetch it again.", path=path)
        if what == IMAGES and math.prod(sizes[1:]) not in arrays.SQUARES:
            text = mark("{path} holds images of {shape} pixels; Digitscope reads {side}x{side}, 16x16 and 8x8.")
            raise UserError(text, path=path, shape="x".join(map(str, sizes[1:])), side=SIDE)
        kind = np.dtype(TYPES[start[2]])
        each = math.prod(sizes[1:]) * kind.itemsize
        return _body(file, path, sizes[0], each, longest).view(kind).reshape(sizes)


def _body(file: IO[bytes], path: Path, count: int, each: int, longest: int) -> Bytes:
    """Read exactly count * each bytes, straight into the array that is returned."""
    size = count * each
    if not 1 <= count <= MOST_IMAGES or size > longest:
        text = mark("{path} promises {count:,} entries, none or more than the file can hold: fetch it again.")
        raise UserError(text, path=path, count=count)
    body = np.empty(size, np.uint8)
    filled = 0
    while part := file.read(min(PART, size + 1 - filled)):
        if filled + len(part) > size:
            raise UserError("{path} holds more than the {count:,} entries that it promises.", path=path, count=count)
        body[filled : filled + len(part)] = np.frombuffer(part, np.uint8)
        filled += len(part)
    if filled < size:
        text = mark("{path} is cut short: it promises {count:,} entries and holds {filled:,}: fetch it again.")
        raise UserError(text, path=path, count=count, filled=filled // each)
    return body


read_images_file = partial(_read, what=IMAGES, dimensions=(2, 3, 4))  # (n, 28, 28), (n, 1, 28, 28) or (n, 784), or less
read_labels_file = partial(_read, what=LABELS, dimensions=(1, 2))  # (n,), or (n, k) where more is said of each image
