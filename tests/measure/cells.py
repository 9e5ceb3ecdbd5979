"""Cells as a scanned form has them: MNIST's test digits written with thicker pens into 28x28 pixels, grey on grey."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from core.arrays import Floats
from core.digits.dataset import SIDE, LabelledImages

FINER = 4  # pixels for each of the cell's, both ways
THICKER = 5  # kinds of pens, each half a pixel of the cell thicker than the one before
SMALLEST = 62  # finer pixels of the digit's longer side
LONGEST_BLUR = 3.0  # finer pixels
PAPER, INK = (0.75, 1.0), (0.0, 0.5)  # 0.0 black .. 1.0 white
NOISE = 0.02  # standard deviation, at most


def cells(digits: LabelledImages, count: int, seed: int = 0) -> Iterator[tuple[Floats, int]]:
    """Yield `count` cells, (28, 28), 0.0 black .. 1.0 white, of different digits, and what each holds."""
    random = np.random.default_rng(seed)
    for row in random.permutation(len(digits))[:count]:
        yield cell(digits.images[row], random), int(digits.labels[row])


def cell(image: NDArray[np.uint8], random: "np.random.Generator") -> Floats:
    """Return a cell that holds the digit of an image (784,), thicker, of any size, anywhere in it."""
    fine = Image.fromarray(image.reshape(SIDE, SIDE)).resize((SIDE * FINER,) * 2, Image.Resampling.BICUBIC)
    fine = fine.filter(ImageFilter.MaxFilter(2 * int(random.integers(THICKER)) + 1))
    inked = fine.crop(fine.getbbox()).filter(ImageFilter.GaussianBlur(random.uniform(0, LONGEST_BLUR)))
    scale = int(random.integers(SMALLEST, SIDE * FINER)) / max(inked.size)
    size = max(1, round(inked.width * scale)), max(1, round(inked.height * scale))
    small = inked.resize(size, Image.Resampling.BILINEAR)
    page = Image.new("L", (SIDE * FINER,) * 2)
    page.paste(small, (_place(small.width, random), _place(small.height, random)))
    ink = np.asarray(page.reduce(FINER), np.float32) / 255
    paper, noise = random.uniform(*PAPER), random.normal(0, random.uniform(0, NOISE), ink.shape)
    return np.asarray(np.clip(paper + ink * (random.uniform(*INK) - paper) + noise, 0, 1), np.float32)


def _place(side: int, random: "np.random.Generator") -> int:
    return int(random.integers(0, SIDE * FINER - side + 1))
