"""The ten pictures of the weights."""

import io

import numpy as np
from PIL import Image

from core.exporting import weight_strip
from core.exporting.weight_strip import AGAINST, FOR, NOTHING
from core.model.softmax import single
from tests.core.runs.made import weights_of


def pixels(see_through: bool) -> np.ndarray:
    """Return the picture of a network whose first digit knows one pixel for and one against it."""
    matrix = np.zeros((784, 10), np.float32)
    matrix[:20, 0], matrix[28:48, 0] = 1.0, -1.0
    weights = single(matrix, weights_of(0).bias)
    png = weight_strip.png_of(weights, times=1, see_through=see_through)
    return np.asarray(Image.open(io.BytesIO(png)))


def test_blue_speaks_for_orange_against_and_white_says_nothing() -> None:
    found = pixels(see_through=False)
    assert found.shape == (28, 298, 3)
    assert [tuple(found[row, 0]) for row in (0, 1, 2)] == [FOR, AGAINST, NOTHING]


def test_on_paper_of_any_colour_nothing_is_no_ink() -> None:
    found = pixels(see_through=True)
    assert [tuple(found[row, 0]) for row in (0, 1)] == [(*FOR, 255), (*AGAINST, 255)]
    assert found[2, 0, 3] == 0
