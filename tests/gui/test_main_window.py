"""The real window with the real TensorFlow: what a newcomer does, by mouse and keys."""

import math
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QDoubleSpinBox, QMainWindow, QSlider, QSpinBox
from pytestqt.qtbot import QtBot

from core.recipes import recipe as recipes
from gui.jobs.run_state import RunState
from gui.jobs.training_thread import TrainingThread
from gui.main_window import MainWindow
from gui.state.reader import BY_APP, BY_RUN
from tests import small
from tests.gui.conftest import WAIT_MS, Open, draw, opened, under_way
from tests.gui.widgets import child
from tests.there import there


def press(qtbot: QtBot, window: MainWindow, name: str) -> None:
    button = child(window, QAbstractButton, name)
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown_costs(window: MainWindow) -> np.ndarray:
    return there(window.shown.run).history.costs


def test_a_newcomer_draws_and_trains_on_mnist(qtbot: QtBot, open_window: Open, mnist_folder: Path) -> None:
    window = open_window(mnist_folder)
    draw(window.drawing.canvas, small.SEVEN)
    assert window.drawing.verdict.text == "It reads a 7"
    pace = child(window, QSlider, "pace")
    pace.setValue(pace.maximum())
    child(window, QComboBox, "recipe").setCurrentIndex(list(recipes.LADDER).index("bigger-steps"))
    press(qtbot, window, "train")
    qtbot.waitUntil(lambda: window.shown.run is not None and len(shown_costs(window)) >= 200)
    assert shown_costs(window)[0] == pytest.approx(math.log(10), rel=1e-5)
    assert shown_costs(window)[150:200].mean() < 0.6
    assert window.reader.by == BY_RUN
    assert "this run, step" in window.drawing.verdict.read_by
    qtbot.waitUntil(lambda: window.session.state is RunState.FINISHED)
    assert len(shown_costs(window)) == 1_000
    assert there(there(window.shown.run).tested)[0] > 0.91
    assert "test images" in window.status.note()
    assert window.drawing.verdict.text == "It reads a 7"


def test_pause_step_rate_and_reset_do_what_they_say(qtbot: QtBot, window: MainWindow) -> None:
    under_way(qtbot, window)
    reported = window.findChildren(TrainingThread)[0].reported
    with qtbot.waitSignal(reported, check_params_cb=lambda _run, news: news is RunState.PAUSED):  # all else has come
        press(qtbot, window, "pause")
    qtbot.waitUntil(lambda: window.session.state is RunState.PAUSED)
    with qtbot.waitSignal(window.session.progressed):
        press(qtbot, window, "step")
    before = len(shown_costs(window))
    with qtbot.waitSignal(window.session.progressed) as report:
        press(qtbot, window, "step")
    assert (len(report.args[0].costs), len(shown_costs(window))) == (1, before + 1)
    child(window, QDoubleSpinBox, "learning_rate").setValue(0.25)
    with qtbot.waitSignal(window.session.progressed) as report:
        press(qtbot, window, "step")
    assert report.args[0].learning_rate == pytest.approx(0.25)
    assert "rate 0.25" in [text for _, text in window.cost_plot.view.marks.shown()]
    press(qtbot, window, "reset")
    assert window.session.state is RunState.IDLE
    assert window.shown.run is None
    assert window.reader.by == BY_APP
    under_way(qtbot, window)
    window.close()
    assert window.threads_ended  # though it trains


def test_an_empty_canvas_has_no_verdict(qtbot: QtBot, window: MainWindow) -> None:
    draw(window.drawing.canvas, small.SEVEN)
    press(qtbot, window, "clear")
    assert not window.actions_by_name["clear"].isEnabled()
    assert window.drawing.canvas.hasFocus()  # which would else go from the button to whatever comes next
    assert (window.drawing.verdict.text, window.drawing.verdict.accessibleName()) == ("", "No verdict")
    assert window.drawing.bars.accessibleDescription() == "nothing to read"
    assert window.drawing.preview.view.image is None
    press(qtbot, window, "undo")
    assert window.drawing.verdict.text != ""


def test_a_window_that_is_never_shown_starts_no_thread(qtbot: QtBot, data_folder: Path) -> None:
    window = opened(qtbot, "--data", str(data_folder))
    assert window.session.close(WAIT_MS)
    assert window.loader.close(WAIT_MS)


def test_a_setting_changed_in_the_dock_is_what_the_next_run_does(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, "open_settings")
    assert window.settings.isVisible()
    child(window, QSpinBox, "setting_steps").setValue(30)
    recipe = child(window, QComboBox, "recipe")
    assert recipe.currentText() == "based on As in the tutorial"
    window.next_run.set_pace(math.inf)
    press(qtbot, window, "train")
    qtbot.waitUntil(lambda: window.session.state is RunState.FINISHED)
    assert (len(shown_costs(window)), there(window.shown.run).recipe.based_on) == (30, "tutorial")
    recipe.setCurrentIndex(1)
    assert (window.next_run.recipe, recipe.itemText(0)) == (recipes.ZEROS, "As in the tutorial")
    window.settings.close()
    assert not window.actions_by_name["settings"].isChecked()


def test_the_window_has_no_event_in_python_since_qt_would_paint_it_all_while_that_holds_the_interpreter() -> None:
    ours = MainWindow.__mro__[: MainWindow.__mro__.index(QMainWindow)]
    assert [each.__name__ for each in ours if "event" in vars(each)] == []
