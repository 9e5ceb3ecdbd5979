"""What the window does before its rest is there, and beside its parts."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from core import stroke_lines
from core.stroke_lines import LabelledDrawing
from gui.app import create_window
from gui.main_window import MainWindow
from tests import small

BESIDE = QPoint(900, 500)  # far from the canvas


def test_what_is_dropped_beside_the_canvas_is_opened(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    window = create_window()
    qtbot.addWidget(window)
    path = tmp_path / "seven.jsonl"
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7, "w01")], path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(BESIDE, action, data, button, key)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(BESIDE), action, data, button, key))
    assert window.drawing.verdict.text() == "It reads a 7"
    window.close()


def test_the_stages_find_room_in_the_smallest_usual_window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(MainWindow, "start_threads", lambda _self: None)
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1_000, 640)
    window.show()
    button = window.drawing.findChild(QAbstractButton, "stages")
    assert isinstance(button, QAbstractButton)
    button.click()
    QApplication.processEvents()
    assert window.drawing.minimumSizeHint().height() <= window.drawing.height()
    window.close()
