"""The named stages from a drawing to the image that a network sees, one list for all of the app."""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from core.arrays import Floats, Numbers
from core.digits.dataset import PIXELS, SIDE, Bytes, scaled
from core.errors import UserError
from core.progress import IsCancelled, go_on, never
from core.words import say

BOX = "box"  # the ink is scaled to fit 20x20
CENTRE = "centre"  # its centre of mass goes to pixel (14.0, 14.0)
DESKEW = "deskew"  # it is sheared upright
SPREAD = "spread"  # it is stretched until its ink spreads as far as an average digit's
STAGES = (BOX, CENTRE, DESKEW, SPREAD)
RAW = (BOX, CENTRE)  # as MNIST was made
UPRIGHT = (BOX, CENTRE, DESKEW)
EVEN = (BOX, CENTRE, DESKEW, SPREAD)

STEEPEST = 1.0  # pixels of shear per row; a digit that leans more is not one
MASS_CENTRE = 14.0  # pixel index, both ways: MNIST's own mean is 13.997, 14.006
FLAT = 1e-3  # square pixels of vertical spread; below it a lean is not defined
ROWS_AT_ONCE = 128  # images deskewed in one go: temporary arrays fit the processor's cache, and are not given back
MOST_THREADS = 8  # on as many cores: with more, they wait for memory
RIM = 2  # columns of paper on each side of an image that is sheared
SPREAD_DOWN = 5.4  # pixels, standard deviation of the ink's rows, to which every digit is brought
SPREAD_ACROSS = 3.6  # pixels, of its columns, to which digits are brought but for OWN_WIDTH
OWN_WIDTH = 0.2  # power of a digit's own width that stays: a 1 stays narrower than a 0
MOST_STRETCH = 2.0  # times, either way: a dot stays a dot

_columns = np.arange(SIDE, dtype=np.float32)
_rows = _columns[:, None]


