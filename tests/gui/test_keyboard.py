"""The keyboard alone: Tab reaches every control, and what it has reached can be seen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.lessons import LESSONS, Answer
from gui.app import create_window
from gui.lessons.lessons_dock import LessonsDock
from gui.main_window import MainWindow
from gui.panels.class_counts import ClassCounts
from gui.panels.confusion_picture import ConfusionPicture
from gui.panels.image_wall import ImageWall
from gui.panels.logit_rows import LogitRows
from gui.panels.network_panel import NetworkPanel
from tests import small
from tests.gui import widgets
from tests.gui.conftest import USUAL

MOST = 120  # presses of Tab, after which it must have come round
AROUND = 3  # points about a control, for a frame outside of it


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Return a window with a data set and a drawing, whose threads never start."""
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    made = create_window()
    made.resize(*USUAL)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.data.use(small.dataset())
    made.drawing.canvas.set_drawing(small.SEVEN)
    yield made
    made.close()


def picture(window: QWidget, control: QWidget) -> QImage:
    """Return what the window shows of a control and close about it."""
    place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    return window.grab(place.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def walk(window: QWidget) -> dict[QWidget, bool]:
    """Press Tab until it comes round; return each control that it reached, and whether that could be seen."""
    seen: dict[QWidget, bool] = {}
    reached = QApplication.focusWidget()
    for _ in range(MOST):
        assert reached is not None
        if reached in seen:
            return seen
        with_focus = picture(window, reached)
        QTest.keyClick(reached, Qt.Key.Key_Tab)
        seen[reached] = picture(window, reached) != with_focus
        reached = QApplication.focusWidget()
    raise AssertionError("Tab does not come round")


def controls(window: QWidget) -> set[QWidget]:
    """Return all that Tab should reach."""
    return {
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not each.focusProxy()
    }


def name(control: QWidget) -> str:
    words = (control.objectName(), control.accessibleName(), getattr(control, "text", str)())
    return f"{type(control).__name__} {next(filter(None, words), '')}"


def check(window: MainWindow) -> None:
    QApplication.processEvents()  # what has come into view finds its place
    window.toolbar.recipe.setFocus(Qt.FocusReason.TabFocusReason)
    reached = walk(window)
    assert sorted(name(each) for each in controls(window) - set(reached)) == []
    assert sorted(name(each) for each, was_seen in reached.items() if not was_seen) == []


def test_tab_reaches_every_control_of_every_tab_and_shows_where_it_is(window: MainWindow) -> None:
    tabs: QTabWidget = window.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        check(window)


@pytest.mark.parametrize("page", ["network_graph", "network_code"])
def test_tab_reaches_every_control_of_the_network_pages(window: MainWindow, page: str) -> None:
    window.tabs.setCurrentWidget(window.tabs.panel(NetworkPanel))
    button = widgets.child(window.tabs.panel(NetworkPanel), QAbstractButton, page)
    button.click()
    check(window)


@pytest.mark.parametrize("dock", ["lessons", "settings"])
def test_tab_reaches_every_control_of_a_dock(window: MainWindow, dock: str) -> None:
    window.actions_by_name[dock].trigger()
    check(window)


def test_tab_reaches_the_stages(window: MainWindow) -> None:
    button = widgets.child(window.drawing, QAbstractButton, "stages")
    button.click()
    check(window)


def test_next_leaves_the_keyboard_in_the_lessons(window: MainWindow) -> None:
    window.actions_by_name["lessons"].trigger()
    dock = widgets.child(window, LessonsDock)
    assert dock.page is not None
    window.drawing.canvas.setFocus()
    dock.page.show_outcome(LESSONS[0], Answer(-1, 1, "done"))
    QTest.mouseClick(dock.page.next, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.drawing.canvas
    dock.page.show_outcome(LESSONS[0], Answer(-1, 1, "done"))
    dock.page.next.setFocus()
    QTest.keyClick(dock.page.next, Qt.Key.Key_Space)
    assert QApplication.focusWidget() is dock.widget()


def test_keys_turn_to_every_tab_and_leave_the_keyboard_on_its_title(window: MainWindow) -> None:
    tabs: QTabWidget = window.tabs
    for key, expected in ((Qt.Key.Key_PageUp, tabs.count() - 1), (Qt.Key.Key_PageDown, 0), (Qt.Key.Key_PageDown, 1)):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert tabs.currentIndex() == expected
        assert QApplication.focusWidget() is tabs.tabBar()


@pytest.mark.parametrize("key", [0x0416, 0x0142, 0x01000001], ids=["Cyrillic", "Polish", "Tab"])
def test_a_key_that_qt_has_no_name_for_is_let_through(key: int, window: MainWindow) -> None:
    kinds = (ConfusionPicture, LogitRows, ClassCounts, ImageWall)
    for widget in (each for kind in kinds for each in window.findChildren(kind)):
        QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))
