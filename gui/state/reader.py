"""Reads the digit at hand: drawing or image in, 28x28 and ten probabilities out, by the run's or the app's networks."""

import time
from collections import deque
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from core.arrays import Floats
from core.digits import raster, stages
from core.digits.dataset import DIGITS, PIXELS
from core.digits.drawing import Drawing
from core.model import softmax
from core.model.softmax import Weights
from core.numbers.grouping import Grouper
from core.numbers.number import Part, parts_of
from core.words import mark
from gui.state.reading import Reading

REGROUP_S = 0.05  # while a stroke grows, the digits of a number are grouped anew no more often
MOST_SEEN = 300  # images of digits that are remembered

BY_APP = "app"
BY_LAYER = "layer"  # the single layer that comes with the app, beside the network that reads best
BY_RUN = "run"
APP_NAME = mark("the weights that come with the app")
LAYER_NAME = mark("the single layer that comes with the app")


class Reader(QObject):
    """Holds what is to be read and who reads it, and reads anew when either changes."""

    read = Signal(object)  # Reading

    def __init__(self, shipped: Weights, parent: QObject | None = None, layer: Weights | None = None) -> None:
        """Take the weights that read at first and, where there is one, the single layer that reads on request."""
        super().__init__(parent)
        self._shipped, self.layer = shipped, layer
        self.opened: Weights | None = None  # that read for the app, in place of its own
        self.app_name = APP_NAME
        self._of_run: Weights | None = None
        self.run_names = DIGITS  # the classes that the run's weights tell apart; those of the app know digits
        self.by = BY_APP  # whose weights read: BY_APP, BY_LAYER or BY_RUN
        self._drawing = Drawing()
        self.grouper, self._grouped_s = Grouper(), 0.0
        self._parts: tuple[Part, ...] = ()  # of a number of several digits
        self._at = 0
        self._seen_parts: dict[tuple[object, ...], Floats] = {}
        self.given: Floats | None = None  # the image, (28, 28), that is read in place of the drawing
        self._own_pictures: deque[Floats] = deque(maxlen=MOST_SEEN)
        self._left_out: frozenset[str] = frozenset()
        self._image: Floats | None = None
        self._image_stages: tuple[str, ...] | None = None
        self._framed: dict[tuple[str, ...], Floats | None] = {}  # the drawing by the stages that its strokes go through
        self._by_app: Floats | None = None  # of what is to be read, while it is known

    @property
    def weights(self) -> Weights:
        """The weights that read."""
        return {BY_RUN: self._of_run, BY_LAYER: self.layer}.get(self.by) or self._apps

    @property
    def _apps(self) -> Weights:
        return self._shipped if self.opened is None else self.opened

    @property
    def others(self) -> tuple[str, ...]:
        """Who else could read, the one most likely to be requested first."""
        there = {BY_APP: self._apps, BY_RUN: self._of_run, BY_LAYER: self.layer}
        return tuple(who for who, weights in there.items() if who != self.by and weights is not None)

    @property
    def name(self) -> str:
        """What the app's weights that read, or would without a run, are called."""
        return LAYER_NAME if self.by == BY_LAYER else self.app_name

    @property
    def reads_image(self) -> bool:
        """Whether an image of a data set, or a picture, is read in place of the drawing."""
        return self.given is not None or any(part.drawing is None for part in self._parts)

    @property
    def drawing(self) -> Drawing:
        """The drawing that is read: of a number, the digit that was chosen."""
        return (self._parts[self._at].drawing or Drawing()) if self._parts else self._drawing

    @property
    def whole(self) -> Drawing:
        """The drawing with all its digits; that an image is read in its place does not change it."""
        return self._drawing

    @property
    def own(self) -> Drawing:
        """What can be taught of what is read: the drawing, or a picture of the user's; empty for one of a data set."""
        if self._parts and self._parts[self._at].image is not None:
            return Drawing(picture=self._parts[self._at].image)
        if self.given is not None:
            return Drawing(picture=self.given) if any(self.given is own for own in self._own_pictures) else Drawing()
        return self.drawing

    def set_drawing(self, drawing: Drawing) -> None:
        """Read a drawing from now on: of several digits that which has the newest stroke."""
        may_keep = len(drawing.strokes) == len(self._drawing.strokes) and time.monotonic() < self._grouped_s + REGROUP_S
        self._drawing, self.given = drawing, None
        if may_keep:
            self._set_parts(tuple(_renewed(part, drawing) for part in self._parts), self._at)
        else:
            self.regroup()

    def regroup(self) -> None:
        """Group the strokes of a drawing into digits anew."""
        if self.given is None:
            parts, newest = parts_of(self._drawing, self.grouper), len(self._drawing.strokes) - 1
            self._grouped_s = time.monotonic()
            at = next((at for at, part in enumerate(parts) if newest in part.strokes), 0)
            self._set_parts(parts if len(parts) > 1 else (), at)

    def set_number(self, parts: tuple[Part, ...]) -> None:
        """Read the digits of a picture in place of the drawing."""
        self._drawing, self.given = Drawing(), None
        self._set_parts(parts, 0)

    def choose(self, at: int) -> None:
        """Read one of several digits from now on."""
        if 0 <= at < len(self._parts) and at != self._at:
            self._set_parts(self._parts, at)

    def _set_parts(self, parts: tuple[Part, ...], at: int) -> None:
        self._parts, self._at = parts, at
        self._image_stages = self._by_app = None
        self._framed.clear()
        if not parts or len(self._seen_parts) > MOST_SEEN:
            self._seen_parts.clear()
        self._read()

    def set_image(self, image: Floats | None, is_own: bool = False) -> None:
        """Read an image (28, 28), scaled and centred as MNIST was made, in place of the drawing.

        is_own : it is a picture of the user's, which can be taught, and none of a data set
        """
        if image is not None and is_own:
            self._own_pictures.append(image)
        self.given = image
        self._set_parts((), 0)

    def set_stages(self, names: tuple[str, ...]) -> None:
        """Go only through these of the network's stages, to see what the others are good for."""
        self._left_out = frozenset(stages.STAGES) - frozenset(names)
        self._image_stages = self._by_app = None
        self._read()

    def set_run_weights(self, weights: Weights | None) -> None:
        """Take the run's newest weights; None when there is no longer a run."""
        self._of_run = weights
        if weights is None:
            self.read_by(BY_APP if self.by == BY_RUN else self.by)
        elif self.by == BY_RUN:
            self._read()

    def set_app_weights(self, weights: Weights | None, name: str = APP_NAME, by: str = BY_APP) -> None:
        """Take opened weights, called `name`, in place of those that come with the app, None for these; `by` reads."""
        self.opened, self.app_name, self._by_app = weights, name, None
        self.read_by(by)

    def read_by(self, who: str) -> None:
        """Let the run's weights read (BY_RUN), those of the app (BY_APP) or its single layer (BY_LAYER)."""
        self.by = who
        self._read()

    def _read(self) -> None:
        weights, image = self.weights, self._seen(self.weights)
        believed = None if image is None else _believed(weights, image.reshape(1, PIXELS))
        probabilities = None if believed is None else believed[0]
        names = DIGITS if weights is not self._of_run else self.run_names
        by_app = self._read_by_app() if image is not None and weights is not self._apps and names == DIGITS else None
        images = of_parts = None
        if self._parts and names == DIGITS:
            used = tuple(name for name in weights.stages if name not in self._left_out)
            images = np.stack([self._seen_part(part, used).ravel() for part in self._parts])
            of_parts = _believed(weights, images)
        parts = () if of_parts is None else self._parts
        self.read.emit(Reading(image, probabilities, weights, names, by_app, parts, images, of_parts, self._at))

    def _seen_part(self, part: Part, names: tuple[str, ...]) -> Floats:
        """Return a digit of a number as these stages leave it; remembered, since a stroke changes one of them."""
        strokes = (id(part.image),) if part.drawing is None else tuple(map(np.ndarray.tobytes, part.drawing.strokes))
        if (names, strokes) not in self._seen_parts:
            self._seen_parts[names, strokes] = part.seen(names)
        return self._seen_parts[names, strokes]

    def _read_by_app(self) -> Floats | None:
        if self._by_app is None:  # remembered, as the image is
            image = self.seen_by(self._apps.stages)
            believed = None if image is None else _believed(self._apps, image.reshape(1, PIXELS))
            self._by_app = None if believed is None else believed[0]
        return self._by_app

    def seen_by(self, names: tuple[str, ...]) -> Floats | None:
        """Return the image, (28, 28), that a network with these stages sees; None for an empty canvas."""
        used = tuple(name for name in names if name not in self._left_out)
        if self._parts:
            return self._seen_part(self._parts[self._at], used)
        if self.given is None:
            return self._framed_by(tuple(name for name in used if name in stages.RAW), used)
        return np.asarray(stages.apply_to_dataset(self.given[None], used)[0], np.float32)

    def _framed_by(self, framing: tuple[str, ...], names: tuple[str, ...]) -> Floats | None:
        """Return the drawing's image after stages; drawn once for all networks that frame strokes alike."""
        if framing not in self._framed:
            self._framed[framing] = raster.image_of(self._drawing, framing)
        image = self._framed[framing]
        return None if image is None else stages.apply_to_drawings(image[None], names)[0]

    def _seen(self, weights: Weights) -> Floats | None:
        if self._image_stages != weights.stages:  # weights change far more often than drawings
            self._image_stages, self._image = weights.stages, self.seen_by(weights.stages)
        return self._image


def _renewed(part: Part, drawing: Drawing) -> Part:
    """Return a part with its strokes as they have grown to be."""
    grown = Drawing(tuple(drawing.strokes[number] for number in part.strokes))
    known = part.drawing is not None and grown.points.shape == part.drawing.points.shape
    return replace(part, drawing=grown, image=part.image if known else None)


def _believed(weights: Weights, images: Floats) -> Floats | None:
    """Return the probabilities, (n, 10), of images (n, 784); None where the weights are no longer numbers."""
    with np.errstate(invalid="ignore", over="ignore"):
        found = softmax.probabilities(weights, images)
    return found if np.isfinite(found).all() else None
