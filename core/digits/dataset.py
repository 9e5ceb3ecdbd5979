"""Labelled images, their division into training, validation and test, and what their classes are called.

Names are in English here and in what is stored, and translated where they are shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.arrays import Floats, Indexes, Mask
from core.words import mark, said

SIDE = 28  # pixels, both ways
PIXELS = SIDE * SIDE
CLASSES = 10
DIGITS = tuple("0123456789")
UNUSED = mark("(none)")  # the name of a class beyond those that are named

# of the classes of well-known data sets in MNIST's format, by a word in these sets' names; in English
KNOWN_NAMES = {
    "fashion": (
        mark("T-shirt/top"), mark("Trouser"), mark("Pullover"), mark("Dress"), mark("Coat"),
        mark("Sandal"), mark("Shirt"), mark("Sneaker"), mark("Bag"), mark("Ankle boot"),
    ),
    "letters": tuple("ABCDEFGHIJ"),
    "kmnist": ("お o", "き ki", "す su", "つ tsu", "な na", "は ha", "ま ma", "や ya", "れ re", "を wo"),
}  # fmt: skip

Bytes = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class LabelledImages:
    """Images and what each of them shows."""

    images: Bytes  # (n, 784), 0 = paper .. 255 = ink, row by row from the top left
    labels: Bytes  # (n,), 0..9

    def __post_init__(self) -> None:
        """Refuse arrays of other shapes or types, and make both read-only."""
        if self.images.shape != (len(self.labels), PIXELS) or self.labels.ndim != 1:
            raise ValueError(f"images {self.images.shape} do not go with labels {self.labels.shape}")
        if self.images.dtype != np.uint8 or self.labels.dtype != np.uint8:
            raise ValueError("images and labels are unsigned bytes")
        self.images.setflags(write=False)
        self.labels.setflags(write=False)

    def __len__(self) -> int:
        """Return the number of images."""
        return len(self.labels)

    def __getitem__(self, rows: slice | Indexes | Mask) -> "LabelledImages":
        """Return the images of those rows; of a slice, as a view."""
        return LabelledImages(self.images[rows], self.labels[rows])

    @staticmethod
    def joined(parts: "Sequence[LabelledImages]") -> "LabelledImages":
        """Return several sets as one, in their order."""
        return LabelledImages(
            np.concatenate([part.images for part in parts]), np.concatenate([part.labels for part in parts])
        )


def checksum(*parts: LabelledImages) -> str:
    """Return the SHA-256 of images and labels, in hexadecimal."""
    import hashlib  # the first painting would wait for it

    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(np.ascontiguousarray(part.images).data)
        digest.update(np.ascontiguousarray(part.labels).data)
    return digest.hexdigest()


def scaled(images: Bytes) -> Floats:
    """Return unsigned bytes 0..255 as float32 0.0 (paper) .. 1.0 (ink), of the same shape."""
    return images.astype(np.float32) * np.float32(1 / 255)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a data set came from; `text` is a marked phrase, in which {place} stands for the place."""

    text: str
    place: str = ""

    def __str__(self) -> str:
        """Return the phrase in English, as runs store it."""
        return self.text.format(place=self.place)

    @property
    def described(self) -> str:
        """The phrase in the user's language."""
        return said(self.text).format(place=self.place)


FILES, DOWNLOAD, KERAS_COPY = mark("files in {place}"), mark("downloaded"), mark("Keras' copy, {place}")


@dataclass(frozen=True, slots=True)
class Dataset:
    """Named images in three parts: gradients see training, validation decides when to stop, test is looked at once."""

    name: str  # a short key: "mnist", "practice", "fashion-mnist"
    title: str  # what the user reads: "MNIST", "practice digits"
    source: Source
    training: LabelledImages
    validation: LabelledImages
    test: LabelledImages
    class_names: tuple[str, ...] = DIGITS  # well-known ones in English
    notes: tuple[str, ...] = ()  # what was assumed or mended, a sentence each, in the user's language
    as_given: "Dataset | None" = None  # the same before images were turned or swapped, or labels shifted

    @property
    def shows_digits(self) -> bool:
        """Whether the classes are the ten digits, so that a drawn digit can be read."""
        return self.class_names == DIGITS

    def each(self, change: Callable[[LabelledImages], LabelledImages]) -> "Dataset":
        """Return the data set with each of its three parts changed."""
        return replace(self, training=change(self.training), validation=change(self.validation), test=change(self.test))


def class_names_of(name: str, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return ten names: those given, or, where none or more than ten are, those that go by a data set's name."""
    if 0 < len(given) <= CLASSES:  # more are another program's, such as labelImg's
        return given + (UNUSED,) * (CLASSES - len(given))
    return next((names for word, names in KNOWN_NAMES.items() if word in name.lower()), DIGITS)


def shown_names(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names in the user's language; those that somebody gave their own classes stay as they are."""
    ours = {UNUSED, *(name for known in KNOWN_NAMES.values() for name in known)}
    return tuple(said(name) if name in ours else name for name in names)
