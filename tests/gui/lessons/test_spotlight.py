"""The ring around a control."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.lessons.spotlight import AWAY, Spotlight


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(300, 200)
    qtbot.addWidget(made)
    button = QPushButton("press", made)
    button.setGeometry(100, 80, 90, 40)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_lies_around_its_control_and_follows_it(window: QWidget) -> None:
    ring, button = Spotlight(window), window.findChildren(QPushButton)[0]
    ring.point_at(button)
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-AWAY, -AWAY, AWAY, AWAY)
    button.move(20, 30)
    assert ring.geometry().topLeft() == QPoint(20 - AWAY, 30 - AWAY)
    button.hide()
    assert not ring.isVisible()
    button.show()
    assert ring.isVisible()
    ring.point_at(None)
    assert not ring.isVisible()


def test_a_click_goes_through_it_and_a_part_can_be_ringed(window: QWidget) -> None:
    ring, button = Spotlight(window), window.findChildren(QPushButton)[0]
    ring.point_at(button, QRect(0, 0, 20, 20))
    assert ring.width() == 20 + 2 * AWAY
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    corner = window.childAt(button.geometry().topLeft() + QPoint(2, 2))
    assert corner is button
    QTest.mouseClick(corner, Qt.MouseButton.LeftButton)
    assert pressed == [True]
