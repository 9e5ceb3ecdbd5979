"""Picture files decoded to colours: any size, upright as the camera says, within a limit of memory known beforehand."""

import warnings
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from typing import IO

import numpy as np
from PIL import ExifTags, Image, PngImagePlugin, UnidentifiedImageError
from PIL.Image import Transpose

from core.arrays import Floats, Numbers
from core.errors import UserError
from core.words import mark

DAMAGED = mark("{name} is damaged or cut short ({error}): save the picture anew.")
ORIENTATION = ExifTags.Base.Orientation
MODES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2}  # bytes a pixel; Pillow keeps others in four
# measured with Pillow 13, which asks libwebp for an animation's canvas, the frame before it and their bytes
WEBP = 16  # bytes a pixel
HEIF = 10  # bytes a pixel, of AVIF too: libheif's and libavif's planes, and their colours
COEFFICIENT = 2  # bytes, one a pixel and colour: libjpeg keeps them all where a picture comes in several scans
SCAN, FRAMES = 0xDA, (0xC0, 0xC1)  # markers of a JPEG: a scan begins, what its frame is; those that may stand before
BEFORE_SCAN = {*FRAMES, 0xC4, 0xDB, 0xDD, *range(0xE0, 0xF0), 0xFE}
COPIES = 3  # of all pixels, where Pillow decodes in Python: what it decodes, that as bytes, and the picture
# decoded by Pillow itself, no program started; none holds a whole file of another, as ICO does, of a size of its own
FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF", "PPM", "AVIF", "HEIF")
OF_PHONES = (".jpg", ".jpeg", ".heic", ".heif", ".avif")
PICTURE_SUFFIXES = (*OF_PHONES, ".png", ".webp", ".gif", ".bmp", ".tif", ".tiff", ".ppm", ".pgm", ".pbm")
ANIMATED = ("GIF", "WEBP", "PNG", "AVIF")  # their last frame is what they end with; pages are turned from the first
MOST_PAGES = 30
PHONES = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc")  # how files begin that phones write, from byte 4 on

MOST_PIXELS = 50_000_000  # a header that promises more is refused before memory is taken
MOST_MEMORY = 320_000_000  # bytes to decode it into, as WebP of 20 megapixels takes; what follows takes 20 MB more
WORKING_SIDE = 400  # pixels; larger pictures are averaged down, digits need no more
SQUARISH = 1.6  # longer over shorter side; a picture that is longer shows a row
MOST_FINER = 2.5  # times as long a working side, at most, for such a row
MOST_TEXT = 4_000_000  # bytes of text in a PNG, unpacked; Pillow itself takes 64 MB
TILE = 1_024  # pixels: side of the part that is averaged at once
LUMA = np.array([0.299, 0.587, 0.114], np.float32)  # of red, green and blue (ITU-R BT.601)
# by EXIF's number of the orientation
TURNS = {
    2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM, 5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE, 8: Transpose.ROTATE_90,
}  # fmt: skip

PngImagePlugin.MAX_TEXT_MEMORY = MOST_TEXT

with suppress(ImportError):  # has no wheels for some computers; a sentence there says how to get a JPEG
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)


def needed_memory(picture: Image.Image, whole: int, file: IO[bytes]) -> int:
    """Return about how many bytes it takes to decode a picture, opened and drafted, of so many pixels in its file."""
    pixels = picture.width * picture.height
    decoded = pixels * MODES.get(picture.mode, 4)
    if picture.format == "WEBP":
        return pixels * WEBP + file.seek(0, 2)
    if picture.format in ("HEIF", "AVIF"):
        return pixels * HEIF
    if picture.format in ("JPEG", "MPO"):
        is_one_scan = picture.format == "JPEG" and _is_one_scan(file)
        return decoded + (0 if is_one_scan else whole * COEFFICIENT * getattr(picture, "layers", 1))  # colours in it
    if picture.format == "TIFF":  # unpacked or turned as a whole: it may be in one strip
        is_taken_as_it_is = picture.info.get("compression") == "raw" and picture.getexif().get(ORIENTATION, 1) == 1
        return decoded if is_taken_as_it_is else 2 * decoded
    if picture.format in ("BMP", "PPM") and any(tile[0] != "raw" for tile in getattr(picture, "tile", ())):
        return COPIES * decoded
    return decoded


def _is_one_scan(file: IO[bytes]) -> bool:
    """Return whether a JPEG's first scan has all of its colours, and all of these; no where that is not plain."""
    file.seek(2)
    colours = 0
    while len(head := file.read(4)) == 4 and head[0] == 0xFF and head[1] in (SCAN, *BEFORE_SCAN):
        body = file.read(max(0, int.from_bytes(head[2:], "big") - 2))
        if head[1] == SCAN:
            return 0 < colours == body[0]
        colours = body[5] if head[1] in FRAMES else colours
    return False


