"""The menu of data folders that were opened lately."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.frame.recent_folders import MOST, RecentFolders
from tests.gui import widgets


def test_recent_folders_are_few_and_each_once(qtbot: QtBot) -> None:
    menu = widgets.hidden(qtbot, RecentFolders())
    for number in [*range(MOST + 3), 5]:
        menu.add(Path(f"folder {number}"))
    assert menu.folders()[:2] == (Path("folder 5"), Path("folder 10"))
    assert len(menu.folders()) == len(menu.actions()) == MOST
    with qtbot.waitSignal(menu.folder_requested) as wish:
        menu.actions()[1].trigger()
    assert wish.args == [Path("folder 10")]


def test_text_that_is_no_list_of_folders_is_refused(qtbot: QtBot) -> None:
    menu = widgets.hidden(qtbot, RecentFolders())
    for text in ("", "{}", "[1]"):
        with pytest.raises(ValueError):
            menu.set_text(text)
    assert menu.folders() == ()