def checked(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names of stages as they are; raise UserError for one unknown, doubled or out of order."""
    if names != tuple(name for name in STAGES if name in names):
        values = {"names": ", ".join(map(repr, names)), "known": ", ".join(STAGES)}
        raise UserError("the stages {names} are not some of {known}, in that order.", **values)
    return names


def deskew(images: Numbers) -> Floats:
    """Return images (n, 28, 28), 0.0 .. 1.0, each sheared so that its ink stands upright.

    The shear is the covariance of x and y over the variance of y, clipped to +-1 (LeCun et al., 1998, "Gradient-based
    learning applied to document recognition", section III.A); bilinear; what leaves the frame is lost.
    """
    mass, row_sums, (y, x) = _centre(images)
    down, across = _columns - y[:, None], _columns - x[:, None]
    variance = (row_sums * down**2).sum(axis=1) / mass
    covariance = (down[:, None] @ images @ across[:, :, None])[:, 0, 0] / mass
    slant = np.where(variance > FLAT, covariance / np.maximum(variance, FLAT), 0.0)
    slant = np.clip(slant, -STEEPEST, STEEPEST).astype(np.float32)
    return between(images, _columns + slant[:, None, None] * (_rows - y.astype(np.float32)[:, None, None]))


def upright(images: Numbers) -> Floats:
    """Return images (n, 28, 28), 0.0 .. 1.0, as MNIST has them, centred and deskewed as drawings are.

    MNIST was centred by whole pixels; moving its mass to pixel (14.0, 14.0) exactly, before the shear, reads 95.8 %
    of the test images where the shear alone reads 95.0 %.
    """
    *_, (y, x) = _centre(images)
    columns = between(images, _columns + (x - MASS_CENTRE)[:, None, None])
    centred = between(columns.transpose(0, 2, 1), _columns + (y - MASS_CENTRE)[:, None, None])
    return deskew(centred.transpose(0, 2, 1))


def spread(images: Numbers) -> Floats:
    """Return images (n, 28, 28), 0.0 .. 1.0, each stretched about its centre of mass until its ink is spread evenly.

    Moment normalization (Liu et al., 2003, "Handwritten digit recognition: benchmarking of state-of-the-art
    techniques", section 3.1), with part of the width retained; bilinear; what leaves the frame is lost.
    """
    shares = []  # of rows, and of columns, in each row and column to be made, (n, 28, 28)
    for axis, usual, power in ((2, SPREAD_DOWN, 1.0), (1, SPREAD_ACROSS, 1 - OWN_WIDTH)):
        sums = images.sum(axis=axis)
        part = sums / np.maximum(sums.sum(axis=1), 1e-6)[:, None]
        middle = part @ _columns
        deviation = np.sqrt((part * (_columns - middle[:, None]) ** 2).sum(axis=1)).astype(np.float32)
        ratio = np.clip((deviation / usual) ** power, 1 / MOST_STRETCH, MOST_STRETCH)
        middle = middle.astype(np.float32)[:, None]
        source = (middle + (_columns - middle) * ratio[:, None]).astype(np.float32)  # place of each, pixel index
        share = source[:, :, None] - _columns
        np.subtract(1, np.abs(share, out=share), out=share)
        shares.append(np.maximum(share, 0, out=share))
    return np.asarray(shares[0] @ images @ shares[1].transpose(0, 2, 1), np.float32)


def apply_to_drawings(images: Numbers, names: tuple[str, ...]) -> Floats:
    """Return boxed and centred images (n, 28, 28) after those of the named stages that work on images."""
    for name, stage in ((DESKEW, deskew), (SPREAD, spread)):
        if name in names:
            images = stage(images)
    return np.asarray(images, np.float32)


def apply_to_dataset(images: Numbers, names: tuple[str, ...]) -> Floats:
    """Return images of a data set (n, 28, 28), 0.0 .. 1.0, as a network of these stages sees them."""
    stood = upright(images) if DESKEW in names else images
    return np.asarray(spread(stood) if SPREAD in names else stood, np.float32)


def apply_to_bytes(images: Bytes, names: tuple[str, ...], is_cancelled: IsCancelled = never) -> Bytes:
    """Return images (n, 784), bytes, as a network of these stages sees them; raises CancelledError."""
    if not (DESKEW in names or SPREAD in names):
        return images
    made = np.empty_like(images)

    def make(start: int) -> None:
        rows = slice(start, start + ROWS_AT_ONCE)
        part = scaled(images[rows]).reshape(-1, SIDE, SIDE)
        made[rows] = np.rint(apply_to_dataset(part, names) * 255).reshape(-1, PIXELS)

    with ThreadPoolExecutor(min(MOST_THREADS, os.cpu_count() or 1)) as pool:  # numpy lets other threads go on meanwhile
        for _ in pool.map(make, range(0, len(images), ROWS_AT_ONCE)):
            go_on(is_cancelled, say("preparing the images"))
    return made


def _centre(images: Numbers) -> tuple[Numbers, Numbers, tuple[Numbers, Numbers]]:
    """Return the mass, (n,), the sums of rows, (n, 28), and the row and column of the centre of mass, each (n,)."""
    mass, row_sums = np.maximum(images.sum(axis=(1, 2)), 1e-6), images.sum(axis=2)
    return mass, row_sums, ((row_sums @ _columns) / mass, (images.sum(axis=1) @ _columns) / mass)


def between(images: Numbers, source: Numbers) -> Floats:
    """Return each image's values at columns of any position, (n, 28, 28) or (n, 1, 28), between the two next to it."""
    framed = np.zeros((*images.shape[:2], SIDE + 2 * RIM), np.float32)  # outside lies paper
    framed[:, :, RIM:-RIM] = images
    left = np.floor(source)
    share = (source - left).astype(np.float32)
    firsts = np.arange(RIM, framed.size, framed.shape[2]).reshape(*images.shape[:2], 1)
    at = np.clip(left, -RIM, SIDE).astype(np.intp) + firsts
    values, next_values = framed.take(at), framed.ravel()[1:].take(at)
    values *= 1 - share
    next_values *= share
    values += next_values
    return values
