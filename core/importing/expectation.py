"""What a model takes for a pixel, found by trying it on digits that it should read."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np

from core.digits.dataset import LabelledImages
from core.errors import UserError
from core.importing.steps import NotPlainError, Pixels, Step, weights_of
from core.model import softmax
from core.model.softmax import Weights
from core.sources import mnist, practice, search
from core.words import mark, said, say

ROUNDS = ((10, 32), (40, 8), (150, 3), (300, 1))  # images that guesses are tried on, and how many of them are left then
MANY = 1000  # images that the sentence is about
LEAST = 0.5  # of the images right, or nothing was found out
MEAN, DEVIATION = 0.1307, 0.3081  # of MNIST's training pixels, 0..1, by which PyTorch's own example normalizes
RANGES = (
    (1.0, 0.0, mark("from 0 to 1")),
    (255.0, 0.0, mark("from 0 to 255")),
    (2.0, -1.0, mark("from -1 to 1")),
    (1 / DEVIATION, -MEAN / DEVIATION, mark("of mean 0 and deviation 1")),
)


Guess = tuple[Weights, str, float]  # the words for its pixels; what its cost is multiplied by


def guesses() -> Iterator[tuple[Pixels, str]]:
    """Give what models are known to expect, the likeliest first, each with its words."""
    for is_transposed, is_inverted, (factor, summand, words) in product((False, True), (False, True), RANGES):
        ends = (-factor, summand + factor) if is_inverted else (factor, summand)
        extras = [mark("ink dark on light")] * is_inverted + [mark("rows and columns exchanged")] * is_transposed
        yield Pixels(*ends, is_transposed), ", ".join([said(words), *map(said, extras)])


def found(candidates: Sequence[Sequence[Step]], path: Path) -> tuple[Weights, str]:
    """Return the weights that read most of some digits, and a sentence on what their pixels are.

    candidates : the model's steps; several where its file does not say all of them
    Raises NotPlainError or UserError where our layers can express none.
    """
    images, title, handicap = _digits()
    tried = list[Guess]()
    fault: NotPlainError | UserError | None = None
    for number, steps in enumerate(candidates):
        loss = 1 + handicap * number
        try:
            tried += [(weights_of(steps, pixels, path), words, loss) for pixels, words in guesses()]
        except (NotPlainError, UserError) as error:
            fault = error
    if fault is not None and not tried:
        raise fault
    tried = [each for each in tried if each[0].whole is None or each[0].whole.fits] or tried
    ranked = list(tried)
    for count, left in ROUNDS:
        ranked = sorted(ranked, key=partial(_loss, images[:count]))[:left]
    weights, words, _ = ranked[0]
    share = softmax.accuracy(weights, images.images, images.labels)
    values = {"name": path.name, "share": f"{share:.1%}".replace("%", " %"), "count": len(images), "title": title}
    if share < LEAST:
        note = say("{name} reads only {share} of {count} {title}: its pixels are taken as from 0 to 1.", **values)
        return tried[0][0], note
    return weights, say("{name} takes pixels {words}: so it reads {share} of {count} {title}.", words=words, **values)


def _loss(images: LabelledImages, guess: Guess) -> float:
    """Return the cost: a wrong range of pixels may read as many, but is too sure, or not sure enough."""
    values = softmax.logits(guess[0], images.images)
    return softmax.cost(values, images.labels) * guess[2] if np.isfinite(values).all() else float("inf")


def _digits() -> tuple[LabelledImages, str, float]:
    """Return digits to try models on: MNIST's validation images, or practice digits where it is not at hand.

    The last is a handicap for each way to put layers together that is commoner: of digits unlike those that a model
    has met, a rarer one may read a few more.
    """
    try:
        dataset = search.on_disk()
    except UserError:
        dataset = None
    if dataset is None or dataset.name != mnist.NAME:
        return practice.drawn(MANY), said(mark("practice digits")), 0.1
    return dataset.validation[:MANY], said(mark("of MNIST's validation images")), 0.0
