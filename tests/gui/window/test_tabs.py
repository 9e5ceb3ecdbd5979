"""The table of the lower tabs: their order, and what a line more in it brings."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.frame.lower_tabs import Tab
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.window import tabs
from gui.window.panel_menu import PanelMenu
from tests.gui import widgets

TITLES = ["Weights", "Story", "Mistakes", "Confusion", "Why", "Network", "Data", "My digits", "Ladder", "Runs"]


class Notes(QLabel):
    """A panel that nothing else in the app knows."""

    def __init__(self) -> None:
        super().__init__("notes")
        self.themes: list[look.Theme] = []

    def dress(self) -> None:
        self.themes.append(look.current())


def test_a_tab_is_added_by_its_panel_and_a_line_of_the_table(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabs, "TABS", (*tabs.TABS, Tab("Notes", "What you want to remember.", Notes)))
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    window = widgets.hidden(qtbot, MainWindow())
    with qtbot.waitActive(window):
        window.show()
    shown, panel = window.tabs, window.tabs.panel(Notes)
    assert [shown.tabText(index) for index in range(shown.count())] == [*TITLES, "Notes"]
    assert shown.tabToolTip(shown.count() - 1) == "What you want to remember."
    window.actions_by_name["theme_dark"].trigger()
    assert panel.themes[-1] is look.DARK
    window.actions_by_name["previous_tab"].trigger()
    assert shown.currentWidget() is panel
    menu = widgets.child(window, PanelMenu)
    assert menu.panel() is panel
    window.close()
