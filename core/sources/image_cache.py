"""Images that take seconds to draw, stored on disk as unsigned bytes, whole or not at all: the archive has checksums.

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
    mark = hashlib.sha256(first.images.tobytes() + first.labels.tobytes()).hexdigest()[:MARK_LENGTH]
    return folder / f"{name}-{mark}.npz"


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
                np.savez(written, images=images.images, labels=images.labels)
                written.replace(path)
            for outdated in set(path.parent.glob(f"{path.stem.rpartition('-')[0]}-*.npz")) - {path}:
                outdated.unlink()
    return images


def read(path: Path) -> LabelledImages | None:
    """Return the labelled images of a file; None when it is missing or damaged."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            return LabelledImages(arrays["images"], arrays["labels"])
    except (OSError, *DAMAGE):
        return None
