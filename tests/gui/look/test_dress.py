"""The application in a theme: its palette, and what the style sheet makes of widgets."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.look import dress
from gui.look import theme as look
from gui.look.theme import DARK, LIGHT, Theme
from tests.gui import widgets
from tests.gui.events import EventCount

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@pytest.fixture(autouse=True)
def light_again(qapp: QApplication) -> Iterator[None]:
    yield
    dress.apply(LIGHT)


@BOTH
def test_applying_a_theme_dresses_the_application(qtbot: QtBot, qapp: QApplication, theme: Theme) -> None:
    dress.apply(theme)
    assert look.current() is theme
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(theme.background)
    button = QPushButton("Train")
    button.setProperty("primary", True)
    qtbot.addWidget(button)
    picture = button.grab().toImage()
    assert picture.pixelColor(picture.width() // 2, 4) == QColor(theme.accent)


@BOTH
def test_a_ticked_box_is_filled_with_the_accent_and_bears_a_tick(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    dress.apply(theme)
    box = widgets.hidden(qtbot, QCheckBox())
    assert theme.accent.lower() not in _colours(box)
    box.setChecked(True)
    assert {theme.accent.lower(), theme.on_accent.lower()} <= _colours(box)


def _colours(widget: QCheckBox) -> set[str]:
    """Return every colour of a widget's picture, as "#rrggbb"."""
    picture = widget.grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(picture.height())}


def test_widgets_are_dressed_anew_only_for_another_theme_or_font(qapp: QApplication, qtbot: QtBot) -> None:
    button, changes = QPushButton("Train"), EventCount(QEvent.Type.StyleChange)
    qtbot.addWidget(button)
    dress.apply(LIGHT)
    button.installEventFilter(changes)
    dress.apply(LIGHT)
    assert changes.count == 0
    usual = qapp.font()
    larger = QFont(usual)
    larger.setPointSizeF(2 * usual.pointSizeF())
    qapp.setFont(larger)
    dress.apply(LIGHT)
    assert changes.count > 0
    qapp.setFont(usual)
