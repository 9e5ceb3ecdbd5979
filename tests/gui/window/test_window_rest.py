"""The window's rest, built part by part after the first painting: what works meanwhile, and where a part fails."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QSlider, QWidget
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from gui.main_window import MainWindow
from gui.window.window_rest import WholeWindow
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw

NAMED = {
    "canvas": QWidget,
    "preview": QWidget,
    "bars": QWidget,
    "verdict": QWidget,
    "recipe": QComboBox,
    "train": QAbstractButton,
    "pause": QAbstractButton,
    "step": QAbstractButton,
    "reset": QAbstractButton,
    "more": QAbstractButton,
    "undo": QAbstractButton,
    "redo": QAbstractButton,
    "clear": QAbstractButton,
    "learning_rate": QDoubleSpinBox,
    "pace": QSlider,
    "cost_plot": QWidget,
    "accuracy_plot": QWidget,
    "weights": QWidget,
    "settings": QWidget,
    "my_digits": QWidget,
    **{f"teach_{digit}": QAbstractButton for digit in range(10)},
}


def test_every_part_has_its_name_and_kind(qtbot: QtBot) -> None:
    window = widgets.hidden(qtbot, MainWindow())
    for name, kind in NAMED.items():
        assert window.findChild(kind, name) is not None, name
    recipe = window.toolbar.recipe
    assert [recipe.itemData(row) for row in range(recipe.count())] == list(recipes.LADDER)
    window.close()


@pytest.mark.parametrize("parts", [0, 1, 4, 8])
def test_a_window_that_is_not_whole_yet_reads_a_digit_and_closes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, parts: int
) -> None:
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


def test_a_window_becomes_whole_by_itself_after_its_first_painting(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = widgets.hidden(qtbot, MainWindow(at_once=False))
    begun: list[bool] = []
    monkeypatch.setattr(window, "start_threads", lambda: begun.append(window.is_whole))
    window.show()
    qtbot.waitUntil(lambda: begun == [True])
    assert [window.tabs.tabText(index) for index in range(window.tabs.count())][-2:] == ["Ladder", "Runs"]
    window.close()
    assert window.threads_ended


@pytest.mark.parametrize("part", ["_add_session", "_add_tabs", "_add_lessons", "_add_remembered"])
def test_a_window_of_which_a_part_cannot_be_built_says_so_and_goes_on_as_a_pad_that_reads(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
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
