"""What the window does before its rest is there, and beside its parts."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from gui.main_window import MainWindow
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw

BESIDE = QPoint(900, 500)  # far from the canvas


@pytest.fixture
def window(still_window: MainWindow) -> MainWindow:
    return still_window


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # newer Qts want a point of floats, older ones know none
def test_what_is_dropped_beside_the_canvas_is_opened(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "seven.jsonl"
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7, "w01")], path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(BESIDE, action, data, button, key)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(BESIDE), action, data, button, key))
    assert window.drawing.verdict.text == "It reads a 7"


def test_clear_can_be_pressed_where_there_is_something_to_wipe(window: MainWindow) -> None:
    clear = window.actions_by_name["clear"]
    assert not clear.isEnabled()
    window.drawing.canvas.show_image(np.eye(28, dtype=np.float32))
    window.reader.set_image(np.eye(28, dtype=np.float32))
    assert clear.isEnabled()
    clear.trigger()
    assert not clear.isEnabled()
    draw(window.drawing.canvas, small.SEVEN)
    assert clear.isEnabled()
    window.actions_by_name["undo"].trigger()
    assert not clear.isEnabled()


def test_undo_and_redo_can_be_pressed_where_there_is_a_stroke_to_take_back_or_draw_again(window: MainWindow) -> None:
    def possible() -> list[bool]:
        return [window.actions_by_name[name].isEnabled() for name in ("undo", "redo")]

    assert possible() == [False, False]
    draw(window.drawing.canvas, small.SEVEN)
    assert possible() == [True, False]
    window.actions_by_name["undo"].trigger()
    assert possible()[1]


def test_the_stages_find_room_in_the_smallest_usual_window(window: MainWindow) -> None:
    window.resize(1_000, 640)
    button = widgets.child(window.drawing, QAbstractButton, "stages")
    button.click()
    QApplication.processEvents()
    assert window.drawing.minimumSizeHint().height() <= window.drawing.height()
