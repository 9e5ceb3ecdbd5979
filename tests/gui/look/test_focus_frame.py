"""The frame that says where the keyboard is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.look.painting import paint_focus


class Painted(QWidget):
    """A widget that paints nothing but the frame."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(60, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        paint_focus(QPainter(self), self)

    def is_framed(self) -> bool:
        """Return whether its edge has the accent."""
        return self.grab().toImage().pixelColor(self.width() // 2, 0) == QColor(look.current().accent)


@pytest.fixture
def pair(qtbot: QtBot) -> tuple[QWidget, Painted, Painted]:
    """Return a window with two such widgets."""
    window, first, second = QWidget(), Painted(), Painted()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(first)
    column.addWidget(second)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    return window, first, second


def test_what_the_keyboard_came_to_is_framed_and_what_it_left_is_not(
    qtbot: QtBot, pair: tuple[QWidget, Painted, Painted]
) -> None:
    _window, first, second = pair
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    qtbot.waitUntil(second.is_framed)
    assert not first.is_framed()


def test_a_click_frames_nothing(pair: tuple[QWidget, Painted, Painted]) -> None:
    _window, first, _second = pair
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.hasFocus()
    assert not first.is_framed()
