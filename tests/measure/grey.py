"""Grey pictures of digits that are measured with, and the ways in which others bring them to 28x28 pixels."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from core.arrays import Floats, Mask
from core.digits.dataset import SIDE
from core.digits.raster import image_of_ink
from core.errors import UserError
from core.pictures.decoding import grey_of, pages_of
from core.pictures.ink import ink_of

Way = Callable[[Floats], Floats | None]  # from grey (h, w) or coloured (h, w, 3), 1.0 white, to (28, 28), 1.0 ink

EVEN_PAPER = 0.3  # of all pixels, that have the commonest grey where nothing was photographed
SMALLEST_PHOTO = 40  # pixels
INKED = 0.5  # of the way from paper to ink


@dataclass(frozen=True, slots=True)
class Picture:
    """A labelled picture: coloured (h, w, 3), 0.0 .. 1.0."""

    name: str
    label: int
    colours: Floats

    @property
    def is_photograph(self) -> bool:
        return is_photograph(grey_of(self.colours))


def is_photograph(grey: Floats) -> bool:
    counts = np.bincount(np.rint(grey * 255).astype(np.intp).ravel())
    return min(grey.shape) > SMALLEST_PHOTO and bool(counts.max() < EVEN_PAPER * grey.size)


def labelled(folder: Path) -> list[Picture]:
    """Return the pictures that labels.csv of a folder names, its columns `file` and `label`."""
    with (folder / "labels.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [Picture(row["file"], int(row["label"]), _colours(folder / row["file"])) for row in rows]


def product(picture: Floats) -> Floats | None:
    """Return what the app makes of a picture: its ink, boxed and centred; None where it refuses."""
    try:
        return image_of_ink(ink_of(picture, "the picture"))
    except UserError:
        return None


def shrunk(picture: Floats) -> Floats:
    """Return the picture shrunk to 28x28 as it is, light on dark: what most who try it do."""
    small = Image.fromarray(_light_on_dark(picture)).resize((SIDE, SIDE), Image.Resampling.BILINEAR)
    return np.asarray(small, np.float32)


def framed(picture: Floats) -> Floats | None:
    """Return the picture as MNIST framed its own: what is darker than half is boxed and centred."""
    light = _light_on_dark(picture)
    light = (light - light.min()) / max(float(np.ptp(light)), 1e-6)
    return image_of_ink(np.where(light > INKED, light, 0))


def images(pictures: Iterable[Floats], way: Way) -> tuple[Floats, Mask]:
    """Return what a way makes of pictures, (n, 784), and which it refuses, (n,)."""
    made = [way(picture) for picture in pictures]
    refused = np.array([image is None for image in made])
    return np.stack([np.zeros(SIDE**2, np.float32) if image is None else image.ravel() for image in made]), refused


def _light_on_dark(picture: Floats) -> Floats:
    grey = grey_of(picture)
    return 1 - grey if np.median(grey) > INKED else grey


def _colours(path: Path) -> Floats:
    with path.open("rb") as file:
        return next(pages_of(file, path.name))[0]
