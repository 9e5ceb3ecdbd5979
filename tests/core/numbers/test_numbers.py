"""Numbers of several digits: which strokes are one digit, and pictures of numbers."""

import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.digits.drawing import Drawing
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.model.shipped import shipped_weights
from core.numbers.grouping import Grouper, choice_of
from core.numbers.inked import pieces_of
from core.numbers.number import are_strange, in_reading_order, parts_of, readings_of, text_of
from core.numbers.partition import ways_of
from core.numbers.picture import Shown, shown_in_bytes, shown_in_file
from core.numbers.pieces import layout_of
from core.sources import practice
from tests.measure.hard_shapes import HARD_SHAPES
from tests.measure.not_digits import letters
from tests.measure.photographs import LIGHTS, photograph
from tests.measure.rows import Row, composed

NAMES = ("a plain 7", "an open 4", "a 0 with a slash", "a looped 2")


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
        some = itertools.chain(*(itertools.combinations(range(len(groups)), count) for count in range(1, 5)))
        covers = [each for each in some if sorted(itertools.chain(*(groups[at] for at in each))) == list(range(4))]
        assert tuple(sorted(chosen)) in covers
        best = max(sum(scores[at] for at in cover) for cover in covers)
        assert sum(scores[at] for at in chosen) == pytest.approx(best)
    assert ways_of([(0,), (1,), (0, 1, 2)]).best([9, 9, 0]) == [2]  # the others leave the last piece over


@pytest.mark.parametrize("name", list(HARD_SHAPES))
def test_one_digit_stays_one(name: str, grouper: Grouper) -> None:
    strokes = HARD_SHAPES[name][1].strokes
    assert as_sets(grouper.groups_of_strokes(strokes)) == {tuple(range(len(strokes)))}


@pytest.mark.parametrize("gap", [0.1, 0.15, 0.3, 0.6])  # of their height
def test_upright_lines_side_by_side_are_ones_but_not_what_a_third_stroke_joins(gap: float, grouper: Grouper) -> None:
    for count in (2, 3, 4):
        ones = [[[gap * at, 0.0], [gap * at + 0.02, 0.5], [gap * at, 1.0]] for at in range(count)]
        assert len(parts_of(Drawing.from_strokes(ones), grouper)) == count
    four = [[[0.3, 0.0], [0.25, 0.6]], [[0.25, 0.6], [0.9, 0.6]], [[0.7, 0.0], [0.7, 1.0]]]
    assert len(parts_of(Drawing.from_strokes(four), grouper)) == 1


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
        assert {(0,), (1, 2)} <= as_sets(grouper.groups_of_strokes([*others, last[:length]]))


def test_lines_are_read_from_the_top_and_each_from_the_left() -> None:
    boxes = np.array([[50, 0, 60, 20], [0, 30, 10, 50], [0, 3, 10, 21], [20, 2, 30, 18], [30, 31, 40, 49]], float)
    assert in_reading_order(list(boxes)) == [(0, 2), (0, 3), (0, 0), (1, 1), (1, 4)]
    assert in_reading_order([]) == []


def test_a_page_of_scribbles_is_parted_in_time_and_what_has_no_extent_is_one_digit(grouper: Grouper) -> None:
    random = np.random.default_rng(2)
    strokes = [random.uniform(0, 1, (1, 2)) + random.normal(0, 0.1, (6, 2)) for _ in range(40)]
    assert sorted(itertools.chain(*grouper.groups_of_strokes(strokes))) == list(range(40))
    assert grouper.groups_of_strokes(strokes * 4) == [tuple(range(160))]
    assert (grouper.groups_of_strokes([np.zeros((1, 2))] * 2), parts_of(Drawing(), grouper)) == ([(0, 1)], ())


@pytest.mark.parametrize("letter", ["H", "K"])
def test_a_letter_that_is_taken_for_a_number_is_doubted(letter: str, grouper: Grouper) -> None:
    numbers = [parts for each in letters(30)[letter] if len(parts := parts_of(each, grouper)) > 1]
    assert sum(any(are_strange(parts)) for parts in numbers) >= 0.75 * len(numbers) > 0
    row = composed(labelled("a plain 7", "an open 4", "a 0 with a slash"), np.random.default_rng(1), gaps=(-0.05, 0.0))
    assert not any(are_strange(parts_of(row.drawing, grouper)))


