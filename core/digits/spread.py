"""The stage that makes wide and narrow, tall and short digits alike: their ink is stretched to the same spread."""

import numpy as np

from core.arrays import Floats, Numbers
from core.digits.dataset import SIDE

SPREAD_DOWN = 5.4  # pixels, standard deviation of the ink's rows, to which every digit is brought
SPREAD_ACROSS = 3.6  # pixels, of its columns, to which digits are brought but for OWN_WIDTH
OWN_WIDTH = 0.2  # power of a digit's own width that stays: a 1 stays narrower than a 0
MOST_STRETCH = 2.0  # times, either way: a dot stays a dot

_index = np.arange(SIDE, dtype=np.float32)


def spread(images: Numbers) -> Floats:
    """Return images (n, 28, 28), 0.0 .. 1.0, each stretched about its centre of mass until its ink is spread evenly.

    Moment normalization (Liu et al., 2003, "Handwritten digit recognition: benchmarking of state-of-the-art
    techniques", section 3.1), with part of the width retained; bilinear; what leaves the frame is lost.
    """
    (y, down), (x, across) = (_moments(images, axis) for axis in (2, 1))
    rows = _source(y, down / SPREAD_DOWN)
    columns = _source(x, (across / SPREAD_ACROSS) ** (1 - OWN_WIDTH))
    return np.asarray(_between(rows) @ images @ _between(columns).transpose(0, 2, 1), np.float32)


def _moments(images: Numbers, axis: int) -> tuple[Floats, Floats]:
    """Return the mean and standard deviation of the ink's place, in pixels, summed over an axis, (n,) each."""
    sums = images.sum(axis=axis)
    share = sums / np.maximum(sums.sum(axis=1), 1e-6)[:, None]
    middle = share @ _index
    variance = (share * (_index - middle[:, None]) ** 2).sum(axis=1)
    return middle.astype(np.float32), np.sqrt(variance).astype(np.float32)


def _source(middle: Floats, ratio: Floats) -> Floats:
    """Return where each of 28 pixels comes from, (n, 28), pixel index, for a stretch about a middle."""
    bounded = np.clip(ratio, 1 / MOST_STRETCH, MOST_STRETCH)
    return np.asarray(middle[:, None] + (_index - middle[:, None]) * bounded[:, None], np.float32)


def _between(source: Floats) -> Floats:
    """Return the shares of the two pixels next to each place, (n, 28, 28); none outside the frame."""
    return np.asarray(np.maximum(0, 1 - np.abs(source[:, :, None] - _index)), np.float32)
