"""Strokes, and ink in pictures, become the image that MNIST would have made of them."""

import tracemalloc
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from core.arrays import Doubles, Floats
from core.digits import pen, raster, stages
from core.digits.drawing import Drawing
from core.digits.raster import BOX_SIDE, PEN_WIDTH, image_of, image_of_ink, images_of, walk
from core.sources import practice
from tests.there import there

SEVEN = Drawing.from_strokes([[[0.2, 0.2], [0.8, 0.2], [0.4, 0.9]], [[0.3, 0.55], [0.7, 0.55]]])
ALMOST = 1e-3  # of a pixel's ink

coordinates = st.integers(0, 1_000).map(lambda number: number / 1_000)
strokes = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=12)
drawings = st.lists(strokes, min_size=1, max_size=4).map(Drawing.from_strokes)
ways = st.sampled_from([stages.RAW, stages.UPRIGHT, stages.EVEN])


def made(drawing: Drawing, names: tuple[str, ...] = stages.RAW) -> Floats:
    image = there(image_of(drawing, names))
    assert image.shape == (28, 28)
    assert image.dtype == np.float32
    assert image.min() >= 0
    assert image.max() <= 1 + 1e-5
    return image


def difference(one: Drawing, other: Drawing, names: tuple[str, ...]) -> float:
    return float(np.abs(made(one, names) - made(other, names)).max())


def centre(image: Floats) -> tuple[float, float]:
    rows, columns = np.mgrid[0:28, 0:28]
    return float((image * rows).sum() / image.sum()), float((image * columns).sum() / image.sum())


@settings(max_examples=200)
@given(drawings, st.tuples(st.floats(-50, 50), st.floats(-50, 50)), st.floats(-1, 1), ways)
def test_moving_and_scaling_change_no_pixel(drawing: Drawing, by: Any, power: float, names: tuple[str, ...]) -> None:
    moved = Drawing.from_strokes([np.add(stroke * 10**power, by) for stroke in drawing.strokes])
    assert difference(drawing, moved, names) <= ALMOST


@settings(max_examples=100)
@given(drawings, st.randoms(use_true_random=False), ways)
def test_order_and_direction_of_strokes_do_not_matter(drawing: Drawing, random: Random, names: tuple[str, ...]) -> None:
    turned = [stroke[::-1] for stroke in drawing.strokes]
    random.shuffle(turned)
    assert difference(drawing, Drawing.from_strokes(turned), names) <= ALMOST


@settings(max_examples=60)
@given(drawings, st.integers(1, 9), ways)
def test_repeated_and_added_points_on_line_change_no_pixel(drawing: Drawing, more: int, names: tuple[str, ...]) -> None:
    def finer(stroke: Doubles) -> Doubles:
        at = np.linspace(0, len(stroke) - 1, (len(stroke) - 1) * more + 1)
        line = np.stack([np.interp(at, np.arange(len(stroke)), axis) for axis in stroke.T], axis=1)
        return np.repeat(line, 2, axis=0)

    assert difference(drawing, Drawing.from_strokes([finer(stroke) for stroke in drawing.strokes]), names) <= ALMOST


@settings(max_examples=80)
@given(drawings)
def test_the_mass_lies_on_pixel_14_14(drawing: Drawing) -> None:
    image = made(drawing)
    boxed = made(drawing, (stages.BOX,))
    if abs(float(image.sum()) - float(boxed.sum())) < 1e-3:  # no ink was pushed out of the frame
        assert centre(image) == pytest.approx((stages.MASS_CENTRE, stages.MASS_CENTRE), abs=0.01)


def test_the_ink_of_a_tall_digit_fits_20_by_20_with_its_pen_of_which_a_wider_one_draws_more() -> None:
    image = made(SEVEN)
    rows = np.flatnonzero(image.max(axis=1) > 0.5)
    assert 19 <= rows[-1] - rows[0] + 1 <= 21
    assert (image.max(axis=0) > 0.5).sum() < len(rows)
    thin, thick = (there(image_of(SEVEN, stages.RAW, pen)) for pen in (1.6, 3.6))
    assert thick.sum() > 1.6 * thin.sum()


@pytest.mark.parametrize("stroke", [[[5, 5]], [[5, 5]] * 4, [[0, 0]], [[1e8, -1e8]]])
def test_a_dot_is_one_round_spot_of_the_pens_width(stroke: list[list[float]]) -> None:
    image = made(Drawing.from_strokes([stroke]))
    assert image.sum() == pytest.approx(np.pi * (PEN_WIDTH / 2) ** 2, rel=0.05)
    assert centre(image) == pytest.approx((14, 14), abs=0.01)
    assert np.allclose(image[1:, 1:], image[1:, 1:].T, atol=1e-5)
    assert np.abs(image[8:21, 8:21] - image[8:21, 8:21][::-1, ::-1]).max() < 1e-5


