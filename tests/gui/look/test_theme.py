"""The look: contrasts, the colour scheme, the table of weight colours."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.look import dress
from gui.look import theme as look
from gui.look.figures import contrast
from gui.look.run_colours import COLOURS
from gui.look.theme import DARK, LIGHT, Theme

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress.apply(qapp, LIGHT)


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


@BOTH
def test_applying_a_theme_dresses_the_application(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress.apply(qapp, theme)
    assert look.current() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.background)
    button = QPushButton("Train")
    button.setProperty("primary", True)
    qtbot.addWidget(button)
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == QColor(theme.accent)


def test_fonts_grow_from_caption_to_verdict_with_figures_of_one_width(qapp: QApplication) -> None:
    sizes = [font().pointSizeF() for font in (look.small_font, look.body_font, look.title_font, look.big_font)]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4
    assert look.big_font().featureValue(QFont.Tag("tnum")) == 1


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert look.mix("#000000", "#FF8000", 0.0) == "#000000"
    assert look.mix("#000000", "#FF8000", 0.5) == "#804000"
    assert look.mix("#000000", "#FF8000", 1.0) == "#FF8000"


@BOTH
def test_a_ticked_box_is_filled_with_the_accent_and_bears_a_tick(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    dress.apply(qapp, theme)
    box = QCheckBox()
    qtbot.addWidget(box)
    assert theme.accent.lower() not in _colours(box)
    box.setChecked(True)
    assert {theme.accent.lower(), theme.on_accent.lower()} <= _colours(box)


def _colours(widget: QCheckBox) -> set[str]:
    """Return every colour of a widget's picture, as "#rrggbb"."""
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK], ids=lambda theme: theme.name)
def test_curves_stand_out_from_the_paper(theme: look.Theme) -> None:
    for colour in (theme.accent, theme.warm, theme.ghost, theme.dim, *COLOURS):
        assert contrast(colour, theme.panel) >= 3, colour
