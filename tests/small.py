"""A small made data set and drawings, for tests that need no real digits."""

from pathlib import Path

import numpy as np

from core.digits.dataset import CLASSES, PIXELS, SIDE, Dataset, LabelledImages, Source
from core.digits.drawing import Drawing
from tests.core.sources.idx_files import write_pair

SEVEN = Drawing.from_strokes(
    [[[0.25, 0.2], [0.4, 0.2], [0.6, 0.21], [0.72, 0.2], [0.66, 0.35], [0.58, 0.5], [0.52, 0.65], [0.47, 0.85]]]
)


def labelled(count: int, seed: int) -> LabelledImages:
    """Return images of which each class has ink in columns of its own, with noise: learnt in a few steps."""
    random = np.random.default_rng(seed)
    labels = (np.arange(count) % CLASSES).astype(np.uint8)
    images = random.integers(0, 60, (count, SIDE, SIDE), dtype=np.uint8)
    for number, label in enumerate(labels):
        images[number, 4:24, 4 + 2 * label : 6 + 2 * label] += 180
    return LabelledImages(images.reshape(count, PIXELS), labels)


def dataset() -> Dataset:
    parts = labelled(1_000, 1), labelled(100, 2), labelled(200, 3)
    return Dataset("made", "made digits", Source("made by a test"), *parts)


def bright() -> Dataset:
    """Return that data set with ink dark on light paper, which is mended unless somebody refuses."""
    return dataset().each(lambda part: LabelledImages(255 - part.images, part.labels))


def write_idx(folder: Path, whole: Dataset) -> None:
    """Write a data set as the four IDX files of MNIST's names."""
    write_pair(folder, "train", LabelledImages.joined([whole.validation, whole.training]), compressed=False)
    write_pair(folder, "t10k", whole.test, compressed=False)
