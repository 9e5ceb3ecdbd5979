"""Widgets of tests: given to qtbot, which closes them, sized, shown, and found by their names."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.gui.events import EventCount

Widget = TypeVar("Widget", bound=QWidget)
Child = TypeVar("Child", bound=QObject)


def hidden(qtbot: QtBot, widget: Widget, *size: int) -> Widget:
    """Return a widget that is closed when the test ends, of a width and height where they are given."""
    qtbot.addWidget(widget)
    if size:
        widget.resize(*size)
    return widget


def as_high_as_asked(qtbot: QtBot, widget: Widget, width: int = 400) -> Widget:
    """Return a widget on the screen, of a width, and as high as it asks for."""
    hidden(qtbot, widget, width, widget.sizeHint().height()).show()
    return widget


def shown(qtbot: QtBot, widget: Widget, *size: int) -> Widget:
    """Like `hidden`, but on the screen."""
    with qtbot.waitExposed(hidden(qtbot, widget, *size)):
        widget.show()
    return widget


def child(parent: QObject, kind: type[Child], name: str = "") -> Child:
    """Return the part of a kind and name that a widget must have."""
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind)
    return found


def painted(qtbot: QtBot, widget: QWidget, change: Callable[[], object]) -> None:
    """Change something, and wait until a widget has been painted with it."""
    paints = EventCount(QEvent.Type.Paint)
    widget.installEventFilter(paints)
    change()
    qtbot.waitUntil(lambda: paints.count > 0)
    widget.removeEventFilter(paints)


def rested(qtbot: QtBot, parent: QObject) -> None:
    """Wait until nothing is timed any more: no pause goes on, no slice of work is left."""
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in parent.findChildren(QTimer)))


def heard(signal: SignalInstance) -> list[Any]:
    """Return what a signal carries from now on, as it comes."""
    carried: list[Any] = []
    signal.connect(carried.append)
    return carried
