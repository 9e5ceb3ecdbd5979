"""Which strokes of a drawing are one digit: all strokes are parted at once, as is likeliest for the whole.

Each group of near strokes is scored by a log-linear model of what is seen in it (core.numbers.features), fitted to
rows of people's digits so that the right partitions are the likeliest (a conditional random field over segmentations,
S. Sarawagi and W. Cohen, 2004); the best sum over all partitions is found by dynamic programming. A first such model
sees outlines only; what it rules out is never drawn nor read.
"""

import io
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from core.arrays import Doubles, Floats
from core.digits.dataset import PIXELS, SIDE
from core.digits.drawing import Drawing, Points
from core.digits.raster import image_of
from core.files import assets
from core.model import detector
from core.numbers.features import of_looks, of_outlines
from core.numbers.partition import Group, candidates, near, ways_of
from core.numbers.pieces import Layout, contacts_of, layout_of
from core.pictures.parts import joined

SHIPPED = "grouping.npz"
STROKES, PICTURES = "strokes", "pictures"
MOST_CANDIDATES = 400  # of strokes; beyond, as in a scribble, the nearest are taken together first
MOST_PICTURED = 3_000  # likewise, of pieces in a picture
MERGED = 0.25  # of them, at once
RULED_OUT = 0.003  # less likely by their outlines, groups are not looked at
MOST_KNOWN = 4_000  # groups that are remembered
MOST_PIECES = 80  # a drawing of more strokes is no number

Draw = Callable[[Group], Floats | None]  # what some pieces look like, boxed and centred, (28, 28)


@dataclass(frozen=True, slots=True)
class Scores:
    """What each feature weighs: of outlines alone, (f,), and of outlines and looks, (f + l,)."""

    outlines: Doubles
    looks: Doubles


@cache
def shipped_scores(kind: str) -> Scores:
    """Return the scores that come with the app: of strokes, or of pictures' parts."""
    with np.load(io.BytesIO(assets.data(SHIPPED)), allow_pickle=False) as arrays:
        return Scores(arrays[f"{kind}_outlines"], arrays[f"{kind}_looks"])


@dataclass(frozen=True, slots=True)
class Choice:
    """The groups that may be digits, by numbers of pieces and by those of the bundles laid out, and their outlines."""

    members: list[Group]
    groups: list[Group]
    layout: Layout
    outlines: Doubles

    def some(self, chosen: Sequence[int]) -> "Choice":
        """Return some of them."""
        members, groups = ([every[one] for one in chosen] for every in (self.members, self.groups))
        return Choice(members, groups, self.layout, self.outlines[list(chosen)])

    def features(self, *looks: Floats) -> Doubles:
        """Return all features, (g, f + l), given what the groups look like, as `of_looks` takes it."""
        return np.concatenate([self.outlines, of_looks(self.layout, self.groups, *looks)], axis=1)


def choice_of(pieces: Sequence[Points], pen: float = 0.0, contacts: Doubles | None = None) -> Choice:
    """Return all groups of pieces that may be digits by where they lie: in bundles from the left, mostly of one."""
    bundles: list[Group] = [(number,) for number in range(len(pieces))]
    while True:
        layout = layout_of([np.concatenate([pieces[one] for one in bundle]) for bundle in bundles], pen, contacts)
        centres = layout.boxes[:, 0] + layout.boxes[:, 2]
        label = joined(np.nonzero(near(layout)), len(bundles))
        order = np.lexsort((centres, label)).tolist()  # what may be one digit follows each other
        bundles, layout = [bundles[number] for number in order], layout.ordered(order)
        groups = candidates(layout, MOST_PICTURED if pen else MOST_CANDIDATES)
        if groups is not None:
            members = [tuple(sorted(one for bundle in group for one in bundles[bundle])) for group in groups]
            return Choice(members, groups, layout, of_outlines(layout, groups))
        contacts = None  # of single pieces
        apart = layout.distances + np.where(np.eye(len(bundles)), np.inf, 0.0)
        label = joined(np.nonzero(apart <= np.quantile(apart.min(axis=1), MERGED)), len(bundles))
        merged = [np.flatnonzero(label == first) for first in np.unique(label)]
        bundles = [tuple(one for bundle in some for one in bundles[bundle]) for some in merged]


def likely(choice: Choice, scores: Scores) -> list[int]:
    """Return which groups their outlines do not rule out: all of the likeliest partition are among them."""
    ways, values = ways_of(choice.groups), (choice.outlines @ scores.outlines).tolist()
    found = set(np.flatnonzero(ways.likely(values) >= RULED_OUT).tolist())
    return sorted(found | set(ways.best(values)))


class Grouper:
    """Parts pieces into digits, and remembers how groups look, so that a stroke more asks only for what is new."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        # of each group, by its keys: its image (28, 28), and what `look` says of it
        self._seen: dict[tuple[Hashable, ...], tuple[Floats, ...]] = {}

    def groups_of_strokes(self, strokes: Sequence[Points]) -> list[Group]:
        """Return the numbers of the strokes of each digit."""
        if not 1 < len(strokes) <= MOST_PIECES:
            return [tuple(range(len(strokes)))] if strokes else []
        keys, contacts = [stroke.tobytes() for stroke in strokes], contacts_of(strokes)
        draw: Draw = lambda some: image_of(Drawing(tuple(strokes[one] for one in some)))  # noqa: E731
        return self.groups(strokes, draw, keys, contacts=contacts)

    def groups(
        self,
        pieces: Sequence[Points],
        draw: Draw,
        keys: Sequence[Hashable],
        pen: float = 0.0,
        contacts: Doubles | None = None,
    ) -> list[Group]:
        """Return the numbers of the pieces of each digit; keys tell pieces' looks apart, layout_of has the rest."""
        known = shipped_scores(PICTURES if pen else STROKES)
        every = choice_of(pieces, pen, contacts)
        choice = every.some(likely(every, known))
        if len(self._seen) > MOST_KNOWN:
            self._seen.clear()
        wanted = [tuple(keys[member] for member in group) for group in choice.members]
        new = {key: group for key, group in zip(wanted, choice.members, strict=True) if key not in self._seen}
        if new:
            images = drawn(list(new.values()), draw)
            inside = zip(images, *detector.look(images.reshape(-1, PIXELS)), strict=True)
            self._seen.update(zip(new, inside, strict=True))
        looks = (np.stack(each) for each in list(zip(*(self._seen[key] for key in wanted), strict=True))[1:])
        scores = choice.features(*looks) @ known.looks
        return [choice.members[number] for number in ways_of(choice.groups).best(scores.tolist())]

    def image_of_strokes(self, strokes: Sequence[Points]) -> Floats | None:
        """Return what strokes that were a group look like together, (28, 28); None where they were not looked at."""
        seen = self._seen.get(tuple(stroke.tobytes() for stroke in strokes))
        return None if seen is None else seen[0]


def drawn(groups: Sequence[Group], draw: Draw) -> Floats:
    """Return what groups look like, (g, 28, 28); blank where they hold no ink."""
    blank = np.zeros((SIDE, SIDE), np.float32)
    return np.stack([blank if image is None else image for image in map(draw, groups)])
