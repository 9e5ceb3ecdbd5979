"""Numbers and colours of compared runs."""

import pytest
from pytestqt.qtbot import QtBot

from gui.look.run_colours import BADGE, COLOURS, badge_icon, coloured, ink_on


@pytest.mark.parametrize(("colour", "ink"), [("#FFFFFF", "#000000"), ("#0072B2", "#FFFFFF"), ("#CC79A7", "#000000")])
def test_a_number_is_written_in_what_can_be_read_on_its_colour(colour: str, ink: str) -> None:
    assert ink_on(colour) == ink


def test_a_badge_is_its_colour_with_a_number_in_it(qtbot: QtBot) -> None:
    picture = badge_icon(12, COLOURS[0]).pixmap(*BADGE).toImage()
    found = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}
    assert picture.pixelColor(0, 0).name() == COLOURS[0].lower()
    assert len(found) > 1


def test_a_name_that_looks_like_markup_stays_a_name() -> None:
    assert coloured("<i>&", "#000000").endswith(">&lt;i&gt;&amp;</span>")
