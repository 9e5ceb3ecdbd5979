"""Digits of one kind, as images, and what weights read in them and the app says of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.digits import stages
from core.digits.dataset import PIXELS, SIDE, LabelledImages, scaled
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.stages import RAW
from core.model import detector, doubt, softmax
from core.model.softmax import Weights
from core.numbers.number import looks_strange
from tests.measure import grey
from tests.measure.grey import Way


@dataclass(frozen=True, slots=True)
class Digits:
    """Digits of one kind: images (n, 784), boxed and centred; which look like no digit, and which are refused, (n,)."""

    name: str
    labels: np.ndarray
    images: np.ndarray
    is_strange: np.ndarray
    refused: np.ndarray

    def probabilities(self, weights: Weights) -> np.ndarray:
        """Return what weights make of them, (n, 10)."""
        return np.asarray(softmax.probabilities(weights, self._seen(weights)))

    def unsure(self, weights: Weights, layer: Weights | None = None) -> np.ndarray:
        """Return which readings are in doubt, (n,), but for those that look like no digit."""
        found = doubt.are_unsure(weights, self._seen(weights), self.probabilities(weights), layer)
        return np.asarray(found & ~self.is_strange)

    def said(self, weights: Weights) -> list[str]:
        judged = map(doubt.judged, self.probabilities(weights), self.is_strange, self.unsure(weights))
        return [judgement.sentence for judgement in judged]

    def _seen(self, weights: Weights) -> np.ndarray:
        return stages.apply_to_drawings(self.images.reshape(-1, SIDE, SIDE), weights.stages).reshape((-1, PIXELS))

    def right(self, weights: Weights) -> np.ndarray:
        """Return which are read right, (n,)."""
        return np.asarray((self.probabilities(weights).argmax(axis=1) == self.labels) & ~self.refused)

    def part(self, rows: np.ndarray, name: str) -> "Digits":
        return Digits(name, self.labels[rows], self.images[rows], self.is_strange[rows], self.refused[rows])


def drawn(name: str, drawings: Sequence[Drawing], labels: np.ndarray, names: tuple[str, ...] = RAW) -> Digits:
    """Return drawings as these stages leave them."""
    made = [image_of(drawing, names) for drawing in drawings]
    images = np.stack([np.zeros(PIXELS, np.float32) if image is None else image.ravel() for image in made])
    return Digits(name, labels, images, np.array([looks_strange(one) for one in drawings]), np.zeros(len(made), bool))


def given(name: str, part: LabelledImages) -> Digits:
    """Return images of a data set, which lie boxed and centred already."""
    images = scaled(part.images)
    return Digits(name, part.labels, images, detector.look(images)[1] > 0, np.zeros(len(images), bool))


def pictured(name: str, greys: Sequence[np.ndarray], labels: np.ndarray, way: Way) -> Digits:
    """Return pictures as a way leaves them."""
    images, refused = grey.images(greys, way)
    return Digits(name, labels, images, detector.look(images)[1] > 0, refused)
