"""Drawings as other devices would have given them: a mouse's jitter, a web page's few points, a small canvas' grid.

Networks learn from pen digits of one kind of tablet; what people draw with differs. Strokes are cut short, hooked where
the pen lands or lifts, and now and then drawn over once more, as hasty hands do.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.digits.dataset import LabelledImages
from core.digits.drawing import Drawing, Points
from core.digits.raster import image_of
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import warped

PENS = (1.5, 4.6)  # pixels: the thinnest and the thickest
SPACING = 0.03  # of the digit's size: between the points of a stroke as a fast device gives them
USUAL_LENGTH = 2.2  # sides of a digit's box, of all its lines
FEW_POINTS = (6, 16)  # of a digit, as a slow device gives them
JITTER = 0.010  # of the digit's size, standard deviation
SMOOTHED = 5  # points: a hand that trembles does not jump
GRIDS = (16.0, 60.0)  # lines of a canvas' grid over the digit's size
LOST = 0.06  # of a stroke's length, at most, at either end
HOOK = 0.05  # of the digit's size, standard deviation
SHORTEST = 0.05  # of the digit's size; a shorter stroke stays as it is
AGAIN = 0.025  # of the digit's size, by which a digit that is drawn over misses itself
SQUEEZE = (-0.8, 0.35)  # of the logarithm of width over height: from very narrow to wide


@dataclass(frozen=True, slots=True)
class Device:
    """What happens to all strokes of one drawing; numbers are shares of its size, 0 where nothing happens."""

    squeeze: float  # factor of the width
    jitter: float
    points: int  # of a digit of the usual length; 0 = as many as a fast device gives
    grid: float  # between two lines
    loses_ends: bool
    has_hooks: bool
    draws_twice: bool


def random_device(random: "np.random.Generator") -> Device:
    """Return a device by chance: about a third of them change nothing but the spacing of points."""
    chances = random.random(7)
    return Device(
        float(np.exp(random.uniform(*SQUEEZE))) if chances[0] < 0.25 else 1.0,
        abs(float(random.normal(0, JITTER))) if chances[1] < 0.35 else 0.0,
        int(random.integers(*FEW_POINTS)) if chances[2] < 0.25 else 0,
        1 / float(random.uniform(*GRIDS)) if chances[3] < 0.2 else 0.0, bool(chances[4] < 0.25),
        bool(chances[5] < 0.15), bool(chances[6] < 0.06),
    )  # fmt: skip


def through_device(drawing: Drawing, device: Device, random: "np.random.Generator") -> Drawing:
    """Return a drawing, about one unit large, as a device would have given it."""
    strokes = [_stroke(stroke * (device.squeeze, 1.0), device, random) for stroke in drawing.strokes]
    if device.draws_twice:
        strokes += [stroke + random.normal(0, AGAIN, 2) for stroke in strokes]
    if device.grid:
        strokes = [np.round(stroke / device.grid) * device.grid for stroke in strokes]
    return Drawing(tuple(strokes))


def _stroke(stroke: Points, device: Device, random: "np.random.Generator") -> Points:
    along = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(stroke, axis=0).T))])
    if along[-1] < SHORTEST:
        return stroke
    start, stop = random.uniform(0, LOST, 2) if device.loses_ends else (0.0, 0.0)
    spacing = USUAL_LENGTH / device.points if device.points else SPACING
    places = np.linspace(start * along[-1], (1 - stop) * along[-1], max(3, int(np.ceil(along[-1] / spacing))))
    points = np.stack([np.interp(places, along, axis) for axis in stroke.T], axis=1)
    if device.jitter:
        points += device.jitter * _trembling(len(points), random)
    if device.has_hooks:  # a short line more, before the start or after the end
        hook = random.normal(0, HOOK, (1, 2))
        points = np.concatenate([points[:1] + hook, points] if random.random() < 0.5 else [points, points[-1:] + hook])
    return points


def _trembling(count: int, random: "np.random.Generator") -> Points:
    """Return `count` steps aside, (count, 2), of variance 1, each like its neighbours."""
    steps = random.normal(0, 1, (count + SMOOTHED - 1, 2))
    runs = np.lib.stride_tricks.sliding_window_view(steps, SMOOTHED, axis=0).sum(axis=-1)
    return np.asarray(runs / np.sqrt(SMOOTHED), np.float64)


def copies_by_devices(digits: Sequence[LabelledDrawing], count: int) -> LabelledImages:
    """Return each digit `count` times, warped by chance and as another device would have given it."""
    images = []
    for copy in range(count):
        random = np.random.default_rng((0, copy))
        for digit in digits:
            drawing = warped([digit.drawing], random)[0][0]
            drawing, pen = through_device(drawing, random_device(random), random), float(random.uniform(*PENS))
            images.append(image_of(drawing, pen=pen))
    inked = np.rint(np.stack([image for image in images if image is not None]).reshape(len(images), -1) * 255)
    return LabelledImages(inked.astype(np.uint8), np.tile(np.array([digit.label for digit in digits], np.uint8), count))
