"""What a screen reader is told of the window, and that the keyboard alone reaches every control."""

import re

import pytest
from PySide6 import QtWidgets
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from core.lessons import LESSONS, Answer
from gui.lessons.lessons_dock import LessonsDock
from gui.main_window import MainWindow
from gui.panels.class_rows import ClassCounts, LogitRows
from gui.panels.confusion_panel import ConfusionPicture
from gui.panels.image_wall import ImageWall
from gui.panels.network_panel import NetworkPanel
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw
from tests.there import there

MOST = 120  # presses of Tab, after which it must have come round
AROUND = 3  # points about a control, for a frame outside of it
DRAWING = ("canvas", "preview", "bars", "verdict")
RUN = ("cost_plot", "accuracy_plot", "weights", "mistakes", "confusion", "why")


@pytest.fixture
def window(qtbot: QtBot, still_window: MainWindow) -> MainWindow:
    """Return a window with a data set and a drawing, whose threads never start."""
    with qtbot.waitActive(still_window):
        still_window.activateWindow()
    still_window.data.use(small.dataset())
    still_window.drawing.canvas.set_drawing(small.SEVEN)
    return still_window


def picture(window: QtWidgets.QWidget, control: QtWidgets.QWidget) -> QImage:
    """Return what the window shows of a control and close about it."""
    place = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    return window.grab(place.adjusted(-AROUND, -AROUND, AROUND, AROUND)).toImage()


def walk(window: QtWidgets.QWidget) -> dict[QtWidgets.QWidget, bool]:
    """Press Tab until it comes round; return each control that it reached, and whether that could be seen."""
    seen: dict[QtWidgets.QWidget, bool] = {}
    reached = QtWidgets.QApplication.focusWidget()
    for _ in range(MOST):
        assert reached is not None
        if reached in seen:
            return seen
        with_focus = picture(window, reached)
        QTest.keyClick(reached, Qt.Key.Key_Tab)
        seen[reached] = picture(window, reached) != with_focus
        reached = QtWidgets.QApplication.focusWidget()
    raise AssertionError("Tab does not come round")


def controls(window: QtWidgets.QWidget) -> set[QtWidgets.QWidget]:
    """Return all that Tab should reach."""
    usable = (each for each in window.findChildren(QtWidgets.QWidget) if each.isVisible() and each.isEnabled())
    return {each for each in usable if each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.focusProxy()}


def name(control: QtWidgets.QWidget) -> str:
    words = (control.objectName(), control.accessibleName(), getattr(control, "text", str)())
    return f"{type(control).__name__} {next(filter(None, words), '')}"


def check(window: MainWindow) -> None:
    QtWidgets.QApplication.processEvents()  # what has come into view finds its place
    window.toolbar.recipe.setFocus(Qt.FocusReason.TabFocusReason)
    reached = walk(window)
    assert sorted(name(each) for each in controls(window) - set(reached)) == []
    assert sorted(name(each) for each, was_seen in reached.items() if not was_seen) == []


def test_tab_reaches_every_control_of_every_tab_page_and_dock_and_shows_where_it_is(window: MainWindow) -> None:
    tabs: QtWidgets.QTabWidget = window.tabs
    for index in range(tabs.count()):
        tabs.setCurrentIndex(index)
        check(window)
    window.tabs.setCurrentWidget(window.tabs.panel(NetworkPanel))
    for page in ("network_graph", "network_code", "stages"):
        widgets.child(window, QtWidgets.QAbstractButton, page).click()
        check(window)
    tabs.setCurrentIndex(0)
    for dock in ("lessons", "settings"):
        window.actions_by_name[dock].trigger()
        check(window)
        window.actions_by_name[dock].trigger()


def test_next_leaves_the_keyboard_in_the_lessons(window: MainWindow) -> None:
    window.actions_by_name["lessons"].trigger()
    dock = widgets.child(window, LessonsDock)
    assert dock.page is not None
    window.drawing.canvas.setFocus()
    dock.page.show_outcome(LESSONS[0], Answer(-1, 1, "done"))
    QTest.mouseClick(dock.page.next, Qt.MouseButton.LeftButton)
    assert QtWidgets.QApplication.focusWidget() is window.drawing.canvas
    dock.page.show_outcome(LESSONS[0], Answer(-1, 1, "done"))
    dock.page.next.setFocus()
    QTest.keyClick(dock.page.next, Qt.Key.Key_Space)
    assert QtWidgets.QApplication.focusWidget() is dock.page.box


def test_keys_turn_to_every_tab_and_leave_the_keyboard_on_its_title(window: MainWindow) -> None:
    tabs: QtWidgets.QTabWidget = window.tabs
    for key, expected in ((Qt.Key.Key_PageUp, tabs.count() - 1), (Qt.Key.Key_PageDown, 0), (Qt.Key.Key_PageDown, 1)):
        QTest.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert tabs.currentIndex() == expected
        assert QtWidgets.QApplication.focusWidget() is tabs.tabBar()


@pytest.mark.parametrize("key", [0x0416, 0x0142, 0x01000001], ids=["Cyrillic", "Polish", "Tab"])
def test_a_key_that_qt_has_no_name_for_is_let_through(key: int, window: MainWindow) -> None:
    kinds = (ConfusionPicture, LogitRows, ClassCounts, ImageWall)
    for widget in (each for kind in kinds for each in window.findChildren(kind)):
        QtWidgets.QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def told(widget: QtWidgets.QWidget, what: QAccessible.Text) -> str:
    return there(QAccessible.queryAccessibleInterface(widget)).text(what)


def test_every_part_and_every_control_has_a_name_and_its_own_role(still_window: MainWindow) -> None:
    for name in (*DRAWING, *RUN):
        assert told(widgets.child(still_window, QtWidgets.QWidget, name), QAccessible.Text.Name), name
    kinds = (QtWidgets.QAbstractButton, QtWidgets.QComboBox, QtWidgets.QDoubleSpinBox, QtWidgets.QAbstractSlider)
    controls = [each for kind in kinds for each in still_window.findChildren(kind) if each.isVisible()]
    ours = [each for each in controls if each.objectName() and not each.objectName().startswith("qt_")]
    assert len(ours) > 20
    assert [each.objectName() for each in ours if not told(each, QAccessible.Text.Name)] == []
    train, pace, recipe = (
        QAccessible.queryAccessibleInterface(widgets.child(still_window, QtWidgets.QWidget, name)).role()
        for name in ("train", "pace", "recipe")
    )
    assert train in (QAccessible.Role.Button, QAccessible.Role.PushButton)
    assert (pace, recipe) == (QAccessible.Role.Slider, QAccessible.Role.ComboBox)


def test_a_reading_is_told_with_its_sureness_and_of_a_run_how_far_it_is(qtbot: QtBot, still_window: MainWindow) -> None:
    side, view = still_window.drawing, still_window.cost_plot.view
    draw(side.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: side.verdict.text == "It reads a 7")
    kinds = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    said = " ".join(told(part, what) for part in (side.verdict, side.bars, side.canvas) for what in kinds)
    assert re.fullmatch(r"reads 7, \d+ percent", told(side.bars, QAccessible.Text.Description))
    assert "It reads a 7" in said
    assert "1 stroke" in said
    still_window.cost_plot.set_reading("step 412 of 1,000", "4.81")
    assert told(view, QAccessible.Text.Name) == "Cost"
    assert told(view, QAccessible.Text.Description) == "step 412 of 1,000, 4.81"
