"""Trains the network that reads best, in TensorFlow: what `make weights` ships.

Convolutions with batch norm, dropout, Adam with a cosine's decay; every image is warped anew at each step. All numbers
lie in one array, so that a step takes few operations. Batch norm is folded into the arrays at the end (Ioffe and
Szegedy, 2015, section 3.1): they are those of core.model.architecture.
"""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from core.digits.dataset import SIDE, LabelledImages
from core.digits.stages import RAW
from core.machine.tensorflow import load_tensorflow
from core.model import architecture
from core.model.architecture import Architecture
from core.model.layers import Convolution
from core.model.softmax import Weights, initial_arrays

LAYERS = ("convolution 16 5x5 step 2", "convolution 40 5x5 step 2", "convolution 64 3x3 step 2", "dense 128")
STEPS, BATCH, AT_ONCE = 13_000, 200, 50  # steps; images a step; steps a call
RATE, WARM_UP = 0.003, 150  # of Adam, at most; steps until then
MOMENTS, TINY = (0.9, 0.999), 1e-7  # Kingma and Ba, 2015
DROPOUT = 0.3  # of the inputs of dense layers
LEAST_VARIANCE, MEASURED = 1e-3, 30  # of batch norm; batches whose moments stand for all

# standard deviations of how images are warped, about their middle: radians; shear; logarithms; pixels
TURN, SLANT, WIDTH, HEIGHT, SHIFT = 0.08, 0.144, 0.096, 0.08, 0.8
CHANGED_PENS, THINNER, THICKER = 0.5, -0.4, 0.72  # share of images; of the way to the ink next to a pixel, or its lack
BLURRED, BLUR = 0.3, 0.64  # share of images; at most, of the way to the mean of 3x3 pixels
COARSE, COARSEST = 0.08, (0.24, 0.8)  # share of images; of the way to the mean of 5x5, as in pictures of 8x8 pixels
LOUDEST = 0.32  # logarithm of the contrast, either way

Array = Any  # numpy's or TensorFlow's


def trained(parts: Sequence[LabelledImages], shares: Sequence[float], seed: int = 0, steps: int = STEPS) -> Weights:
    """Return what learns from several sets of images, each image of a step from one of them by its share."""
    random, network = np.random.default_rng(seed), _Network(load_tensorflow(), architecture.of(LAYERS), parts, seed)
    rows = _rows([len(part) for part in parts], shares, steps, random)
    step = np.arange(1, steps + 1)
    rates = RATE * np.minimum(1, step / WARM_UP) * 0.5 * (1 + np.cos(np.pi * (step - 1) / steps))
    for first in range(0, steps, AT_ONCE):
        some = slice(first, first + AT_ONCE)
        cost = network.train(rows[some], rates[some], step[some], random)
        print(f"step {first + len(rows[some]):,} of {steps:,}: {cost:.4f} nats", flush=True)
    return Weights(network.made, network.folded(rows[-MEASURED:], random), RAW, "reader")


def _rows(sizes: Sequence[int], shares: Sequence[float], steps: int, random: "np.random.Generator") -> np.ndarray:
    """Return the rows of each step's images, (steps, BATCH): each set in a new order whenever it is through."""
    sets = random.choice(len(sizes), (steps, BATCH), p=np.array(shares) / sum(shares))
    rows = np.empty((steps, BATCH), np.int32)
    for number, (size, start) in enumerate(zip(sizes, np.cumsum([0, *sizes[:-1]]), strict=True)):
        count = int((sets == number).sum())
        orders = [random.permutation(size) for _ in range(max(1, math.ceil(count / size)))]
        rows[sets == number] = np.concatenate(orders)[:count] + start
    return rows


