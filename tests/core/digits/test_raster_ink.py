"""A picture of ink becomes the image that MNIST would have made of it."""

import numpy as np
import pytest

from core.digits import stages
from core.digits.drawing import Drawing
from core.digits.raster import image_of, image_of_ink
from tests.core.digits.test_raster import ALMOST, centre
from tests.there import there


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
