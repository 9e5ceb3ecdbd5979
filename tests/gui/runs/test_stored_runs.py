"""Stored runs in the window, learned ones too: listed, compared, opened, repeated, exported, taken back."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from core.digits.dataset import class_names_of
from core.model import weights_file
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore, RunWriter
from core.runs.facts import PAUSED, RATE, RESUMED, Origin
from core.training.reports import Checkpoint, Progress
from gui.app import create_window
from gui.jobs.run_state import RunState
from gui.look.run_colours import COLOURS
from gui.main_window import MainWindow
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.plots.run_plot import BEFORE, BEHIND
from gui.runs.runs_panel import RunsPanel
from gui.runs.stored_runs import reported_run
from gui.state.reader import APP_NAME, BY_APP
from tests import small
from tests.core.runs.made import costs_of, keep_made_run, reports, result_of, tiny_dataset, weights_of
from tests.gui.conftest import WAIT_MS, end
from tests.gui.plots.rewinds import go_back
from tests.there import there

Open = Callable[[Path], MainWindow]
TITLE = "App's weights + me"


@pytest.fixture
def window(qtbot: QtBot, open_window: Open, data_folder: Path) -> MainWindow:
    """Return a window with two finished runs, the newest of them shown."""
    window = open_window(data_folder)
    window.next_run.set_pace(math.inf)
    for name in ("tutorial", "zeros"):
        window.toolbar.recipe.setCurrentIndex(window.toolbar.recipe.findData(name))
        with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
            window.actions_by_name["train"].trigger()
    qtbot.waitUntil(lambda: ended(window) == 2, timeout=WAIT_MS)
    return window


def ended(window: MainWindow) -> int:
    return sum(run.outcome is not None for run in window.recorder.store.listing().runs)


def kept(window: MainWindow) -> list[str]:
    """Return the ids of the stored runs, oldest first."""
    return [run.run_id for run in reversed(window.recorder.store.listing().runs)]


def test_the_compared_runs_lie_over_each_other_in_colours_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.panel(RunsPanel).compare_changed.emit(kept(window))
    qtbot.waitUntil(lambda: len(window.cost_plot.earlier) == 2, timeout=WAIT_MS)
    assert [run.title for run in window.cost_plot.earlier] == ["As in the tutorial", "Zeros"]
    curves = [item for item in window.cost_plot.view.listDataItems() if item.zValue() in (BEHIND, BEFORE)]
    pens = [curve.opts["pen"].color().name().upper() for curve in curves]
    assert pens == list(COLOURS[:2])
    assert len(window.accuracy_plot.earlier) == 2


def test_an_opened_run_is_shown_with_its_weights_and_can_be_rewound(
    qtbot: QtBot, window: MainWindow, data_folder: Path
) -> None:
    assert window.shown.run is not None
    newest = window.shown.run.history.costs.copy()
    first = kept(window)[0]
    window.tabs.panel(RunsPanel).open_requested.emit(first)
    qtbot.waitUntil(lambda: window.shown.run is not None and window.shown.run.run_id == first)
    run = there(window.shown.run)
    assert len(run.history) == 1_000
    assert not np.array_equal(run.history.costs, newest)
    record = window.recorder.store.open(first)
    assert np.array_equal(there(run.weights).matrix, record.final_weights().matrix)
    assert run.dataset is window.data.dataset
    assert run.learned_from == data_folder.name
    assert reported_run(record, small.dataset()).dataset is None
    window.presenter.show_step(run.checkpoints[5].step)
    assert window.reader.weights is run.checkpoints[5].weights


def test_a_repeated_run_is_kept_with_the_start_and_the_origin_of_the_first(qtbot: QtBot, window: MainWindow) -> None:
    go_back(window.rewind, 5)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.rewind.go_on.click()
    qtbot.waitUntil(lambda: ended(window) == 3, timeout=WAIT_MS)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.tabs.panel(RunsPanel).repeat_requested.emit(window.recorder.run_id)
    qtbot.waitUntil(lambda: ended(window) == 4, timeout=WAIT_MS)
    first, again = (window.recorder.store.open(run_id) for run_id in kept(window)[-2:])
    assert again.facts.parent == there(first.facts.parent)
    assert np.array_equal(again.start_weights().matrix, first.start_weights().matrix)
    assert np.array_equal(again.costs, first.costs)


def test_a_run_that_was_paused_stepped_and_given_other_rates_repeats_bit_for_bit(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.next_run.set_pace(300)
    window.actions_by_name["train"].trigger()
    for rate in (0.2, 0.05):
        before = window.shown.step() or 0
        qtbot.waitUntil(lambda before=before: (window.shown.step() or 0) > before + 20, timeout=WAIT_MS)  # type: ignore[misc]
        window.actions_by_name["pause"].trigger()
        qtbot.waitUntil(lambda: window.session.state is RunState.PAUSED)
        window.toolbar.learning_rate.valueChanged.emit(rate)
        window.actions_by_name["step"].trigger()
        window.actions_by_name["pause"].trigger()
    window.next_run.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        pass
    qtbot.waitUntil(lambda: ended(window) == 3, timeout=WAIT_MS)
    last = window.recorder.store.open(kept(window)[-1])
    assert {mark.kind for mark in last.marks} >= {RATE, PAUSED, RESUMED}
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.tabs.panel(RunsPanel).repeat_requested.emit(last.summary.run_id)
    assert there(window.shown.run).history.costs.tobytes() == last.costs.tobytes()


def test_a_run_at_work_is_not_pushed_aside(qtbot: QtBot, window: MainWindow) -> None:
    first = kept(window)[0]
    window.next_run.set_pace(10)
    window.actions_by_name["train"].trigger()
    assert window.session.state is RunState.RUNNING
    window.tabs.panel(RunsPanel).open_requested.emit(first)
    window.tabs.panel(RunsPanel).repeat_requested.emit(first)
    assert "run at hand" in window.status.note()
    assert window.session.state is RunState.RUNNING


def test_an_export_is_written_where_the_user_says(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, target = kept(window)[0], tmp_path / "mine.npz"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    window.tabs.panel(RunsPanel).export_requested.emit(first, "npz")
    qtbot.waitUntil(lambda: "Saved" in window.status.note(), timeout=WAIT_MS)
    saved = weights_file.load(target)
    assert np.array_equal(saved.matrix, window.recorder.store.open(first).final_weights().matrix)


def test_a_kept_run_knows_its_classes_also_while_another_data_set_is_in_use(tmp_path: Path) -> None:
    store, garments = RunStore(tmp_path), class_names_of("fashion")
    record = store.open(keep_made_run(store, dataset=replace(tiny_dataset(), class_names=garments)))
    assert reported_run(record, tiny_dataset(seed=1)).class_names == garments
    assert reported_run(record).class_names == garments


def test_a_kept_run_that_was_cut_short_says_of_how_many_steps_it_was(tmp_path: Path) -> None:
    writer = RunWriter(tmp_path, TUTORIAL, tiny_dataset())
    writer.add(next(reports()))
    writer.close()
    run = reported_run(RunStore(tmp_path).open(writer.run_id))
    assert (len(run.history), run.total) == (37, 1_000)


def opened(qtbot: QtBot) -> MainWindow:
    window = create_window([])
    qtbot.addWidget(window, before_close_func=end)
    return window


def opened_after(qtbot: QtBot, step: int, until: int = 30, *, diverged: bool = False) -> MainWindow:
    """Return a window with a stored run that ended after 30 steps, or was trained on after them and cut short.

    step : whose weights it ended with; until : the last step whose weights are stored
    """
    window, short = opened(qtbot), replace(TUTORIAL, steps=30)
    window.data.use(small.dataset())
    writer = RunWriter(window.recorder.store.folder, short, tiny_dataset())
    for report in reports(short):
        writer.add(report)
    writer.finish(replace(result_of(short), weights=weights_of(step, short), diverged=diverged))
    if until > 30:
        point = Checkpoint(until, 0.9, 1.0, weights_of(until, short))
        writer.add(Progress(1, until, until + 3, costs_of(30, until - 27), (point,), weights_of(until + 3, short), 0.1))
    writer.close()
    window.tabs.panel(RunsPanel).open_requested.emit(writer.run_id)
    qtbot.waitUntil(lambda: window.shown.run is not None, timeout=WAIT_MS)
    return window


def told(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.accuracy_plot.findChildren(QLabel))


@pytest.mark.parametrize("diverged", [False, True])
def test_a_run_cut_short_after_it_was_trained_on_has_nothing_of_its_first_end(qtbot: QtBot, diverged: bool) -> None:
    window = opened_after(qtbot, 30, until=60, diverged=diverged)
    assert (there(window.shown.weights).matrix == 60).all()
    assert window.shown.description() == "this run, step 60 (90 %)"
    assert "test 42.0 %" not in told(window)
    assert "diverged" not in told(window)


@pytest.mark.parametrize(("step", "described"), [(20, "step 20 (67 %)"), (30, "step 30 (100 %)")])
def test_an_opened_run_says_its_test_accuracy_and_is_trained_on_from_the_weights_in_view(
    qtbot: QtBot, step: int, described: str
) -> None:
    window = opened_after(qtbot, step)
    assert window.shown.description() == f"this run, {described}"
    assert "test 42.0 % of 5" in told(window)
    opened_id = window.recorder.shown_id
    window.rewind.go_on.click()
    with qtbot.waitSignal(window.session.started, timeout=WAIT_MS):
        window.session.load()
    begun = there(window.session.begun)
    assert begun.origin == Origin(opened_id, step)
    assert (there(begun.initial).matrix == step).all()


def learned(qtbot: QtBot) -> MainWindow:
    """Return a window whose hand was learned, and stored."""
    window = opened(qtbot)
    window.data.use(small.dataset())
    for label in (1, 7):
        window.hand.hand.teach(small.SEVEN, label)
    window.hand.report_change()
    window.actions_by_name["learn"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [TITLE], timeout=WAIT_MS)
    return window


def titles(window: MainWindow) -> list[str]:
    return [run.title for run in window.recorder.store.listing().runs]


def test_it_reads_again_at_the_next_start_and_says_the_same_of_the_hand(qtbot: QtBot) -> None:
    first = learned(qtbot)
    before = first.reader.weights
    end(first)
    second = opened(qtbot)
    qtbot.waitUntil(lambda: second.reader.app_name == TITLE, timeout=WAIT_MS)
    assert second.reader.by == BY_APP
    assert all(map(np.array_equal, second.reader.weights.arrays, before.arrays))
    taught = there(second.hand.learned_by(second.reader.weights))
    assert (taught.hand, taught.digits, taught.own_after) == ("me", 2, 0.0)  # one drawing, two labels
    panel = second.tabs.panel(MyDigitsPanel)
    second.tabs.setCurrentWidget(panel)
    second.show()
    qtbot.waitUntil(lambda: panel.count.text() == "2 digits, 0 % right", timeout=WAIT_MS)


def test_taught_again_it_keeps_its_name_and_undo_takes_each_run_back(qtbot: QtBot) -> None:
    window = learned(qtbot)
    window.actions_by_name["learn"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [TITLE, TITLE], timeout=WAIT_MS)
    undo = window.tabs.panel(MyDigitsPanel).undo.clicked
    undo.emit()
    qtbot.waitUntil(lambda: titles(window) == [TITLE], timeout=WAIT_MS)
    assert window.reader.app_name == TITLE
    undo.emit()
    qtbot.waitUntil(lambda: titles(window) == [], timeout=WAIT_MS)
    assert window.reader.app_name == APP_NAME
    end(window)
    again = opened(qtbot)
    assert again.reader.opened is None