def random_warps(steps: int, random: "np.random.Generator") -> tuple[np.ndarray, np.ndarray]:
    """Return where pixels come from, (steps, BATCH, 8), and how much of 5 changes is made, (steps, 5, BATCH, ...)."""
    shape = steps, BATCH
    deviations = np.array([TURN, SLANT, WIDTH, HEIGHT, SHIFT, SHIFT])[:, None, None]
    turn, slant, width, height, x, y = random.normal(size=(6, *shape)) * deviations
    width, height, cosine, sine, middle = np.exp(width), np.exp(height), np.cos(turn), np.sin(turn), (SIDE - 1) / 2
    across = cosine * width, (cosine * slant - sine) * width
    down = sine * height, (cosine + sine * slant) * height
    shifts = (shift + middle * (1 - sum(axis)) for shift, axis in ((x, across), (y, down)))
    none = np.zeros(shape)
    maps = np.stack([*across, next(shifts), *down, next(shifts), none, none], axis=-1)
    pen = _some(CHANGED_PENS, THINNER, THICKER, shape, random)
    blurs = _some(BLURRED, 0, BLUR, shape, random), _some(COARSE, *COARSEST, shape, random)
    gain = np.exp(random.uniform(-LOUDEST, LOUDEST, shape)) / 255
    changes = np.stack([np.maximum(pen, 0), np.maximum(-pen, 0), *blurs, gain], axis=1)
    return maps.astype(np.float32), changes[..., None, None, None].astype(np.float32)


def _some(share: float, low: float, high: float, shape: tuple[int, int], random: "np.random.Generator") -> np.ndarray:
    return np.where(random.random(shape) < share, random.uniform(low, high, shape), 0.0)


def warped(tf: Any, images: Array, maps: Array, changes: Array) -> Array:
    """Return images (n, 28, 28, 1), 0 .. 255, warped, as 0.0 .. 1.0."""
    x = tf.raw_ops.ImageProjectiveTransformV3(
        images=images,
        transforms=maps,
        output_shape=[SIDE, SIDE],
        fill_value=0.0,
        interpolation="BILINEAR",
        fill_mode="CONSTANT",
    )
    thick, thin = tf.nn.max_pool2d(x, 3, 1, "SAME"), -tf.nn.max_pool2d(-x, 2, 1, "SAME")
    x += changes[0] * (thick - x) + changes[1] * (thin - x)
    near = tf.nn.avg_pool2d(x, 3, 1, "SAME")
    x += changes[2] * (near - x) + changes[3] * (tf.nn.avg_pool2d(near, 3, 1, "SAME") - x)
    return tf.minimum(x * changes[4], 1.0)


