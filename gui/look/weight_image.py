"""Weights as an image: a steady symmetric scale, and colours by a look-up table."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.dataset import CLASSES, SIDE
from core.words import figure
from gui.look.plot_axes import rounded_up

ROBUST = 0.995  # share of the weights that the colour scale holds
SLACK = 2.5  # times that the scale may be too wide before it is narrowed: colours must not flicker


def steady_scale(matrix: NDArray[np.floating], before: float) -> float:
    """Return the weight at the ends of the colour scale: `before` while it serves, else a round one that does."""
    sizes = np.abs(matrix[np.isfinite(matrix)])
    if not len(sizes):
        return before or 1.0
    place = int(ROBUST * (len(sizes) - 1))
    needed = max(float(np.partition(sizes, place)[place]), 1e-6)
    return before if needed <= before <= SLACK * needed else rounded_up(needed)


def pictures_of(matrix: NDArray[np.floating], scale: float, colours: NDArray[np.uint32]) -> QImage:
    """Return the ten pictures side by side, 280x28, of weights (784, 10).

    colours : (256,) 0xAARRGGBB, from -scale to +scale
    """
    side_by_side = matrix.reshape(SIDE, SIDE, CLASSES).transpose(0, 2, 1).reshape(SIDE, CLASSES * SIDE)
    levels = np.nan_to_num(side_by_side * (127 / scale), nan=0.0, posinf=127, neginf=-127)
    return image_of(colours[(np.clip(levels, -127, 127) + 128.5).astype(np.uint8)])


def signed(value: float) -> str:
    """Return a number with its sign and three decimals."""
    return figure(value, "+.3f").replace("-", "−")


def image_of(pixels: NDArray[np.uint32]) -> QImage:
    """Return an image of pixels (rows, columns) 0xAARRGGBB that owns them."""
    rows, columns = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()
