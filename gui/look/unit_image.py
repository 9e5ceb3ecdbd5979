"""Where filters find in a drawing what they look for, as bytes that index 256 shades."""

from functools import lru_cache

import numpy as np

from core.arrays import Numbers
from core.digits.dataset import SIDE, Bytes
from gui.look import theme as look
from gui.look.pixels import Shades, packed
from gui.look.theme import Theme

LEVELS = 16  # of ink, and of light: together they index the 256 shades of a map
PALE, BRIGHT = 0.3, 0.92  # of the ink beneath a map, and of the brightest place


def map_levels(image: Numbers, outputs: Numbers, limit: float) -> Bytes:
    """Return for each filter where in an image (28, 28) it is lit, (filters, 28, 28), as indexes of `map_shades`.

    outputs : (rows, columns, filters), 0 dark .. limit
    """
    rows, columns = ((np.arange(SIDE) * side) // SIDE for side in outputs.shape[:2])
    light = np.clip(np.nan_to_num(outputs * ((LEVELS - 1) / limit)), 0, LEVELS - 1)
    lit = np.rint(light).astype(np.uint8)[rows[:, None], columns].transpose(2, 0, 1)
    ink = np.rint(np.clip(image, 0, 1) * (LEVELS - 1)).astype(np.uint8)
    return np.asarray(ink * np.uint8(LEVELS) + lit, np.uint8)


@lru_cache(maxsize=4)
def map_shades(theme: Theme) -> Shades:
    """Return the shades, (256,), of ink (16 levels, slow) in pale grey, lit (16 levels, fast) in the accent colour."""
    paper, ink, light = (np.array(look.rgb(colour), float) for colour in (theme.panel, theme.text, theme.accent))
    share = np.linspace(0, 1, LEVELS)
    beneath = paper + (ink - paper) * (PALE * share)[:, None, None]
    return packed(np.rint(beneath + (light - beneath) * (BRIGHT * share)[None, :, None]).reshape(-1, 3))
