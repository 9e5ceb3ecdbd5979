"""Any labelled images become a data set: divided into three parts that never mix, and what is odd about them mended.

What was assumed is said in `Dataset.notes`, in the user's language: images in the order of their classes are shuffled,
ink and paper swapped where paper is what is bright, images turned and labels shifted where the app's own digits lie
another way; images that are in the test or validation as well, or of an eleventh class, are left out.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, DIGITS, FILES, SIDE, Bytes, Dataset, LabelledImages, Source, class_names_of
from core.errors import UserError, instead_of
from core.files import presence
from core.model import scoring, shipped
from core.sources import mnist
from core.words import say

TEST_PART = 6  # without test images the last sixth is the test, as MNIST's shares are
VALIDATION_PART = 12  # the first twelfth, as 5,000 of MNIST's 60,000
FEWEST_CHANGES = 0.5  # of the images have another label than the one before, else they lie in the order of classes
BRIGHT = 160  # mean of the outermost pixels, above which these are paper
LOOKED_AT = 300  # images read each way round
READ_WELL, READ_BETTER = 0.6, 0.25  # accuracy that another way round reaches, and by how much it is better
SHIFTS = (0, 1, -1)  # of labels, as where 1 stands for a 0
FEWEST_JUDGED = 20  # images of the validation or the test, by which an accuracy says something
SHUFFLE_SEED = 0
CLASS_FILE, LONGEST_CLASS_FILE = "classes.txt", 10_000  # bytes

TURNS: tuple[Callable[[Bytes], Bytes], ...] = (  # of images (n, 28, 28); the first leaves them
    *(lambda images, times=times: np.rot90(images, times, (1, 2)) for times in range(4)),
    *(lambda images, times=times: np.rot90(images.transpose(0, 2, 1), times, (1, 2)) for times in range(4)),
)


def divided(
    title: str, place: Path, learned: LabelledImages, test: LabelledImages | None = None, names: tuple[str, ...] = ()
) -> Dataset:
    """Return a data set of images to learn from, and to test with where they are given apart; MNIST where it is that.

    place : where its files lie; names : of the classes, else those of a classes.txt there, or that go by the title
    Raises UserError where there are too few images to divide, or a classes.txt that is none.
    """
    source, notes = Source(FILES, str(place)), list[str]()
    names = class_names_of(title, names or _classes_in(place))
    if test is not None and mnist.is_mnist(learned, test):
        return mnist.divided(learned, test, source)
    if max(part.labels.max(initial=0) for part in (learned, test or learned)) >= CLASSES:
        learned, test, names = _of_ten_classes(learned, test, names, notes)
    learned = _without_doubles(learned, test, notes)
    if _lie_by_class(learned):
        learned = learned[np.random.default_rng(SHUFFLE_SEED).permutation(len(learned))]
        notes.append(say("The images lay in the order of their classes; they are shuffled."))
    if test is None:
        cut = len(learned) - max(1, len(learned) // TEST_PART)
        learned, test = learned[:cut], learned[cut:]
    first = max(1, len(learned) // VALIDATION_PART)
    if not len(test) or len(learned) <= first:
        raise UserError("{title} holds too few images to divide into training, validation and test.", title=title)
    made = Dataset(title, title, source, learned[first:], learned[:first], test, names, tuple(notes))
    mended = _as_the_app_reads(_dark_on_light(made))
    return _counted(mended if mended is made else replace(mended, as_given=_counted(made)))


def _classes_in(folder: Path) -> tuple[str, ...]:
    """Return what the text beside the files calls the classes; nothing without one. Raises UserError for no text."""
    path = folder / CLASS_FILE
    if not presence.exists(path):
        return ()
    no_text = UserError("{path} cannot be read: write one class name a line, as plain text.", path=path)
    with instead_of((OSError, UnicodeDecodeError), no_text), path.open(encoding="utf-8-sig") as file:
        names = tuple(line.strip() for line in file.read(LONGEST_CLASS_FILE).splitlines() if line.strip())
    if not names:
        raise no_text
    return names


def _of_ten_classes(
    learned: LabelledImages, test: LabelledImages | None, names: tuple[str, ...], notes: list[str]
) -> tuple[LabelledImages, LabelledImages | None, tuple[str, ...]]:
    """Return the images of the first ten labels that occur; named as their labels where nothing is known."""
    count, low = len(np.unique(learned.labels)), int(learned.labels.min())
    values = {"count": count, "low": low, "high": low + CLASSES - 1}
    notes.append(say("Of {count} classes those of the labels {low} to {high} are used.", **values))

    def lowered(part: LabelledImages) -> LabelledImages:
        labels = part.labels - np.uint8(low)  # what is below wraps round to far above
        return LabelledImages(part.images, labels)[labels < CLASSES]

    if low and names == DIGITS:
        names = tuple(str(low + each) for each in range(CLASSES))
    return lowered(learned), None if test is None else lowered(test), names


def _without_doubles(learned: LabelledImages, test: LabelledImages | None, notes: list[str]) -> LabelledImages:
    """Return the images to learn from, each once and none that is in the test, so that no part judges itself."""
    marks, first = _marks(learned), np.zeros(len(learned), bool)
    first[np.unique(marks, return_index=True)[1]] = True
    if test is not None:
        first &= ~np.isin(marks, _marks(test))
    doubles = int((~first).sum())
    if not doubles or not first.any():
        return learned
    note = say("{count:,} images come twice, or in the test too; they are learned from once or never.", count=doubles)
    notes.append(note)
    return learned[first]


def _marks(part: LabelledImages) -> NDArray[np.int64]:
    """Return a number for each image, alike for the same ones."""
    return np.array([hash(row.tobytes()) for row in part.images], np.int64)


def _counted(dataset: Dataset) -> Dataset:
    """Return the data set with notes where classes are missing, or the parts that judge are too small for it."""
    count, notes = len(np.unique(dataset.training.labels)), list(dataset.notes)
    if count < min(CLASSES, len(dataset.training)):
        notes.append(say("Only {count} of the ten classes occur; the others are never read.", count=count))
    validation, test = len(dataset.validation), len(dataset.test)
    if min(validation, test) < FEWEST_JUDGED:
        note = say("Only {count} images judge what was learned: an accuracy says little.", count=min(validation, test))
        notes.append(note)
    return replace(dataset, notes=tuple(notes))


def _lie_by_class(part: LabelledImages) -> bool:
    """Return whether neighbours are mostly of one class, or the whole first part is, which would be the validation."""
    if len(part) < 20 or len(np.unique(part.labels)) < 2:
        return False
    first = part.labels[: max(5, len(part) // VALIDATION_PART)]
    is_one_class = len(np.unique(first)) == 1
    return is_one_class or float((np.diff(part.labels.astype(np.int16)) != 0).mean()) < FEWEST_CHANGES


def _dark_on_light(dataset: Dataset) -> Dataset:
    """Return the data set with ink and paper swapped, where the outermost pixels are bright."""
    some = dataset.training.images[:10_000].reshape(-1, SIDE, SIDE)
    rim = np.concatenate([some[:, 0], some[:, -1], some[:, :, 0], some[:, :, -1]], axis=1)
    if rim.mean() <= BRIGHT:
        return dataset
    note = say("The images are dark on light; ink and paper are swapped, as MNIST has them.")
    return _changed(dataset, lambda part: LabelledImages(255 - part.images, part.labels), note)


def _as_the_app_reads(dataset: Dataset) -> Dataset:
    """Return the data set turned or mirrored, its labels shifted, as the app's own weights read it far better."""
    upright = say("The images lie on their sides or mirrored, as EMNIST's do; they are turned upright.")
    if not dataset.shows_digits:
        is_emnist = "emnist" in dataset.title.lower()
        return _changed(dataset, lambda part: _turned(part, TURNS[4]), upright) if is_emnist else dataset
    some = dataset.validation[:LOOKED_AT]
    layer, labels = shipped.shipped_layer(), some.labels.astype(np.int16)
    read = [scoring.read_images(layer, _turned(some, turn).images).probabilities.argmax(axis=1) for turn in TURNS]
    right = np.array([[(each == (labels + shift) % CLASSES).mean() for shift in SHIFTS] for each in read])
    turn, shift = (int(each) for each in np.unravel_index(right.argmax(), right.shape))
    if right[turn, shift] < max(READ_WELL, right[0, 0] + READ_BETTER):
        return dataset
    if turn:
        dataset = _changed(dataset, lambda part: _turned(part, TURNS[turn]), upright)
    if shift:
        note = say("The labels are one beside the digits that the images show; they are put right.")
        change = ((np.arange(CLASSES) + SHIFTS[shift]) % CLASSES).astype(np.uint8)
        dataset = _changed(dataset, lambda part: LabelledImages(part.images, change[part.labels]), note)
    return dataset


def _turned(part: LabelledImages, turn: Callable[[Bytes], Bytes]) -> LabelledImages:
    images = np.ascontiguousarray(turn(part.images.reshape(-1, SIDE, SIDE)))
    return LabelledImages(images.reshape(len(part), -1), part.labels)


def _changed(dataset: Dataset, change: Callable[[LabelledImages], LabelledImages], note: str) -> Dataset:
    return replace(dataset.each(change), notes=(*dataset.notes, note))
