"""The pixels that a run learns from: the weight of one that no image of a set lights never moves."""

import math

import numpy as np

from core.arrays import Indexes
from core.digits.dataset import PIXELS, Bytes

TOGETHER = 16  # columns, which processors multiply at once, so that counts are filled up to
OF_MNIST = 720  # of 784; 717 are lit, docs/decisions/0003-training-speed.md has what this gains


def count(images: Bytes) -> int:
    """Return how many pixels of images (n, 784) are learned from."""
    lit = max(1, int(np.count_nonzero(_brightest(images))))
    return min(PIXELS, math.ceil(lit / TOGETHER) * TOGETHER)


def chosen(images: Bytes, pixels: int) -> Indexes:
    """Return that many pixels, (pixels,), ascending, those that an image of (n, 784) lights before any other."""
    return np.sort(np.argsort(_brightest(images) == 0, kind="stable")[:pixels])


def _brightest(images: Bytes) -> Bytes:
    brightest: Bytes = np.bitwise_or.reduce(images, axis=0)
    return brightest
