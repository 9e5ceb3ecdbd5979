"""The stages by name: the deskew that serves images and drawings alike, and the spread of ink."""

import re
from collections.abc import Callable

import numpy as np
import pytest

from core.arrays import Floats
from core.digits import stages
from core.digits.dataset import Dataset, scaled
from core.digits.stages import OWN_WIDTH, SPREAD_ACROSS, SPREAD_DOWN, spread
from core.errors import UserError


def bar(slant: float) -> Floats:
    """A bar 3 pixels wide from row 5 to 22 that moves `slant` pixels to the right a row down, soft at its edges."""
    rows, columns = np.mgrid[0:28, 0:28].astype(np.float32)
    ink = np.clip(2 - np.abs(columns - 14 - slant * (rows - 13.5)), 0, 1).astype(np.float32)
    ink[:5] = ink[23:] = 0
    return np.asarray(ink, np.float32)


def lean(image: Floats) -> float:
    """Covariance of x and y over the variance of y, by the definition of moments."""
    rows, columns = np.mgrid[0:28, 0:28]
    weights = image / image.sum()
    y, x = (weights * rows).sum(), (weights * columns).sum()
    return float((weights * (rows - y) * (columns - x)).sum() / (weights * (rows - y) ** 2).sum())


@pytest.mark.parametrize("slant", [-0.9, -0.4, -0.1, 0.2, 0.6, 0.9])
def test_a_leaning_bar_is_stood_upright(slant: float) -> None:
    image = bar(slant)
    upright = stages.deskew(image[None])[0]
    assert lean(image) == pytest.approx(slant, abs=0.05)
    assert abs(lean(upright)) < 0.02
    assert upright.sum() == pytest.approx(image.sum(), rel=0.01)


def test_no_more_than_one_pixel_a_row_is_sheared_to_either_side() -> None:
    rows, columns = np.mgrid[0:28, 0:28].astype(np.float32)
    flat = ((np.abs(rows - 14 - 0.3 * (columns - 14)) < 1) & (np.abs(columns - 14) < 10)).astype(np.float32)
    assert lean(flat) > 1
    assert np.abs(lean(stages.deskew(flat[None])[0]) - (lean(flat) - 1)) < 0.1
    image = bar(3.0)[None]
    np.testing.assert_allclose(stages.deskew(image[:, :, ::-1]), stages.deskew(image)[:, :, ::-1], atol=1e-6)


def test_paper_a_dot_a_level_line_and_an_upright_bar_are_left_alone_and_faint_ink_is_deskewed_as_strong() -> None:
    images = np.zeros((3, 28, 28), np.float32)
    images[1, 10, 10] = 1
    images[2, 7, 3:20] = 1
    assert np.allclose(stages.deskew(images), images, atol=1e-6)
    assert np.abs(stages.deskew(bar(0)[None])[0] - bar(0)).max() < 1e-4
    leaning = bar(0.4)[None]
    np.testing.assert_allclose(stages.deskew(leaning / 2_000) * 2_000, stages.deskew(leaning), atol=1e-5)


@pytest.mark.parametrize("stage", [stages.deskew, spread])
def test_each_image_goes_through_a_stage_by_itself(stage: Callable[[Floats], Floats]) -> None:
    images = np.stack([bar(0.5), bar(-0.3), np.zeros((28, 28), np.float32), blob(3, 2), blob(5, 4)])
    for image, made in zip(images, stage(images), strict=True):
        assert np.allclose(stage(image[None])[0], made, atol=1e-6)


@pytest.mark.parametrize(("down", "right"), [(0, 0), (0.5, -0.5), (-1.3, 0.7), (2, -2)])
def test_an_image_as_mnist_has_it_is_centred_before_it_is_deskewed(down: float, right: float) -> None:
    rows, columns = np.mgrid[0:28, 0:28].astype(np.float32)
    blob = np.exp(-((rows - 14 - down) ** 2 / 18 + (columns - 14 - right - 0.3 * (rows - 14 - down)) ** 2 / 4))
    made = stages.upright(blob[None])[0]
    assert [float((made * axis).sum() / made.sum()) for axis in (rows, columns)] == pytest.approx([14, 14], abs=0.02)
    assert abs(lean(made)) < 0.02


def test_bytes_are_made_upright_as_numbers_are_but_for_rounding() -> None:
    images = np.rint(np.stack([bar(0.5), bar(-0.7)]) * 255).astype(np.uint8).reshape(2, 784)
    numbers = stages.upright(scaled(images).reshape(-1, 28, 28)).reshape(2, 784)
    assert np.abs(stages.apply_to_bytes(images, stages.UPRIGHT) / 255 - numbers).max() <= 0.5 / 255 + 1e-6
    assert stages.apply_to_bytes(np.empty((0, 784), np.uint8), stages.UPRIGHT).shape == (0, 784)


