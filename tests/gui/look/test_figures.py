"""Figures never claim more than they know, and text can be read on any fill."""

import pytest

from gui.look import theme as look
from gui.look.figures import contrast, percent, readable_on, signed


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0.0 %"), (0.831, "83.1 %"), (0.99999, "99.9 %"), (1.0, "100.0 %"), (float("nan"), "–")]
)
def test_percent_never_rounds_up_to_certainty(share: float, words: str) -> None:
    assert percent(share) == words


def test_numbers_carry_their_sign() -> None:
    assert (signed(3.14159), signed(-0.5), signed(0.0)) == ("+3.14", "−0.50", "+0.00")
    assert signed(-1.5, 3) == "−1.500"
    assert (signed(-6452.4), signed(12_345_678.0)) == ("−6,452", "+1.2e+07")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
@pytest.mark.parametrize("share", [0.0, 0.1, 0.3, 0.5, 0.8, 1.0])
def test_counts_can_be_read_on_every_strength_of_both_colours(theme: look.Theme, share: float) -> None:
    for colour in (theme.accent, theme.warm):
        fill = look.mix(theme.background, colour, share)
        assert contrast(readable_on(fill, theme), fill) >= 3.9
