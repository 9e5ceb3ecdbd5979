"""Folders of IDX files: which of them go together."""

import math
import re
from pathlib import Path

from core.digits.dataset import LabelledImages
from core.errors import UserError, reading
from core.files import presence
from core.sources import arrays, idx
from core.sources.part_names import COPY, part_of, set_of

DIGITS_WORD = "digits"
IMAGES = re.compile(r"(?!\.)(?=.*images).*(?:idx|ubyte)", re.IGNORECASE)
MOST_FILES = 500  # of a folder that are looked into


def files(path: Path) -> list[Path]:
    """Return the IDX files of images that a path leads to, of one set, as EMNIST has six; of a folder's, of digits."""
    is_file = presence.is_file(path)
    is_one = idx.shape(path) if is_file else presence.is_folder(path)
    found = _image_files(path.parent if is_file else path) if is_one else []
    sets, wanted = {set_of(images.name) for images in found}, set_of(path.name) if is_file else ""
    if wanted not in sets:
        wanted = next((each for each in sorted(sets) if DIGITS_WORD in each), "")
    return [images for images in found if not wanted or set_of(images.name) == wanted]


def read(images: Path) -> LabelledImages:
    """Return the images of a file, and the labels of the one beside it; raises UserError."""
    return idx.read_pair(images, _labels_of(images))


def _image_files(folder: Path) -> list[Path]:
    """Return the IDX files of images; of a file and a copy of it only the first."""
    with reading(folder):
        files = [path for path in sorted(folder.iterdir())[:MOST_FILES] if presence.is_file(path)]
        found = [each for each in files if IMAGES.match(each.name) or math.prod(idx.shape(each)[1:]) in arrays.SQUARES]
    return [path for path in found if not COPY.search(path.name)] or found


def _labels_of(images: Path) -> Path:
    """Return the file of the labels that are named as images are, or else of the only ones that are as many."""
    stem = images.name.lower().removesuffix(".gz").replace("images", "labels").replace("idx3", "idx1")
    files = sorted(images.parent.iterdir())[:MOST_FILES]
    beside = {path.name.lower(): path for path in files if presence.is_file(path)}
    for name in (stem, stem + ".gz"):
        if name in beside and "labels" in name:
            return beside[name]
    shapes = {path: idx.shape(path) for path in beside.values()}
    some = [path for path, shape in shapes.items() if shape[:1] == shapes[images][:1] and len(shape) in (1, 2)]
    some = [path for path in some if math.prod(shapes[path][1:]) not in arrays.SQUARES]
    alike = part_of(images.name), set_of(images.name)
    some = [path for path in some if (part_of(path.name), set_of(path.name)) == alike] or some
    if shapes[images] and len(some) == 1:
        return some[0]
    raise UserError("{images} has no labels: {stem} or {stem}.gz is missing beside it.", images=images, stem=stem)
