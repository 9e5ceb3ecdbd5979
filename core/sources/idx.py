"""IDX files, the format of MNIST: a magic number, the sizes, then the numbers, plain or gzip; which go together.

The magic number is 0, 0, type (8 = unsigned bytes), number of dimensions; each dimension follows as four
bytes, the highest first (Y. LeCun, "The MNIST database"). Every promise of the header is checked before
memory is taken for it.
"""

import math
import re
from functools import partial
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import SIDE, Bytes, LabelledImages
from core.errors import UserError, reading
from core.files import packed, presence
from core.sources import arrays
from core.sources.part_names import COPY, part_of, set_of
from core.words import mark, said

TYPES = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}  # of numbers, by the third byte
IMAGES, LABELS = mark("images"), mark("labels")
MOST_IMAGES = arrays.MOST_IMAGES  # 784 MB; MNIST has 70,000, the largest of its kin 814,255
DEFLATE_RATIO = 1_032  # bytes that one compressed byte can become at most (RFC 1951)
PART = 1 << 20  # bytes decompressed at once
DIGITS_WORD = "digits"
OF_IMAGES = re.compile(r"(?!\.)(?=.*images).*(?:idx|ubyte)", re.IGNORECASE)  # names of files
MOST_FILES = 500  # of a folder that are looked into


def files(path: Path) -> list[Path]:
    """Return the IDX files of images that a path leads to, of one set, as EMNIST has six; of a folder's, of digits."""
    is_file = presence.is_file(path)
    is_one = shape(path) if is_file else presence.is_folder(path)
    found = _image_files(path.parent if is_file else path) if is_one else []
    sets, wanted = {set_of(images.name) for images in found}, set_of(path.name) if is_file else ""
    if wanted not in sets:
        wanted = next((each for each in sorted(sets) if DIGITS_WORD in each), "")
    return [images for images in found if not wanted or set_of(images.name) == wanted]


def read(images: Path) -> LabelledImages:
    """Return the images of a file, and the labels of the one beside it; raises UserError."""
    return read_pair(images, _labels_of(images))


def _image_files(folder: Path) -> list[Path]:
    """Return the IDX files of images; of a file and a copy of it only the first."""
    with reading(folder):
        files = [path for path in sorted(folder.iterdir())[:MOST_FILES] if presence.is_file(path)]
        found = [each for each in files if OF_IMAGES.match(each.name) or math.prod(shape(each)[1:]) in arrays.SQUARES]
    return [path for path in found if not COPY.search(path.name)] or found


def _labels_of(images: Path) -> Path:
    """Return the file of the labels that are named as images are, or else of the only ones that are as many."""
    stem = images.name.lower().removesuffix(".gz").replace("images", "labels").replace("idx3", "idx1")
    files = sorted(images.parent.iterdir())[:MOST_FILES]
    beside = {path.name.lower(): path for path in files if presence.is_file(path)}
    for name in (stem, stem + ".gz"):
        if name in beside and "labels" in name:
            return beside[name]
    shapes = {path: shape(path) for path in beside.values()}
    some = [path for path, sizes in shapes.items() if sizes[:1] == shapes[images][:1] and len(sizes) in (1, 2)]
    some = [path for path in some if math.prod(shapes[path][1:]) not in arrays.SQUARES]
    alike = part_of(images.name), set_of(images.name)
    some = [path for path in some if (part_of(path.name), set_of(path.name)) == alike] or some
    if shapes[images] and len(some) == 1:
        return some[0]
    raise UserError("{images} has no labels: {stem} or {stem}.gz is missing beside it.", images=images, stem=stem)


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
