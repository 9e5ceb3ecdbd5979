"""Menus, their actions and recent folders, and the pages that they open."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QAction, QKeySequence, QTextDocument
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar
from pytestqt.qtbot import QtBot

from core.files.folders import how_to_folder
from core.words import said
from gui.frame import menus
from gui.frame.actions import TABLE, Actions
from gui.frame.help_pages import how_to_pages, shortcuts_page
from gui.frame.menus import MOST, RecentFolders
from gui.system import language
from gui.system.language import SHIPPED
from tests.gui import widgets

NOT_IN_MENUS = {"cancel_download"}  # a button that shows during a download only


def test_every_action_is_in_one_menu_has_a_text_a_tooltip_of_one_sentence_and_a_key_of_its_own(qtbot: QtBot) -> None:
    listed = [name for names in menus.MENUS.values() for name in names if name not in ("", menus.RECENT)]
    assert sorted(listed) == sorted({spec.name for spec in TABLE} - NOT_IN_MENUS)
    for spec in TABLE:
        assert spec.text
        assert spec.tip.endswith("."), spec.name
    keys = Counter(spec.shortcut for spec in TABLE if spec.shortcut)
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(not QKeySequence(key).isEmpty() for key in keys)
    owner = QObject()
    assert "Ctrl+T" in Actions(owner)["train"].toolTip()


def test_the_bar_shows_the_table_of_which_a_mac_takes_two_entries_into_its_own_menu(qtbot: QtBot) -> None:
    bar, parent = QMenuBar(), QObject()
    qtbot.addWidget(bar)
    actions, recent = Actions(parent), QMenu("Open recent data", bar)
    menus.fill(bar, actions, recent)
    assert [action.text() for action in bar.actions()] == list(menus.MENUS)
    assert [menu.title() for menu in recent.menuAction().associatedObjects() if isinstance(menu, QMenu)] == ["&File"]
    moved = [action for action in actions.values() if action.menuRole() is not QAction.MenuRole.NoRole]
    assert [action.text() for action in moved] == ["About Digitscope", "Quit"]
    parent.deleteLater()


@pytest.mark.parametrize("code", SHIPPED)
def test_each_menu_opens_with_a_letter_of_its_own(qapp: QApplication, code: str) -> None:
    language.use(code)
    letters = {said(title).partition("&")[2][:1].lower() for title in menus.MENUS}
    assert len(letters - {""}) == len(menus.MENUS)


def test_recent_folders_are_few_and_each_once_and_text_that_is_no_list_of_them_is_refused(qtbot: QtBot) -> None:
    menu = widgets.hidden(qtbot, RecentFolders())
    for text in ("", "{}", "[1]"):
        with pytest.raises(ValueError):
            menu.set_text(text)
    assert len(menu.actions()) == 0
    for number in [*range(MOST + 3), 5]:
        menu.add(Path(f"folder {number}"))
    assert menu.folders[:2] == (Path("folder 5"), Path("folder 10"))
    assert len(menu.folders) == len(menu.actions()) == MOST
    with qtbot.waitSignal(menu.folder_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args == [Path("folder 10")]


def test_it_lists_every_key_of_the_table_and_how_to_draw_by_keyboard(qtbot: QtBot) -> None:
    parent = QObject()
    actions = Actions(parent)
    page = widgets.hidden(qtbot, shortcuts_page(actions))
    text = page.page.toPlainText()
    for spec in TABLE:
        if spec.shortcut:
            assert QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText) in text
            assert actions[spec.name].text().rstrip(".") in text
    assert "File" in text.splitlines()  # without the "&" of the menu bar
    assert "Put the pen down, or lift it." in text
    parent.deleteLater()


def test_the_list_leads_to_every_page(qtbot: QtBot) -> None:
    pages = widgets.hidden(qtbot, how_to_pages())
    text = pages.page.toMarkdown()
    for path in how_to_folder().glob("*.md"):
        assert path.name == "README.md" or path.name in text
    pages.page.setSource(QUrl("teach-your-hand.md"))
    assert "Learn from my digits" in pages.page.toPlainText()
    image = QTextDocument.ResourceType.ImageResource.value
    assert 0 < pages.page.loadResource(image, QUrl("../pictures/tab-my-digits-light.png")).width() <= pages.page.width()
    assert pages.page.loadResource(image, QUrl("none.png")).isNull()
