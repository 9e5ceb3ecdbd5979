"""The look: contrasts, the colour scheme, the table of weight colours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui.look import theme as look
from gui.look.figures import contrast
from gui.look.run_colours import COLOURS
from gui.look.theme import DARK, LIGHT, Theme

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_text_can_be_read_on_everything_it_stands_on(theme: Theme) -> None:
    for paper in (theme.background, theme.panel):
        assert contrast(theme.text, paper) >= 7
        assert contrast(theme.dim, paper) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


def test_the_systems_scheme_decides_and_silence_means_light() -> None:
    assert look.theme_of(Qt.ColorScheme.Dark) is DARK
    assert look.theme_of(Qt.ColorScheme.Light) is LIGHT
    assert look.theme_of(Qt.ColorScheme.Unknown) is LIGHT


@BOTH
def test_weights_go_from_orange_over_the_panel_to_blue(theme: Theme) -> None:
    table = look.weight_colours(theme)
    assert table.shape == (256, 3)
    ends = [tuple(map(int, table[at])) for at in (0, 128, 255)]
    assert ends == [look.rgb(theme.warm), look.rgb(theme.panel), look.rgb(theme.accent)]


def test_fonts_grow_from_caption_to_verdict_with_figures_of_one_width(qapp: QApplication) -> None:
    sizes = [font().pointSizeF() for font in (look.small_font, look.body_font, look.title_font, look.big_font)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4
    assert look.big_font().featureValue(QFont.Tag("tnum")) == 1


def test_a_font_follows_the_applications_and_can_be_changed_without_changing_the_next(qapp: QApplication) -> None:
    usual = qapp.font()
    mine = look.small_font()
    mine.setPointSizeF(40)
    assert look.small_font().pointSizeF() == pytest.approx(look.SMALL * usual.pointSizeF())
    larger = QFont(usual)
    larger.setPointSizeF(20)
    qapp.setFont(larger)
    try:
        assert look.small_font().pointSizeF() == pytest.approx(look.SMALL * 20)
    finally:
        qapp.setFont(usual)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert look.mix("#000000", "#FF8000", 0.0) == "#000000"
    assert look.mix("#000000", "#FF8000", 0.5) == "#804000"
    assert look.mix("#000000", "#FF8000", 1.0) == "#FF8000"


@BOTH
def test_curves_stand_out_from_the_paper(theme: Theme) -> None:
    for colour in (theme.accent, theme.warm, theme.ghost, theme.dim, *COLOURS):
        assert contrast(colour, theme.panel) >= 3, colour
