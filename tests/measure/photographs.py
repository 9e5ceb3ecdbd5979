"""Photographs of rows of digits, composed: a pen on paper, under a lamp, half in a shadow, on ruled paper."""

import io
from collections.abc import Callable

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from core.arrays import Floats, Indexes
from core.digits.drawing import Points
from tests.measure.rows import Row
from tests.measure.treatments import lined, shadowed

HEIGHTS = (40, 110)  # pixels of a digit
PENS = (0.05, 0.11)  # of a digit's height
MARGINS = (0.4, 1.2)  # of a digit's height, of paper round the row
PAPERS, INKS = (0.75, 0.95), (0.05, 0.35)  # brightness
NOISE, BLUR = 0.015, 0.8  # of the brightness; pixels
DIMMEST = 0.45  # of the light near a lamp, far from it
FINER = 3  # times larger, at first, so that lines have soft edges


def _under_a_lamp(grey: Floats) -> Floats:
    y, x = np.mgrid[0 : 1 : grey.shape[0] * 1j, 0 : 1 : grey.shape[1] * 1j]
    away = np.hypot(x - 0.2, y - 0.1) / np.hypot(0.8, 0.9)
    return np.asarray(grey * (1 - (1 - DIMMEST) * away**2), np.float32)


LIGHTS: dict[str, Callable[[Floats], Floats]] = {
    "on paper": lambda grey: grey,
    "under a lamp": _under_a_lamp,
    "half in a shadow": lambda grey: shadowed(grey, (0, 0, 0, 0)),
    "on ruled paper": lambda grey: lined(2, 0, 0.35)(grey, (0, 0, 0, 0)),
}


def photograph(row: Row, light: str, random: np.random.Generator) -> bytes:
    ink = written(row, random)[0]
    paper, dark = random.uniform(*PAPERS), random.uniform(*INKS)
    grey = LIGHTS[light](np.asarray(paper + (dark - paper) * ink, np.float32)) + random.normal(0, NOISE, ink.shape)
    stream = io.BytesIO()
    Image.fromarray(np.asarray(np.clip(grey, 0, 1) * 255, np.uint8)).save(stream, "JPEG", quality=85)
    return stream.getvalue()


def written(row: Row, random: np.random.Generator) -> tuple[Floats, Indexes]:
    """Return a row's ink (h, w), 0.0 .. 1.0, and which of its digits has most of each pixel."""
    points = row.drawing.points
    tall = np.median([np.ptp(np.concatenate([row.drawing.strokes[at] for at in group])[:, 1]) for group in row.groups])
    height = random.uniform(*HEIGHTS)
    scale, radius = FINER * height / tall, FINER * height * random.uniform(*PENS) / 2
    margin = FINER * height * random.uniform(*MARGINS)
    wide, high = np.ptp(points, axis=0) * scale + 2 * margin
    wide += 2 * radius * (len(row.groups) - 1)  # the gaps of a row are between its digits' ink, not their middle lines
    size = tuple((np.ceil(np.array([wide, high]) / FINER).astype(int) * FINER).tolist())
    digits = []
    for number, group in enumerate(row.groups):
        mask, aside = Image.new("L", size, 0), np.array([2 * radius * number, 0])
        for at in group:
            stroke = (row.drawing.strokes[at] - points.min(axis=0)) * scale + margin + aside
            _draw(ImageDraw.Draw(mask), stroke, radius)
        small = mask.resize((size[0] // FINER, size[1] // FINER), Image.Resampling.BOX)
        digits.append(np.asarray(small.filter(ImageFilter.GaussianBlur(BLUR)), np.float32) / 255)
    return np.max(digits, axis=0), np.argmax(digits, axis=0)


def _draw(pen: ImageDraw.ImageDraw, points: Points, radius: float) -> None:
    pen.line([(x, y) for x, y in points], fill=255, width=max(1, round(2 * radius)))
    for x, y in points:
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)
