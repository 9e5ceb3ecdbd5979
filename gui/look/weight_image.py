"""The weights of ten digits as one image, on a steady symmetric scale."""

import numpy as np
from PySide6.QtGui import QImage

from core.arrays import Numbers
from core.digits.dataset import CLASSES, SIDE
from gui.look.pixels import Shades, signed_picture
from gui.look.plot_axes import rounded_up

ROBUST = 0.995  # share of the weights that the colour scale holds
SLACK = 2.5  # times that the scale may be too wide before it is narrowed: colours must not flicker


def steady_scale(matrix: Numbers, before: float) -> float:
    """Return the weight at the ends of the colour scale: `before` while it serves, else a round one that does."""
    sizes = np.abs(matrix[np.isfinite(matrix)])
    if not len(sizes):
        return before or 1.0
    place = int(ROBUST * (len(sizes) - 1))
    needed = max(float(np.partition(sizes, place)[place]), 1e-6)
    return before if needed <= before <= SLACK * needed else rounded_up(needed)


def pictures_of(matrix: Numbers, scale: float, shades: Shades) -> QImage:
    """Return the ten pictures side by side, 280x28, of weights (784, 10); shades, (256,), from -scale to +scale."""
    side_by_side = matrix.reshape(SIDE, SIDE, CLASSES).transpose(0, 2, 1).reshape(SIDE, CLASSES * SIDE)
    return signed_picture(side_by_side, scale, shades)
