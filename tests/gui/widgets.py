"""Widgets of tests: given to qtbot, which closes them, sized, shown, and found by their names."""

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, SignalInstance
from PySide6.QtGui import QImage, QMouseEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QListView, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.recipes.recipe import Recipe
from gui.jobs.training_session import TrainingSession
from gui.jobs.training_thread import RequestedRun, TrainingOrder
from gui.look import dress, theme as look
from gui.plots.rewind import Rewind
from tests import small

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
    found = parent.findChild(kind, name) if name else parent.findChild(kind)
    assert isinstance(found, kind)
    return found


def texts(parent: QObject) -> set[str]:
    return {label.text() for label in parent.findChildren(QLabel)}


def said(parent: QObject) -> str:
    return "\n".join(label.text() for label in parent.findChildren(QLabel))


def numbers_of(picture: QImage) -> NDArray[np.uint32]:
    """Return the pixels of a picture, (height, width), as 0xRRGGBB."""
    whole = picture.convertToFormat(QImage.Format.Format_ARGB32)
    return np.frombuffer(whole.constBits(), np.uint32).reshape(whole.height(), whole.width()) & np.uint32(0xFFFFFF)


def colours(picture: QImage) -> set[str]:
    return {f"#{number:06x}" for number in np.unique(numbers_of(picture))}


def slider(rewind: Rewind) -> QSlider:
    return child(rewind, QSlider, "rewind")


def go_back(rewind: Rewind, place: int) -> None:
    slider(rewind).setValue(rewind.steps[place])


class EventCount(QObject):
    """Counts the events of one kind; to be installed as an event filter."""

    def __init__(self, kind: QEvent.Type) -> None:
        super().__init__()
        self.count, self._kind = 0, kind

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == self._kind
        return False


class PaintedRegions(QObject):
    """Stores the region of each painting; to be installed as an event filter."""

    def __init__(self) -> None:
        super().__init__()
        self.regions: list[QRegion] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.regions.append(QRegion(event.region()))
        return False


def move(widget: QWidget, at: QPointF, held: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """Move the mouse over a widget at once; QTest's own moves let the event loop turn."""
    none, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, at, widget.mapToGlobal(at), none, held, keys)
    QApplication.sendEvent(widget, event)


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


def place_of(wall: QListView, place: int) -> QRectF:
    """Return where the image at a place on a wall stands, with its captions."""
    return QRectF(wall.visualRect(wall.model().index(place, 0)))


def heard(signal: SignalInstance) -> list[Any]:
    """Return what a signal carries from now on, as it comes."""
    carried: list[Any] = []
    signal.connect(carried.append)
    return carried


def wear(theme: look.Theme, *parts: object) -> None:
    """Let these parts, and all that are made until the test ends, wear a theme: the application's takes long."""
    look.wear(theme)
    for part in parts:
        if isinstance(part, QWidget):
            dress.renew(part)
        elif hasattr(part, "dress"):
            part.dress()


def begin(session: TrainingSession, recipe: Recipe) -> None:
    """Report that a run of a recipe has begun, on the data set in use or else the made digits."""
    dataset = session.requirements.data.dataset or small.dataset()
    session.started.emit(TrainingOrder(1, RequestedRun(recipe), dataset, None))