class _Network:
    """A network and its training: of each hidden layer matrix or kernel, offsets and scales, all in one variable."""

    def __init__(self, tf: Any, made: Architecture, parts: Sequence[LabelledImages], seed: int) -> None:
        tf.random.set_seed(seed)
        self._tf, self.made = tf, made
        self._images = tf.constant(np.concatenate([part.images for part in parts]).reshape(-1, SIDE, SIDE, 1))
        self._labels = tf.constant(np.concatenate([part.labels for part in parts]).astype(np.int32))
        arrays = list(initial_arrays(made, "he", seed))
        for layer in reversed(range(len(made.hidden))):
            arrays.insert(2 * layer + 2, np.ones_like(arrays[2 * layer + 1]))
        self._shapes = [array.shape for array in arrays]
        self._all = tf.Variable(np.concatenate([array.ravel() for array in arrays]))
        self._moments = [tf.Variable(tf.zeros_like(self._all)) for _ in MOMENTS]
        self._block = tf.function(self._made_block)

    def train(self, rows: np.ndarray, rates: np.ndarray, steps: np.ndarray, random: "np.random.Generator") -> float:
        """Make steps; return their mean cost, nats."""
        shrunk = np.sqrt(1 - MOMENTS[1] ** steps)  # Adam's corrections, in its authors' faster form (section 2)
        numbers = rates * shrunk / (1 - MOMENTS[0] ** steps), TINY * shrunk
        given = (rows, *random_warps(len(rows), random), *(each.astype(np.float32) for each in numbers))
        return float(self._block(*(self._tf.constant(each) for each in given)))

    def folded(self, rows: np.ndarray, random: "np.random.Generator") -> tuple[np.ndarray, ...]:
        """Return all arrays with batch norm folded in, its moments those of some batches."""
        tf, arrays, folded = self._tf, self._arrays(self._all), []
        batches = zip(rows, *random_warps(len(rows), random), strict=True)
        found = [self._logits(warped(tf, self._taken(some), *own), arrays, 0.0)[1] for some, *own in batches]
        for layer in range(len(self.made.hidden)):
            kernel, offset, scale = (array.numpy() for array in arrays[3 * layer : 3 * layer + 3])
            mean, variance = (np.mean([one[layer][at].numpy() for one in found], axis=0) for at in (0, 1))
            factor = scale / np.sqrt(variance + LEAST_VARIANCE)
            folded += [kernel * factor, offset - mean * factor]
        return *folded, *(array.numpy() for array in arrays[-2:])

    def _made_block(self, rows: Array, maps: Array, changes: Array, rates: Array, tiny: Array) -> Array:
        tf, total = self._tf, self._tf.constant(0.0)
        for step in tf.range(tf.shape(rows)[0]):
            images = warped(tf, self._taken(rows[step]), maps[step], changes[step])
            numbers = tf.identity(self._all)
            with tf.GradientTape() as tape:
                tape.watch(numbers)
                logits, _ = self._logits(images, self._arrays(numbers), DROPOUT)
                labels = tf.gather(self._labels, rows[step])
                cost = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits))
            slope = tape.gradient(cost, numbers)
            mean, square = self._moments
            mean.assign_add((1 - MOMENTS[0]) * (slope - mean))
            square.assign_add((1 - MOMENTS[1]) * (slope * slope - square))
            self._all.assign_sub(rates[step] * mean / (tf.sqrt(square) + tiny[step]))
            total += cost
        return total / tf.cast(tf.shape(rows)[0], tf.float32)

    def _taken(self, rows: Array) -> Array:
        return self._tf.cast(self._tf.gather(self._images, rows), self._tf.float32)

    def _arrays(self, numbers: Array) -> list[Array]:
        parts = self._tf.split(numbers, [math.prod(shape) for shape in self._shapes])
        return [self._tf.reshape(part, shape) for part, shape in zip(parts, self._shapes, strict=True)]

    def _logits(self, x: Array, arrays: list[Array], dropout: float) -> tuple[Array, list[tuple[Array, Array]]]:
        """Return the logits of images as they are in training, and the moments of each layer's sums."""
        tf = self._tf
        moments: list[tuple[Array, Array]] = []
        for number, layer in enumerate(self.made.layers):
            own = arrays[3 * number : 3 * number + 3]
            if isinstance(layer, Convolution):
                x = tf.nn.conv2d(x, own[0], layer.step, "SAME")
            else:
                x = tf.nn.dropout(tf.reshape(x, (-1, own[0].shape[0])), dropout) @ own[0]
            if layer is self.made.layers[-1]:
                return x + own[1], moments
            x, *found = self._normed(x, *own[1:])
            moments.append((found[0], found[1]))
            x = tf.nn.relu(x)
        raise AssertionError("a network ends with its logits")

    def _normed(self, x: Array, offset: Array, scale: Array) -> tuple[Array, Array, Array]:
        """Return sums normed over the images of a step, and their mean and variance."""
        tf, none = self._tf, self._tf.constant([], self._tf.float32)
        flat = x if x.shape.rank == 4 else x[:, None, None]
        normed, mean, variance, *_ = tf.raw_ops.FusedBatchNormV3(
            x=flat, scale=scale, offset=offset, mean=none, variance=none, epsilon=LEAST_VARIANCE, is_training=True
        )
        return normed if x.shape.rank == 4 else normed[:, 0, 0], mean, variance
