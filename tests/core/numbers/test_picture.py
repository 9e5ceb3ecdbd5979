"""Pictures of numbers."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from core.errors import UserError
from core.model.shipped import shipped_weights
from core.numbers.grouping import Grouper
from core.numbers.number import probabilities_of, text_of
from core.numbers.picture import Shown, shown_in_bytes, shown_in_file
from tests.core.numbers.test_grouping import labelled
from tests.measure.photographs import LIGHTS, photograph
from tests.measure.rows import Row, composed

NAMES = ("a plain 7", "an open 4", "a 0 with a slash", "a looped 2")


@pytest.fixture(scope="module")
def grouper() -> Grouper:
    return Grouper()


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
    return text_of(shown.parts, probabilities_of(shown.parts, shipped_weights()).argmax(axis=1).tolist())


@pytest.mark.parametrize("is_light", [False, True])
def test_digits_are_read_in_reading_order_line_by_line(tmp_path: Path, grouper: Grouper, is_light: bool) -> None:
    path = picture(tmp_path / "a.png", row(*NAMES), row(*NAMES[:2]), is_light=is_light)
    shown = shown_in_file(path, grouper)
    assert read(shown) == "7402\n74"
    assert read(shown_in_bytes(path.read_bytes(), "it", grouper)) == "7402\n74"


@pytest.mark.parametrize("light", list(LIGHTS))
def test_a_photograph_of_a_row_is_read(light: str, grouper: Grouper) -> None:
    taken = photograph(row(*NAMES), light, np.random.default_rng(1))
    assert read(shown_in_bytes(taken, "it", grouper)) == "7402"


def test_boxes_move_with_the_ink_when_it_is_cut(tmp_path: Path, grouper: Grouper) -> None:
    shown = shown_in_file(picture(tmp_path / "a.png", row(*NAMES)), grouper)
    cut = shown.cut()
    for before, after in zip(shown.parts, cut.parts, strict=True):
        (left, top, right, bottom), (x, y, _, _) = map(round, before.box), map(round, after.box)
        width, height = right - left, bottom - top
        assert (cut.ink[y : y + height, x : x + width] == shown.ink[top:bottom, left:right]).all()
    assert cut.ink.size < shown.ink.size


def test_digits_that_touch_are_cut_apart(tmp_path: Path, grouper: Grouper) -> None:
    shown = shown_in_file(picture(tmp_path / "a.png", row("a looped 2", "a plain 7", "a looped 2", gap=-0.03)), grouper)
    assert len(shown.parts) == 3


def test_one_digit_stays_one(tmp_path: Path, grouper: Grouper) -> None:
    for name in ("a barred 7", "an open 4", "a 0 with a slash", "a looped 2", "a 5 in one stroke"):
        assert len(shown_in_file(picture(tmp_path / "a.png", row(name)), grouper).parts) == 1


def test_a_page_is_no_number(tmp_path: Path, grouper: Grouper) -> None:
    dots = Image.new("L", (400, 400), 255)
    for x in range(20, 400, 40):
        for y in range(20, 400, 40):
            dots.paste(0, (x, y, x + 5, y + 24))
    dots.save(tmp_path / "a.png")
    with pytest.raises(UserError, match="too many parts"):
        shown_in_file(tmp_path / "a.png", grouper)
