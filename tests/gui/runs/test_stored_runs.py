"""Stored runs in the window: compared, opened, repeated, exported, trained on."""

import math
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.digits.dataset import class_names_of
from core.files import folders
from core.model import weights_file
from core.recipes.recipe import TUTORIAL, ZEROS
from core.runs import RunStore, RunWriter
from core.runs.facts import PAUSED, RATE, RESUMED, Origin
from core.sources import search
from core.training.reports import Checkpoint, Progress
from gui.jobs.run_state import RunState
from gui.look.run_colours import COLOURS
from gui.main_window import MainWindow
from gui.plots.run_plot import BEFORE, BEHIND
from gui.runs.runs_panel import RunsPanel
from gui.runs.stored_runs import reported_run
from tests import small
from tests.core.importing.test_models import safetensors
from tests.core.runs.made import costs_of, keep_made_run, keep_trained, reports, result_of, tiny_dataset, weights_of
from tests.gui import widgets
from tests.gui.conftest import Open, opened
from tests.there import there


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with two runs that were trained to their ends."""
    data, runs = tmp_path_factory.mktemp("data") / "digits", tmp_path_factory.mktemp("runs")
    data.mkdir()
    small.write_idx(data, small.dataset())
    for recipe in (TUTORIAL, ZEROS):
        keep_trained(runs, recipe, search.find(data))
    return runs


@pytest.fixture
def window(qtbot: QtBot, open_window: Open, data_folder: Path, trained: Path) -> MainWindow:
    """Return a window with two finished runs, the newest of them shown."""
    shutil.copytree(trained, folders.of("runs"))
    window = open_window(data_folder)
    window.next_run.set_pace(math.inf)
    window.tabs.panel(RunsPanel).open_requested.emit(kept(window)[-1])
    qtbot.waitUntil(lambda: window.shown.run is not None)
    return window


def ended(window: MainWindow) -> int:
    return sum(run.outcome is not None for run in window.recorder.store.listing().runs)


def kept(window: MainWindow) -> list[str]:
    """Return the ids of the stored runs, oldest first."""
    return [run.run_id for run in reversed(window.recorder.store.listing().runs)]


def test_compared_runs_lie_over_each_other_in_colours_and_again_once_restored(qtbot: QtBot, window: MainWindow) -> None:
    window.tabs.setCurrentWidget(panel := window.tabs.panel(RunsPanel))
    qtbot.waitUntil(lambda: panel.table.rowCount() == 2)
    panel.table.set_ticked(kept(window))
    qtbot.waitUntil(lambda: len(window.cost_plot.earlier) == 2)
    assert [run.title for run in window.cost_plot.earlier] == ["As in the tutorial", "Zeros"]
    curves = [item for item in window.cost_plot.view.listDataItems() if item.zValue() in (BEHIND, BEFORE)]
    assert [curve.opts["pen"].color().name().upper() for curve in curves] == list(COLOURS[:2])
    assert len(window.accuracy_plot.earlier) == 2
    panel.table.rename_requested.emit(kept(window)[0], "mine")
    qtbot.waitUntil(lambda: [run.title for run in window.cost_plot.earlier] == ["mine", "Zeros"])
    panel.delete_requested.emit([kept(window)[0]])
    qtbot.waitUntil(lambda: [run.title for run in window.cost_plot.earlier] == ["Zeros"])
    panel.actions_by_name["undo_delete"].trigger()
    qtbot.waitUntil(lambda: [run.title for run in window.cost_plot.earlier] == ["mine", "Zeros"])
    assert panel.table.ticked == kept(window)


def test_an_opened_run_is_shown_with_its_weights_exported_rewound_and_waits_for_one_at_work(
    qtbot: QtBot, window: MainWindow, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newest, first = there(window.shown.run).history.costs.copy(), kept(window)[0]
    panel, target = window.tabs.panel(RunsPanel), tmp_path / "mine.npz"
    panel.open_requested.emit(first)
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
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target.with_suffix("")), ""))
    panel.export_requested.emit(first, "npz")
    qtbot.waitUntil(lambda: "Saved" in window.status.note())
    assert np.array_equal(weights_file.load(target).matrix, record.final_weights().matrix)
    target.unlink()
    window.next_run.set_pace(10)
    window.actions_by_name["train"].trigger()
    assert window.session.state is RunState.RUNNING
    model = safetensors(tmp_path / "other.safetensors", {"0.weight": np.ones((10, 784)), "0.bias": np.zeros(10)})
    panel.export_requested.emit(first, "npz")
    assert window.status.note().startswith("mine.npz waits for the run at hand")
    window.edit.open_file(model)
    assert window.status.note().startswith("other.safetensors waits for the run at hand")
    for requested in (panel.open_requested, panel.repeat_requested):
        window.status.show_note("")
        requested.emit(first)
        qtbot.waitUntil(lambda: "a stored run takes its place" in window.status.note())
        assert window.session.state is RunState.RUNNING
    window.actions_by_name["reset"].trigger()
    qtbot.waitUntil(lambda: window.reader.app_name == model.name)


def test_a_repeated_run_is_kept_with_the_start_and_the_origin_of_the_first(qtbot: QtBot, window: MainWindow) -> None:
    widgets.go_back(window.rewind, 5)
    with qtbot.waitSignal(window.session.finished):
        window.rewind.go_on.click()
    assert window.shown.title() == "As in the tutorial, from step 7"
    qtbot.waitUntil(lambda: ended(window) == 3)
    with qtbot.waitSignal(window.session.finished):
        window.tabs.panel(RunsPanel).repeat_requested.emit(window.recorder.run_id)
    qtbot.waitUntil(lambda: ended(window) == 4)
    first, again = (window.recorder.store.open(run_id) for run_id in kept(window)[-2:])
    assert again.facts.parent == there(first.facts.parent)
    assert np.array_equal(again.start_weights().matrix, first.start_weights().matrix)
    assert np.array_equal(again.costs, first.costs)


def test_a_run_paused_stepped_and_given_other_rates_repeats_bit_for_bit(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_pace(300)
    window.actions_by_name["train"].trigger()
    for rate in (0.2, 0.05):
        before = window.shown.step() or 0
        qtbot.waitUntil(lambda before=before: (window.shown.step() or 0) > before + 20)  # type: ignore[misc]
        window.actions_by_name["pause"].trigger()
        qtbot.waitUntil(lambda: window.session.state is RunState.PAUSED)
        window.toolbar.learning_rate.valueChanged.emit(rate)
        window.actions_by_name["step"].trigger()
        window.actions_by_name["pause"].trigger()
    window.next_run.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished):
        pass
    qtbot.waitUntil(lambda: ended(window) == 3)
    last = window.recorder.store.open(kept(window)[-1])
    assert {mark.kind for mark in last.marks} >= {RATE, PAUSED, RESUMED}
    with qtbot.waitSignal(window.session.finished):
        window.tabs.panel(RunsPanel).repeat_requested.emit(last.summary.run_id)
    assert there(window.shown.run).history.costs.tobytes() == last.costs.tobytes()


def test_an_export_that_is_a_folder_is_made_under_the_name_that_the_dialog_proposes(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(_parent: object, _title: str, name: str, _forms: str) -> tuple[str, str]:
        return str(tmp_path / name), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", accept)
    window.tabs.panel(RunsPanel).export_requested.emit(kept(window)[0], "tensorboard")
    qtbot.waitUntil(lambda: "Saved" in window.status.note())
    (made,) = tmp_path.glob("*-tensorboard")
    assert list(made.glob("events.out.tfevents.*"))


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
    qtbot.waitUntil(lambda: window.shown.run is not None)
    return window


@pytest.mark.parametrize("diverged", [False, True])
def test_a_run_cut_short_after_it_was_trained_on_has_nothing_of_its_first_end(qtbot: QtBot, diverged: bool) -> None:
    window = opened_after(qtbot, 30, until=60, diverged=diverged)
    assert (there(window.shown.weights).matrix == 60).all()
    assert window.shown.description() == "this run, step 60 (90 %)"
    assert "test 42.0 %" not in widgets.said(window.accuracy_plot)
    assert "diverged" not in widgets.said(window.accuracy_plot)


@pytest.mark.parametrize(("step", "described"), [(20, "step 20 (67 %)"), (30, "step 30 (100 %)")])
def test_an_opened_run_says_its_accuracy_and_trains_from_what_is_seen(qtbot: QtBot, step: int, described: str) -> None:
    window = opened_after(qtbot, step)
    assert window.shown.description() == f"this run, {described}"
    assert "test 42.0 % of 5" in widgets.said(window.accuracy_plot)
    opened_id = window.recorder.shown_id
    window.rewind.go_on.click()
    with qtbot.waitSignal(window.session.started) as started:
        window.session.load()
    begun = started.args[0].requested
    assert begun.origin == Origin(opened_id, step)
    assert (there(begun.initial).matrix == step).all()
