"""The look: contrasts, the colour scheme, the palette, the style sheet, the colours of runs."""

from collections.abc import Callable, Iterator

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from pytestqt.qtbot import QtBot

from gui.look import controls, dress, parts, theme as look
from gui.look.figures import contrast
from gui.look.pixels import weight_shades
from gui.look.run_colours import BADGE, COLOURS, badge_icon, coloured, ink_on
from gui.look.theme import DARK, LIGHT, Theme
from tests.gui import widgets

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@BOTH
def test_text_can_be_read_on_everything_it_stands_on_and_curves_stand_out_from_the_paper(theme: Theme) -> None:
    for paper in (theme.background, theme.panel):
        assert contrast(theme.text, paper) >= 7
        assert contrast(theme.dim, paper) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    for colour in (theme.accent, theme.warm, theme.ghost, theme.dim, *COLOURS):
        assert contrast(colour, theme.panel) >= 3, colour


@BOTH
def test_weights_go_from_orange_over_the_panel_to_blue_as_mixing_goes(theme: Theme) -> None:
    shades = weight_shades(theme)
    ends = [f"#{int(shades[at]) & 0xFFFFFF:06X}" for at in (0, 128, 255)]
    assert (len(shades), ends) == (256, [theme.warm, theme.panel, theme.accent])
    assert [look.mix("#000000", "#FF8000", share) for share in (0.0, 0.5, 1.0)] == ["#000000", "#804000", "#FF8000"]


def test_fonts_grow_to_verdict_as_the_apps_do(qapp: QtWidgets.QApplication, large_letters: Callable[[], None]) -> None:
    sizes = [font().pointSizeF() for font in (look.small_font, look.body_font, look.title_font, look.big_font)]
    assert (sizes, len(set(sizes))) == (sorted(sizes), 4)
    assert look.big_font().featureValue(QFont.Tag("tnum")) == 1  # figures of one width
    look.small_font().setPointSizeF(40)
    assert look.small_font().pointSizeF() == pytest.approx(look.SMALL * qapp.font().pointSizeF())
    large_letters()
    assert look.small_font().pointSizeF() == pytest.approx(look.SMALL * qapp.font().pointSizeF())


@pytest.fixture(autouse=True)
def light_again(qapp: QtWidgets.QApplication) -> Iterator[None]:
    yield
    dress.apply(LIGHT)


@BOTH
def test_applying_a_theme_dresses_the_application(qtbot: QtBot, qapp: QtWidgets.QApplication, theme: Theme) -> None:
    dress.apply(theme)
    assert look.current() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.background)
    button = widgets.hidden(qtbot, QtWidgets.QPushButton("Train"))
    button.setProperty("primary", True)
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == QColor(theme.accent)
    caption = widgets.hidden(qtbot, parts.caption("Rate"))
    caption.ensurePolished()
    assert caption.palette().color(caption.foregroundRole()) == QColor(theme.dim)
    box = widgets.hidden(qtbot, QtWidgets.QCheckBox())
    assert theme.accent.lower() not in widgets.colours(box.grab().toImage())
    box.setChecked(True)
    assert {theme.accent.lower(), theme.on_accent.lower()} <= widgets.colours(box.grab().toImage())


def test_a_number_in_a_box_keeps_off_its_edge(qapp: QtWidgets.QApplication, qtbot: QtBot) -> None:
    dress.apply(LIGHT)
    box = widgets.hidden(qtbot, controls.inset(QtWidgets.QDoubleSpinBox()), 120, 30)
    box.show()
    image = box.grab().toImage()
    edge, within = (
        [image.pixelColor(x, y).lightness() for x in columns for y in range(8, 22)]
        for columns in (range(3, 9), range(9, 60))
    )
    assert min(edge) > 200
    assert min(within) < 100


@BOTH
def test_what_is_written_into_a_cell_hides_what_was_there(qtbot: QtBot, theme: Theme) -> None:
    dress.apply(theme)
    table, item = widgets.hidden(qtbot, QtWidgets.QTableWidget(1, 1)), QtWidgets.QTableWidgetItem("Zeros")
    table.setItem(0, 0, item)
    table.show()
    table.editItem(item)
    editor = widgets.child(table, QtWidgets.QLineEdit)
    editor.setReadOnly(True)  # it shows no cursor
    editor.clear()
    assert widgets.colours(table.viewport().grab(editor.geometry()).toImage()) == {theme.panel.lower()}


def test_widgets_are_dressed_anew_for_another_look_alone(qtbot: QtBot, large_letters: Callable[[], None]) -> None:
    button, changes = QtWidgets.QPushButton("Train"), widgets.EventCount(QEvent.Type.StyleChange)
    qtbot.addWidget(button)
    dress.apply(LIGHT)
    button.installEventFilter(changes)
    dress.apply(LIGHT)
    assert changes.count == 0
    large_letters()
    dress.apply(LIGHT)
    assert changes.count > 0


def test_a_badge_is_its_colour_with_a_number_that_can_be_read_and_a_name_like_markup_stays_a_name(qtbot: QtBot) -> None:
    picture = badge_icon(12, COLOURS[0]).pixmap(*BADGE).toImage()
    assert picture.pixelColor(0, 0).name() == COLOURS[0].lower()
    assert len(widgets.colours(picture)) > 1
    assert all(contrast(ink_on(colour), colour) >= 4.5 for colour in COLOURS)
    assert coloured("<i>&", "#000000").endswith(">&lt;i&gt;&amp;</span>")


def test_what_measures_its_parts_is_dressed_after_them(qtbot: QtBot) -> None:
    dressed: list[QtWidgets.QWidget] = []

    class Part(QtWidgets.QWidget):
        def dress(self) -> None:
            dressed.append(self)

    whole = widgets.hidden(qtbot, Part())
    row = QtWidgets.QWidget(whole)
    part = Part(row)
    dress.renew(whole)
    assert dressed == [part, whole]
