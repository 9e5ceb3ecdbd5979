"""Ten columns of a network's first weights as one picture, for reports and TensorBoard."""

import io
import math

import numpy as np
from PIL import Image

from core.arrays import Doubles, Numbers
from core.digits.dataset import CLASSES, SIDE
from core.model.softmax import Weights

GAP = 2  # numbers' widths between two pictures
TIMES = 2  # pixels a number, both ways
AGAINST, NOTHING, FOR = (228, 87, 46), (255, 255, 255), (47, 111, 237)  # orange, white, blue


def size(times: int = TIMES) -> tuple[int, int]:
    """Return the picture's width and height, pixels."""
    return times * (CLASSES * (SIDE + GAP) - GAP), times * SIDE


def png_of(weights: Weights, times: int = TIMES, see_through: bool = False) -> bytes:
    """Return ten pictures in a row as PNG, each number a square of `times` pixels.

    Blue speaks for the digit, orange against; one symmetric scale, to the 99.5th percentile, serves all ten.
    see_through : nothing is no ink, for paper of any colour, in place of white
    """
    strip = _strip(weights)
    colours = np.where(strip[..., None] < 0, np.array(AGAINST), np.array(FOR))
    ink = np.abs(strip)[..., None]
    pixels = np.concatenate([colours, 255 * ink], -1) if see_through else ink * colours + (1 - ink) * np.array(NOTHING)
    large = np.rint(pixels).astype(np.uint8).repeat(times, axis=0).repeat(times, axis=1)
    file = io.BytesIO()
    Image.fromarray(large).save(file, "PNG", optimize=True)
    return file.getvalue()


def _pictures(weights: Weights) -> Numbers:
    """Return the pictures of the first layer's first ten units, (10, 28, 28); a filter's is enlarged, in the middle."""
    kernel = weights.arrays[0].reshape(-1, weights.arrays[0].shape[-1])[:, :CLASSES]
    side = math.isqrt(len(kernel))
    times, rest = divmod(SIDE, side)
    large = kernel.T.reshape(-1, side, side).repeat(times, axis=1).repeat(times, axis=2)
    margin = rest // 2, rest - rest // 2
    return np.pad(large, ((0, CLASSES - len(large)), margin, margin))


def _strip(weights: Weights) -> Doubles:
    """Return the ten columns side by side, (28, 10 * 28 + gaps), -1 against .. 1 for."""
    numbers = np.nan_to_num(_pictures(weights))
    most = float(np.percentile(np.abs(numbers), 99.5)) or 1.0
    strip = np.zeros((SIDE, CLASSES * (SIDE + GAP) - GAP))
    for digit, picture in enumerate(np.clip(numbers / most, -1, 1)):
        strip[:, digit * (SIDE + GAP) : digit * (SIDE + GAP) + SIDE] = picture
    return strip
