"""What digits look like, and what does not look like one."""

import numpy as np
import pytest

from core.digits.dataset import LabelledImages
from core.digits.drawing import Drawing
from core.digits.stages import EVEN
from core.model import shapes
from core.model.shapes import Shapes, length
from tests.measure.fitting import fitted_shapes
from tests.measure.hard_shapes import HARD_SHAPES


def made(seed: int = 0) -> LabelledImages:
    """Images about ten patterns, each varied along one direction."""
    patterns = np.random.default_rng(9).uniform(0, 160, (10, 2, 784))
    random = np.random.default_rng(seed)
    labels = np.arange(300, dtype=np.uint8) % 10
    images = patterns[labels, 0] + random.uniform(0, 0.5, (300, 1)) * patterns[labels, 1]
    return LabelledImages(images.astype(np.uint8), labels)


@pytest.fixture(scope="module")
def found() -> Shapes:
    """The shapes of made-up digits, fitted once."""
    return fitted_shapes(made())


def test_what_varies_as_the_digits_did_is_explained_and_noise_is_not(found: Shapes) -> None:
    others = made(seed=1).images / np.float32(255)
    noise = np.random.default_rng(3).uniform(0, 1, (20, 784)).astype(np.float32)
    assert found.strangeness_by_digit(others).min(axis=1).max() < 0.01
    assert found.strangeness_by_digit(noise).min() > 0.1


def test_length_is_measured_in_sides_of_the_box() -> None:
    corner = Drawing.from_strokes([[[0, 0], [0, 30]], [[0, 0], [15, 0]]])
    assert length(corner) == pytest.approx(1.5)
    assert (length(Drawing()), length(Drawing.from_strokes([[[5, 5]]]))) == (0, 0)


def test_lines_longer_than_any_digit_s_are_long_and_a_digit_drawn_twice_is_not() -> None:
    assert shapes.is_long(Drawing.from_strokes([[[0, 0], [1, 1]] * 6]))
    assert not any(shapes.is_long(drawing) for _, drawing in HARD_SHAPES.values())


def test_shapes_are_those_of_all_stages() -> None:
    assert shapes.shipped().means.shape == (10, 784)
    assert EVEN[-1] == "spread"
