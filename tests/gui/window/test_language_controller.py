"""The choice of a language in the View menu: kept for the next start, and said so."""

from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.frame.preferences import LANGUAGE, Preferences
from gui.main_window import MainWindow


def opened(qtbot: QtBot) -> MainWindow:
    window = create_window()
    qtbot.addWidget(window)
    return window


def test_a_chosen_language_is_remembered_for_the_next_start(qtbot: QtBot) -> None:
    first = opened(qtbot)
    assert first.actions_by_name["language_system"].isChecked()
    first.actions_by_name["language_de"].trigger()
    assert "next start" in first.status.note()
    first.close()
    assert Preferences().text(LANGUAGE) == "de"
    second = opened(qtbot)
    assert second.actions_by_name["language_de"].isChecked()
    assert "next start" not in second.status.note()
    second.close()


def test_a_language_that_there_is_not_is_passed_over(qtbot: QtBot) -> None:
    window = opened(qtbot)
    window.language.choose("klingon")
    assert window.language.name == "system"
    window.close()
