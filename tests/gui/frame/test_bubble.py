"""A few words beneath a control: they stay until they are read or something is done."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.bubble import Bubble
from tests.gui import widgets

LONG = (
    "Each step goes 50 times as far: the learning rate is 0.5 instead of 0.01, and so it gets there in the same time."
)


@pytest.fixture
def bubble(qtbot: QtBot) -> Iterator[Bubble]:
    window = widgets.hidden(qtbot, QWidget(), 600, 400)
    made = Bubble(QPushButton("recipe", window))
    window.show()
    yield made
    window.close()


def test_it_stands_beneath_its_control_and_stays_when_the_mouse_moves_on(bubble: Bubble) -> None:
    bubble.tell(LONG)
    QTest.mouseMove(bubble.window(), QPoint(500, 300))
    QTest.mouseMove(bubble.window(), QPoint(10, 10))
    assert bubble.isVisible()
    assert bubble.y() > bubble.window().findChildren(QPushButton)[0].height()
    assert bubble.heightForWidth(bubble.width()) <= bubble.height()


def test_it_goes_with_the_first_click_or_key_and_its_time(qtbot: QtBot, bubble: Bubble) -> None:
    bubble.tell(LONG)
    QTest.mouseClick(bubble.window(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 300))
    assert not bubble.isVisible()
    bubble.tell(LONG)
    QTest.keyClick(bubble.window(), Qt.Key.Key_A)
    assert not bubble.isVisible()
    bubble.findChildren(QTimer)[0].setInterval(1)
    bubble.tell(LONG)
    qtbot.waitUntil(bubble.isHidden)