@pytest.mark.parametrize("end", [[1.0, 0.0], [0.0, 1.0]])
def test_a_straight_line_is_as_long_as_the_box_and_as_thick_as_the_pen(end: list[float]) -> None:
    image = made(Drawing.from_strokes([[[0, 0], end]]))
    across = image if end[0] else image.T
    assert across[:, 14].sum() == pytest.approx(PEN_WIDTH, rel=0.05)
    assert across.sum(axis=0).max() == pytest.approx(PEN_WIDTH, rel=0.05)
    assert (across[14] > 0.9).sum() == 19  # and a part of a round end at each side, as mass lies on a pixel's middle
    assert across[14].sum() == pytest.approx(BOX_SIDE, abs=0.6)


def test_an_empty_drawing_has_no_image() -> None:
    for names in ((), stages.RAW, stages.UPRIGHT):
        assert image_of(Drawing(), names) is None
        assert walk(Drawing(), names) == {}


def test_gaps_are_drawn_without_holes_and_what_is_tiny_or_far_away_like_the_rest() -> None:
    fast = Drawing.from_strokes([[[0, 0], [3, 7]]])
    slow = Drawing.from_strokes([np.linspace([0, 0], [3, 7], 200)])
    tiny = Drawing.from_strokes([np.asarray(stroke) * 1e-10 for stroke in SEVEN.strokes])
    far = Drawing.from_strokes([[[9e8, 9e8], [9e8 + 0.5, 9e8]]])  # a dot, though its numbers tremble
    for drawing, like in ((fast, slow), (tiny, SEVEN), (far, Drawing.from_strokes([[[0.5, 0.5]]]))):
        assert difference(drawing, like, stages.RAW) <= ALMOST


def test_a_drawing_in_the_unit_square_lies_on_the_bare_canvas_as_drawn_also_at_its_edge() -> None:
    image = made(Drawing.from_strokes([[[0.1, 0.1], [0.2, 0.3]]]), ())
    assert centre(image) == pytest.approx((0.2 * 28 - 0.5, 0.15 * 28 - 0.5), abs=0.1)
    assert image[14:].sum() == 0
    edge = made(Drawing.from_strokes([[[0, 0], [0, 1]]]), ())
    assert edge[:, 0].min() > 0.5
    assert edge[:, 3:].max() == 0


def test_the_walk_shows_each_stage_on_the_way_and_deskews_as_training_images_are() -> None:
    pictures = walk(SEVEN)
    assert list(pictures) == ["canvas", "box", "centre", "deskew", "spread"]
    assert np.array_equal(pictures["spread"], made(SEVEN, stages.EVEN))
    assert np.array_equal(pictures["deskew"], made(SEVEN, stages.UPRIGHT))
    assert np.array_equal(pictures["centre"], made(SEVEN, stages.RAW))
    assert not np.array_equal(pictures["canvas"], pictures["box"])
    assert np.array_equal(pictures["deskew"], stages.deskew(made(SEVEN)[None])[0])
    assert np.abs(pictures["deskew"] - stages.upright(made(SEVEN)[None])[0]).max() < 0.01


def test_many_drawings_at_once_are_each_drawn_as_if_alone() -> None:
    random = np.random.default_rng(0)
    strokes = [[random.random((random.integers(1, 9), 2)) for _ in range(1 + n % 3)] for n in range(99)]
    many = [Drawing.from_strokes(each) for each in strokes] + [drawing for drawing, _ in practice.drawings(64)]
    many[7], many[50] = Drawing(picture=np.eye(28, dtype=np.float32)), Drawing()
    many[9], many[10], many[11] = (Drawing.from_strokes([[[low, 0.1], [0.9, 7]], [[3, 3]]]) for low in (-9e8, -2, 1e3))
    pens = random.uniform(1.6, 3.6, len(many))
    for names in ((), (stages.BOX,), stages.RAW):
        alone = [images_of([drawing], names, pen)[0] for drawing, pen in zip(many, pens.tolist(), strict=True)]
        np.testing.assert_allclose(images_of(many, names, pens), alone, atol=1e-6)


