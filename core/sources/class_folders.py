"""Data sets as folders of pictures, one a class, perhaps in train/ and test/; those of 28x28 pixels as they are."""

import re
from pathlib import Path
from typing import IO

import numpy as np

from core.digits.dataset import CLASSES, DIGITS, PIXELS, SIDE, Bytes, Dataset, LabelledImages
from core.digits.raster import image_of_ink
from core.errors import UserError, reading
from core.files import presence
from core.pictures import decoding, ink
from core.sources.division import divided
from core.sources.part_names import TEST, TRAINING, VALIDATION, WORDS

SUFFIXES = {".png", ".jpg", ".jpeg", ".bmp", ".gif", ".webp", ".tif", ".tiff"}
PART = r"(?:{})(?:[-_ ]?(?:set|images|data))?"  # Kaggle has trainingSet
LEARNED, TESTED = PART.format(f"{WORDS[TRAINING]}|{WORDS[VALIDATION]}"), PART.format(WORDS[TEST])
MACS = "__MACOSX"  # what its archives hold besides
MOST_PICTURES = 200_000
FEWEST_CLASSES = 2


def holds(path: Path) -> bool:
    """Return whether a folder has folders of pictures, one a class."""
    places = (path, *_named(path, LEARNED)) if presence.is_folder(path) else ()
    return any(len(_classes(place)) >= FEWEST_CLASSES for place in places)


def load(path: Path) -> Dataset:
    """Return a folder's data set, without pictures that show nothing; raises UserError where there is too much."""
    parts = _named(path, LEARNED)
    inside, own = ({folder.name for place in some for folder in _classes(place)} for some in (parts, [path]))
    places = parts if parts and not inside & own else [*parts, path]  # parts may lie among the classes
    names = tuple(sorted(inside | own if path in places else inside))
    if len(names) > CLASSES:
        raise UserError("{path} holds {count} classes; Digitscope learns ten.", path=path, count=len(names))
    learned = LabelledImages.joined([_read(place, names) for place in places])
    test = next((_read(place, names) for place in _named(path, TESTED)), None)
    return divided(path.resolve().name, path, learned, test, DIGITS if _are_digits(names) else names)


def _named(path: Path, pattern: str) -> list[Path]:
    """Return the folders of such names that have classes; or whose only folder has."""
    found = [each for each in folders(path) if re.fullmatch(pattern, each.name, re.IGNORECASE)]
    inner = [some for each in found for some in ([each], folders(each)) if len(some) == 1]
    return [each for (each,) in inner if _classes(each)]


def folders(path: Path) -> list[Path]:
    """Return the folders in a folder, but for those that are hidden or left by a Mac's archive."""
    found = [each for each in sorted(path.iterdir()) if presence.is_folder(each) and not each.name.startswith(".")]
    return [each for each in found if each.name != MACS]


def _classes(path: Path) -> list[Path]:
    return [each for each in folders(path) if any(_is_picture(file) for file in each.iterdir())]


def _are_digits(names: tuple[str, ...]) -> bool:
    return all(re.fullmatch("0*[0-9]", name) for name in names)


def _is_picture(path: Path) -> bool:
    return path.suffix.lower() in SUFFIXES


def _read(path: Path, names: tuple[str, ...]) -> LabelledImages:
    """Return the pictures of each class, labelled by the digit that the folder is named for, or by its place."""
    images, labels = list[Bytes](), list[int]()
    for place, name in enumerate(names):
        label = int(name) if _are_digits(names) else place
        with reading(path / name):
            is_there = presence.is_folder(path / name)  # a part may lack a class
            files = sorted(file for file in (path / name).iterdir() if _is_picture(file)) if is_there else []
        if len(images) + len(files) > MOST_PICTURES:
            raise UserError("{path} holds more than {most:,} pictures.", path=path, most=MOST_PICTURES)
        for file in files:
            with reading(file), file.open("rb") as opened:
                image = image_of(opened, str(file))
            if image is not None:
                images.append(image)
                labels.append(label)
    if not images:
        raise UserError("{path} holds no picture that can be read.", path=path)
    return LabelledImages(np.stack(images), np.array(labels, np.uint8))


def image_of(file: IO[bytes], name: str) -> Bytes | None:
    """Return a picture as 784 bytes: one of 28x28 as it is, another as a photo of a digit; None for what shows none."""
    try:
        page, _ = next(iter(decoding.pages_of(file, name)))
        if page.shape[:2] == (SIDE, SIDE):
            return np.rint(decoding.grey_of(page).reshape(PIXELS) * 255).astype(np.uint8)
        image = image_of_ink(ink.ink_of(page, name))
    except UserError:
        return None
    return None if image is None else np.rint(image.reshape(PIXELS) * 255).astype(np.uint8)
