"""A run whose learning rate is far too large: it ends by itself, says why, and everything stays of use."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.runs.stored_runs import reported_run
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw, finished

STORY = "The run diverged: its cost grew beyond all measure; take a lower learning rate."


@pytest.fixture
def window(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Return a window whose run at a learning rate of 1000 has ended."""
    window.toolbar.learning_rate.setValue(1_000)
    finished(qtbot, window)
    return window


def story(window: MainWindow) -> str:
    return widgets.child(window.accuracy_plot, QLabel, "stopping").text()


def ranges(window: MainWindow) -> list[list[float]]:
    return [part for plot in (window.cost_plot, window.accuracy_plot) for part in plot.view.view_box.viewRange()]


def test_it_ends_as_diverged_says_so_in_both_places_and_when_opened_again(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session.state is RunState.DIVERGED
    assert "the learning rate is too large" in window.status.note()
    assert story(window) == STORY
    assert not window.actions_by_name["more"].isEnabled()
    steps, store = len(window.cost_plot.history), window.recorder.store
    assert 0 < steps < 1_000
    for logarithmic in (False, True):
        window.cost_plot.set_logarithmic(logarithmic)
        assert np.isfinite(ranges(window)).all()
        window.cost_plot.set_hover(steps - 1)
        assert f"step {steps - 1:,}" in window.cost_plot.view.reading()
        assert not window.grab().isNull()
    qtbot.waitUntil(lambda: [run.state for run in store.listing().runs] == ["diverged"])
    (run,) = store.listing().runs
    window.accuracy_plot.sentence.setText("")
    window.presenter.show(reported_run(store.open(run.run_id)))
    assert story(window) == STORY


def test_the_next_run_at_a_good_rate_learns_and_has_the_plots_to_itself(qtbot: QtBot, window: MainWindow) -> None:
    window.toolbar.learning_rate.setValue(0.25)
    finished(qtbot, window)
    assert window.session.state is RunState.FINISHED
    assert "diverged" not in story(window)
    assert (len(window.cost_plot.history), len(window.cost_plot.earlier)) == (1_000, 1)
    assert np.isfinite(ranges(window)).all()
    draw(window.drawing.canvas, small.SEVEN)
    assert window.drawing.verdict.text
