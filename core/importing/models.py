"""The table of models that can be opened, whatever made them; each becomes weights of our own layers.

What a model takes for a pixel is found by trying it on digits that it should read.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np

from core.digits.dataset import LabelledImages
from core.errors import UserError, unreadable
from core.files import presence
from core.importing import keras_file, onnx_model, saved_model, tflite, torch_arrays
from core.importing.stack import Pixels, weights_of
from core.importing.steps import WANTED, NotPlainError, Step
from core.model import softmax, weights_file
from core.model.activations import SIGMOID
from core.model.softmax import Weights
from core.sources import mnist, practice, search
from core.words import mark, said, say

# gives a model's steps, in several ways where its file does not say them all, and, where it does, the stages of its
# images; raises NotPlainError, UserError or OSError
Read = Callable[[Path], tuple[list[list[Step]], tuple[str, ...] | None]]
MODULES = (keras_file, tflite, torch_arrays, onnx_model)
READERS: dict[str, Read] = {suffix: module.read for module in MODULES for suffix in module.SUFFIXES}
# what a model may be: what makes its weights, of which no more than one guess's are ever held, and raises NotPlainError
# or UserError; what its pixels are, in words; what its cost is multiplied by
Guess = tuple[Callable[[], Weights], str, float]
LARGEST = 100_000_000  # bytes of a file
ROUNDS = ((10, 32), (40, 8), (150, 3), (300, 1))  # images that guesses are tried on, and how many of them are left then
MANY = 1000  # images that the sentence is about
LEAST = 0.5  # of the images right, or nothing was found out
SURER = 1.3  # handicap of 0 to 255: sigmoids of numbers that are too large read hardly fewer, and are surer
MEAN, DEVIATION = 0.1307, 0.3081  # of MNIST's training pixels, 0..1, by which PyTorch's own example normalizes
RANGES = (
    (1.0, 0.0, mark("from 0 to 1")),
    (255.0, 0.0, mark("from 0 to 255")),
    (2.0, -1.0, mark("from -1 to 1")),
    (1 / DEVIATION, -MEAN / DEVIATION, mark("of mean 0 and deviation 1")),
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A model as weights, and a sentence on what was found out about it; "" for our own."""

    weights: Weights
    note: str = ""


def reader_of(path: Path) -> Read | None:
    """Return what reads a model of another tool, by its name; None where it is none."""
    read = READERS.get(path.suffix.lower())
    is_saved = read is None and (presence.exists(path / saved_model.FILE) or path.name == saved_model.FILE)
    return saved_model.read if is_saved else read


def opened(path: Path) -> Opened:
    """Return the weights of our own .npz, or of another tool's model; raises UserError that says what else it is."""
    read = reader_of(path)
    if read is None:
        return Opened(weights_file.load(path))
    try:
        if path.is_file() and path.stat().st_size > LARGEST:
            raise UserError("{path} is too large for a model of digits.", path=path)
        candidates, stages = read(path)
        if stages is not None:
            return Opened(replace(weights_of(candidates[0], Pixels(), path), stages=stages))
        weights, note = _found(candidates, path)
        if weights.whole is not None:
            note += " " + say("It reads in whole numbers, as TFLite does; Why and Weights show what they stand for.")
        if candidates[0][0].is_in_floats:
            note += " " + say("It is in whole numbers, but read in floats: TFLite may read a few digits otherwise.")
        if candidates[0][-1].function == SIGMOID:
            note += " " + say("It ends in sigmoids: the sums before them are read, and percentages are a softmax's.")
        return Opened(weights, note)
    except NotPlainError as error:
        values = {"path": path, "what": said(str(error)), "wanted": said(WANTED)}
        raise UserError("{path} holds {what}; {wanted}.", **values) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _guesses() -> Iterator[tuple[Pixels, str]]:
    """Give what models are known to expect, the likeliest first, each with its words."""
    for is_transposed, is_inverted, (factor, summand, words) in product((False, True), (False, True), RANGES):
        ends = (-factor, summand + factor) if is_inverted else (factor, summand)
        extras = [mark("ink dark on light")] * is_inverted + [mark("rows and columns exchanged")] * is_transposed
        yield Pixels(*ends, is_transposed), ", ".join([said(words), *map(said, extras)])


def _found(candidates: Sequence[Sequence[Step]], path: Path) -> tuple[Weights, str]:
    """Return the weights that read most of some digits, and a sentence on what their pixels are.

    candidates : the model's steps; several where its file does not say all of them
    Raises NotPlainError or UserError where our layers can express none.
    """
    images, title, handicap = _digits()
    expected, ways = list(_guesses()), list(dict.fromkeys(map(_way, candidates)))
    ranked = tried = [
        (partial(weights_of, steps, pixels, path), words, unlikely * (SURER if abs(pixels.factor) == 255 else 1))
        for steps in candidates
        for unlikely in [1 + handicap * ways.index(_way(steps))]
        for pixels, words in expected
    ]
    for count, left in ROUNDS:
        ranked = sorted(ranked, key=partial(_cost, images[:count]))[:left]
    make, words, _ = ranked[0]
    weights = make()
    share = softmax.accuracy(weights, images.images, images.labels)
    values = {"name": path.name, "share": f"{share:.1%}".replace("%", " %"), "count": len(images), "title": title}
    if share < LEAST:
        note = say("{name} reads only {share} of {count} {title}: its pixels are taken as from 0 to 1.", **values)
        first = next((each for each in tried if not _cost(images[:1], each)[0]), tried[0])
        return first[0](), note
    return weights, say("{name} takes pixels {words}: so it reads {share} of {count} {title}.", words=words, **values)


def _way(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Return how steps are put together, whatever their numbers and functions."""
    return tuple(Step(step.kind, (), step.side, step.step, step.padding, step.pooling) for step in steps)


def _cost(images: LabelledImages, guess: Guess) -> tuple[bool, float]:
    """Return whether it cannot be, and the cost: a wrong range of pixels may read as many, but is not as sure."""
    make, _, handicap = guess
    try:
        weights = make()
    except (NotPlainError, UserError):
        return True, float("inf")
    values = softmax.logits(weights, images.images)
    cost = softmax.cost(values, images.labels) * handicap if np.isfinite(values).all() else float("inf")
    return weights.whole is not None and not weights.whole.fits, cost


def _digits() -> tuple[LabelledImages, str, float]:
    """Return MNIST's validation images, or practice digits without it, to try models on; title; a way's handicap."""
    try:
        dataset = search.on_disk()
    except UserError:
        dataset = None
    if dataset is None or dataset.name != mnist.NAME:
        # of digits unlike those that a model has met, a rarer way to put its layers together may read a few more
        return practice.drawn(MANY), said(mark("practice digits")), 0.1
    return dataset.validation[:MANY], said(mark("of MNIST's validation images")), 0.0
