"""Where the current run is shown, and what comes back with it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.recipes.recipe import TUTORIAL
from gui.main_window import MainWindow
from gui.state.reader import BY_APP
from gui.state.shown_run import ReportedRun
from tests.gui.conftest import WAIT_MS


def do(window: MainWindow, name: str) -> None:
    assert window.actions_by_name[name].isEnabled()
    window.actions_by_name[name].trigger()


def train(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.progressed, timeout=WAIT_MS):
        do(window, "train")


def test_a_reset_that_is_undone_brings_back_the_marks_and_the_best_point(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window)
    window.toolbar.learning_rate.setValue(0.25)
    do(window, "pause")
    marks = window.cost_plot.view.marks.shown()
    assert [text for _, text in marks] == ["rate 0.25"]
    do(window, "reset")
    assert not window.cost_plot.view.marks.shown()
    do(window, "undo_reset")
    assert window.cost_plot.view.marks.shown() == marks
    assert any("Best" in label.text() for label in window.accuracy_plot.findChildren(QLabel))


def test_a_run_that_is_brought_back_without_weights_yet_does_not_read(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.session.started, timeout=WAIT_MS):
        do(window, "train")
    qtbot.waitUntil(lambda: window.session.learning_rate is not None, timeout=WAIT_MS)
    window.shown.run = ReportedRun(TUTORIAL, TUTORIAL.steps)
    do(window, "reset")
    do(window, "undo_reset")
    assert window.reader.by == BY_APP


def test_the_accuracy_says_on_how_many_images_of_this_data_set_it_is_measured(qtbot: QtBot, window: MainWindow) -> None:
    train(qtbot, window)
    assert window.data.dataset is not None
    told = f"on {len(window.data.dataset.validation):,} images it does not train on"
    assert told in [label.text() for label in window.accuracy_plot.findChildren(QLabel)]
    assert len(window.data.dataset.validation) != 5_000
