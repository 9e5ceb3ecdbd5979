"""The menu of a panel: its picture copied or saved, and the numbers of its curves."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QTabWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.exporting.tables import Table
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.look import theme as look
from gui.window.panel_menu import PanelMenu
from tests.gui import widgets


class Curve(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.numbers: list[float] = []
        self.setMinimumSize(60, 40)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def to_table(self) -> Table:
        return Table(("step", "cost"), (list(range(len(self.numbers))), self.numbers))


class Window(QWidget):
    """Two panels and two tabs, wired."""

    def __init__(self) -> None:
        super().__init__()
        self.curve, self.drawing, self.tabs = Curve(), QLineEdit(), QTabWidget()
        self.tabs.addTab(QLineEdit("first"), "Weights")
        self.tabs.addTab(QLabel("second"), "My digits")
        column = QVBoxLayout(self)
        for widget in (self.curve, self.drawing, self.tabs):
            column.addWidget(widget)
        self.actions_by_name = Actions(self)
        panels = {"Cost": self.curve, "Drawing": self.drawing}
        run = "based on “Zeros”: 1/2"
        self.status = StatusLine(self.actions_by_name["cancel_download"], self)
        self.status.hide()
        shared = (self.actions_by_name, lambda job, then: then(job()), lambda: run, self.status)
        self.wiring = PanelMenu(panels, self.tabs, *shared, self)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[Window]:
    made = widgets.shown(qtbot, Window())
    made.curve.setFocus()
    yield made
    QGuiApplication.clipboard().clear()


def answers(monkeypatch: pytest.MonkeyPatch, name: str | Path, kind: str) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(name), kind))


def test_the_panel_used_last_is_the_one_copied(qtbot: QtBot, window: Window) -> None:
    assert window.wiring.panel() is window.curve
    window.tabs.currentWidget().setFocus()
    qtbot.waitUntil(lambda: window.wiring.panel() is window.tabs.currentWidget())
    window.tabs.setCurrentIndex(1)
    assert window.wiring.panel() is window.tabs.widget(1)
    window.drawing.setFocus()
    qtbot.waitUntil(lambda: window.wiring.panel() is window.drawing)
    window.actions_by_name["copy_picture"].trigger()
    assert window.status.note() == "Copied the picture: Drawing."
    assert QGuiApplication.clipboard().image().width() == 2 * window.drawing.width()


@pytest.mark.parametrize("put_away", [QWidget.hide, lambda panel: panel.setFixedHeight(0)], ids=["hidden", "flat"])
def test_a_panel_without_room_gives_way(put_away: Callable[[QWidget], None], qtbot: QtBot, window: Window) -> None:
    put_away(window.curve)
    qtbot.waitUntil(lambda: window.wiring.panel() is window.drawing)
    window.actions_by_name["copy_picture"].trigger()
    assert window.status.note() == "Copied the picture: Drawing."
    assert QGuiApplication.clipboard().image().width() == 2 * window.drawing.width()


def test_a_picture_gets_the_chosen_suffix(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, tmp_path / "cost", "*.svg")
    window.actions_by_name["save_picture"].trigger()
    answers(monkeypatch, tmp_path / "cost.png", "*.png")
    window.actions_by_name["save_picture"].trigger()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cost.png", "cost.svg"]
    assert not QImage(str(tmp_path / "cost.png")).isNull()


def test_a_picture_is_light_and_names_the_run(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    button, asked = QPushButton("press", window.curve), list[str]()
    button.show()
    widgets.wear(look.DARK, window)

    def answered(_window: QWidget, _title: str, name: str, _filters: str) -> tuple[str, str]:
        asked.append(name)
        return name, "*.png"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answered)
    monkeypatch.chdir(tmp_path)
    window.actions_by_name["save_picture"].trigger()
    assert asked == ["based on -Zeros-- 1-2 - Cost.png"]
    image = QImage(str(tmp_path / asked[0]))
    pixels = {image.pixelColor(x, y).name() for x in range(0, image.width(), 4) for y in range(0, image.height(), 4)}
    assert pixels == {look.LIGHT.background.lower()}
    assert look.current() is look.DARK
    assert button.isVisible()
    assert window.curve.hasFocus()


def test_what_cannot_be_written_is_said(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "", "")  # no answer, which writes nothing
    window.actions_by_name["save_picture"].trigger()
    answers(monkeypatch, tmp_path / "nowhere" / "cost.png", "*.png")
    window.actions_by_name["save_picture"].trigger()
    assert "cannot be written" in window.status.note()
    assert list(tmp_path.iterdir()) == []


def test_the_numbers_of_a_curve_are_saved(window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, tmp_path / "cost.csv", "*.csv")
    window.actions_by_name["save_data"].trigger()
    assert window.status.note() == "Cost has no numbers to save yet."
    window.curve.numbers = [2.5, 1.25]
    window.actions_by_name["save_data"].trigger()
    assert (tmp_path / "cost.csv").read_text() == "step,cost\n0,2.5\n1,1.25\n"


def test_a_panel_without_a_curve_offers_no_numbers_whatever_its_parts_are_called(qtbot: QtBot, window: Window) -> None:
    offered = [action.text() for action in window.wiring.menu().actions()]
    page = QLineEdit()
    page.table = QLabel("a part, not a function")  # type: ignore[attr-defined]
    window.tabs.addTab(page, "Runs")
    window.tabs.setCurrentWidget(page)
    page.setFocus()
    qtbot.waitUntil(lambda: window.wiring.panel() is page)
    window.actions_by_name["save_data"].trigger()
    assert window.status.note() == "Runs has no numbers to save yet."
    window.drawing.setFocus()
    qtbot.waitUntil(lambda: window.wiring.panel() is window.drawing)
    assert offered[:-1] == [action.text() for action in window.wiring.menu().actions()]
    assert offered[-1] == window.actions_by_name["save_data"].text()
