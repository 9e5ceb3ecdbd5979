"""Docks open where there is room; the table of the lower tabs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from gui.look import controls, dress, theme as look
from gui.main_window import MainWindow
from gui.window import tabs
from gui.window.panel_menu import PanelMenu
from gui.window.view_controller import DockController
from tests.gui import widgets
from tests.there import there

# the offscreen platform says so of every window
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")
DOCK = 200  # points
TITLES = ["Weights", "Story", "Mistakes", "Confusion", "Why", "Network", "Data", "My digits", "Ladder", "Runs"]


class Centre(QWidget):
    least = 300

    def minimumSizeHint(self) -> QSize:
        return QSize(self.least, 100)


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.window, self.centre, self.dock = widgets.hidden(qtbot, QMainWindow()), Centre(), QDockWidget("dock")
        self.dock.setObjectName("dock")
        inside = QWidget()
        inside.setMinimumSize(DOCK, 50)
        self.dock.setWidget(inside)
        self.window.setCentralWidget(self.centre)
        self.window.setMinimumSize(100, 100)
        self.action = QAction("dock", self.window, checkable=True)
        DockController(self.window, self.dock, self.action)
        self.window.resize(700, 300)
        self.window.show()


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def test_it_is_closed_at_first_and_the_action_opens_and_closes_it(bench: Bench) -> None:
    assert not bench.dock.isVisible()
    bench.action.trigger()
    assert bench.dock.isVisible()
    assert not bench.dock.isFloating()
    bench.action.trigger()
    assert not bench.dock.isVisible()
    bench.window.resize(350, 300)  # too narrow for both
    bench.action.trigger()
    assert bench.window.width() >= 300 + DOCK
    assert not bench.dock.isFloating()


def test_the_window_becomes_no_narrower_than_what_is_in_it(qtbot: QtBot, bench: Bench) -> None:
    bench.action.trigger()
    qtbot.waitUntil(lambda: bench.window.minimumWidth() >= 300 + DOCK)
    bench.dock.setFloating(True)
    qtbot.waitUntil(lambda: bench.window.minimumWidth() == 100)


def test_one_that_floats_stays_on_the_screen_where_it_needs_more_room_than_before(qtbot: QtBot, bench: Bench) -> None:
    room = bench.window.screen().availableGeometry()
    bench.action.trigger()
    bench.dock.setFloating(True)
    bench.dock.move(room.right() - bench.dock.width(), 0)
    bench.action.trigger()
    there(bench.dock.widget()).setMinimumWidth(2 * DOCK)  # as large letters do
    bench.action.trigger()
    qtbot.waitUntil(lambda: bench.dock.width() >= 2 * DOCK and room.contains(bench.dock.geometry()))


def test_it_floats_where_the_screen_is_too_narrow_for_both(bench: Bench) -> None:
    bench.centre.least = bench.window.screen().availableGeometry().width()
    bench.action.trigger()
    assert bench.dock.isFloating()
    assert bench.dock.isVisible()
    assert bench.window.screen().availableGeometry().contains(bench.dock.geometry())
    bench.action.trigger()
    assert not bench.dock.isVisible()
    bench.centre.least = 300  # there is room by then
    bench.action.trigger()
    assert bench.dock.isVisible()
    assert not bench.dock.isFloating()


def test_one_that_comes_back_into_a_window_too_narrow_for_it_floats_within_the_screen(bench: Bench) -> None:
    bench.action.trigger()
    state = bench.window.saveState()
    bench.action.trigger()
    bench.centre.least = bench.window.screen().availableGeometry().width()
    there(bench.dock.widget()).setMinimumHeight(bench.window.screen().availableGeometry().height() - 50)
    bench.window.restoreState(state)
    assert bench.dock.isFloating()
    assert bench.window.screen().availableGeometry().contains(bench.dock.geometry())


def test_a_dock_that_was_pulled_out_by_hand_stays_out(bench: Bench) -> None:
    bench.action.trigger()
    bench.dock.setFloating(True)  # as dragging its title does
    bench.action.trigger()
    bench.action.trigger()
    assert bench.dock.isFloating()


@pytest.mark.parametrize("name", ["settings", "lessons"])
def test_the_title_of_a_dock_grows_with_the_letters(
    still_window: MainWindow, large_letters: Callable[[], None], name: str
) -> None:
    still_window.actions_by_name[name].trigger()
    dock, heights = widgets.child(still_window, QDockWidget, name), list[int]()
    dock.setFloating(False)
    for is_large in (False, True):
        if is_large:
            large_letters()
        dress.apply(look.LIGHT)
        dress.renew(still_window)
        QApplication.processEvents()
        title = widgets.numbers_of(dock.grab(QRect(2, 2, 60, there(dock.widget()).y() - 4)).toImage())
        heights.append(int((title != title[0, -1]).any(axis=1).sum()))
    assert heights[1] > 1.5 * heights[0] > 0


class Notes(QLabel):
    """A panel that nothing else in the app knows."""

    def __init__(self) -> None:
        super().__init__("notes")
        self.setObjectName("notes")
        self.themes: list[look.Theme] = []

    def dress(self) -> None:
        self.themes.append(look.current())


def test_a_tab_is_added_by_its_panel_and_a_line_of_the_table(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabs, "TABS", (*tabs.TABS, Notes))
    monkeypatch.setitem(controls.TABLE, "notes", {"tab": "Notes", "teaches": "What you want to remember."})
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
    assert widgets.child(window, PanelMenu).panel() is panel
    window.close()