def test_scribble_in_parts_is_that_drawn_at_once_in_the_memory_of_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    points = np.random.default_rng(0).random((601, 2))
    lengths = np.hypot(*np.diff(points, axis=0).T) * 28 * raster.FINER / pen.PIECE
    assert lengths.sum() > 20 * pen.PIECES_AT_ONCE
    scribble = [points[number : number + 2] for number in range(600)]

    def most_taken(lines: list[Doubles]) -> int:
        drawing = Drawing.from_strokes(lines)
        tracemalloc.reset_peak()
        image_of(drawing, ())
        return tracemalloc.get_traced_memory()[1]

    tracemalloc.start()
    try:
        assert most_taken(scribble) < 2 * most_taken(scribble[:40])
    finally:
        tracemalloc.stop()
    in_parts = made(Drawing.from_strokes(scribble), ())
    monkeypatch.setattr(pen, "PIECES_AT_ONCE", 10**9)
    assert np.array_equal(made(Drawing.from_strokes(scribble), ()), in_parts)


@pytest.mark.parametrize("corner", [(0.5, 0.5), (-0.5, 0.1), (0.1, -0.5), (-3.0, -3.0), (40.0, 7.0)])
@pytest.mark.parametrize("size", [0.9, 30.0])
def test_a_drawing_in_other_units_fills_seven_tenths_of_bare_canvas(corner: tuple[float, float], size: float) -> None:
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]])
    image = made(Drawing.from_strokes([square * size + corner]), ())
    inked = np.flatnonzero(image.max(axis=0) > 0.5)
    assert (inked[0], inked[-1]) == (3, 24)  # 14 -+ 9.8 pixels, and half a pen
    np.testing.assert_allclose(image, image[::-1, ::-1], atol=ALMOST)
    boxed = made(Drawing.from_strokes([square * size + corner]), (stages.BOX,))
    inked = np.flatnonzero(boxed.max(axis=0) > 0.1)
    assert (inked[0], inked[-1]) == (4, 23)  # in the middle before its mass is looked at
    np.testing.assert_allclose(boxed, boxed[::-1, ::-1], atol=ALMOST)


def test_ink_that_leaves_the_frame_is_not_chased_and_does_so_alike_on_every_side() -> None:
    heavy = np.array([[0.005 * number, 0.2 * (number % 2)] for number in range(40)])
    there = made(Drawing.from_strokes([heavy, [[1.0, 1.0]]]))
    turned = made(Drawing.from_strokes([1 - heavy, [[0.0, 0.0]]]))
    assert min(14 - centre(there)[0], centre(turned)[0] - 14) > 0.06
    np.testing.assert_allclose(turned[1:, 1:], there[:0:-1, :0:-1], atol=ALMOST)


@pytest.mark.parametrize("factor", [1, 3, 10])
def test_a_picture_of_a_digit_is_boxed_and_centred_whatever_its_size_and_place(factor: int) -> None:
    small = np.zeros((40, 30), np.float32)
    small[5:25, 4:8] = small[21:25, 4:16] = 1  # its mass lies off the middle by other amounts down and across
    large = np.pad(np.kron(small, np.ones((factor, factor), np.float32)), ((7, 0), (0, 31)))
    found = there(image_of_ink(large))
    assert np.abs(found - there(image_of_ink(small))).max() <= ALMOST
    assert centre(found) == pytest.approx((14, 14), abs=0.01)


def test_a_faint_picture_is_like_a_strong_one_one_without_ink_has_no_image_and_paper_round_it_changes_none() -> None:
    ink = np.zeros((20, 20), np.float32)
    assert image_of_ink(ink) is None
    ink[:, :3] = ink[:4] = 1
    strong, faint = there(image_of_ink(ink)), there(image_of_ink(ink * np.float32(0.001)))
    np.testing.assert_allclose(faint * 1_000, strong, atol=ALMOST)
    ink = np.random.default_rng(3).random((9, 30)).astype(np.float32)
    bare, padded = there(image_of_ink(ink)), there(image_of_ink(np.pad(ink, ((20, 7), (3, 11)))))
    np.testing.assert_allclose(padded, bare, atol=1e-5)


def test_a_drawing_that_is_a_picture_goes_through_the_stages_as_it_is() -> None:
    leaning = np.zeros((28, 28), np.float32)
    leaning[np.arange(5, 23), np.arange(5, 23)] = 1
    drawing = Drawing(picture=leaning)
    assert np.array_equal(there(image_of(drawing, stages.RAW)), leaning)
    assert np.array_equal(there(image_of(drawing, stages.UPRIGHT)), stages.deskew(leaning[None])[0])