def test_mnist_stands_upright_after_it(real_mnist: Dataset) -> None:
    some = real_mnist.test.images[:300]
    before, after = (
        np.array([lean(image) for image in scaled(part).reshape(-1, 28, 28)])
        for part in (some, stages.apply_to_bytes(some, stages.UPRIGHT))
    )
    assert np.abs(before).mean() > 0.15
    assert np.abs(after).mean() < 0.02


def test_stages_are_known_and_in_their_order() -> None:
    for names in ((), ("box",), ("centre",), ("box", "deskew"), stages.RAW, stages.UPRIGHT):
        assert stages.checked(names) == names
    for names in (("blur",), ("centre", "box"), ("box", "box"), ("Box",)):
        named = ", ".join(map(repr, names))
        sentence = f"the stages {named} are not some of box, centre, deskew, spread, in that order."
        with pytest.raises(UserError, match=f"^{re.escape(sentence)}$"):
            stages.checked(names)


def test_a_network_sees_images_after_the_stages_that_it_names_and_no_others() -> None:
    images = np.stack([bar(0.5), bar(-0.3)]).astype(np.float64)
    raw = stages.apply_to_dataset(images, stages.RAW)
    assert raw.dtype == np.float32
    np.testing.assert_array_equal(raw, images.astype(np.float32))
    np.testing.assert_array_equal(stages.apply_to_dataset(images, stages.UPRIGHT), stages.upright(images))
    np.testing.assert_array_equal(stages.apply_to_dataset(images, stages.EVEN), spread(stages.upright(images)))
    np.testing.assert_array_equal(stages.apply_to_dataset(images, ("box", "centre", "spread")), spread(images))


def test_bytes_go_through_in_parts_and_untouched_where_no_stage_moves_them(monkeypatch: pytest.MonkeyPatch) -> None:
    images = np.rint(np.stack([bar(slant / 10) for slant in range(7)]) * 255).astype(np.uint8).reshape(7, -1)
    assert stages.apply_to_bytes(images, stages.RAW) is images
    whole = stages.apply_to_bytes(images, stages.EVEN)
    assert (whole != images).any()
    monkeypatch.setattr(stages, "ROWS_AT_ONCE", 3)
    np.testing.assert_array_equal(stages.apply_to_bytes(images, stages.EVEN), whole)


@pytest.mark.parametrize(
    ("shift", "expected"),
    [
        *((0, [1, 2, 3, 26, 27, 28]), (1, [2, 3, 4, 27, 28, 0]), (-1, [0, 1, 2, 25, 26, 27])),
        *((0.5, [1.5, 2.5, 3.5, 26.5, 27.5, 14]), (-0.5, [0.5, 1.5, 2.5, 25.5, 26.5, 27.5]), (40, [0] * 6)),
        (-40, [0] * 6),
    ],
)
def test_between_columns_lies_their_mean_and_beyond_the_frame_is_paper(shift: float, expected: list[float]) -> None:
    ramp = np.broadcast_to(np.arange(1, 29, dtype=np.float32), (1, 28, 28))
    np.testing.assert_allclose(stages.between(ramp, np.arange(28) + shift)[0, 5, [0, 1, 2, 25, 26, 27]], expected)


def blob(down: float, across: float, y: float = 14.0, x: float = 14.0) -> np.ndarray:
    """A soft ellipse with these standard deviations, about (y, x)."""
    rows, columns = np.mgrid[0:28, 0:28]
    made: np.ndarray = np.exp(-((rows - y) ** 2 / down**2 + (columns - x) ** 2 / across**2) / 2).astype(np.float32)
    return made


def moments(image: np.ndarray, axis: int) -> tuple[float, float]:
    share = image.sum(axis=axis) / image.sum()
    middle = float(share @ np.arange(28))
    return middle, float(np.sqrt(share @ (np.arange(28) - middle) ** 2))


@pytest.mark.parametrize(("down", "across"), [(3.0, 2.0), (4.0, 4.0), (3.5, 3.0)])
def test_ink_gets_the_same_height_and_nearly_the_same_width(down: float, across: float) -> None:
    made = spread(blob(down, across, 13, 15.5)[None])[0]
    wanted = SPREAD_ACROSS * (across / SPREAD_ACROSS) ** OWN_WIDTH
    assert moments(made, 1)[1] == pytest.approx(SPREAD_DOWN, rel=0.05)
    assert moments(made, 0)[1] == pytest.approx(wanted, rel=0.05)
    assert (moments(made, 1)[0], moments(made, 0)[0]) == pytest.approx((13, 15.5), abs=0.05)  # it stays where it is


def test_paper_stays_paper_a_dot_grows_to_twice_its_size_and_ink_stays_within_0_and_1() -> None:
    images = np.stack([np.zeros((28, 28), np.float32), blob(5, 1), blob(1, 1)])
    paper, _, dot = made = spread(images)
    assert not paper.any()
    assert not stages.upright(images)[0].any()
    assert (moments(dot, 1)[1], moments(dot, 0)[1]) == pytest.approx((2, 2), rel=0.1)
    assert 0 <= made.min() <= made.max() <= 1
