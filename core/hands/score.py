"""How well weights read a hand's digits."""

from collections.abc import Iterator, Sequence

import numpy as np

from core.arrays import Floats
from core.digits.dataset import PIXELS
from core.digits.raster import images_of
from core.hands.hand import HandDigit
from core.model import softmax
from core.model.softmax import Weights


class HandScore:
    """Reads digits as often as requested; what was drawn once for some stages is stored, since strokes never change."""

    def __init__(self) -> None:
        self._seen: dict[tuple[str, tuple[str, ...]], Floats] = {}  # (784,) by digit and stages

    def draw(self, digits: Sequence[HandDigit], stages: tuple[str, ...]) -> Iterator[None]:
        """Draw what is not drawn yet for these stages, digit by digit: some thousand take seconds."""
        for digit in digits:
            if (digit.id, stages) not in self._seen:
                self._image(digit, stages)
                yield

    def share(self, weights: Weights, digits: Sequence[HandDigit]) -> float | None:
        """Return the share, 0.0 .. 1.0, of digits that weights read as labelled; None where there are none."""
        if not digits:
            return None
        images = np.stack([self._image(digit, weights.stages) for digit in digits])
        verdicts = softmax.logits(weights, images).argmax(axis=1)
        return float((verdicts == [digit.label for digit in digits]).mean())

    def fair_share(self, weights: Weights, digits: Sequence[HandDigit], learned: int, left_out: float) -> float | None:
        """Return the share as `share` does, for weights that learned from the first `learned` of the digits.

        left_out : share, 0.0 .. 1.0, of those that networks read right which had not learned from them
        None where one alone was learned: no network is left that has learned from others of the hand.
        """
        if not digits or learned == 1:
            return None
        rest = digits[learned:]
        right = left_out * (len(digits) - len(rest)) + (self.share(weights, rest) or 0.0) * len(rest)
        return right / len(digits)

    def _image(self, digit: HandDigit, stages: tuple[str, ...]) -> Floats:
        key = (digit.id, stages)
        if key not in self._seen:
            self._seen[key] = images_of([digit.drawing], stages).reshape(PIXELS)
        return self._seen[key]
