"""Images that take seconds to draw, stored on disk: unsigned bytes with a checksum, whole or not at all.

The name of a file holds a mark made of the first images as they are drawn now, so that a change of skeletons, warps
or raster is seen and the rest is drawn anew.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np

from core.digits.dataset import LabelledImages
from core.errors import DAMAGE
from core.files.whole import clear_leftovers, part_of

MARK_LENGTH = 12  # hexadecimal digits


def stored(folder: Path, name: str, first: LabelledImages, make: Callable[[], LabelledImages]) -> LabelledImages:
    """Return the images stored under a name, or make and store them; first : a few of them as they are drawn now."""
    images = found(folder, name, first)
    if images is None:
        images, path = make(), _path(folder, name, first)
        write(path, images)
        for outdated in set(path.parent.glob(f"{name}-*.npz")) - {path}:
            with suppress(OSError):
                outdated.unlink()
    return images


def found(folder: Path, name: str, first: LabelledImages) -> LabelledImages | None:
    """Return the images that `stored` would find under a name, whole and as they would be drawn now."""
    return read(_path(folder, name, first))


def read(path: Path) -> LabelledImages | None:
    """Return the labelled images of a file; None when it is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            found = LabelledImages(arrays["images"], arrays["labels"])
            return found if str(arrays["sha256"]) == _sha256(found) else None
    except (OSError, *DAMAGE):
        return None


def write(path: Path, images: LabelledImages) -> None:
    """Store labelled images in a file; where that is impossible, do without. What a power cut damages is drawn anew."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        clear_leftovers(path.parent)
        with part_of(path.parent) as part:
            written = part / path.name
            np.savez(written, images=images.images, labels=images.labels, sha256=_sha256(images))
            written.replace(path)


def _path(folder: Path, name: str, first: LabelledImages) -> Path:
    return folder / f"{name}-{_sha256(first)[:MARK_LENGTH]}.npz"


def _sha256(images: LabelledImages) -> str:
    digest = hashlib.sha256(np.ascontiguousarray(images.images).data)
    digest.update(np.ascontiguousarray(images.labels).data)
    return digest.hexdigest()
