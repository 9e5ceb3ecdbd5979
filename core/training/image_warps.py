"""Training images warped at random, anew each time: what is drawn by numpy for each step, and made by TensorFlow."""

import math
from collections.abc import Callable
from functools import reduce
from typing import Any

import numpy as np

from core.arrays import Floats
from core.digits.dataset import SIDE

NUMBERS = 10  # of each warp
TURN, SLANT = 0.08, 0.144  # standard deviations: of the angle, radians, and of the tangent of the slant,
WIDTH, HEIGHT = 0.096, 0.08  # of the logarithms of both sizes,
SHIFT = 0.8  # of the shift either way, pixels
THINNER, THICKER, CHANGED = -0.4, 0.72, 0.5  # share of a pen one pixel thinner or thicker; how many images get that
BLUR, BLURRED = 0.64, 0.3  # largest share of the mean of 3x3 pixels, how many images get it
COARSE, COARSENED = (0.24, 0.8), 0.08  # share of the mean of 5x5, as in pictures of 8x8 pixels; how many images get it
GAIN = 0.32  # logarithm of the factor of the ink, at most
NONE = (1, 0, 0, 0, 1, 0, 0, 0, 0, 1)  # the warp that leaves an image as it is


def drawn(seed: int, first: int, steps: int, batch: int, warped: float = math.inf) -> Floats:
    """Return the warps of steps first .. first+steps-1, (steps, batch, 10), the same however they are grouped.

    Each is the affine map from pixels made to pixels taken, row by row, then shares of pen, blur and coarse, and gain;
    those of the first `warped` steps of a run are drawn by chance, all others leave images as they are.
    """
    plain, made = np.tile(np.array(NONE, np.float32), (batch, 1)), range(first, first + steps)
    return np.stack([_of_step(np.random.default_rng((seed, step)), batch) if step < warped else plain for step in made])


def _of_step(random: "np.random.Generator", batch: int) -> Floats:
    turn, slant, wide, high, across, down = random.standard_normal((6, batch))
    cosine, sine, slant = np.cos(TURN * turn), np.sin(TURN * turn), SLANT * slant
    wide, high = np.exp(WIDTH * wide), np.exp(HEIGHT * high)
    map_x = cosine * wide, (cosine * slant - sine) * wide
    map_y = sine * high, (cosine + sine * slant) * high
    centre = (SIDE - 1) / 2
    shift_x = centre - sum(map_x) * centre + SHIFT * across
    shift_y = centre - sum(map_y) * centre + SHIFT * down
    pen = np.where(random.random(batch) < CHANGED, random.uniform(THINNER, THICKER, batch), 0)
    blur = np.where(random.random(batch) < BLURRED, random.uniform(0, BLUR, batch), 0)
    coarse = np.where(random.random(batch) < COARSENED, random.uniform(*COARSE, batch), 0)
    gain = np.exp(random.uniform(-GAIN, GAIN, batch))
    return np.stack([*map_x, shift_x, *map_y, shift_y, pen, blur, coarse, gain], axis=1).astype(np.float32)


def warped(tf: Any, images: Any, warps: Any) -> Any:
    """Return images (k, piece, 784), bytes, warped, as float32 of 0 .. 255; warps : (n, 10), n <= k * piece."""
    x = tf.cast(tf.reshape(images, (-1, SIDE, SIDE, 1)), tf.float32)
    warps = tf.pad(warps, [[0, tf.shape(x)[0] - tf.shape(warps)[0]], [0, 0]])
    x = tf.raw_ops.ImageProjectiveTransformV3(
        images=x,
        transforms=tf.pad(warps[:, :6], [[0, 0], [0, 2]]),  # no perspective
        output_shape=[SIDE, SIDE],
        interpolation="BILINEAR",
        fill_mode="CONSTANT",
        fill_value=0.0,
    )
    pen, blur, coarse, gain = (warps[:, number, None, None, None] for number in (6, 7, 8, 9))
    framed = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])
    thick = _around(tf.maximum, _around(tf.maximum, framed, 1, 3), 2, 3)
    thin = _around(tf.minimum, _around(tf.minimum, framed[:, 1:, 1:], 1, 2), 2, 2)
    x += tf.maximum(pen, 0) * (thick - x) + tf.maximum(-pen, 0) * (thin - x)
    near = _mean(tf, x)
    x += blur * (near - x) + coarse * (_mean(tf, near) - x)
    return tf.reshape(tf.minimum(x * gain, 255), tf.shape(images))


def _mean(tf: Any, x: Any) -> Any:
    """Return the means of 3x3 pixels, paper around the image."""
    framed = tf.pad(x, [[0, 0], [1, 1], [1, 1], [0, 0]])
    return _around(tf.add, _around(tf.add, framed, 1, 3), 2, 3) / 9


def _around(join: Callable[[Any, Any], Any], x: Any, axis: int, count: int) -> Any:
    """Join each pixel with those behind it along an axis, `count` in all: many times as fast as TensorFlow's pools."""
    size = SIDE if axis == 2 else x.shape[axis] - count + 1
    parts = (x[:, place : place + size] if axis == 1 else x[:, :, place : place + size] for place in range(count))
    return reduce(join, parts)
