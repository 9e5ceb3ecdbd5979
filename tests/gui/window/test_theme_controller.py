"""The choice of colours: the system's, or always light or dark."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.frame.actions import Actions
from gui.look import theme as look
from gui.window.theme_controller import CHOICES, ThemeController


@pytest.fixture
def wiring(qapp: QApplication) -> Iterator[ThemeController]:
    parent = QObject()
    yield ThemeController(Actions(parent), parent)
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
    parent.deleteLater()


def test_it_follows_the_system_at_first(wiring: ThemeController) -> None:
    assert wiring.choice.name == "system"
    assert wiring.theme() is look.theme_of(QGuiApplication.styleHints().colorScheme())


@pytest.mark.parametrize(("choice", "theme"), [("light", look.LIGHT), ("dark", look.DARK)])
def test_a_choice_is_worn_whatever_the_system_says(
    qtbot: QtBot, wiring: ThemeController, choice: str, theme: look.Theme
) -> None:
    with qtbot.waitSignal(wiring.theme_changed) as worn:
        wiring.choice.choose(choice)
    assert worn.args == [theme]
    assert wiring.theme() is theme
    with qtbot.assertNotEmitted(wiring.theme_changed):
        QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)


def test_one_choice_is_ticked_at_a_time(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QObject()
    actions = Actions(parent)
    wiring = ThemeController(actions, parent)
    actions["theme_light"].trigger()
    assert [name for name in CHOICES if actions[f"theme_{name}"].isChecked()] == ["light"]
    wiring.choice.choose("pink")
    assert wiring.choice.name == "light"
    wiring.choice.choose("system")
    parent.deleteLater()
