"""The thread that keeps runs, and what becomes of a record when its run is reset."""

import math
from pathlib import Path

import numpy as np
from pytestqt.qtbot import QtBot

from core.recipes.recipe import PENS, ZEROS
from core.runs import RunSummary
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.main_window import MainWindow
from gui.runs.run_recorder import RunRecorder
from gui.runs.runs_panel import RunsPanel
from gui.state.data_in_use import DataInUse
from gui.state.next_run import NextRun
from tests.gui.conftest import WAIT_MS, finished
from tests.gui.plots.rewinds import slider
from tests.there import there


def kept(window: MainWindow) -> list[RunSummary]:
    return list(window.recorder.store.listing().runs)


def test_jobs_are_done_in_turn_and_none_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    session, done = TrainingSession(DataInUse()), list[str]()
    recorder = RunRecorder(session, NextRun(), folder=tmp_path)
    for name in ("first", "second"):
        recorder.submit(lambda name=name: done.append(name))  # type: ignore[misc]
    assert recorder.close()
    recorder.submit(lambda: done.append("too late"))
    assert recorder.close()
    assert done == ["first", "second"]
    assert session.close(WAIT_MS)


def test_a_run_goes_on_in_its_own_record_after_an_undone_reset(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_pace(300)
    window.actions_by_name["train"].trigger()
    qtbot.waitUntil(lambda: (window.shown.step() or 0) > 50, timeout=WAIT_MS)
    window.actions_by_name["reset"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["stopped"], timeout=WAIT_MS)
    window.actions_by_name["undo_reset"].trigger()
    window.next_run.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.actions_by_name["pause"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["finished"], timeout=WAIT_MS)
    assert window.shown.run is not None
    record = window.recorder.store.open(kept(window)[0].run_id)
    assert np.array_equal(record.costs, window.shown.run.history.costs)
    assert len(record.costs) == 1_000
    assert [point.step for point in record.points] == [point.step for point in window.shown.run.checkpoints]


def test_a_run_that_has_ended_or_was_reset_can_be_deleted_at_once(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    qtbot.waitUntil(lambda: kept(window)[0].state == "finished", timeout=WAIT_MS)
    window.tabs.panel(RunsPanel).delete_requested.emit([window.recorder.run_id])
    qtbot.waitUntil(lambda: not kept(window), timeout=WAIT_MS)
    window.next_run.set_pace(10)
    with qtbot.waitSignal(window.session.progressed, timeout=WAIT_MS):
        window.actions_by_name["train"].trigger()
    window.actions_by_name["reset"].trigger()
    assert window.session.state is RunState.IDLE
    window.tabs.panel(RunsPanel).delete_requested.emit([window.recorder.run_id])
    qtbot.waitUntil(lambda: not kept(window), timeout=WAIT_MS)
    assert window.status.note() == ""


def test_the_next_run_and_the_pace_after_the_end_change_nothing_in_the_record_of_the_last(
    qtbot: QtBot, window: MainWindow
) -> None:
    finished(qtbot, window)
    first = window.recorder.run_id
    window.next_run.set_pace(30)
    with qtbot.waitSignal(window.session.progressed, timeout=WAIT_MS):
        window.actions_by_name["train"].trigger()
    window.actions_by_name["reset"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["stopped", "finished"], timeout=WAIT_MS)
    assert window.recorder.store.open(first).marks == ()


def test_a_continuation_that_was_given_up_before_it_began_is_not_what_the_next_run_comes_from(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.session.requirements.added_digits_requested.disconnect()
    finished(qtbot, window)
    slider(window.rewind).setValue(5)
    window.next_run.set_recipe(PENS)
    window.rewind.go_on.click()
    assert window.session.state is RunState.LOADING
    window.actions_by_name["reset"].trigger()
    window.next_run.set_recipe(ZEROS)
    with qtbot.waitSignal(window.session.finished, timeout=WAIT_MS):
        window.actions_by_name["train"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["finished"] * 2, timeout=WAIT_MS)
    assert [run.facts.parent for run in kept(window)] == [None, None]


def test_a_run_in_view_is_where_another_comes_from_while_the_next_one_waits(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    first, shown = window.recorder.run_id, window.shown.run
    window.next_run.set_recipe(PENS)
    window.actions_by_name["train"].trigger()
    assert window.session.state is RunState.LOADING
    assert shown is not None
    origin = there(window.recorder.origin_of(shown.checkpoints[-1]))
    assert origin.run_id == first
    window.actions_by_name["reset"].trigger()
