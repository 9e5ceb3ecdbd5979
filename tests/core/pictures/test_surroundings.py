"""What is in a picture beside its digit: edges, shadows, lines, frames, neighbours, strips."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from core.errors import UserError
from core.pictures.ink import all_ink, ink_of
from core.pictures.paper import depth_of_ink, otsu
from tests.core.pictures.test_ink import encoded, far, read, seven

Floats = NDArray[np.float32]
SIDE = 240
PAPER, INK = 0.85, 0.1


def lined(*rows: int, columns: tuple[int, ...] = (), ink: float = 1.0, thick: int = 2, slope: float = 0.0) -> Floats:
    lines = np.zeros((SIDE, SIDE), np.float32)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    for row in rows:
        lines[np.abs(y - row - slope * (x - SIDE / 2)) <= thick / 2] = ink
    for column in columns:
        lines[np.abs(x - column + slope * (y - SIDE / 2)) <= thick / 2] = ink
    return lines


def boxed(low: int, high: int, thick: int) -> Floats:
    box = np.zeros((SIDE, SIDE), np.float32)
    box[low:high, low:high] = 1
    box[low + thick : high - thick, low + thick : high - thick] = 0
    return box


def axes() -> Floats:
    """Return the ink of a plot's frame with long ticks and what stands for their numbers."""
    plot = boxed(22, 222, 1)
    for at in range(40, 220, 40):
        plot[at, 14:22] = plot[222:229, at] = 1
        plot[at - 3 : at + 3, 10:14] = plot[229:235, at - 2 : at + 2] = 1
    return plot


KINDS: dict[str, Callable[[], Floats]] = {
    "a rule below": lambda: lined(215), "rules through it": lambda: lined(70, 150),
    "rules, a little turned": lambda: lined(70, 150, slope=0.03),
    "light rules": lambda: lined(70, 150, ink=0.3, thick=3),
    "squares": lambda: lined(*range(10, 240, 40), columns=tuple(range(20, 240, 40)), thick=1),
    "light squares": lambda: lined(*range(10, 240, 40), columns=tuple(range(20, 240, 40)), ink=0.35),
    "a form's cell": lambda: lined(8, 230, columns=(10, 228), thick=4), "a box": lambda: boxed(20, 222, 3),
    "a box, touching its picture": lambda: boxed(0, 240, 4), "a box that it crosses": lambda: boxed(22, 200, 3),
    "a plot's axes": axes, "a neighbour's stub": lambda: np.pad(seven(120)[:, 65:105], ((60, 60), (0, 200))),
    "a line of writing above": lambda: np.pad(np.ones((9, 30), np.float32), ((0, 231), (100, 110))),
    "a strip at the rim": lambda: np.pad(np.ones((240, 9), np.float32), ((0, 0), (231, 0))),
}  # fmt: skip


