"""Numbers and colours of compared runs."""

import pytest
from pytestqt.qtbot import QtBot

from gui.look.figures import contrast
from gui.look.run_colours import BADGE, COLOURS, badge_icon, coloured, ink_on


@pytest.mark.parametrize("colour", COLOURS)
def test_a_number_can_be_read_on_the_colour_of_its_run(colour: str) -> None:
    assert contrast(ink_on(colour), colour) >= 4.5


def test_a_badge_is_its_colour_with_a_number_in_it(qtbot: QtBot) -> None:
    picture = badge_icon(12, COLOURS[0]).pixmap(*BADGE).toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert picture.pixelColor(0, 0).name() == COLOURS[0].lower()
    assert len(found) > 1


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    assert coloured("<i>&", "#000000").endswith(">&lt;i&gt;&amp;</span>")
