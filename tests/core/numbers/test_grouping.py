"""Which strokes are one digit."""

import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.numbers.grouping import Grouper
from core.numbers.number import in_reading_order, parts_of, text_of
from core.numbers.partition import ways_of
from tests.measure.hard_shapes import HARD_SHAPES
from tests.measure.rows import composed


@pytest.fixture(scope="module")
def grouper() -> Grouper:
    return Grouper()


def labelled(*names: str) -> list[LabelledDrawing]:
    return [LabelledDrawing(HARD_SHAPES[name][1], HARD_SHAPES[name][0]) for name in names]


def as_sets(groups: Sequence[Sequence[int]]) -> set[tuple[int, ...]]:
    return {tuple(sorted(group)) for group in groups}


def test_the_best_partition_is_the_best_of_all() -> None:
    random = np.random.default_rng(4)
    groups = [group for size in (1, 2, 3) for group in itertools.combinations(range(4), size)]
    for _ in range(20):
        scores = random.normal(0, 1, len(groups)).tolist()
        chosen = ways_of(groups).best(scores)
        covers = [
            some
            for count in range(1, 5)
            for some in itertools.combinations(range(len(groups)), count)
            if sorted(itertools.chain(*(groups[each] for each in some))) == list(range(4))
        ]
        assert sorted(itertools.chain(*(groups[each] for each in chosen))) == list(range(4))
        assert sum(scores[each] for each in chosen) == pytest.approx(
            max(sum(scores[e] for e in some) for some in covers)
        )


@pytest.mark.parametrize("name", list(HARD_SHAPES))
def test_one_digit_stays_one(name: str, grouper: Grouper) -> None:
    strokes = HARD_SHAPES[name][1].strokes
    assert as_sets(grouper.groups_of_strokes(strokes)) == {tuple(range(len(strokes)))}


@pytest.mark.parametrize("is_shuffled", [False, True])
def test_strokes_of_several_digits_are_told_apart_in_any_order(is_shuffled: bool, grouper: Grouper) -> None:
    names = ("a barred 7", "an open 4", "a 0 with a slash", "a 1 with a foot", "a looped 2", "a barred 7")
    for seed in range(8):
        row = composed(labelled(*names), np.random.default_rng(seed), is_shuffled)
        parts = parts_of(row.drawing, grouper)
        assert as_sets([part.strokes for part in parts]) == as_sets(row.groups)
        assert text_of(parts, [0] * len(parts)) == "000000"


def test_a_stroke_that_grows_changes_no_other_digit(grouper: Grouper) -> None:
    row = composed(labelled("a plain 7", "an open 4", "a very fast 3"), np.random.default_rng(1))
    *others, last = row.drawing.strokes
    for length in range(4, len(last) + 1):
        groups = as_sets(grouper.groups_of_strokes([*others, last[:length]]))
        assert {(0,), (1, 2)} <= groups


def test_lines_are_read_from_the_top_and_each_from_the_left() -> None:
    boxes = [
        np.array(box, float)
        for box in ([50, 0, 60, 20], [0, 30, 10, 50], [0, 3, 10, 21], [20, 2, 30, 18], [30, 31, 40, 49])
    ]
    assert in_reading_order(boxes) == [(0, 2), (0, 3), (0, 0), (1, 1), (1, 4)]
    assert in_reading_order([]) == []


def test_a_page_of_scribbles_is_parted_in_time(grouper: Grouper) -> None:
    random = np.random.default_rng(2)
    strokes = [random.uniform(0, 1, (1, 2)) + random.normal(0, 0.1, (6, 2)) for _ in range(40)]
    groups = grouper.groups_of_strokes(strokes)
    assert sorted(itertools.chain(*groups)) == list(range(40))
    assert grouper.groups_of_strokes(strokes * 4) == [tuple(range(160))]


def test_what_has_no_extent_is_one_digit(grouper: Grouper) -> None:
    dot = np.zeros((1, 2))
    assert grouper.groups_of_strokes([dot, dot]) == [(0, 1)]
    assert parts_of(Drawing(), grouper) == ()
