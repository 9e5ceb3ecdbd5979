"""The parts in which hands are taught, without a window round them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.digits.drawing import Drawing
from core.hands.hand import Hand
from core.model import shipped
from core.runs import RunStore
from gui.frame.actions import Actions
from gui.frame.drawing_side import DrawingSide
from gui.frame.status_line import StatusLine
from gui.hands.hand_controller import HandController
from gui.jobs.worker import Worker
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.runs.runs_controller import HandScoreController
from gui.runs.runs_panel import RunsPanel
from gui.state.reader import Reader
from gui.state.shared import Shared
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS

TEACH = [f"teach_{digit}" for digit in range(10)]
ONE = Drawing.from_strokes([[[0.5, 0.2], [0.5, 0.8]]])


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = window = widgets.hidden(qtbot, QWidget())
        self.actions, self.reader = Actions(window), Reader(shipped.shipped_layer())
        self.side = DrawingSide(self.reader, {}, {name: self.actions[name] for name in TEACH})
        self.panel, self.status = MyDigitsPanel(), StatusLine(self.actions["cancel_download"])
        for widget in (self.side, self.panel, self.status):
            widget.setParent(window)
        shared, self.recorder = Shared(self.reader, window), Worker("runs", window)
        runs, disk = widgets.hidden(qtbot, RunsPanel()), (RunStore(), self.recorder.submit)
        scoring = HandScoreController(shared.hand, runs, *disk, window)
        self.wiring = HandController(shared, self.side, self.panel, self.status, self.actions, scoring.score)

    def labels(self) -> list[int]:
        return [digit.label for digit in Hand(self.wiring.hand.name).digits]

    def button(self, name: str) -> QToolButton:
        return widgets.child(self.window, QToolButton, name)

    def teach(self, drawing: Drawing, label: int) -> None:
        """Draw a digit, and say which it is."""
        self.side.canvas.set_drawing(drawing)
        self.button(f"teach_{label}").click()

    def mark(self, index: int) -> None:
        """Mark a digit on the wall as a click does."""
        self.panel.wall.set_current(index)
        self.panel.wall.chosen.emit(index)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    assert made.recorder.end(WAIT_MS)
