"""MNIST as Keras has cached it, mnist.npz: used, once its hash is checked, rather than downloading anew."""

import os
from pathlib import Path
from typing import Any

import numpy as np

from core.digits.dataset import KERAS_COPY, PIXELS, Dataset, LabelledImages, Source
from core.errors import UserError
from core.files import folders
from core.files.array_damage import DAMAGE
from core.files.whole import is_whole
from core.sources import mnist

SHA256 = "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1"
HOME_VARIABLE = "KERAS_HOME"


def default_path() -> Path:
    """Return where Keras has its mnist.npz."""
    home = os.environ.get(HOME_VARIABLE)
    return (Path(home) if home else folders.expanded("~/.keras")) / "datasets" / "mnist.npz"


def load(path: Path, sha256: str = SHA256) -> Dataset | None:
    """Return MNIST from Keras' file; None when it is not there or not the one that Keras publishes."""
    if not is_whole(path, sha256):
        return None
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            learned, test = _part(arrays, "train"), _part(arrays, "test")
    except (OSError, *DAMAGE):
        raise UserError(
            "{path} cannot be read, though its hash is right: remove it and try again.", path=path
        ) from None
    return mnist.divided(learned, test, Source(KERAS_COPY, str(path)))


def _part(arrays: Any, name: str) -> LabelledImages:
    return LabelledImages(arrays[f"x_{name}"].reshape(-1, PIXELS), arrays[f"y_{name}"])
