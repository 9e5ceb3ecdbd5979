"""The ten columns of a network's weights as one picture, for reports and TensorBoard."""

import io

import numpy as np
from PIL import Image

from core.dataset import CLASSES, SIDE
from core.softmax import Weights

GAP = 2  # numbers' widths between two pictures
TIMES = 2  # pixels a number, both ways
AGAINST, NOTHING, FOR = (228, 87, 46), (255, 255, 255), (47, 111, 237)  # orange, white, blue


def size(times: int = TIMES) -> tuple[int, int]:
    """Return the picture's width and height, pixels."""
    return times * (CLASSES * (SIDE + GAP) - GAP), times * SIDE


def png_of(weights: Weights, times: int = TIMES) -> bytes:
    """Return ten pictures in a row as PNG, each number a square of `times` pixels.

    Blue speaks for the digit, orange against; one symmetric scale, to the 99.5th percentile, serves all ten.
    """
    numbers = np.nan_to_num(weights.matrix.T.reshape(CLASSES, SIDE, SIDE))
    most = float(np.percentile(np.abs(numbers), 99.5)) or 1.0
    share = np.clip(numbers / most, -1, 1)
    stops = np.array([AGAINST, NOTHING, FOR], np.float64)
    colours = np.stack([np.interp(share, (-1, 0, 1), stops[:, channel]) for channel in range(3)], axis=-1)
    strip = np.full((SIDE, CLASSES * (SIDE + GAP) - GAP, 3), NOTHING, np.float64)
    for digit, picture in enumerate(colours):
        strip[:, digit * (SIDE + GAP) : digit * (SIDE + GAP) + SIDE] = picture
    large = np.rint(strip).astype(np.uint8).repeat(times, axis=0).repeat(times, axis=1)
    file = io.BytesIO()
    Image.fromarray(large).save(file, "PNG", optimize=True)
    return file.getvalue()
