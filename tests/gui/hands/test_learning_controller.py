"""Learning from one's own digits: it reads with what it learns at once, says what changed, and can be taken back."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.digits.stages import RAW
from core.hands.hand import Hand
from core.model.softmax import single
from gui.frame.actions import Actions
from gui.frame.status_line import StatusLine
from gui.hands.learning_controller import LearningController
from gui.jobs.learning import Learning
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.state.reader import BY_APP, BY_RUN, Reader
from gui.state.shared import Shared
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS
from tests.gui.hands.conftest import ONE
from tests.there import there


class Bench:
    def __init__(self, qtbot: QtBot) -> None:
        self.window = window = widgets.hidden(qtbot, QWidget())
        reader = Reader(single(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), RAW))
        self.shared, self.reader = Shared(reader, window), reader
        self.data, self.hand = self.shared.data, self.shared.hand
        self.panel, self.status = MyDigitsPanel(), StatusLine(Actions(window)["cancel_download"])
        for widget in (self.panel, self.status):
            widget.setParent(window)
        self.learning, self.learn = Learning(window), widgets.child(self.panel, QToolButton, "learn")
        self.wiring = LearningController(self.shared, self.learning, self.panel, self.status)


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    assert made.learning.close(WAIT_MS)


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    made = Hand("Ada", tmp_path)
    for _ in range(3):
        made.teach(small.SEVEN, 7)
        made.teach(ONE, 1)
    return made


def test_what_is_learnt_reads_at_once_and_undo_goes_back(qtbot: QtBot, bench: Bench, hand: Hand) -> None:
    readings = widgets.heard(bench.reader.read)
    bench.data.use(small.dataset())
    bench.hand.use(hand)
    bench.reader.set_drawing(small.SEVEN)
    with qtbot.waitSignal(bench.wiring.undo_offered) as offered:
        bench.learn.click()
        assert not bench.learn.isEnabled()
    assert len(readings) > 10
    assert there(readings[-1].probabilities).argmax() == 7
    assert bench.reader.app_name == "App's weights + Ada"
    assert "read right before" in widgets.said(bench.panel)
    assert "read right before" in bench.status.note()  # the panel is not in front
    assert bench.learn.isEnabled()
    bench.reader.set_run_weights(single(np.ones((784, 10), np.float32), np.zeros(10, np.float32), RAW))
    bench.reader.read_by(BY_RUN)
    assert "read right before" not in widgets.said(bench.panel)  # the share above is of the run
    bench.reader.read_by(BY_APP)
    assert "read right before" in widgets.said(bench.panel)
    offered.args[0]()
    assert "read right before" not in widgets.said(bench.panel)
    assert bench.reader.opened is None
    assert not bench.reader.weights.matrix.any()


def test_a_lesson_is_its_hands_though_another_is_in_use(qtbot: QtBot, bench: Bench, hand: Hand, tmp_path: Path) -> None:
    bench.data.use(small.dataset())
    bench.hand.use(hand)
    bench.learn.click()
    bench.hand.use(Hand("Bob", tmp_path))
    with qtbot.waitSignal(bench.learning.learned):
        pass
    assert bench.reader.app_name == "App's weights + Ada"
    bench.learn.click()
    assert bench.learning.close(WAIT_MS)  # a lesson given up ends the thread


def test_a_fault_is_told_and_what_read_before_reads_again(bench: Bench, hand: Hand) -> None:
    bench.data.use(small.dataset())
    bench.hand.use(hand)
    bench.learn.click()
    bench.learning.failed.emit("There is no room left.")
    assert bench.status.note() == "There is no room left."
    assert bench.reader.opened is None
    assert bench.learn.isEnabled()


def test_what_is_lacking_is_said_and_it_is_offered_once_there_are_digits_and_images(bench: Bench, hand: Hand) -> None:
    assert not bench.learn.isEnabled()
    bench.wiring.learn()
    assert "nothing to learn from" in bench.status.note()
    bench.hand.use(hand)
    assert not bench.learn.isEnabled()
    bench.wiring.learn()
    assert "press Train" in bench.status.note()
    bench.data.use(small.dataset())
    assert bench.learn.isEnabled()
