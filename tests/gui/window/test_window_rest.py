"""The window before its rest is there, and the rest, built part by part: what works meanwhile, what fails."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDoubleSpinBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.digits import stroke_lines
from core.digits.stroke_lines import LabelledDrawing
from core.recipes import recipe as recipes
from gui.main_window import MainWindow
from gui.window.window_rest import WholeWindow
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw

NAMED: dict[str, type[QWidget]] = {
    **dict.fromkeys(("canvas", "preview", "bars", "verdict", "cost_plot", "accuracy_plot", "weights"), QWidget),
    **dict.fromkeys(("settings", "my_digits"), QWidget),
    **dict.fromkeys(("train", "pause", "step", "reset", "more", "undo", "redo", "clear"), QAbstractButton),
    **dict.fromkeys((f"teach_{digit}" for digit in range(10)), QAbstractButton), "recipe": QComboBox,
    "learning_rate": QDoubleSpinBox, "pace": QSlider,
}  # fmt: skip
BESIDE = QPoint(900, 500)  # far from the canvas


def test_every_part_has_its_name_and_kind(qtbot: QtBot) -> None:
    window = widgets.hidden(qtbot, MainWindow())
    for name, kind in NAMED.items():
        assert window.findChild(kind, name) is not None, name
    recipe = window.toolbar.recipe
    assert [recipe.itemData(row) for row in range(recipe.count())] == list(recipes.LADDER)
    window.close()


@pytest.mark.parametrize("parts", [0, 1, 4, 8])
def test_a_window_not_whole_yet_reads_and_closes(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, parts: int) -> None:
    window = widgets.hidden(qtbot, MainWindow(at_once=False))
    monkeypatch.setattr(window, "_go_on", lambda: None)
    window.show()
    building = window.rest(None)
    for _ in range(parts):
        next(building)
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: window.drawing.verdict.text == "It reads a 7")
    assert window.close()
    assert not window.is_whole
    assert window.threads_ended


def test_window_becomes_whole_by_itself_after_its_first_painting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = widgets.hidden(qtbot, MainWindow(at_once=False))
    begun: list[bool] = []
    monkeypatch.setattr(window, "start_threads", lambda: begun.append(window.is_whole))
    window.show()
    qtbot.waitUntil(lambda: begun == [True])
    assert [window.tabs.tabText(index) for index in range(window.tabs.count())][-2:] == ["Ladder", "Runs"]
    window.close()
    assert window.threads_ended


@pytest.mark.parametrize("part", ["_add_session", "_add_tabs", "_add_lessons", "_add_remembered"])
def test_without_a_part_it_goes_on_as_a_pad(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    def fail(_window: MainWindow) -> None:
        raise RuntimeError("made by the test")

    monkeypatch.setattr(WholeWindow, part, fail)
    with qtbot.captureExceptions() as faults:
        window = widgets.shown(qtbot, MainWindow(at_once=False))
        qtbot.waitUntil(lambda: bool(faults))
    assert [str(fault[1]) for fault in faults] == ["made by the test"]
    assert "could not be built" in window.status.note()
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: window.drawing.verdict.text == "It reads a 7")
    names = ("train", "settings", "open_data", "learn", "save_data", "clear", "about", "quit")
    assert [window.actions_by_name[name].isEnabled() for name in names] == [False] * 5 + [True] * 3
    window.actions_by_name["quit"].trigger()
    assert not window.isVisible()
    assert window.threads_ended


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # newer Qts want a point of floats, older ones know none
def test_what_is_dropped_beside_the_canvas_is_opened(still_window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "seven.jsonl"
    stroke_lines.write([LabelledDrawing(small.SEVEN, 7, "w01")], path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, key = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(BESIDE, action, data, button, key)
    QApplication.sendEvent(still_window, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(still_window, QDropEvent(QPointF(BESIDE), action, data, button, key))
    assert still_window.drawing.verdict.text == "It reads a 7"


def test_clear_undo_and_redo_can_be_pressed_where_there_is_something_to_do(still_window: MainWindow) -> None:
    window = still_window

    def possible() -> list[bool]:
        return [window.actions_by_name[name].isEnabled() for name in ("clear", "undo", "redo")]

    assert possible() == [False, False, False]
    window.drawing.canvas.show_image(np.eye(28, dtype=np.float32))
    window.reader.set_image(np.eye(28, dtype=np.float32))
    assert possible()[0]
    window.actions_by_name["clear"].trigger()
    assert not possible()[0]
    draw(window.drawing.canvas, small.SEVEN)
    assert possible() == [True, True, False]
    window.actions_by_name["undo"].trigger()
    assert (possible()[0], possible()[2]) == (False, True)


def test_the_stages_find_room_in_the_smallest_usual_window(still_window: MainWindow) -> None:
    still_window.resize(1_000, 640)
    widgets.child(still_window.drawing, QAbstractButton, "stages").click()
    QApplication.processEvents()
    assert still_window.drawing.minimumSizeHint().height() <= still_window.drawing.height()
