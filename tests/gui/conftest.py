"""The whole window for a test, closed and its threads ended whatever the test does."""

import math
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from gui.app import create_window
from gui.canvas.digit_canvas import DigitCanvas
from gui.jobs.worker import Worker
from gui.look import theme as look
from gui.main_window import MainWindow
from gui.system import language
from tests import conftest
from tests.gui.reading.made import Joined

USUAL = (1280, 800)
WAIT_MS = conftest.WAIT_MS
Open = Callable[[Path], MainWindow]


@pytest.fixture(autouse=True)
def work_in_threads_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let coverage see Qt's threads too: what it hands to `threading` reaches only those that Python starts."""
    tracer, run = threading.gettrace(), Worker.run

    def run_traced(worker: Worker) -> None:
        sys.settrace(tracer)
        run(worker)

    if tracer is not None:
        monkeypatch.setattr(Worker, "run", run_traced)


@pytest.fixture(autouse=True)
def undressed_again(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let the next test begin in English, in light colours, and without the letters and the style sheet of this one."""
    app: QApplication | None = request.getfixturevalue("qapp") if "qapp" in request.fixturenames else None
    usual = QFont() if app is None else app.font()
    yield
    language.forget()
    look.wear(look.LIGHT)
    if app is not None and (app.font() != usual or app.styleSheet()):
        app.setFont(usual)
        app.setStyleSheet("")


@pytest.fixture
def large_letters(qapp: QApplication) -> Callable[[], None]:
    """Return a function that doubles the application's font until the test ends."""

    def enlarge() -> None:
        larger = qapp.font()
        larger.setPointSizeF(2 * larger.pointSizeF())
        qapp.setFont(larger)

    return enlarge


@pytest.fixture
def joined(qtbot: QtBot) -> Iterator[Joined]:
    """Return the drawing and the tabs joined to what reads, with the tabs in view."""
    made = Joined(qtbot)
    made.tabs.resize(800, 240)
    made.tabs.show()
    yield made
    assert made.evaluation.close(WAIT_MS)
    assert made.session.close(WAIT_MS)  # the warming up of TensorFlow, where a test loads it, cannot be interrupted


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[Open]:
    """Return a function that opens the window on a data folder and waits until it can train."""
    opened: list[MainWindow] = []

    def show(folder: Path) -> MainWindow:
        window = create_window(["--data", str(folder)])
        qtbot.addWidget(window, before_close_func=end)
        window.resize(*USUAL)  # the screen of the tests is smaller than most
        opened.append(window)
        with qtbot.waitSignals([window.session.tensorflow_ready, window.loader.found]):
            window.show()
        return window

    yield show
    for window in opened:
        window.close()
        if not window.threads_ended:  # the app would end here; a test goes on, when TensorFlow has compiled its steps
            window.session.close(WAIT_MS)


@pytest.fixture
def window(open_window: Open, data_folder: Path) -> MainWindow:
    """Return a window that can train on the made digits."""
    return open_window(data_folder)


@pytest.fixture
def still_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Return a shown window that looks for no data and loads no TensorFlow."""
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    made = create_window()
    qtbot.addWidget(made)
    made.resize(*USUAL)
    made.show()
    yield made
    made.close()


def opened(qtbot: QtBot, *arguments: str) -> MainWindow:
    """Return a window that is not shown, and so starts no threads."""
    window = create_window(arguments)
    qtbot.addWidget(window, before_close_func=end)
    return window


def end(window: MainWindow) -> None:
    """Close a window and wait for its threads: Qt aborts the process when it destroys one that runs.

    An app leaves what TensorFlow cannot interrupt to the end of its process; a window of a test goes before that.
    """
    window.close()
    for worker in window.findChildren(Worker):
        worker.wait(WAIT_MS)


def running(window: MainWindow) -> list[str]:
    """Return the names of the window's threads that have not ended."""
    return [worker.objectName() for worker in window.findChildren(Worker) if worker.isRunning()]


def draw(canvas: DigitCanvas, drawing: Drawing) -> None:
    square, side = canvas.square(), canvas.square().width()
    for stroke in drawing.strokes:
        places = [QPoint(round(square.x() + x * side), round(square.y() + y * side)) for x, y in stroke]
        QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[0])
        for place in places[1:]:
            QTest.mouseMove(canvas, place)
        QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, places[-1])


def do(window: MainWindow, name: str) -> None:
    assert window.actions_by_name[name].isEnabled()
    window.actions_by_name[name].trigger()


def finished(qtbot: QtBot, window: MainWindow, name: str = "train") -> None:
    window.next_run.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished):
        do(window, name)


def under_way(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.progressed):
        do(window, "train")
