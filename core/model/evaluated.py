"""A part of a data set read by weights, with all that the panels need to show of it."""

from dataclasses import dataclass

import numpy as np

from core.arrays import Floats
from core.digits.dataset import DIGITS, SIDE, Dataset, LabelledImages, scaled
from core.digits.stages import apply_to_bytes
from core.model.metrics import Scores, scores
from core.model.softmax import Weights
from core.words import figure, mark, said, say

TRAINING, VALIDATION, TEST = PARTS = ("training", "validation", "test")
KINDS = {TRAINING: mark("training images"), VALIDATION: mark("validation images"), TEST: mark("test images")}
COUNTS = {
    TRAINING: mark("{count} training images"),
    VALIDATION: mark("{count} validation images"),
    TEST: mark("{count} test images"),
}


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Images of one part, as the network sees them, and what it made of each.

    part : "training", "validation" or "test"; images : (n, 784) as these weights' stages leave them
    by : what read them, in words; weights : the numbers that did
    of : title of the data set that they are of; "" where that is the one in use
    """

    part: str
    images: LabelledImages
    scores: Scores
    weights: Weights
    by: str = ""
    class_names: tuple[str, ...] = DIGITS
    of: str = ""

    @property
    def title(self) -> str:
        """What was read, in words."""
        images = said(COUNTS[self.part]).format(count=figure(len(self.images), ","))
        return say("{images} of {dataset}", images=images, dataset=said(self.of)) if self.of else images

    def image(self, index: int) -> Floats:
        """Return one image, (28, 28), 0.0 .. 1.0."""
        return scaled(self.images.images[index]).reshape(SIDE, SIDE)

    def names(self, index: int) -> tuple[str, str]:
        """Return the names of an image's label and of its verdict."""
        return self.class_names[self.scores.labels[index]], self.class_names[self.scores.verdicts[index]]

    def sentence(self, index: int) -> str:
        """Say what an image is and what it was read as."""
        label, verdict = self.names(index)
        return say(
            "Image {index:,} of the {images}: labelled {label}, read as {verdict}, {sure:.1f} % sure.",
            index=index,
            images=said(KINDS[self.part]),
            label=label,
            verdict=verdict,
            sure=np.floor(self.scores.sureness[index] * 1000) / 10,
        )


def part_of(dataset: Dataset, part: str) -> LabelledImages:
    """Return a data set's images of that part: "training", "validation" or "test"."""
    found: LabelledImages = getattr(dataset, part)
    return found


def as_seen_by(part: LabelledImages, stages: tuple[str, ...]) -> LabelledImages:
    """Return images of a data set, which are scaled and centred, as a network of those stages sees them."""
    images = apply_to_bytes(part.images, stages)
    return part if images is part.images else LabelledImages(images, part.labels)


def evaluated(
    weights: Weights,
    images: LabelledImages,
    part: str,
    by: str = "",
    class_names: tuple[str, ...] = DIGITS,
    of: str = "",
) -> Evaluated:
    """Read images that are as the weights' network sees them."""
    return Evaluated(part, images, scores(weights, images), weights, by, class_names, of)
