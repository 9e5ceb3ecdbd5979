"""The pixels that a run learns from: the weight of one that no image of a set lights never moves."""

import numpy as np

from core.arrays import Indexes
from core.digits.dataset import PIXELS, Bytes

# MNIST lights 717 of 784; processors multiply 16 at once. Other sets take all: each other count is compiled anew
FEW = 720


def count(images: Bytes) -> int:
    """Return how many pixels of images (n, 784) are learned from: FEW, or all."""
    return FEW if np.count_nonzero(_brightest(images)) <= FEW else PIXELS


def chosen(images: Bytes, pixels: int) -> Indexes:
    """Return that many pixels, (pixels,), ascending, those that an image of (n, 784) lights before any other."""
    return np.sort(np.argsort(_brightest(images) == 0, kind="stable")[:pixels])


def _brightest(images: Bytes) -> Bytes:
    brightest: Bytes = np.bitwise_or.reduce(images, axis=0)
    return brightest
