"""The stage that spreads ink evenly."""

import numpy as np
import pytest

from core.digits.spread import SPREAD_ACROSS, SPREAD_DOWN, WIDTH_KEPT, spread


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
    made = spread(blob(down, across)[None])[0]
    wanted = SPREAD_ACROSS * (across / SPREAD_ACROSS) ** WIDTH_KEPT
    assert moments(made, 1)[1] == pytest.approx(SPREAD_DOWN, rel=0.05)
    assert moments(made, 0)[1] == pytest.approx(wanted, rel=0.05)


def test_it_stays_where_it_is() -> None:
    made = spread(blob(3, 2, 13, 15.5)[None])[0]
    assert (moments(made, 1)[0], moments(made, 0)[0]) == pytest.approx((13, 15.5), abs=0.05)


def test_a_dot_grows_to_twice_its_size_and_no_more() -> None:
    made = spread(blob(1, 1)[None])[0]
    assert (moments(made, 1)[1], moments(made, 0)[1]) == pytest.approx((2, 2), rel=0.1)


def test_paper_stays_paper_and_ink_stays_within_0_and_1() -> None:
    made = spread(np.stack([np.zeros((28, 28), np.float32), blob(5, 1)]))
    assert not made[0].any()
    assert 0 <= made.min() <= made.max() <= 1


def test_each_image_is_spread_by_itself() -> None:
    images = np.stack([blob(3, 2), blob(5, 4), blob(2, 2)])
    together = spread(images)
    for image, made in zip(images, together, strict=True):
        assert np.allclose(spread(image[None])[0], made, atol=1e-6)
