"""The Runs tab and the disk: what is stored, listed, changed, deleted and brought back; runs of one's own hand."""

import math
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.recipes.recipe import PENS, ZEROS
from core.runs import RunStore, RunSummary
from gui.jobs.run_state import RunState
from gui.jobs.training_session import TrainingSession
from gui.main_window import MainWindow
from gui.panels.my_digits_panel import MyDigitsPanel
from gui.runs.run_recorder import RunRecorder
from gui.runs.runs_panel import RunsPanel
from gui.state.reader import APP_NAME, BY_APP, BY_RUN
from gui.state.shared import DataInUse, NextRun
from tests import small
from tests.core.runs.made import keep_made_run
from tests.gui.conftest import WAIT_MS, end, finished, opened, under_way
from tests.gui.runs.conftest import SHORT, Shelf
from tests.gui.widgets import go_back
from tests.there import there


def test_a_tab_out_of_sight_reads_nothing_until_it_is_seen(shelf: Shelf) -> None:
    shelf.panel.hide()
    before, newer = shelf.jobs, keep_made_run(shelf.store, SHORT)
    shelf.wiring.refresh()
    assert shelf.jobs == before
    shelf.panel.show()
    assert shelf.shown()[0] == newer


def test_what_another_process_removed_is_gone_when_the_app_is_active_again_or_it_is_requested(shelf: Shelf) -> None:
    application, others = there(QApplication.instance()), RunStore(shelf.store.folder)
    first, second = shelf.runs
    others.delete([first])
    application.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)  # type: ignore[attr-defined]
    assert shelf.shown() == [second]
    others.delete([second])
    shelf.panel.open_requested.emit(second)
    assert shelf.shown() == []


def test_names_stars_and_notes_are_kept_and_shown(shelf: Shelf) -> None:
    run_id = shelf.runs[0]
    shelf.panel.table.rename_requested.emit(run_id, "mine")
    shelf.panel.star_requested.emit(run_id, True)
    shelf.panel.note_requested.emit(run_id, "a note")
    label = shelf.panel.table.runs[1].label
    assert (label.name, label.starred, label.note) == ("mine", True, "a note")
    assert shelf.store.find("mine").run_id == run_id


def test_deletions_are_undone_one_after_the_other(shelf: Shelf) -> None:
    first, second = shelf.runs
    undo = shelf.panel.actions_by_name["undo_delete"]
    shelf.panel.delete_requested.emit([first])
    shelf.panel.delete_requested.emit([second])
    assert shelf.shown() == []
    undo.trigger()
    assert shelf.shown() == [second]
    assert undo.isEnabled()
    undo.trigger()
    assert shelf.shown() == [second, first]
    assert not undo.isEnabled()


def test_a_run_that_cannot_be_opened_is_told_once_and_a_folder_is_read_again_later(qtbot: QtBot, shelf: Shelf) -> None:
    folder = shelf.store.folder
    aside = folder.rename(folder.with_name("aside"))
    folder.write_text("a file is in the way")
    with qtbot.waitSignal(shelf.wiring.noted) as told:
        shelf.wiring.refresh()
    assert "cannot be read" in told.args[0]
    assert shelf.shown() == []
    folder.unlink()
    aside.rename(folder)
    shelf.wiring.refresh()
    assert shelf.shown() == shelf.runs[::-1]
    (folder / shelf.runs[0] / "run.json").write_text("{")
    with qtbot.waitSignal(shelf.wiring.noted) as told:
        shelf.wiring.refresh()
    assert shelf.runs[0] in told.args[0]
    with qtbot.assertNotEmitted(shelf.wiring.noted):
        shelf.wiring.refresh()


def kept(window: MainWindow) -> list[RunSummary]:
    return list(window.recorder.store.listing().runs)


def test_jobs_are_done_in_turn_and_none_once_it_is_closed(qtbot: QtBot, tmp_path: Path) -> None:
    session, done = TrainingSession(DataInUse()), list[str]()
    recorder = RunRecorder(session, NextRun(), folder=tmp_path)
    for name in ("first", "second"):
        recorder.submit(lambda name=name: done.append(name))  # type: ignore[misc]
    assert recorder.close(WAIT_MS)
    recorder.submit(lambda: done.append("too late"))
    assert recorder.close(WAIT_MS)
    assert done == ["first", "second"]
    assert session.close(WAIT_MS)


def test_a_run_goes_on_in_its_own_record_after_an_undone_reset(qtbot: QtBot, window: MainWindow) -> None:
    window.next_run.set_pace(300)
    window.actions_by_name["train"].trigger()
    qtbot.waitUntil(lambda: (window.shown.step() or 0) > 50)
    window.actions_by_name["reset"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["stopped"])
    window.actions_by_name["undo_reset"].trigger()
    window.next_run.set_pace(math.inf)
    with qtbot.waitSignal(window.session.finished):
        window.actions_by_name["pause"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["finished"])
    record, run = window.recorder.store.open(kept(window)[0].run_id), there(window.shown.run)
    assert np.array_equal(record.costs, run.history.costs)
    assert len(record.costs) == 1_000
    assert [point.step for point in record.points] == [point.step for point in run.checkpoints]


def test_a_run_ended_or_reset_can_be_deleted_at_once_and_has_no_mark(qtbot: QtBot, window: MainWindow) -> None:
    finished(qtbot, window)
    first = window.recorder.run_id
    window.next_run.set_pace(30)
    under_way(qtbot, window)
    window.actions_by_name["reset"].trigger()
    assert window.session.state is RunState.IDLE
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["stopped", "finished"])
    assert window.recorder.store.open(first).marks == ()
    window.tabs.panel(RunsPanel).delete_requested.emit([window.recorder.run_id, first])
    qtbot.waitUntil(lambda: not kept(window))
    under_way(qtbot, window)
    window.actions_by_name["reset"].trigger()
    window.tabs.panel(RunsPanel).delete_requested.emit([window.recorder.run_id])
    qtbot.waitUntil(lambda: not kept(window))
    assert window.status.note() == "The run is set aside."
    for name in ("train", "reset", "train", "reset"):  # neither has come to a step
        window.actions_by_name[name].trigger()
    end(window)
    assert kept(window) == []


def test_another_comes_from_the_run_in_view_but_not_from_one_never_begun(qtbot: QtBot, window: MainWindow) -> None:
    window.session.requirements.added_digits_requested.disconnect()
    finished(qtbot, window)
    first, shown = window.recorder.run_id, there(window.shown.run)
    go_back(window.rewind, 5)
    window.next_run.set_recipe(PENS)
    window.rewind.go_on.click()
    assert window.session.state is RunState.LOADING  # the next one waits
    assert there(window.recorder.origin_of(shown.checkpoints[-1])).run_id == first
    window.actions_by_name["reset"].trigger()
    window.next_run.set_recipe(ZEROS)
    with qtbot.waitSignal(window.session.finished):
        window.actions_by_name["train"].trigger()
    qtbot.waitUntil(lambda: [run.state for run in kept(window)] == ["finished"] * 2)
    assert [run.facts.parent for run in kept(window)] == [None, None]


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
    second.reader.set_run_weights(before)
    second.reader.read_by(BY_RUN)
    for by in (BY_RUN, BY_APP):  # as it was when the window closed
        second.reader.set_app_weights(None, by=BY_RUN)
        second.taught.reopen(f"{by} {kept(second)[0].run_id}")
        qtbot.waitUntil(lambda: second.reader.app_name == TITLE)
        assert second.reader.by == by
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