def pages_of(file: IO[bytes], name: str) -> Iterator[tuple[Floats, float]]:
    """Yield colours, (h, w, 3), 0.0 .. 1.0, of a picture's pages, or of an animation's frames, the last first.

    Large ones are averaged down: with each comes how many pixels of the file, across, one of these stands for. Raises
    UserError when it is no picture, damaged, or takes too much memory.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            Image.init()
            known = [each for each in FORMATS if each in Image.OPEN]  # by this Pillow and the plugins that are there
            with Image.open(file, formats=known) as picture:
                pages = (_page(picture, number, file, name) for number in _looked_at(picture))
                yield from reversed(list(pages)) if picture.format in ANIMATED else pages
    except Image.DecompressionBombError:
        raise _too_many_pixels(name) from None
    except UnidentifiedImageError:
        raise _unknown(file, name) from None
    except MemoryError:
        raise UserError("{name} takes more memory than there is: make the picture smaller.", name=name) from None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, TypeError) as error:
        raise UserError(DAMAGED, name=name, error=error) from None


def _looked_at(picture: Image.Image) -> list[int]:
    """Return the numbers of the pages or frames to look at: evenly spread, and not more pixels than one may have."""
    count = int(getattr(picture, "n_frames", 1))
    most = max(1, min(count, MOST_PAGES, MOST_PIXELS // max(1, picture.width * picture.height)))
    return sorted({round(number) for number in np.linspace(0, count - 1, most)})


def _page(picture: Image.Image, number: int, file: IO[bytes], name: str) -> tuple[Floats, float]:
    """Return a page's colours, and the file's pixels in one of these; refuse what takes too much memory."""
    if number:
        picture.seek(number)
    whole, longest = picture.width * picture.height, max(picture.size)
    if whole > MOST_PIXELS:
        raise _too_many_pixels(name)
    picture.draft("RGB", (2 * _working_side(picture.size),) * 2)  # a JPEG is decoded no larger than it is needed
    needed = needed_memory(picture, whole, file)
    if needed > MOST_MEMORY:
        text = mark(
            "{name} would take {needed} MB of memory, more than {most}: make it smaller, or save it as RGB JPEG."
        )
        raise UserError(text, name=name, needed=needed // 1_000_000, most=MOST_MEMORY // 1_000_000)
    picture.load()  # a TIFF turns itself by then, and says so no longer
    small = _shrunk(picture)
    turn = TURNS.get(picture.getexif().get(ORIENTATION, 1))
    values = _values(small if turn is None else small.transpose(turn))
    return values, longest / max(values.shape)


def _unknown(file: IO[bytes], name: str) -> UserError:
    file.seek(0)
    if file.read(12)[4:] in PHONES:
        if "HEIF" in Image.OPEN:
            return UserError(DAMAGED, name=name, error="HEIC")
        return UserError(
            "{name} is a HEIC photo, which cannot be read on this computer: save it as JPEG, or let the phone take "
            "JPEG (on an iPhone: Settings > Camera > Formats > Most Compatible).",
            name=name,
        )
    return UserError("{name} is not a picture that can be read: use PNG or JPEG.", name=name)


def grey_of(picture: Numbers) -> Floats:
    """Return a picture, grey (h, w) or in colours (h, w, 3), as grey (h, w), 0.0 black .. 1.0 white."""
    values = np.asarray(picture, np.float32)
    return values if values.ndim == 2 else np.asarray(values @ LUMA, np.float32)


def _working_side(size: tuple[int, int]) -> int:
    """Return how long, in pixels, a picture of this size is at most after it was averaged down."""
    return round(WORKING_SIDE * min(max(max(size) / max(min(size), 1) / SQUARISH, 1.0), MOST_FINER))


def _too_many_pixels(name: str) -> UserError:
    most = MOST_PIXELS // 1_000_000
    return UserError("{name} has more than {most} million pixels: make the picture smaller.", name=name, most=most)


def _shrunk(picture: Image.Image) -> Image.Image:
    """Return a large picture averaged down to some more than is needed, tile by tile, since a copy takes much."""
    factor = max(picture.size) // (2 * _working_side(picture.size))
    if factor < 2:
        return picture
    (width, height), side, parts = picture.size, factor * max(1, TILE // factor), []
    for top, left in product(range(0, height, side), range(0, width, side)):
        tile = picture.crop((left, top, min(left + side, width), min(top + side, height)))
        parts.append(((left // factor, top // factor), _reducible(tile).reduce(factor)))
    small = Image.new(parts[0][1].mode, (-(-width // factor), -(-height // factor)))
    for place, part in parts:
        small.paste(part, place)
    return small


def _reducible(tile: Image.Image) -> Image.Image:
    """Return a tile in a mode whose pixels can be averaged."""
    if tile.mode == "LAB":
        return tile.getchannel("L")  # the lightness; Pillow turns no LAB into colours by itself
    is_deep = tile.mode.startswith(("I", "F"))  # more than 8 bits a pixel, of which only 8 would be left
    if tile.has_transparency_data and not is_deep:
        return tile.convert("RGBA")
    mode = "I" if tile.mode.startswith("I;") else {"1": "L", "P": "RGB"}.get(tile.mode, tile.mode)
    return tile if mode == tile.mode else tile.convert(mode)


def _values(picture: Image.Image) -> Floats:
    """Return a decoded picture's colours (h, w, 3), 0.0 .. 1.0."""
    if picture.mode.startswith(("I", "F")):  # of 16 or 32 bits: the darkest value is black, the lightest white
        values = np.nan_to_num(np.asarray(picture, np.float64), posinf=0.0, neginf=0.0)
        span = max(float(np.ptp(values)), 1e-12)
        picture = Image.fromarray(np.rint((values - values.min()) / span * 255).astype(np.uint8))
    elif picture.mode == "LAB":
        picture = _reducible(picture)
    if picture.has_transparency_data:
        layered = picture.convert("RGBA")
        alpha, light = (np.asarray(one, np.float32) for one in (layered.getchannel("A"), layered.convert("L")))
        is_light_where_solid = float((light * alpha).sum()) > 127.5 * max(float(alpha.sum()), 1.0)
        paper = Image.new("RGBA", layered.size, "black" if is_light_where_solid else "white")
        picture = Image.alpha_composite(paper, layered)
    picture = picture.convert("RGB")
    longest, working = max(picture.size), _working_side(picture.size)
    if longest > working:
        size = [max(1, round(side * working / longest)) for side in picture.size]
        picture = picture.resize((size[0], size[1]), Image.Resampling.BOX)
    return np.asarray(picture, np.float32) / np.float32(255)
