"""What was learned from a hand, stored among the runs: it reads again at the next start, and is taken back."""

import numpy as np
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.state.reader import APP_NAME, BY_APP
from tests import small
from tests.gui.conftest import end, opened
from tests.there import there

TITLE = "App's weights + me"


def learned(qtbot: QtBot) -> MainWindow:
    """Return a window whose hand was learned, and stored."""
    window = opened(qtbot)
    window.data.use(small.dataset())
    for label in (1, 7):
        window.hand.hand.teach(small.SEVEN, label)
    window.hand.report_change()
    window.actions_by_name["learn"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [TITLE])
    return window


def titles(window: MainWindow) -> list[str]:
    return [run.title for run in window.recorder.store.listing().runs]


def test_it_reads_again_at_the_next_start_and_says_the_same_of_the_hand(qtbot: QtBot) -> None:
    first = learned(qtbot)
    before = first.reader.weights
    end(first)
    second = opened(qtbot)
    qtbot.waitUntil(lambda: second.reader.app_name == TITLE)
    assert second.reader.by == BY_APP
    assert all(map(np.array_equal, second.reader.weights.arrays, before.arrays))
    taught = there(second.hand.learned_by(second.reader.weights))
    assert (taught.hand, taught.digits, taught.own_after) == ("me", 2, 0.0)  # one drawing, two labels
    panel = second.tabs.panel(MyDigitsPanel)
    second.tabs.setCurrentWidget(panel)
    second.show()
    qtbot.waitUntil(lambda: panel.count.text() == "2 digits, 0 % right")


def test_taught_again_it_keeps_its_name_and_undo_takes_each_run_back(qtbot: QtBot) -> None:
    window = learned(qtbot)
    window.actions_by_name["learn"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [TITLE, TITLE])
    undo = window.tabs.panel(MyDigitsPanel).undo.clicked
    undo.emit()
    qtbot.waitUntil(lambda: titles(window) == [TITLE])
    assert window.reader.app_name == TITLE
    undo.emit()
    qtbot.waitUntil(lambda: titles(window) == [])
    assert window.reader.app_name == APP_NAME
    end(window)
    again = opened(qtbot)
    assert again.reader.opened is None
