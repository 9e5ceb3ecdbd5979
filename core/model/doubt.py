"""How sure a reading is, and the verdict in words when it is in doubt."""

from dataclasses import dataclass
from enum import Enum
from functools import cache

import numpy as np

from core.arrays import Floats, Indexes, Mask, Numbers
from core.digits import stages
from core.digits.dataset import PIXELS, SIDE, Bytes
from core.digits.warps import sources
from core.model import shipped, softmax
from core.model.softmax import Weights
from core.words import say

UNSURE_BELOW = 0.68  # probability of a single layer's likeliest digit; chosen by tests.measure.unmet
# A network of several layers is seldom wrong. Where its likeliest digit's probability is between these two, it looks
# again, at the image turned (degrees), narrower and wider (factors), and asks the single layer that comes with the app,
# too: it is unsure where all of them together give that digit less than DEEPLY_UNSURE_BELOW (by tests.measure.shipped)
DOUBTFUL, SURE = 0.83, 0.995
DEEPLY_UNSURE_BELOW = 0.974
TURNS, WIDTHS = (-10.0, 10.0), (0.8, 1.25)
LAYER_SHARE, LEAST = 0.5, 1e-4  # what the single layer's word counts, and the least of its probabilities
AT_ONCE = 50  # images looked at again, so that memory stays small


class Doubt(Enum):
    """What may be said of a reading."""

    NONE = "none"
    UNSURE = "unsure"
    NOT_A_DIGIT = "not a digit"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A reading judged; digits : the likeliest and the next."""

    doubt: Doubt
    digits: tuple[int, int]

    @property
    def sentence(self) -> str:
        """The verdict in words; "" where there is no doubt, and the digit can be shown as it is."""
        if self.doubt is Doubt.NOT_A_DIGIT:
            return say("This does not look like a digit")
        first, second = sorted(self.digits)
        return say("Not sure: {first} or {second}", first=first, second=second) if self.doubt is Doubt.UNSURE else ""


def judged(probabilities: Numbers, is_strange: bool = False, is_unsure: bool = False) -> Judgement:
    """Return what to say of probabilities, (10,), strange as core.numbers finds it, unsure as `are_unsure` does."""
    second, first = (int(digit) for digit in np.argsort(probabilities)[-2:])
    doubt = Doubt.UNSURE if is_unsure else Doubt.NONE
    return Judgement(Doubt.NOT_A_DIGIT if is_strange else doubt, (first, second))


def are_unsure(weights: Weights, images: Floats | Bytes, probabilities: Floats, layer: Weights | None = None) -> Mask:
    """Return which readings are in doubt, (n,); given what `believed` takes."""
    limit = UNSURE_BELOW if weights.architecture.is_single else DEEPLY_UNSURE_BELOW
    return np.asarray(believed(weights, images, probabilities, layer) < limit)


def believed(weights: Weights, images: Floats | Bytes, probabilities: Floats, layer: Weights | None = None) -> Floats:
    """Return how sure, (n,), a network is of images (n, 784), read so, (n, 10), after a second look where in doubt."""
    sureness: Floats = probabilities.max(axis=1)
    again = np.flatnonzero((sureness >= DOUBTFUL) & (sureness < SURE))
    if weights.architecture.is_single:
        return sureness
    for start in range(0, len(again), AT_ONCE):
        rows = again[start : start + AT_ONCE]
        seen, found = softmax.inked(images[rows]), probabilities[rows]
        together = _looked_at_again(weights, seen, found)
        single = layer or shipped.shipped_layer()
        left = tuple(name for name in single.stages if name not in weights.stages)
        images_left = stages.apply_to_drawings(seen.reshape(-1, SIDE, SIDE), left).reshape(-1, PIXELS)
        shares = softmax.probabilities(single, images_left)
        together += np.asarray(LAYER_SHARE * np.log(shares + LEAST), np.float32)
        sureness[rows] = softmax.softmax(together)[np.arange(len(rows)), found.argmax(axis=1)]
    return sureness


def _looked_at_again(weights: Weights, images: Floats, probabilities: Floats) -> Floats:
    """Return the mean logits, (n, 10), of images as they are, and of each otherwise."""
    at, shares = _views()
    framed = np.pad(images.reshape(-1, SIDE, SIDE), ((0, 0), (1, 1), (1, 1))).reshape(len(images), -1)
    views = (framed[:, at] * shares).sum(axis=2, dtype=np.float32)  # (n, views, 784)
    logits = softmax.logits(weights, views.reshape(-1, PIXELS)).reshape(*views.shape[:2], -1)
    own = np.log(np.maximum(probabilities, np.finfo(np.float32).tiny))
    return np.asarray((logits.sum(axis=1) + own) / (len(at) + 1))


@cache
def _views() -> tuple[Indexes, Floats]:
    """Return where each pixel of each view comes from, and with which shares, (views, 4, 784)."""
    turns = [np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]]) for turn in np.radians(TURNS)]
    found = [sources(matrix) for matrix in turns + [np.diag([width, 1.0]) for width in WIDTHS]]
    return np.stack([at for at, _ in found]), np.stack([shares for _, shares in found])
