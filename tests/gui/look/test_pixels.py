"""Numbers become pixels of the theme's colours."""

import numpy as np
from PySide6.QtGui import QColor

from gui.look import theme as look
from gui.look.pixels import as_picture, signed_picture, weight_shades


def test_paper_and_ink_have_the_themes_colours() -> None:
    picture = as_picture(np.array([[0.0, 1.0, np.nan, 7.0]]), look.DARK)
    assert [picture.pixelColor(x, 0) for x in range(4)] == [
        QColor(colour) for colour in (look.DARK.background, look.DARK.text, look.DARK.background, look.DARK.text)
    ]


def test_what_speaks_for_and_against_has_the_ends_of_the_shades_and_nothing_the_middle() -> None:
    picture = signed_picture(np.array([[-2.0, 0.0, np.nan, 2.0, -np.inf]]), 2.0, weight_shades(look.LIGHT))
    against, nothing, unknown, speaks_for, beyond = (picture.pixelColor(x, 0) for x in range(5))
    assert speaks_for == QColor(look.LIGHT.accent)
    assert nothing == unknown == QColor(look.LIGHT.panel)
    assert against == beyond
    assert abs(against.red() - QColor(look.LIGHT.warm).red()) <= 2


def test_a_picture_owns_its_pixels() -> None:
    values = np.ones((28, 28))
    picture = as_picture(values, look.LIGHT)
    values[:] = 0.0
    assert picture.pixelColor(14, 14) == QColor(look.LIGHT.text)
