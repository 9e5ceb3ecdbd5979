"""Pictures of numbers: the digits of a photo, scan or screenshot, each as the image of a single digit is made."""

from pathlib import Path

import numpy as np

from core.digits.raster import image_of_ink
from core.errors import UserError
from core.numbers.grouping import Grouper
from core.numbers.number import Part
from core.pictures import ink as pictures
from core.words import say


def parts_of_picture(path: Path, _grouper: Grouper) -> tuple[Part, ...]:
    """Return the digits that a picture shows, in reading order; raises UserError where it is none, or blank."""
    ink = pictures.ink_of_file(path)
    image = image_of_ink(ink)
    if image is None:
        raise UserError(say("{path} is blank: it shows no digit.", path=path))
    rows, columns = np.flatnonzero(ink.max(axis=1) > 0), np.flatnonzero(ink.max(axis=0) > 0)
    box = (float(columns[0]), float(rows[0]), float(columns[-1] + 1), float(rows[-1] + 1))
    return (Part(box, image=image),)
