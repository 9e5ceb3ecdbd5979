"""Pictures of a digit, from files or pasted, become ink: dark on light or light on dark, any size, in uneven light.

How far each pixel is from the paper's brightness (core.pictures.paper) is measured; Otsu's threshold (1979) tells ink
from paper; the edge stays soft.
"""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import IO

import numpy as np

from core.arrays import Floats, Numbers
from core.errors import UserError, reading
from core.files.json_fields import check_plain
from core.pictures.decoding import grey_of, pages_of
from core.pictures.frames import within_frames
from core.pictures.lines import without_lines
from core.pictures.paper import of_few_pixels
from core.pictures.parts import INK, SPECK, grown, looks_like_several, without_dots, without_neighbours, without_specks
from core.pictures.pen import with_usual_pen

MOST_BYTES = 200_000_000  # of a file
LOWEST_CONTRAST = 0.15  # of the way from the paper to black or white, below which a picture is blank
NOISE_TIMES = 5.0  # ink is at least so many times the paper's own unrest
DEEPEST = 0.95  # of the ink's pixels are not as deep as what stands out from the paper's noise, or there is nothing
FULL_INK = 0.9  # of the ink's usual depth; from there on a pixel is all ink
FAINTEST = 0.08  # of the ink's usual depth; paper is never that dark
FEW_PIXELS = 16  # the longer side of a picture in which a stroke may be a pixel wide, and grey
SOFTEST_EDGE = 0.5  # of the ink's depth: unrest never eats more of the edge


class BlankError(UserError):
    """A picture in which nothing is written."""


def ink_of_file(path: Path, is_number: bool = False) -> tuple[Floats, float]:
    """Return the ink (h, w), 0.0 .. 1.0, of a file such as PNG, and its pixels in one of these; raises UserError."""
    with reading(path):
        if check_plain(path) > MOST_BYTES:
            most = MOST_BYTES // 1_000_000
            raise UserError("{path} is larger than {most} MB: make the picture smaller.", path=path, most=most)
        with path.open("rb") as file:
            return _first_shown(file, str(path), is_number)


def ink_of_bytes(data: bytes, name: str, is_number: bool = False) -> tuple[Floats, float]:
    """Return the same of an encoded picture; `name` is what a fault calls it. Raises UserError."""
    return _first_shown(BytesIO(data), name, is_number)


def _first_shown(file: IO[bytes], name: str, is_number: bool) -> tuple[Floats, float]:
    """Return the same of the digit on the first page that is not blank; raises UserError."""
    pages = pages_of(file, name)
    blank: BlankError | None = None
    for page, scale in pages:
        try:
            return ink_of(page, name, is_number), scale
        except BlankError as error:
            blank = blank or error
    raise blank or BlankError("{name} is blank: it shows no digit.", name=name)


def ink_of(picture: Numbers, name: str, is_number: bool = False) -> Floats:
    """Return the ink (h, w), 0.0 .. 1.0, of a grey or coloured picture's digit, in lines as usual, or of a number.

    Raises UserError when it is blank, or shows several digits where one is wanted.
    """
    ink = without_specks(without_neighbours(all_ink(picture, name)), 0.0 if is_number else SPECK)
    if not ink.any():
        raise BlankError("{name} is blank: it shows no digit, only specks.", name=name)
    if is_number:
        return ink
    if looks_like_several(ink):
        raise UserError("{name} seems to show several digits: cut it so that it shows one.", name=name)
    return with_usual_pen(ink)


def all_ink(picture: Numbers, name: str) -> Floats:
    """Return the ink (h, w), 0.0 .. 1.0, on a grey or coloured picture's paper without lines; raises BlankError."""
    try:
        return _ink_on(grey_of(picture), name)
    except BlankError:
        for channel in np.moveaxis(np.asarray(picture), 2, 0) if np.ndim(picture) == 3 else ():
            with suppress(BlankError):  # ink as light as its paper differs in red, green or blue
                return _ink_on(grey_of(channel), name)
        raise


def _ink_on(values: Floats, name: str) -> Floats:
    is_tiny = max(values.shape) <= FEW_PIXELS
    depth, is_ink = of_few_pixels(values) if is_tiny else within_frames(values)
    if not is_ink.any() or is_ink.all():
        raise BlankError("{name} is blank: it shows no digit.", name=name)
    depth, is_ink = without_dots(depth, is_ink)
    if not is_ink.any():
        raise BlankError("{name} is blank: it shows no digit, only specks.", name=name)
    unrest = 0.0 if is_tiny else _unrest(depth[~is_ink])  # of a tiny one the grey is ink
    _check_stands_out(float(np.quantile(depth[is_ink], DEEPEST)), unrest, name)  # noise would have lines without end
    written = is_ink if is_tiny else without_lines(depth, is_ink)
    depth = np.where(grown(is_ink & ~written), np.float32(0), depth)
    unrest = 0.0 if is_tiny else _unrest(depth[~is_ink])
    full = float(np.quantile(depth[written], FULL_INK))
    _check_stands_out(full, unrest, name)
    low = min(max(NOISE_TIMES * unrest, FAINTEST * full), SOFTEST_EDGE * full)
    ink: Floats = np.clip((depth - low) / (FULL_INK * full - low), 0, 1).astype(np.float32)
    # lines of the paper may be too faint to be taken for ink, but not for paper
    gone = np.zeros_like(is_ink) if is_tiny else (ink >= INK) & ~without_lines(ink, ink >= INK)
    return np.where(grown(gone), np.float32(0), ink)


def _unrest(paper: Floats) -> float:
    """Return the standard deviation of what is mostly paper, (n,), by the median of its deviations."""
    return 1.4826 * float(np.median(np.abs(paper - np.median(paper))))


def _check_stands_out(full: float, unrest: float, name: str) -> None:
    if full < max(LOWEST_CONTRAST, NOISE_TIMES * unrest):
        raise BlankError("{name} is blank: nothing in it stands out from the paper.", name=name)
