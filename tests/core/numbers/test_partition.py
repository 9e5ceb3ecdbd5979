"""The ways to part pieces into groups: no more than can be gone through."""

import numpy as np
from PIL import Image, ImageDraw

from core.numbers.grouping import choice_of
from core.numbers.inked import pieces_of
from core.numbers.partition import ways_of


def test_a_scribble_has_no_more_ways_than_can_be_gone_through() -> None:
    scribble, ends = Image.new("L", (400, 200)), np.random.default_rng(3).integers(10, (390, 190), (8, 2, 2))
    for some in ends.tolist():
        ImageDraw.Draw(scribble).line([tuple(end) for end in some], fill=255, width=4)
    pieces = pieces_of((np.asarray(scribble) / 255).astype(np.float32))
    ways = ways_of(choice_of(pieces.outlines, pieces.pen, pieces.contacts).groups).ways
    assert 0 < sum(map(len, ways.values())) <= 100_000
