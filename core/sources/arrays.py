"""Arrays of images and labels as other programs store them: any scale, flat or square, 8x8, 16x16 or 28x28 pixels."""

import numpy as np
from numpy.typing import NDArray

from core.digits.dataset import CLASSES, PIXELS, SIDE, Bytes, LabelledImages
from core.digits.raster import image_of_ink
from core.errors import UserError, instead_of

SIDES = (8, 16, SIDE)  # pixels; smaller images are drawn as MNIST's were made, 20x20 pixels of ink
SQUARES = tuple(side * side for side in SIDES)
MOST_IMAGES = 1_000_000


def labelled_images(images: NDArray[np.generic], labels: NDArray[np.generic], name: str) -> LabelledImages:
    """Return images (n, h, w), (n, h, w, 1) or (n, h * w) and labels (n,); raises UserError, calling them `name`.

    images : may be (pixels, n), as MATLAB has them; labels : whole numbers of any type, or a row of 0 and a 1 each
    """
    no_numbers = UserError("{name} holds no numbers of images and labels.", name=name)
    with instead_of((OverflowError, ValueError), no_numbers):
        labels = labels.astype(str).astype(np.int64) if labels.dtype.kind in "US" else labels  # as OpenML has them
    if images.dtype.kind not in "uifb" or labels.dtype.kind not in "uif" or not len(images):
        raise no_numbers
    if labels.ndim == 2 and labels.shape[1] == CLASSES and (np.sort(labels) == np.eye(CLASSES)[-1]).all():
        labels = labels.argmax(axis=1)
    elif labels.ndim == 2 and labels.shape[1] > 1 and len(labels) == len(images) > 1:
        labels = labels[:, 0]  # of QMNIST: what else is known of each image stands behind
    if images.ndim == 2 and len(images) in SQUARES and images.shape[1] == labels.size:
        images = images.T
    pixels = int(np.prod(images.shape[1:]))
    side = round(pixels**0.5)
    if pixels not in SQUARES or images.ndim not in (2, 3, 4):
        given = {"name": name, "shape": images.shape}
        raise UserError("{name} holds arrays of shape {shape}; images are 28x28, 16x16 or 8x8.", **given)
    flat = images.reshape(len(images), pixels)
    if len(flat) != labels.size or len(flat) > MOST_IMAGES:
        values = {"name": name, "images": len(flat), "labels": labels.size}
        raise UserError("{name}: {images:,} images and {labels:,} labels do not go together.", **values)
    return LabelledImages(_sized(_bytes(flat, name), side), _labels(labels.ravel(), name))


def _bytes(flat: NDArray[np.generic], name: str) -> Bytes:
    """Return values of 0..1, 0..16 or 0..255 as unsigned bytes; where some are below 0, the least is paper."""
    if flat.dtype == np.uint8 and flat.max() > 16:
        return np.asarray(flat, np.uint8)
    values = flat.astype(np.float32)
    if not np.isfinite(values).all():
        raise UserError("{name} holds values that are no finite numbers.", name=name)
    low, high = float(values.min()), float(values.max())
    limits: tuple[float, ...] = (1.0, 16.0, 255.0)
    if high == 255 / 256:  # of mnist.pkl.gz, whose bytes were divided by 256
        limits = (high,)
    if low < 0:  # -1..1, or of mean 0
        values, limits = values - low, (high - low,)
        high = high - low
    full = next((limit for limit in limits if high <= limit), 0.0)
    if not full:
        raise UserError("{name} holds values up to {high:g}; pixels are 0 to 255.", name=name, high=high)
    made: Bytes = np.rint(values * (255 / full)).astype(np.uint8)
    return made


def _sized(images: Bytes, side: int) -> Bytes:
    if side == SIDE:
        return images
    made = np.zeros((len(images), PIXELS), np.uint8)
    for row, small in enumerate(images.reshape(-1, side, side)):
        image = image_of_ink(small.astype(np.float32) / 255)
        if image is not None:
            made[row] = np.rint(image.ravel() * 255)
    return made


def _labels(labels: NDArray[np.generic], name: str) -> Bytes:
    values = labels.astype(np.float64)
    if values.min() == 1 and values.max() == CLASSES:  # 1..10 with 10 for 0, as MATLAB's users count
        values %= CLASSES
    if not (values == np.rint(values)).all() or values.min() < 0 or values.max() > np.iinfo(np.uint8).max:
        raise UserError("{name} has labels that are no whole numbers from 0 on.", name=name)
    return values.astype(np.uint8)
