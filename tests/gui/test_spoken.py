"""Every text of the window goes through the translator: shown here with all that went through it in brackets."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from pyqtgraph import GraphicsScene
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHeaderView, QLabel, QLineEdit, QMenu, QTabWidget, QWidget
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.words import speak
from gui.main_window import MainWindow
from gui.plots.plot_view import PlotView
from tests.gui.conftest import opened

OPEN, CLOSE = "⟦", "⟧"
STROKE = np.array([[0.2, 0.2], [0.7, 0.2], [0.4, 0.8]])
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Digitscope", "me"}  # of the app, and of the hand that is there at first
QTS_OWN = ("qt_", "_q_", "ScrollLeft", "ScrollRight")  # object names of what Qt makes itself


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    speak(lambda text: f"{OPEN}{text}{CLOSE}")
    return opened(qtbot)


Texts = list[str]


def columns(header: QHeaderView) -> Texts:
    """Return the titles of columns and what they teach; rows have none."""
    if header.orientation() is Qt.Orientation.Vertical:
        return []
    model, roles = header.model(), (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    found = [model.headerData(at, header.orientation(), role) for at in range(header.count()) for role in roles]
    return [str(text) for text in found if text]


READ: tuple[tuple[type[QObject], Callable[[Any], Texts]], ...] = (  # what is read of each kind of part
    (QWidget, lambda part: [part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle()]),
    (QAction, lambda part: [part.text(), part.toolTip()]),
    (QLabel, lambda part: [part.text()]),
    (QAbstractButton, lambda part: [part.text()]),
    (QMenu, lambda part: [part.title()]),
    (QLineEdit, lambda part: [part.placeholderText(), part.text()]),
    (QComboBox, lambda part: [part.itemText(row) for row in range(part.count())]),
    (QTabWidget, lambda part: [part.tabText(row) for row in range(part.count())]),
    (QTabWidget, lambda part: [part.tabToolTip(row) for row in range(part.count())]),
    (QHeaderView, columns),
)


def parts(window: MainWindow) -> list[QObject]:
    """Return all widgets and actions but those that Qt makes itself, and pyqtgraph's menus, which are never opened."""
    menus = [view.getPlotItem().ctrlMenu for view in window.findChildren(PlotView)]
    found: list[QObject] = [window, *window.findChildren(QWidget), *window.findChildren(QAction)]
    return [part for part in found if not part.objectName().startswith(QTS_OWN) and not is_in(part, menus)]


def is_in(part: QObject | None, places: list[QMenu]) -> bool:
    while part is not None and part not in places and not isinstance(part, GraphicsScene):
        part = part.parent()
    return part is not None


def is_said(text: str) -> bool:
    outside = re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", text)
    while outside != text:  # a text may stand within a text
        text, outside = outside, re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", outside)
    return not WORD.search(re.sub(r" \((?:\w+\+)*[^ )]+\)$", "", outside)) or text in NAMES


def test_every_text_of_the_window_is_said(window: MainWindow) -> None:
    silent = {
        f"{type(part).__name__} {part.objectName()!r}: {text!r}"
        for part in parts(window)
        for kind, read in READ
        if isinstance(part, kind)
        for text in read(part)
        if text and not is_said(text)
    }
    assert silent == set()


def test_every_text_is_said_once_there_is_a_drawing_and_settings_are_changed(window: MainWindow) -> None:
    window.drawing.canvas.set_drawing(Drawing((STROKE,)))
    window.toolbar.learning_rate.setValue(0.3)
    for index in range(window.tabs.count()):
        window.tabs.setCurrentIndex(index)
    test_every_text_of_the_window_is_said(window)


def test_a_text_that_is_not_said_is_found(window: MainWindow) -> None:
    window.tabs.setTabText(0, "Weights")
    with pytest.raises(AssertionError, match="'Weights'"):
        test_every_text_of_the_window_is_said(window)
