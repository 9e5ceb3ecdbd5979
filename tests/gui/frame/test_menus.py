"""The menus hold every action, each once."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from core.words import said
from gui.frame import menus
from gui.frame.actions import TABLE, Actions
from gui.system import language
from gui.system.language import SHIPPED

NOT_IN_MENUS = {"cancel_download"}  # a button that shows during a download only


def test_every_action_is_in_one_menu() -> None:
    listed = [name for names in menus.MENUS.values() for name in names if name not in ("", menus.RECENT)]
    assert sorted(listed) == sorted({spec.name for spec in TABLE} - NOT_IN_MENUS)


def test_the_bar_shows_the_table(qtbot: QtBot) -> None:
    bar, parent = QMenuBar(), QObject()
    qtbot.addWidget(bar)
    recent = QMenu("Open recent data", bar)
    menus.fill(bar, Actions(parent), recent)
    assert [action.text().replace("&", "") for action in bar.actions()] == list(menus.MENUS)
    assert [menu.title() for menu in recent.menuAction().associatedObjects() if isinstance(menu, QMenu)] == ["&File"]
    parent.deleteLater()


@pytest.mark.parametrize("code", SHIPPED)
def test_each_menu_opens_with_a_letter_of_its_own(code: str) -> None:
    language.use(code)
    titles = menus.with_keys(map(said, menus.MENUS))
    language.forget()
    letters = [title[title.index("&") + 1].lower() for title in titles]
    assert len(set(letters)) == len(menus.MENUS)


def test_a_title_whose_letters_are_all_taken_has_none() -> None:
    assert menus.with_keys(["ab", "Ba", "ab"]) == ["&ab", "&Ba", "ab"]
