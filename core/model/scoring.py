"""Reading many drawings or images with the same weights, and how well they were read; empty drawings are wrong."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.arrays import Floats, Mask
from core.digits import stages
from core.digits.dataset import DIGITS, PIXELS, Bytes, Dataset, LabelledImages
from core.digits.drawing import Drawing
from core.digits.raster import images_of
from core.digits.stages import apply_to_bytes
from core.model import softmax
from core.model.metrics import NO_VERDICT, Scores
from core.model.softmax import Weights
from core.progress import IsCancelled, never
from core.words import figure, mark, said, say

TRAINING, VALIDATION, TEST = PARTS = ("training", "validation", "test")
PART_TITLES = {TRAINING: mark("training images"), VALIDATION: mark("validation images"), TEST: mark("test images")}
COUNTS = {
    TRAINING: mark("{count} training images"),
    VALIDATION: mark("{count} validation images"),
    TEST: mark("{count} test images"),
}


@dataclass(frozen=True, slots=True)
class Readings:
    """What weights make of digits, in order."""

    images: Floats | Bytes  # (n, 784), as the weights' stages leave them
    probabilities: Floats  # (n, 10); rows of empty drawings mean nothing
    is_empty: Mask  # (n,), which drawings have no ink, and so no verdict


def read_drawings(weights: Weights, drawings: Sequence[Drawing]) -> Readings:
    """Return what weights make of drawings, each through the weights' own stages."""
    each = [images_of([drawing], weights.stages) for drawing in drawings]  # alone, as the window reads it
    images = np.array(each, np.float32).reshape(-1, PIXELS)
    is_empty = np.array([drawing.is_empty for drawing in drawings], np.bool_)
    return Readings(images, softmax.probabilities(weights, images), is_empty)


def read_images(weights: Weights, images: Bytes) -> Readings:
    """Return what weights make of images (n, 784) as MNIST has them, through the stages that the weights need."""
    images = stages.apply_to_bytes(images, weights.stages)
    return Readings(images, softmax.probabilities(weights, images), np.zeros(len(images), np.bool_))


def score(readings: Readings, labels: Bytes) -> Scores:
    """Return how digits of these labels, (n,), were read; of empty drawings there is no verdict, and no sureness."""
    found = readings.probabilities
    verdicts = np.where(readings.is_empty, NO_VERDICT, found.argmax(axis=1)).astype(np.uint8)
    return Scores(labels, verdicts, np.where(readings.is_empty, np.float32(0), found.max(axis=1, initial=0.0)))


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Images of one part, as the network sees them, and what it made of each."""

    part: str  # one of PARTS
    images: LabelledImages  # as these weights' stages leave them
    scores: Scores
    weights: Weights  # that read them
    by: str = ""  # what they are called
    class_names: tuple[str, ...] = DIGITS
    of: str = ""  # title of the images' data set; "" where that is the one in use

    @property
    def title(self) -> str:
        """What was read, in words."""
        images = said(COUNTS[self.part]).format(count=figure(len(self.images), ","))
        return say("{images} of {dataset}", images=images, dataset=said(self.of)) if self.of else images

    def names(self, index: int) -> tuple[str, str]:
        """Return the names of an image's label and of its verdict."""
        return self.class_names[self.scores.labels[index]], self.class_names[self.scores.verdicts[index]]

    def sentence(self, index: int) -> str:
        """Say what an image is and what it was read as."""
        label, verdict = self.names(index)
        return say(
            "Image {index:,} of the {images}: labelled {label}, read as {verdict}, {sure:.1f} % sure.",
            index=index,
            images=said(PART_TITLES[self.part]),
            label=label,
            verdict=verdict,
            sure=np.floor(self.scores.sureness[index] * np.float32(1000)) / 10,
        )


def part_of(dataset: Dataset, part: str) -> LabelledImages:
    """Return a data set's images of that part: "training", "validation" or "test"."""
    found: LabelledImages = getattr(dataset, part)
    return found


def as_seen_by(part: LabelledImages, stages: tuple[str, ...], is_cancelled: IsCancelled = never) -> LabelledImages:
    """Return images, scaled and centred, as a network of those stages sees them; raises CancelledError."""
    images = apply_to_bytes(part.images, stages, is_cancelled)
    return part if images is part.images else LabelledImages(images, part.labels)
