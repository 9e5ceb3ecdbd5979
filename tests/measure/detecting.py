"""Fits the detector (core.model.detector): digits on one side, letters, signs and scribbles on the other.

Several are fitted, from other starts, and their mean is the detector: it is steadier than any of them.
"""

from dataclasses import replace

import numpy as np

from core.digits.dataset import LabelledImages, scaled
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.warps import warped
from core.model import softmax
from core.model.detector import Detector, features
from core.model.softmax import Weights
from core.sources import practice
from tests.measure import cells, grey, letters
from tests.measure.devices import random_device, through_device
from tests.measure.not_digits import scribble
from tests.there import there

LETTERS, SCRIBBLES, SPIRALS = 8_000, 12_000, 1_000  # images of what is no digit
DIGITS, CELLS, TWICE = 24_000, 5_000, 1_500  # and of digits: of all kinds, in cells of forms, drawn over once more
STRENGTHS = (0.1, 0.7)  # of warps
PENS = (1.6, 3.6)  # pixels
FITS, UNITS, STEPS, BATCH, RATE, SHRINKING = 3, 32, 3_000, 256, 0.002, 1e-3
MOMENTS, TINY = (0.9, 0.999), 1e-7  # of Adam
FALSE_ALARMS = 0.0005  # of digits of people that the network has not met
MIDDLE = -13.0  # strangeness, from the limit, of half of these digits

Floats = np.ndarray


def fitted(weights: Weights, digits: LabelledImages, unmet: Floats, seed: int = 0) -> Detector:
    """Return a detector for weights, from digits that they learned from; its limit from images of unmet people."""
    random = np.random.default_rng(seed)
    known, strange = seen(weights, digits_of(digits, random)), seen(weights, not_digits(random))
    numbers, targets = np.concatenate([known, strange]), np.repeat([0.0, 1.0], [len(known), len(strange)])
    middle, spread = numbers.mean(axis=0), numbers.std(axis=0) + 1e-3
    fits = [_learned((numbers - middle) / spread, targets, random) for _ in range(FITS)]
    hidden, hidden_bias, output, output_bias = (
        np.concatenate([np.atleast_1d(array) for array in arrays], axis=-1) for arrays in zip(*fits, strict=True)
    )
    layers = hidden, hidden_bias, output / FITS, output_bias.mean(), np.zeros(())
    return limited(Detector(middle, spread, *(np.asarray(array, np.float32) for array in layers)), weights, unmet)


def limited(found: Detector, weights: Weights, unmet: Floats) -> Detector:
    """Return a detector with its limit, in the unit of strangeness that core.numbers is fitted to."""
    strangeness = np.concatenate([found.strangeness(each) for each in softmax.activations(weights, unmet)])
    limit = np.quantile(strangeness, 1 - FALSE_ALARMS)
    unit = MIDDLE / (np.median(strangeness) - limit)
    scaled_up = {name: np.asarray(getattr(found, name) * unit, np.float32) for name in ("output", "output_bias")}
    return replace(found, **scaled_up, limit=np.asarray(limit * unit, np.float32))


def seen(weights: Weights, images: Floats) -> Floats:
    """Return the detector's features of images (n, 784), (n, d)."""
    return np.concatenate([features(each) for each in softmax.activations(weights, images)])


def digits_of(digits: LabelledImages, random: "np.random.Generator") -> Floats:
    """Return images of digits, (n, 784): some of these, some in cells of forms, and practice digits drawn twice."""
    chosen = scaled(digits.images[random.permutation(len(digits))[:DIGITS]])
    framed, refused = grey.images([cell for cell, _ in cells.cells(digits, CELLS)], grey.product)
    drawn = practice.drawings(TWICE)
    twice = [through_device(one, replace(random_device(random), draws_twice=True), random) for one, _ in drawn]
    return np.concatenate([chosen, framed[~refused], [_seen(one, float(random.uniform(*PENS))) for one in twice]])


def not_digits(random: "np.random.Generator") -> Floats:
    """Return images of letters, signs and scribbles, (n, 784), as many hands and devices give them."""
    drawn, _ = warped(letters.drawings(LETTERS, random), random, STRENGTHS)
    drawn = [through_device(one, random_device(random), random) for one in drawn]
    drawn += [scribble(random) for _ in range(SCRIBBLES)] + [spiral(random) for _ in range(SPIRALS)]
    return np.stack([_seen(one, float(random.uniform(*PENS))) for one in drawn])


def spiral(random: "np.random.Generator") -> Drawing:
    """Return a line that winds outwards some times, wobbling, as who tries a pen draws one."""
    along = np.linspace(0.02, 1, 200)
    angle = random.uniform(0, 2 * np.pi) + random.choice([-1, 1]) * 2 * np.pi * random.uniform(2.5, 7) * along
    wobble = 1 + 0.1 * np.sin(random.uniform(2, 9) * along + random.uniform(0, 6))
    ring = np.stack([np.cos(angle), random.uniform(0.7, 1) * np.sin(angle)], 1)
    return Drawing.from_strokes([ring * (along * wobble)[:, None]])


def _seen(drawing: Drawing, pen: float) -> Floats:
    return there(image_of(drawing, pen=pen)).ravel()


def _learned(numbers: Floats, targets: Floats, random: "np.random.Generator") -> list[Floats]:
    """Return two layers by logistic regression: hidden matrix and biases, output weights and bias."""
    width = numbers.shape[1]
    arrays = [random.normal(0, np.sqrt(2 / width), (width, UNITS)), np.zeros(UNITS)]
    arrays += [random.normal(0, 0.1, UNITS), np.zeros(())]
    means, squares = ([np.zeros_like(array) for array in arrays] for _ in MOMENTS)
    for step in range(STEPS):
        rows = random.integers(0, len(numbers), BATCH)
        slopes = _slopes(arrays, numbers[rows], targets[rows])
        rate = RATE * 0.5 * (1 + np.cos(np.pi * step / STEPS))
        for array, slope, mean, square in zip(arrays, slopes, means, squares, strict=True):
            mean += (1 - MOMENTS[0]) * (slope - mean)
            square += (1 - MOMENTS[1]) * (slope * slope - square)
            corrected = mean / (1 - MOMENTS[0] ** (step + 1)), square / (1 - MOMENTS[1] ** (step + 1))
            array -= rate * corrected[0] / (np.sqrt(corrected[1]) + TINY)
    return arrays


def _slopes(arrays: list[Floats], x: Floats, targets: Floats) -> list[Floats]:
    hidden, hidden_bias, output, output_bias = arrays
    units = np.maximum(x @ hidden + hidden_bias, 0)
    wrong = (1 / (1 + np.exp(-(units @ output + output_bias))) - targets) / len(x)
    back = np.outer(wrong, output) * (units > 0)
    return [x.T @ back + SHRINKING * hidden, back.sum(axis=0), units.T @ wrong, np.asarray(wrong.sum())]