@pytest.mark.parametrize("is_dark", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_beside_the_digit_is_left_out(tmp_path: Path, kind: str, is_dark: bool) -> None:
    grey = 0.9 - 0.8 * np.maximum(seven(SIDE), KINDS[kind]())
    assert far(read(tmp_path, encoded(1 - grey if is_dark else grey))) < 0.03


def test_a_programs_buttons_above_a_drawing_are_left_out_and_in_a_dark_square_a_digit_is_light(tmp_path: Path) -> None:
    page = np.concatenate([np.zeros((SIDE, SIDE), np.float32), seven(SIDE)])
    page[8:38] = np.tile(np.pad(np.ones((30, 30)), ((0, 0), (9, 9))), 5)
    assert far(read(tmp_path, encoded(1 - page))) < 0.03
    page = np.ones((SIDE, SIDE), np.float32)
    page[30:210, 40:220] = seven(180)
    assert far(read(tmp_path, encoded(page))) < 0.03


@pytest.mark.parametrize(("pen", "low", "small"), [(14, 10, 70), (12, 20, 60), (9, 10, 45)])
def test_small_digits_beside_a_tall_stroke_stay(pen: int, low: int, small: int) -> None:
    ink = np.zeros((300, 600), np.float32)
    ink[low : 300 - low, 40 : 40 + pen] = 1
    for left in range(190, 570, 90):
        ink[110 : 110 + small, left : left + small // 2] = ring(small, small // 2, 8)
    assert np.array_equal(ink_of(1 - ink, "it", is_number=True), ink)


def test_the_dots_of_a_printed_grey_are_no_ink() -> None:
    ink, dots = seven(400), np.zeros((400, 400), np.float32)
    dots[4::10, 4::10] = dots[5::10, 4::10] = 1
    assert np.abs(all_ink(1 - np.maximum(ink, dots), "it") - ink).mean() < 0.01
    with pytest.raises(UserError, match="only specks"):
        all_ink(1 - dots, "it")


@pytest.mark.parametrize(("pen", "cut"), [(8, 0), (8, 3), (20, 0), (20, 3), (55, 0)])
def test_a_digit_cut_tight_keeps_the_strokes_that_lie_along_the_rim(pen: int, cut: int) -> None:
    ink = seven(SIDE, pen)
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    tight = ink[rows[0] + cut : rows[-1] + 1 - cut, columns[0] + cut : columns[-1] + 1 - cut]
    found = all_ink(1 - tight, "it")
    assert found.shape == tight.shape
    assert np.abs(found - tight).mean() < 0.02


def test_boxes_side_by_side_are_left_out_though_one_is_empty() -> None:
    ink = np.concatenate([seven(SIDE), np.zeros((SIDE, SIDE), np.float32)], axis=1)
    boxes = np.concatenate([boxed(14, 228, 3)] * 2, axis=1)
    assert np.abs(all_ink(1 - np.maximum(ink, boxes), "it") - ink).mean() < 0.01


def ring(high: int, wide: int, thick: int, margin: int = 0) -> Floats:
    """Return the ink of a square 0, or of a box, with paper round it."""
    return np.pad(np.pad(np.zeros((high - 2 * thick, wide - 2 * thick), np.float32), thick, constant_values=1), margin)


def test_square_digits_of_a_number_are_no_boxes_and_their_boxes_go() -> None:
    zero = ring(120, 70, 10, 30)
    eight, five = zero.copy(), zero.copy()
    eight[85:95, 30:100] = five[85:95, 30:100] = 1
    five[40:85, 90:100] = five[95:140, 30:40] = 0
    ink = np.pad(np.concatenate([zero, eight, five], axis=1), 10)
    boxes = np.pad(np.concatenate([ring(170, 120, 3, 5)] * 3, axis=1), 10)
    assert np.array_equal(ink_of(1 - np.maximum(ink, boxes), "it", is_number=True), ink)
    wide = ring(120, 80, 10, 30)
    slashed = wide.copy()
    for row in range(50, 130):
        slashed[row, 92 - row // 2 : 100 - row // 2] = 1
    ink = np.concatenate([slashed, wide], axis=1)
    assert np.array_equal(ink_of(1 - ink, "it", is_number=True), ink)


def test_a_square_0_is_read_whole_also_with_a_slash_from_corner_to_corner() -> None:
    zero = Image.new("L", (200, 300), 255)
    draw = ImageDraw.Draw(zero)
    draw.rectangle((50, 50, 150, 250), outline=0, width=14)
    draw.line((50, 250, 150, 50), fill=0, width=12)
    assert ink_of(np.asarray(zero) / 255, "it").mean() > 0.5
    assert ink_of(1 - boxed(40, 200, 20), "it").mean() > 0.3


@pytest.mark.parametrize(
    ("pen", "paper"),
    [
        *(((0, 0, 255), (0, 0, 0)), ((255, 235, 0), (255, 255, 255)), ((220, 0, 0), (0, 112, 0))),
        *(((220, 40, 40), (60, 60, 220)), ((255, 180, 200), (255, 255, 255))),
    ],
)
def test_ink_that_differs_by_its_colour_alone_is_found(pen: tuple[int, ...], paper: tuple[int, ...]) -> None:
    ink = seven(SIDE)
    colours = (ink[..., None] * np.array(pen) + (1 - ink[..., None]) * np.array(paper)) / 255
    assert np.abs(all_ink(colours, "it") - ink).mean() < 0.02


@pytest.mark.parametrize("side", [8, 12, 16])
def test_a_picture_of_very_few_pixels_is_read_as_shares_of_ink(tmp_path: Path, side: int) -> None:
    ink = seven(SIDE)[38:214, 28:204]
    few = np.asarray(Image.fromarray(ink).resize((side, side), Image.Resampling.BOX))
    assert far(read(tmp_path, encoded(few))) < 0.05


def test_the_stem_of_a_1_is_no_line_of_the_paper() -> None:
    ink = np.zeros((28, 28), np.float32)
    ink[1:26, 15] = ink[24:27, 10:22] = 1
    for step in range(7):
        ink[3 + step, 14 - step : 16 - step] = 1
    assert all_ink(1 - ink, "it")[12:20, 15].min() == 1


def written(ink: Floats, paper: NDArray[np.floating]) -> NDArray[np.floating]:
    """Return a picture of ink (h, w), 0..1, on paper of that brightness, (h, w)."""
    return paper * (1 - ink * (1 - INK / PAPER))


@pytest.mark.parametrize("table", [0.15, 0.4, 0.6])
def test_a_sheet_on_a_darker_table_is_no_ink(tmp_path: Path, table: float) -> None:
    y, x = np.mgrid[0:400, 0:400]
    is_sheet = (x + y / 20 > 35) & (x + y / 20 < 385) & (y - x / 20 > 10) & (y - x / 20 < 370)  # a little turned
    page = np.where(is_sheet, written(seven(400, 10), np.full((400, 400), PAPER)), table)
    assert far(read(tmp_path, encoded(page, "JPEG"))) < 0.03


def test_neither_the_shadow_of_a_hand_nor_a_lamp_near_the_paper_makes_ink(tmp_path: Path) -> None:
    y, x = np.mgrid[0:1:400j, 0:1:400j]
    lights = [np.where(x + 1.3 * y > 1.3, shadow, 1) for shadow in (0.35, 0.5, 0.7)]
    for place, dimmest in product([(0.5, 0.5), (0.1, 0.2), (0.9, 0.6)], [0.5, 0.2]):
        distance = np.hypot(y - place[0], x - place[1])
        lights.append(1 / (1 + (1 / dimmest - 1) * (distance / distance.max()) ** 2))
    for light in lights:
        assert far(read(tmp_path, encoded(written(seven(400, 10), PAPER * light), "JPEG"))) < 0.03


def test_a_digit_in_bold_that_fills_its_picture_is_still_ink() -> None:
    ink = seven(28, 5)
    depth, is_ink = depth_of_ink(np.asarray(1 - ink, np.float32))
    assert np.array_equal(is_ink, ink > otsu(ink))
    assert depth[ink == 1].min() > 0.9


def test_a_thick_digit_cut_to_its_ink_is_ink_though_there_is_more_of_it_than_paper() -> None:
    y, x = np.mgrid[-1:1:120j, -1:1:100j]
    ink = (np.hypot(x, y) < 1) & (np.hypot(x / 0.55, y / 0.6) > 1)
    light = 0.55 + 0.2 * (x + 1) / 2
    found = depth_of_ink(np.asarray(np.where(ink, 0.12 + 0.1 * (y + 1) / 2, light), np.float32))[1]
    assert ink.mean() > 0.5
    assert (found == ink).mean() > 0.98


@pytest.mark.parametrize("slope", [0.0, -0.4])
def test_the_shadow_that_half_a_picture_lies_in_is_no_ink(tmp_path: Path, slope: float) -> None:
    y, x = np.mgrid[-200:200, -200:200]
    paper = np.where(x + slope * y < 20, 0.22, 0.5)
    assert far(read(tmp_path, encoded(written(seven(400, 16), paper)))) < 0.06
