"""Which strokes of a drawing are one digit: all strokes are parted at once, as is likeliest for the whole.

Each group of near strokes is scored by a log-linear model of what is seen in it (core.numbers.features), fitted to
rows of people's digits so that the right partitions are the likeliest (a conditional random field over segmentations,
S. Sarawagi and W. Cohen, 2004); the best sum over all partitions is found by dynamic programming.
"""

import io
from collections.abc import Callable, Hashable, Sequence
from functools import cache

import numpy as np

from core.digits import stages
from core.digits.dataset import PIXELS, SIDE
from core.digits.drawing import Drawing, Points
from core.digits.raster import image_of
from core.files import assets
from core.model import shapes, softmax
from core.model.layers import Floats
from core.model.softmax import Weights
from core.numbers.candidates import Group, candidates, near
from core.numbers.features import Look, features
from core.numbers.partition import ways_of
from core.numbers.pieces import Doubles, Layout, layout_of, linked

SHIPPED = "grouping.npz"
MOST_CANDIDATES = 400  # beyond, as in a scribble, the nearest strokes are taken together first
MERGED = 0.25  # of them, at once
MOST_KNOWN = 4_000  # groups that are remembered
MOST_PIECES = 80  # a drawing of more strokes is no number


@cache
def shipped_scores() -> Doubles:
    """Return the weight of each feature, (f,), that comes with the app."""
    with np.load(io.BytesIO(assets.data(SHIPPED)), allow_pickle=False) as arrays:
        return np.asarray(arrays["scores"], np.float64)


class Grouper:
    """Parts pieces into digits, and remembers how groups look, so that a stroke more asks only for what is new."""

    def __init__(self, weights: Weights, scores: Doubles | None = None, known: shapes.Shapes | None = None) -> None:
        """Take the weights that read the groups, and those of the features and the digits' shapes, or the app's."""
        self._weights = weights
        self._scores = shipped_scores() if scores is None else scores
        self._shapes = shapes.shipped() if known is None else known
        self._looks: dict[tuple[Hashable, ...], tuple[Floats, Floats]] = {}

    def groups_of_strokes(self, strokes: Sequence[Points]) -> list[Group]:
        """Return the numbers of the strokes of each digit."""
        if not 1 < len(strokes) <= MOST_PIECES:
            return [tuple(range(len(strokes)))] if strokes else []
        keys = [stroke.tobytes() for stroke in strokes]
        return self.groups(strokes, lambda some: image_of(Drawing(tuple(strokes[one] for one in some))), keys)

    def groups(
        self,
        pieces: Sequence[Points],
        image: Callable[[Group], Floats | None],
        keys: Sequence[Hashable],
        pen: float = 0.0,
    ) -> list[Group]:
        """Return the numbers of the pieces of each digit.

        pieces : the points of each, and their pen, as layout_of takes them
        image : returns what some look like, boxed and centred, (28, 28); keys : what tells these looks from others'
        """
        bundles, layout, groups = bundled(pieces, pen)
        members = [tuple(sorted(one for bundle in group for one in bundles[bundle])) for group in groups]
        look = self._look(members, image, keys)
        scores = features(layout, groups, look) @ self._scores
        return [members[number] for number in ways_of(groups).best(scores.tolist())]

    def _look(self, groups: Sequence[Group], image: Callable[[Group], Floats | None], keys: Sequence[Hashable]) -> Look:
        wanted = [tuple(keys[member] for member in group) for group in groups]
        if len(self._looks) > MOST_KNOWN:
            self._looks.clear()
        new = {key: group for key, group in zip(wanted, groups, strict=True) if key not in self._looks}
        if new:
            images = [image(group) for group in new.values()]
            blank = np.zeros((SIDE, SIDE), np.float32)
            look = look_of(np.stack([blank if one is None else one for one in images]), self._weights, self._shapes)
            self._looks.update(zip(new, zip(look.logits, look.strangeness, strict=True), strict=True))
        logits, strangeness = zip(*(self._looks[key] for key in wanted), strict=True)
        return Look(np.stack(logits), np.stack(strangeness))


def look_of(images: Floats, weights: Weights, known: shapes.Shapes) -> Look:
    """Return what boxed and centred images, (g, 28, 28), look like."""
    flat = {
        names: stages.apply_to_drawings(images, names).reshape(-1, PIXELS) for names in {weights.stages, stages.EVEN}
    }
    return Look(softmax.logits(weights, flat[weights.stages]), known.strangeness_by_digit(flat[stages.EVEN]))


def bundled(pieces: Sequence[Points], pen: float = 0.0) -> tuple[list[Group], Layout, list[Group]]:
    """Return pieces as bundles, from the left, mostly of one; their layout, and the candidates, as bundles' numbers."""
    bundles: list[Group] = [(number,) for number in range(len(pieces))]
    while True:
        layout = layout_of([np.concatenate([pieces[one] for one in bundle]) for bundle in bundles], pen)
        order = _order(layout)
        bundles, layout = [bundles[number] for number in order], layout.ordered(order)
        groups = candidates(layout, MOST_CANDIDATES)
        if groups is not None:
            return bundles, layout, groups
        apart = layout.distances + np.where(np.eye(len(bundles)), np.inf, 0.0)
        label = linked(apart <= np.quantile(apart.min(axis=1), MERGED))
        bundles = [
            tuple(one for bundle in np.flatnonzero(label == first) for one in bundles[bundle])
            for first in np.unique(label)
        ]


def _order(layout: Layout) -> list[int]:
    """Return an order in which pieces that may be one digit follow each other."""
    centres = layout.boxes[:, 0] + layout.boxes[:, 2]
    return [int(number) for number in np.lexsort((centres, linked(near(layout))))]
