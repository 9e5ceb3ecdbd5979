"""The tour, taken by a learner with the real controls of the real window."""

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from core.lessons import LESSONS
from gui.lessons.lessons_dock import LessonPage, LessonsDock
from gui.lessons.spotlight import Spotlight
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.panels.data_panel import DataPanel
from gui.panels.network_panel import NetworkPanel
from gui.panels.why_panel import WhyPanel
from tests import small
from tests.gui.conftest import WAIT_MS, draw

Open = Callable[[Path], MainWindow]


@pytest.fixture
def window(open_window: Open, data_folder: Path) -> MainWindow:
    made = open_window(data_folder)
    made.session.set_pace(math.inf)
    return made


def dock_of(window: MainWindow) -> LessonsDock:
    found = window.findChild(QWidget, "lessons")
    assert isinstance(found, LessonsDock)
    return found


def page_of(window: MainWindow) -> LessonPage:
    page = dock_of(window).page
    assert page is not None
    return page


def ringed(window: MainWindow) -> QWidget | None:
    spot = window.findChild(Spotlight)
    assert isinstance(spot, Spotlight)
    return spot.target() if spot.isVisible() else None


def click(window: MainWindow, name: str) -> None:
    button = window.findChild(QAbstractButton, name)
    assert isinstance(button, QAbstractButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def done(qtbot: QtBot, page: LessonPage) -> str:
    """Wait for the lesson to be done; return what is said of it, and go on."""
    qtbot.waitUntil(page.next.isEnabled, timeout=WAIT_MS)
    outcome = page.outcome()
    QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    return outcome


def test_a_learner_takes_all_eight_lessons(qtbot: QtBot, window: MainWindow) -> None:
    dock, tabs, canvas = dock_of(window), window.tabs, window.drawing.canvas
    assert dock.page is None  # nothing is built before it is asked for
    window.actions_by_name["lessons"].trigger()
    page = page_of(window)
    assert ringed(window) is canvas
    assert not page_of(window).next.isEnabled()
    draw(canvas, small.SEVEN)
    assert "784 numbers" in done(qtbot, page)

    assert ringed(window) is tabs.tabBar()
    images = tabs.panel(DataPanel)
    tabs.setCurrentWidget(images)
    assert ringed(window) is images
    images.image_chosen.emit("training", 4)
    assert window.data.dataset is not None
    label = int(window.data.dataset.training.labels[4])
    row = " ".join(str(int(digit == label)) for digit in range(10))
    assert done(qtbot, page) == f"Its label is {label}: {row}."

    tabs.setCurrentWidget(tabs.panel(NetworkPanel))
    assert "TensorFlow" in done(qtbot, page)

    canvas.clear()
    assert ringed(window) is canvas
    draw(canvas, small.SEVEN)
    tabs.setCurrentWidget(tabs.panel(WhyPanel))
    assert "the 7 is the largest" in done(qtbot, page)

    canvas.clear()
    draw(canvas, small.SEVEN)
    assert "The 7 got" in done(qtbot, page)

    click(window, "step")
    assert "Step 1: its 100 images cost" in done(qtbot, page)

    click(window, "train")
    assert "of the test images" in done(qtbot, page)

    click(window, "teach_7")
    assert "Kept" in done(qtbot, page)
    assert not dock.isVisible()
    assert ringed(window) is None
    assert window.lessons.text() == "0"


def test_skip_and_back_lead_through_all_and_the_place_is_remembered(window: MainWindow) -> None:
    dock = dock_of(window)
    window.actions_by_name["lessons"].trigger()
    for _ in range(3):
        QTest.mouseClick(page_of(window).skip, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page_of(window).back, Qt.MouseButton.LeftButton)
    assert window.lessons.text() == "2"
    window.actions_by_name["lessons"].trigger()
    assert not dock.isVisible()
    assert ringed(window) is None
    window.lessons.set_text("99")
    assert window.lessons.text() == str(len(LESSONS) - 1)
    with pytest.raises(ValueError, match="no lesson"):
        window.lessons.set_text("no lesson")


def test_what_is_done_out_of_turn_does_no_harm(qtbot: QtBot, window: MainWindow) -> None:
    dock = dock_of(window)
    window.actions_by_name["lessons"].trigger()
    click(window, "step")
    qtbot.waitUntil(lambda: window.shown.step() == 1, timeout=WAIT_MS)
    window.tabs.setCurrentWidget(window.tabs.panel(NetworkPanel))
    assert not page_of(window).next.isEnabled()
    for theme in (look.DARK, look.LIGHT):
        window.set_theme(theme)
    dock.close()
    draw(window.drawing.canvas, small.SEVEN)
    assert not window.actions_by_name["lessons"].isChecked()
    window.actions_by_name["lessons"].trigger()
    assert page_of(window).outcome() == ""
