"""Pictures of a digit, from files or pasted, become ink: dark on light or light on dark, any size, in uneven light.

How far each pixel is from the paper's brightness (core.picture_paper) is measured; Otsu's threshold (1979) tells ink
from paper; the edge stays soft.
"""

import warnings
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from core import stages
from core.errors import UserError
from core.picture_paper import depth_of_ink
from core.picture_parts import looks_like_several, without_specks
from core.picture_pen import with_usual_pen
from core.raster import image_of_ink
from core.words import say

Floats = NDArray[np.float32]

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "ICO")  # decoded by Pillow itself, no program started

MOST_PIXELS = 50_000_000  # a header that promises more is refused before memory is taken
MOST_BYTES = 200_000_000  # of a file
WORKING_SIDE = 400  # pixels; larger pictures are averaged down, digits need no more
LOWEST_CONTRAST = 0.15  # of the way from the paper to black or white, below which a picture is blank
NOISE_TIMES = 5.0  # ink is at least so many times the paper's own unrest
FULL_INK = 0.9  # of the ink's usual depth; from there on a pixel is all ink
FAINTEST = 0.08  # of the ink's usual depth; paper is never that dark
SOFTEST_EDGE = 0.5  # of the ink's depth: unrest never eats more of the edge


def image_of_picture(path: Path, names: tuple[str, ...] = stages.RAW) -> Floats:
    """Return the (28, 28) image, 0.0 paper .. 1.0 ink, of a file that shows one digit.

    Raises UserError when the file is no picture, too large, blank, or shows several digits.
    """
    image = image_of_ink(ink_of_file(path), names)
    if image is None:
        raise UserError(say("{path} is blank: it shows no digit.", path=path))
    return image


def ink_of_file(path: Path) -> Floats:
    """Return the ink (h, w), 0.0 paper .. 1.0 ink, of a picture file such as PNG or JPEG; raises UserError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise UserError(
                say(
                    "{path} is larger than {most_bytes} MB: make the picture smaller.",
                    path=path,
                    most_bytes=MOST_BYTES // 1_000_000,
                )
            )
        data = path.read_bytes()
    except OSError as error:
        raise UserError(say("{path} cannot be read: {reason}.", path=path, reason=error.strerror or error)) from None
    return ink_of_bytes(data, str(path))


def ink_of_bytes(data: bytes, name: str) -> Floats:
    """Return the ink (h, w), 0.0 .. 1.0, of an encoded picture; `name` is what a fault calls it. Raises UserError."""
    return ink_of(_grey(data, name), name)


def ink_of(grey: NDArray[np.floating], name: str) -> Floats:
    """Return the ink (h, w), 0.0 paper .. 1.0 ink, of a grey picture (h, w), 0.0 black .. 1.0 white.

    Raises UserError when it is blank or shows several digits.
    """
    values = np.asarray(grey, np.float32)
    depth, is_ink = depth_of_ink(values)
    if not is_ink.any() or is_ink.all():
        raise UserError(say("{name} is blank: it shows no digit.", name=name))
    unrest = 1.4826 * float(np.median(np.abs(depth[~is_ink] - np.median(depth[~is_ink]))))
    full = float(np.quantile(depth[is_ink], FULL_INK))
    if full < max(LOWEST_CONTRAST, NOISE_TIMES * unrest):
        raise UserError(say("{name} is blank: nothing in it stands out from the paper.", name=name))
    low = min(max(NOISE_TIMES * unrest, FAINTEST * full), SOFTEST_EDGE * full)
    ink = without_specks(np.clip((depth - low) / (FULL_INK * full - low), 0, 1).astype(np.float32))
    if not ink.any():
        raise UserError(say("{name} is blank: it shows no digit, only specks.", name=name))
    if looks_like_several(ink):
        raise UserError(say("{name} seems to show several digits: cut it so that it shows one.", name=name))
    return with_usual_pen(ink)


def _grey(data: bytes, name: str) -> Floats:
    """Decode a picture to grey, upright as its camera says, at most WORKING_SIDE long, see-through parts as paper."""
    too_large = say(
        "{name} has more than {million} million pixels: make the picture smaller.",
        name=name,
        million=MOST_PIXELS // 1_000_000,
    )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise UserError(too_large)
                picture.draft("L", (2 * WORKING_SIDE, 2 * WORKING_SIDE))
                return _values(ImageOps.exif_transpose(picture))
    except Image.DecompressionBombError:
        raise UserError(too_large) from None
    except UnidentifiedImageError:
        raise UserError(say("{name} is not a picture that can be read: use PNG or JPEG.", name=name)) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError, MemoryError) as error:
        raise UserError(
            say("{name} is damaged or cut short ({error}): save the picture anew.", name=name, error=error)
        ) from None


def _values(picture: Image.Image) -> Floats:
    """Return a decoded picture as grey (h, w), 0.0 black .. 1.0 white."""
    if picture.mode.startswith(("I", "F")):
        picture = _eight_bits(picture)
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        paper = "black" if _is_light_where_solid(layered) else "white"
        picture = Image.alpha_composite(Image.new("RGBA", layered.size, paper), layered)
    picture = picture.convert("L")
    longest = max(picture.size)
    if longest > WORKING_SIDE:
        size = [max(1, round(side * WORKING_SIDE / longest)) for side in picture.size]
        picture = picture.resize((size[0], size[1]), Image.Resampling.BOX)
    return np.asarray(picture, np.float32) / np.float32(255)


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return a picture of 16 or 32 bits a pixel with 8, its darkest value black and its lightest white."""
    values = np.nan_to_num(np.asarray(picture, np.float64), posinf=0.0, neginf=0.0)
    span = max(float(np.ptp(values)), 1e-12)
    return Image.fromarray(np.rint((values - values.min()) / span * 255).astype(np.uint8))


def _is_light_where_solid(layered: Image.Image) -> bool:
    alpha = np.asarray(layered.getchannel("A"), np.float32)
    light = np.asarray(layered.convert("L"), np.float32)
    return float((light * alpha).sum()) > 127.5 * max(float(alpha.sum()), 1.0)
