"""Pen digits, warped."""

import numpy as np
import pytest

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.stages import EVEN, RAW, UPRIGHT
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import MILD, WILD, copies, warped
from core.errors import UserError
from core.progress import CancelledError
from tests.there import there

SEVEN = Drawing.from_strokes([[[0, 0], [30, 0], [10, 50]], [[5, 25], [25, 25]]])
ONE = Drawing.from_strokes([[[3, 0], [0, 40]]])
DIGITS = [LabelledDrawing(SEVEN, 7), LabelledDrawing(ONE, 1)]


def test_copies_as_they_were_drawn_are_what_the_raster_makes_of_them() -> None:
    made = copies(DIGITS, UPRIGHT, 3, strengths=None)
    assert made.labels.tolist() == [7, 1] * 3
    for row, digit in enumerate(DIGITS * 3):
        image = there(image_of(digit.drawing, UPRIGHT))
        assert np.abs(made.images[row] / 255 - image.ravel()).max() <= 0.5 / 255 + 1e-6


def test_warped_copies_differ_from_each_other_and_are_the_same_for_a_seed() -> None:
    made = copies(DIGITS, EVEN, 4, seed=3)
    assert len(np.unique(made.images, axis=0)) == 8
    assert np.array_equal(copies(DIGITS, EVEN, 4, seed=3).images, made.images)
    assert not np.array_equal(copies(DIGITS, EVEN, 4, seed=4).images, made.images)
    assert np.array_equal(copies(DIGITS, RAW, 1).images[:1], copies(DIGITS[:1], RAW, 1).images)  # whatever follows


def test_a_warp_keeps_strokes_points_and_about_the_size_and_a_mild_one_stays_nearer_to_what_was_drawn() -> None:
    for made in warped([SEVEN] * 50, np.random.default_rng(0))[0]:
        assert [len(stroke) for stroke in made.strokes] == [3, 2]
        assert 0.5 < np.ptp(made.points, axis=0).max() < 2
    drawn = copies(DIGITS, EVEN, 20, strengths=None).images.astype(float)
    mild, wild = (np.abs(copies(DIGITS, EVEN, 20, strengths=each).images - drawn).mean() for each in (MILD, WILD))
    assert mild < 0.95 * wild


def test_empty_drawings_are_left_out_and_unlabelled_ones_refused() -> None:
    assert len(copies([LabelledDrawing(Drawing(), 3), *DIGITS], RAW, 2)) == 4
    with pytest.raises(UserError, match="has no label"):
        copies([LabelledDrawing(SEVEN)], RAW, 1)


def test_drawing_them_can_be_cancelled() -> None:
    with pytest.raises(CancelledError):
        copies(DIGITS, RAW, 2, is_cancelled=lambda: True)


def test_pictures_are_warped_as_drawings_are_and_stay_boxed_and_centred() -> None:
    picture = there(image_of(SEVEN))
    given = LabelledDrawing(Drawing(picture=picture), 7)
    (as_given,) = copies([given], RAW, 1, strengths=None).images
    assert np.array_equal(as_given, np.rint(picture.ravel() * 255))
    made = copies([given], RAW, 12, strengths=MILD).images.reshape(-1, 28, 28) / 255
    assert len(np.unique(made.reshape(12, -1), axis=0)) == 12
    for image in made:
        rows, columns = np.nonzero(image > 0.05)
        assert 17 <= max(np.ptp(rows), np.ptp(columns)) <= 21  # faint edges count as ink
        assert (image.sum(axis=1) @ np.arange(28)) / image.sum() == pytest.approx(14, abs=0.1)
        assert 0.4 < image.sum() / picture.sum() < 1.7