def row(*names: str, gap: float = 0.5) -> Row:
    return composed(labelled(*names), np.random.default_rng(3), gaps=(gap, gap))


def picture(path: Path, *rows: Row, is_light: bool = False) -> Path:
    """Draw rows one above the other, 60 pixels high, with a pen of 5."""
    image = Image.new("L", (520, 120 * len(rows)), 20 if is_light else 235)
    pen = ImageDraw.Draw(image)
    for line, each in enumerate(rows):
        low, high = each.drawing.points.min(axis=0), each.drawing.points.max(axis=0)
        for stroke in each.drawing.strokes:
            points = (stroke - low) * 60 / (high - low)[1] + (40, 30 + 120 * line)
            pen.line([(x, y) for x, y in points], fill=240 if is_light else 30, width=5, joint="curve")
    image.save(path)
    return path


def read(shown: Shown) -> str:
    return text_of(shown.parts, readings_of(shown.parts, shipped_weights())[0].argmax(axis=1).tolist())


@pytest.mark.parametrize("is_light", [False, True])
def test_digits_are_read_in_reading_order_line_by_line(tmp_path: Path, grouper: Grouper, is_light: bool) -> None:
    path = picture(tmp_path / "a.png", row(*NAMES), row(*NAMES[:2]), is_light=is_light)
    assert read(shown_in_file(path, grouper)) == "7402\n74"
    assert read(shown_in_bytes(path.read_bytes(), "it", grouper)) == "7402\n74"


@pytest.mark.parametrize("light", list(LIGHTS))
def test_a_photograph_of_a_row_is_read(light: str, grouper: Grouper) -> None:
    assert read(shown_in_bytes(photograph(row(*NAMES), light, np.random.default_rng(1)), "it", grouper)) == "7402"


@pytest.mark.parametrize(
    ("light", "seed"), [("under a lamp", 47), ("under a lamp", 54), ("on ruled paper", 12), ("on ruled paper", 33)]
)
def test_neither_a_lamps_light_nor_rules_cut_digits_off(light: str, seed: int, grouper: Grouper) -> None:
    random = np.random.default_rng(seed)
    digits = [LabelledDrawing(drawing, digit) for drawing, digit in practice.drawings(400, 5)]
    some = composed([digits[at] for at in random.integers(0, 400, random.integers(3, 8))], random)
    assert read(shown_in_bytes(photograph(some, light, random), "it", grouper)) == some.text


def test_boxes_move_with_the_ink_when_it_is_cut(tmp_path: Path, grouper: Grouper) -> None:
    shown = shown_in_file(picture(tmp_path / "a.png", row(*NAMES)), grouper)
    cut = shown.cut()
    for before, after in zip(shown.parts, cut.parts, strict=True):
        (left, top, right, bottom), (x, y, _, _) = map(round, before.box), map(round, after.box)
        width, height = right - left, bottom - top
        assert (cut.ink[y : y + height, x : x + width] == shown.ink[top:bottom, left:right]).all()
    assert cut.ink.size < shown.ink.size


@pytest.mark.parametrize(("first", "second", "gap"), [
    ("a 1 with a long upstroke", "a narrow 0", 0.02), ("an 8 drawn open", "a 5 in one stroke", 0.02),
    ("a barred 7", "a narrow 6", -0.1),
])  # fmt: skip
def test_an_unsure_digit_makes_no_one_digit_of_two(first: str, second: str, gap: float, grouper: Grouper) -> None:
    some = row(first, second, gap=gap)
    assert read(shown_in_bytes(photograph(some, "on paper", np.random.default_rng(2)), "it", grouper)) == some.text


def circles(path: Path, *middles: int, width: int = 400) -> tuple[Path, ImageDraw.ImageDraw, Image.Image]:
    image = Image.new("L", (width, 130), 235)
    pen = ImageDraw.Draw(image)
    for x in middles:
        pen.ellipse((x - 20, 30, x + 20, 100), outline=30, width=6)
    return path, pen, image


def test_digits_that_share_a_line_or_cross_are_told_apart(tmp_path: Path, grouper: Grouper) -> None:
    path, _, image = circles(tmp_path / "a.png", 60, 95, 200)
    image.save(path)
    assert read(shown_in_file(path, grouper)) == "000"
    path, pen, image = circles(tmp_path / "b.png", 60, 200)
    pen.line((100, 20, 74, 110), fill=30, width=6)
    image.save(path)
    assert read(shown_in_file(path, grouper)) == "010"


