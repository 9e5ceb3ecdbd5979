"""What is copied can be read back by other programs."""

import io

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.digits import raster, stroke_lines
from gui.system import clipboard
from tests import small
from tests.there import there


def made() -> NDArray[np.float32]:
    """Return the image of a drawn seven."""
    return there(raster.image_of(small.SEVEN))


IMAGE = made()


def test_the_picture_has_a_pixel_for_each_number_and_dark_ink() -> None:
    picture = clipboard.picture_of(IMAGE)
    assert (picture.width(), picture.height()) == (28, 28)
    row, column = np.unravel_index(int(IMAGE.argmax()), IMAGE.shape)
    assert picture.pixelColor(int(column), int(row)).red() == 255 - round(float(IMAGE.max()) * 255)
    assert picture.pixelColor(0, 0).red() == 255


def test_numpy_reads_the_numbers_back() -> None:
    read = np.loadtxt(io.StringIO(clipboard.numbers_of(IMAGE)))
    assert np.allclose(read, IMAGE, atol=5e-4)


def test_the_strokes_are_a_line_that_the_terminal_reads() -> None:
    (digit,) = stroke_lines.parsed(io.StringIO(clipboard.strokes_of(small.SEVEN)), "copied")
    assert np.array_equal(digit.drawing.points, small.SEVEN.points)


def test_an_encoded_picture_is_a_png_that_loses_nothing() -> None:
    data = clipboard.encoded(clipboard.picture_of(IMAGE))
    assert data.startswith(b"\x89PNG")
    assert QImage.fromData(data).pixelColor(14, 14) == clipboard.picture_of(IMAGE).pixelColor(14, 14)
