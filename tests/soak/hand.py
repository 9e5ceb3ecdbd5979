"""The seeded user's hand: does one action to whatever the window shows at that moment."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6 import QtWidgets
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QGuiApplication, QImage, QWheelEvent
from PySide6.QtTest import QTest

from core.digits.drawing import Drawing
from gui.look import theme as look
from gui.main_window import MainWindow
from tests.gui.conftest import draw
from tests.soak.actions import Action

Item = TypeVar("Item")
Widget = TypeVar("Widget", bound=QtWidgets.QWidget)

KEYS = (
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)),
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_A, Qt.Key.Key_F1),
)
SHORTCUTS = (
    *(Qt.Key.Key_T, Qt.Key.Key_P, Qt.Key.Key_Period, Qt.Key.Key_R, Qt.Key.Key_M, Qt.Key.Key_Z, Qt.Key.Key_D),
    *(Qt.Key.Key_G, Qt.Key.Key_Comma, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_S, Qt.Key.Key_O, Qt.Key.Key_E),
)
NARROWEST, WIDEST = (960, 600), (2_400, 1_400)  # points
LONGEST_WAIT_MS = 60
WHEEL_NOTCH = 120  # eighths of a degree
NO_KEYS = Qt.KeyboardModifier.NoModifier


def chosen(items: Sequence[Item], share: float) -> Item:
    """Return one of the items by a share, 0..1."""
    return items[min(int(share * len(items)), len(items) - 1)]


class Hand:
    """Knows each kind of action by the name of a method."""

    def __init__(self, window: MainWindow, things: Sequence[Path]) -> None:
        self._window, self._things = window, things

    def do(self, action: Action) -> None:
        """Do an action; where there is nothing that it can be done to, nothing happens."""
        getattr(self, action.kind)(action)

    def draw(self, action: Action) -> None:
        half, turns = 0.01 + 0.45 * action.which, 1 + int(action.x * 12)
        turned = [(math.cos(n * (1 + action.y)), math.sin(n)) for n in range(turns)]
        stroke = [(0.05 + half * (1 + x), 0.05 + half * (1 + y)) for x, y in turned]
        draw(self._window.drawing.canvas, Drawing.from_strokes([stroke]))

    def click(self, action: Action) -> None:
        if buttons := self._shown(QtWidgets.QAbstractButton):
            QTest.mouseClick(chosen(buttons, action.which), Qt.MouseButton.LeftButton)

    def trigger(self, action: Action) -> None:
        actions = [each for each in self._window.actions_by_name.values() if each.isEnabled() and each.text() != "Quit"]
        chosen(actions, action.which).trigger()

    def choose(self, action: Action) -> None:
        if boxes := [box for box in self._shown(QtWidgets.QComboBox) if box.count()]:
            box = chosen(boxes, action.which)
            box.setCurrentIndex(chosen(range(box.count()), action.x))

    def move_knob(self, action: Action) -> None:
        knobs: list[Any] = [
            *self._shown(QtWidgets.QAbstractSlider),
            *self._shown(QtWidgets.QSpinBox),
            *self._shown(QtWidgets.QDoubleSpinBox),
        ]
        if knobs:
            knob = chosen(knobs, action.which)
            low, high = knob.minimum(), knob.maximum()
            value = low + (high - low) * action.x**4
            knob.setValue(value if isinstance(knob, QtWidgets.QDoubleSpinBox) else int(value))

    def turn_tab(self, action: Action) -> None:
        if bars := [bar for bar in self._shown(QtWidgets.QTabBar) if bar.count()]:
            bar = chosen(bars, action.which)
            bar.setCurrentIndex(chosen(range(bar.count()), action.x))

    def press_key(self, action: Action) -> None:
        QTest.keyClick(self._focus(), chosen(KEYS, action.which))

    def type_shortcut(self, action: Action) -> None:
        shift = Qt.KeyboardModifier.ShiftModifier if action.x < 0.3 else NO_KEYS
        QTest.keyClick(self._focus(), chosen(SHORTCUTS, action.which), Qt.KeyboardModifier.ControlModifier | shift)

    def hover(self, action: Action) -> None:
        if widgets := self._shown(QtWidgets.QWidget):
            widget = chosen(widgets, action.which)
            QTest.mouseMove(widget, _place(widget, action.x, action.y))

    def drag(self, action: Action) -> None:
        if widgets := self._shown(QtWidgets.QWidget):
            widget = chosen(widgets, action.which)
            start, end = _place(widget, action.x, action.y), _place(widget, action.y, action.x)
            button = Qt.MouseButton.LeftButton if action.x < 0.8 else Qt.MouseButton.RightButton
            QTest.mousePress(widget, button, NO_KEYS, start)
            QTest.mouseMove(widget, end)
            QTest.mouseRelease(widget, button, NO_KEYS, end)

    def turn_wheel(self, action: Action) -> None:
        if widgets := self._shown(QtWidgets.QWidget):
            widget = chosen(widgets, action.which)
            place = QPointF(_place(widget, action.x, action.y))
            turn = QPoint(0, WHEEL_NOTCH if action.x < 0.5 else -WHEEL_NOTCH)
            phase = Qt.ScrollPhase.NoScrollPhase
            where = QPointF(widget.mapToGlobal(place.toPoint()))
            event = QWheelEvent(place, where, QPoint(), turn, Qt.MouseButton.NoButton, NO_KEYS, phase, False)
            QtWidgets.QApplication.sendEvent(widget, event)

    def open_menu(self, action: Action) -> None:
        if menus := self._window.menuBar().findChildren(QtWidgets.QMenu):
            chosen(menus, action.which).popup(self._window.mapToGlobal(QPoint(10, 10)))

    def resize(self, action: Action) -> None:
        if action.which < 0.1:
            self._window.showMaximized()
            return
        self._window.showNormal()
        ends = zip(NARROWEST, WIDEST, (action.x, action.y), strict=True)
        self._window.resize(*(int(low + (high - low) * share) for low, high, share in ends))

    def change_theme(self, action: Action) -> None:
        self._window.set_theme(chosen((look.LIGHT, look.DARK), action.which))

    def change_font(self, action: Action) -> None:
        font = QFont(QtWidgets.QApplication.font())
        font.setPointSizeF(7 + 20 * action.which**2)
        QtWidgets.QApplication.setFont(font)

    def drop(self, action: Action) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(chosen(self._things, action.which)))])
        target = self._window.drawing.canvas if action.x < 0.7 else self._window
        where = _place(target, action.x, action.y)
        given = (where, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, NO_KEYS)
        enter = QDragEnterEvent(*given)
        QtWidgets.QApplication.sendEvent(target, enter)
        if enter.isAccepted():
            QtWidgets.QApplication.sendEvent(target, QDropEvent(QPointF(where), *given[1:]))

    def paste(self, action: Action) -> None:
        clipboard = QGuiApplication.clipboard()
        path = chosen(self._things, action.which)
        if path.suffix == ".png":
            clipboard.setImage(QImage(str(path)))
        else:
            clipboard.setText(path.read_text(errors="replace") if path.is_file() else str(path))
        QTest.keyClick(self._window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    def wait(self, action: Action) -> None:
        QTest.qWait(int(action.which * LONGEST_WAIT_MS))

    def _shown(self, kind: type[Widget]) -> list[Widget]:
        """Return what a user could reach: seen, enabled, in the window or in one that floats."""
        found = [widget for widget in self._window.findChildren(kind) if widget.isVisible() and widget.isEnabled()]
        return [widget for widget in found if not isinstance(widget.parent(), QtWidgets.QAbstractSpinBox)]

    def _focus(self) -> QtWidgets.QWidget:
        return QtWidgets.QApplication.focusWidget() or self._window


def _place(widget: QtWidgets.QWidget, x: float, y: float) -> QPoint:
    return QPoint(int(x * max(widget.width() - 1, 0)), int(y * max(widget.height() - 1, 0)))