def test_a_shadow_takes_no_digit_with_it_and_is_not_taken_for_ink(tmp_path: Path, grouper: Grouper) -> None:
    narrowing = ((50, 120, 190, 260, 330), 400, (1, 1.3, 1.3), 0.55)
    for middles, width, (across, down, rim), light in (narrowing, (range(60, 600, 110), 640, (0.7, 1, 1), 0.6)):
        path, _, image = circles(tmp_path / "a.png", *middles, width=width)
        x, y = np.meshgrid(np.linspace(0, 1, image.width), np.linspace(0, 1, image.height))
        shadow = np.where(across * x + down * y > rim, light, 1)
        Image.fromarray((np.asarray(image) * shadow).astype(np.uint8)).save(path)
        assert read(shown_in_file(path, grouper)) == "00000"


def test_a_line_that_goes_on_from_one_digit_to_the_next_is_cut(tmp_path: Path, grouper: Grouper) -> None:
    path, pen, image = circles(tmp_path / "a.png", 300)
    two = [(50, 52), (62, 34), (82, 34), (90, 50), (78, 72), (46, 98), (100, 98)]
    pen.line([*two, (122, 100), (142, 84), (120, 64), (140, 46), (126, 30), (106, 38)], 30, 6, "curve")
    image.save(path)
    assert read(shown_in_file(path, grouper)) == "230"
    path, pen, image = circles(tmp_path / "b.png")
    pen.line([*two, (170, 98)], 30, 6, "curve")  # the foot of one 2
    image.save(path)
    assert read(shown_in_file(path, grouper)) == "2"
    halves = [np.array([[0.0, 0.0], [10.0, 50.0]]), np.array([[10.0, 51.0], [0.0, 100.0]])]
    # pieces of one line are as high as all of it, however thick the pen
    assert layout_of(halves, 12.0, np.array([[0.0, 3.0], [3.0, 0.0]])).height == 88.0


def test_one_digit_stays_one_picture_and_digits_that_touch_are_cut_apart(tmp_path: Path, grouper: Grouper) -> None:
    for name in ("a barred 7", "an open 4", "a 0 with a slash", "a looped 2", "a 5 in one stroke"):
        assert len(shown_in_file(picture(tmp_path / "a.png", row(name)), grouper).parts) == 1
    image = Image.new("L", (28, 28), 255)
    ImageDraw.Draw(image).line([(6, 7), (11, 7), (11, 8), (24, 8), (21, 13), (18, 22)], fill=0)
    ImageDraw.Draw(image).line([(16, 15), (22, 15)], fill=0)
    image.save(tmp_path / "a.png")  # not to be torn into lines
    assert len(shown_in_file(tmp_path / "a.png", grouper).parts) == 1
    touching = row("a looped 2", "a plain 7", "a looped 2", gap=-0.03)
    assert len(shown_in_file(picture(tmp_path / "a.png", touching), grouper).parts) == 3


def test_a_page_is_no_number_and_a_tangle_is_not_taken_apart(tmp_path: Path, grouper: Grouper) -> None:
    dots = Image.new("L", (400, 400), 255)
    for x in range(20, 400, 40):
        for y in range(20, 400, 40):
            dots.paste(0, (x, y, x + 5, y + 24))
    dots.save(tmp_path / "a.png")
    with pytest.raises(UserError, match="too many parts"):
        shown_in_file(tmp_path / "a.png", grouper)
    tangle = Image.new("L", (400, 200), 255)
    for at in range(14):
        points = [(20 + 36 * each, 20 + (53 * (each + 3 * at) + 31 * at) % 160) for each in range(11)]
        ImageDraw.Draw(tangle).line(points, fill=0, width=3)
    tangle.save(tmp_path / "a.png")
    assert len(shown_in_file(tmp_path / "a.png", grouper).parts) == 1


def test_a_scribble_has_no_more_ways_than_can_be_gone_through() -> None:
    scribble, ends = Image.new("L", (400, 200)), np.random.default_rng(3).integers(10, (390, 190), (8, 2, 2))
    for some in ends.tolist():
        ImageDraw.Draw(scribble).line([tuple(end) for end in some], fill=255, width=4)
    pieces = pieces_of((np.asarray(scribble) / 255).astype(np.float32))
    ways = ways_of(choice_of(pieces.outlines, pieces.pen, pieces.contacts).groups).ways
    assert 0 < sum(map(len, ways.values())) <= 100_000
