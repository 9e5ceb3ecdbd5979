"""Back through a run: the slider, the run it shows, the story, and training on from there."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QSlider, QToolButton
from pytestqt.qtbot import QtBot

from core.runs.store import RunStore
from gui.canvas.reader import Reading
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.plots.rewind import Rewind
from tests import small
from tests.gui.conftest import WAIT_MS, draw

Open = Callable[[Path], MainWindow]


@pytest.fixture
def rewind(qtbot: QtBot) -> Rewind:
    """Return a slider over four kept steps."""
    made = Rewind()
    qtbot.addWidget(made)
    made.set_steps([1, 4, 9, 16])
    return made


def slider(rewind: Rewind) -> QSlider:
    found = rewind.findChild(QSlider, "rewind")
    assert found is not None
    return found


def finished(qtbot: QtBot, window: MainWindow) -> None:
    """Train to the end as fast as it can."""
    window.pace.set_pace(math.inf)
    window.session.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.actions_by_name["train"].trigger()


def test_the_right_end_is_the_newest_and_follows_the_run(rewind: Rewind) -> None:
    assert rewind.step() is None
    rewind.set_steps([1, 4, 9, 16, 25])
    assert rewind.step() is None
    assert slider(rewind).value() == 4


def test_a_step_gone_back_to_stays_while_the_run_goes_on(qtbot: QtBot, rewind: Rewind) -> None:
    with qtbot.waitSignal(rewind.step_requested) as wish:
        slider(rewind).setValue(1)
    assert wish.args == [4]
    rewind.set_steps([1, 4, 9, 16, 25, 36])
    assert rewind.step() == 4


def test_nothing_to_go_back_to_disables_the_slider(rewind: Rewind) -> None:
    rewind.set_steps(())
    assert not rewind.isEnabled()


def test_going_back_reads_with_the_weights_of_then(qtbot: QtBot, open_window: Open, data_folder: Path) -> None:
    window = open_window(data_folder)
    draw(window.drawing.canvas, small.SEVEN)
    finished(qtbot, window)
    read: list[Reading] = []
    window.reader.read.connect(read.append)
    slider(window.rewind).setValue(10)
    run = window.presenter.shown
    assert run is not None
    point = run.checkpoints[10]
    assert read[-1].weights is point.weights
    assert f"this run, step {point.step:,}" in window.drawing.verdict.read_by()
    slider(window.rewind).setValue(slider(window.rewind).maximum())
    assert read[-1].weights is run.weights


def test_training_on_from_there_is_a_new_run_that_knows_its_parent(
    qtbot: QtBot, open_window: Open, data_folder: Path, tmp_path: Path
) -> None:
    window = open_window(data_folder)
    finished(qtbot, window)
    parent = window.keeper.run_id
    slider(window.rewind).setValue(10)
    assert window.presenter.shown is not None
    point = window.presenter.shown.checkpoints[10]
    button = window.rewind.findChild(QToolButton, "continue_here")
    assert button is not None
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        button.click()
    child = window.keeper.run_id
    store = RunStore(window.keeper.store.folder)
    window.close()
    assert child != parent
    record = store.open(child)
    assert record.facts.parent is not None
    assert (record.facts.parent.run_id, record.facts.parent.step) == (parent, point.step)
    assert np.array_equal(record.start_weights().matrix, point.weights.matrix)


def test_a_finished_run_is_kept_whole(qtbot: QtBot, open_window: Open, data_folder: Path) -> None:
    window = open_window(data_folder)
    finished(qtbot, window)
    assert window.presenter.shown is not None
    costs = window.presenter.shown.history.costs.copy()
    points = len(window.presenter.shown.checkpoints)
    run_id, store = window.keeper.run_id, window.keeper.store
    window.close()
    record = store.open(run_id)
    assert np.array_equal(record.costs, costs)
    assert len(record.points) == points
    assert record.facts.dataset.title == "made"
    assert sum(record.facts.dataset.sizes) == 1_300


def test_the_story_follows_the_drawing_through_the_run(qtbot: QtBot, open_window: Open, data_folder: Path) -> None:
    window = open_window(data_folder)
    window.tabs.setCurrentWidget(window.story)
    assert window.story.view.hint()
    finished(qtbot, window)
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: not window.story.view.hint(), timeout=WAIT_MS)
    assert window.session.state is RunState.FINISHED
