"""Any labelled images become a data set: divided into three parts that never mix, and what is odd about them mended.

What was assumed is said in `Dataset.notes`, in the user's language: images in the order of their classes are shuffled,
ink and paper swapped where paper is what is bright, images turned where the app's own digits lie another way.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.digits import class_names
from core.digits.dataset import FILES, SIDE, Bytes, Dataset, LabelledImages, Source
from core.errors import UserError
from core.model import scoring, shipped
from core.sources import mnist
from core.words import say

TEST_PART = 6  # without test images the last sixth is the test, as MNIST's shares are
VALIDATION_PART = 12  # the first twelfth, as 5,000 of MNIST's 60,000
FEWEST_CHANGES = 0.5  # of the images have another label than the one before, else they lie in the order of classes
BRIGHT = 160  # mean of the outermost pixels, above which these are paper
LOOKED_AT = 300  # images read each way round
READ_WELL, READ_BETTER = 0.6, 0.25  # accuracy that another way round reaches, and by how much it is better
SHUFFLE_SEED = 0

TURNS: tuple[Callable[[Bytes], Bytes], ...] = (  # of images (n, 28, 28); the first leaves them
    *(lambda images, times=times: np.rot90(images, times, (1, 2)) for times in range(4)),
    *(lambda images, times=times: np.rot90(images.transpose(0, 2, 1), times, (1, 2)) for times in range(4)),
)


def divided(
    title: str,
    place: Path,
    learned: LabelledImages,
    test: LabelledImages | None = None,
    names: tuple[str, ...] | None = None,
) -> Dataset:
    """Return a data set of images to learn from, and to test with where they are given apart; MNIST where it is that.

    place : where its files lie; names : of the classes, else those that go by the title
    Raises UserError where there are too few images to divide.
    """
    source, notes = Source(FILES, str(place)), []
    if test is not None and mnist.is_training(learned) and mnist.is_test(test):
        return mnist.divided(learned, test, source)
    if _lie_by_class(learned):
        learned = _shuffled(learned)
        notes.append(say("The images lay in the order of their classes; they are shuffled."))
    if test is None:
        cut = len(learned) - max(1, len(learned) // TEST_PART)
        learned, test = learned[:cut], learned[cut:]
    first = max(1, len(learned) // VALIDATION_PART)
    if not len(test) or len(learned) <= first:
        raise UserError("{title} holds too few images to divide into training, validation and test.", title=title)
    names = names or class_names.by_name(title)
    made = Dataset(title, title, source, learned[first:], learned[:first], test, names, tuple(notes))
    return _right_way_round(_dark_on_light(made))


def _lie_by_class(part: LabelledImages) -> bool:
    if len(part) < 20 or len(np.unique(part.labels)) < 2:
        return False
    return float((np.diff(part.labels.astype(np.int16)) != 0).mean()) < FEWEST_CHANGES


def _shuffled(part: LabelledImages) -> LabelledImages:
    order = np.random.default_rng(SHUFFLE_SEED).permutation(len(part))
    return LabelledImages(part.images[order], part.labels[order])


def _dark_on_light(dataset: Dataset) -> Dataset:
    """Return the data set with ink and paper swapped, where the outermost pixels are bright."""
    some = dataset.training.images[:10_000].reshape(-1, SIDE, SIDE)
    rim = np.concatenate([some[:, 0], some[:, -1], some[:, :, 0], some[:, :, -1]], axis=1)
    if rim.mean() <= BRIGHT:
        return dataset
    note = say("The images are dark on light; ink and paper are swapped, as MNIST has them.")
    return _with_images(dataset, lambda images: 255 - images, note)


def _right_way_round(dataset: Dataset) -> Dataset:
    """Return the data set turned or mirrored as the app's own weights read it best, where that is far better."""
    if not dataset.shows_digits:
        return dataset
    some = dataset.validation[:LOOKED_AT]
    accuracies = [
        scoring.score(scoring.read_images(shipped.shipped_layer(), _turned(some.images, turn)), some.labels).accuracy
        for turn in TURNS
    ]
    best = int(np.argmax(accuracies))
    if accuracies[best] < max(READ_WELL, accuracies[0] + READ_BETTER):
        return dataset
    note = say("The digits lie on their sides or mirrored, as EMNIST's do; they are turned upright.")
    return _with_images(dataset, lambda images: _turned(images, TURNS[best]), note)


def _turned(images: Bytes, turn: Callable[[Bytes], Bytes]) -> Bytes:
    return np.ascontiguousarray(turn(images.reshape(-1, SIDE, SIDE))).reshape(len(images), -1)


def _with_images(dataset: Dataset, change: Callable[[Bytes], Bytes], note: str) -> Dataset:
    parts = (dataset.training, dataset.validation, dataset.test)
    training, validation, test = (LabelledImages(change(part.images), part.labels) for part in parts)
    return replace(dataset, training=training, validation=validation, test=test, notes=(*dataset.notes, note))
