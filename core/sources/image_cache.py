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


def path_of(folder: Path, name: str, first: LabelledImages) -> Path:
    """Return where images of a name are stored; first : a few of them as they are drawn now."""
    return folder / f"{name}-{_sha256(first)[:MARK_LENGTH]}.npz"


def stored(path: Path, make: Callable[[], LabelledImages]) -> LabelledImages:
    """Return the images of a file, or make and store them in place of outdated ones of their name.

    Where they cannot be stored, that is done without; what a power cut damages is drawn anew.
    """
    images = read(path)
    if images is None:
        images = make()
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            clear_leftovers(path.parent)
            with part_of(path.parent) as part:
                written = part / path.name
                np.savez(written, images=images.images, labels=images.labels, sha256=_sha256(images))
                written.replace(path)
            for outdated in set(path.parent.glob(f"{path.stem.rpartition('-')[0]}-*.npz")) - {path}:
                outdated.unlink()
    return images


def read(path: Path) -> LabelledImages | None:
    """Return the labelled images of a file; None when it is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            found = LabelledImages(arrays["images"], arrays["labels"])
            return found if str(arrays["sha256"]) == _sha256(found) else None
    except (OSError, *DAMAGE):
        return None


def _sha256(images: LabelledImages) -> str:
    digest = hashlib.sha256(np.ascontiguousarray(images.images).data)
    digest.update(np.ascontiguousarray(images.labels).data)
    return digest.hexdigest()
