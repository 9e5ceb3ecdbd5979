"""Numbers as the pixels of an image: ink on paper, and what speaks for and against."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.arrays import Numbers
from core.digits.dataset import Bytes
from gui.look import theme as look
from gui.look.theme import Theme

Shades = NDArray[np.uint32]  # 0xAARRGGBB, opaque


@lru_cache(maxsize=4)
def ink_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), from paper (0), the theme's background, to ink (255), the colour of its text."""
    paper, ink = np.array(look.rgb(theme.background)), np.array(look.rgb(theme.text))
    return packed(np.rint(paper + (ink - paper) * np.linspace(0, 1, 256)[:, None]))


@lru_cache(maxsize=4)
def weight_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), of `theme.weight_colours`."""
    return packed(look.weight_colours(theme))


def as_picture(image: Numbers, theme: Theme) -> QImage:
    """Return an image (h, w), 0.0 paper .. 1.0 ink, in the theme's colours."""
    share = np.clip(np.nan_to_num(np.asarray(image, np.float64)), 0, 1)
    return image_of(ink_shades(theme)[np.rint(255 * share).astype(np.uint8)])


def signed_levels(values: Numbers, limit: float) -> Bytes:
    """Return numbers, -limit .. +limit, as indexes of `weight_shades`, of the same shape; nan is nothing."""
    levels = np.nan_to_num(values * (127 / limit), nan=0.0, posinf=127, neginf=-127)
    return np.asarray(np.clip(levels, -127, 127) + 128.5, np.uint8)


def signed_picture(values: Numbers, limit: float, shades: Shades) -> QImage:
    """Return numbers (h, w) as shades, (256,), the first of which is -limit and the last +limit; nan is nothing."""
    return image_of(shades[signed_levels(values, limit)])


def image_of(pixels: Shades) -> QImage:
    """Return an image of pixels (rows, columns) that owns them."""
    rows, columns = pixels.shape
    data = np.ascontiguousarray(pixels).tobytes()
    return QImage(data, columns, rows, 4 * columns, QImage.Format.Format_RGB32).copy()


def packed(rgb: NDArray[np.generic]) -> Shades:
    """Return colours (n, 3), 0..255, as shades that nobody can change."""
    red, green, blue = rgb.astype(np.uint32).T
    made = np.asarray(0xFF << 24 | red << 16 | green << 8 | blue, np.uint32)
    made.setflags(write=False)  # handed out to all who ask
    return made
