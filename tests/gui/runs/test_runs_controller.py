"""The Runs tab and the disk: what is listed, changed, deleted and brought back."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.runs import RunStore
from gui.jobs.worker import Worker
from gui.runs.hand_score_controller import HandScoreController
from gui.runs.runs_controller import RunsController
from gui.runs.runs_panel import RunsPanel
from gui.state.hand_in_use import HandInUse
from tests.core.runs.made import keep_made_run
from tests.gui.runs.shelf import SHORT, Shelf


@pytest.fixture
def shelf(qtbot: QtBot, tmp_path: Path) -> Shelf:
    return Shelf(qtbot, tmp_path / "runs")


def test_the_runs_are_listed_when_the_tab_is_first_seen_and_when_they_change(shelf: Shelf) -> None:
    assert shelf.shown() == shelf.runs[::-1]
    newer = keep_made_run(shelf.store, SHORT)
    shelf.wiring.refresh()
    assert shelf.shown()[0] == newer


def test_a_tab_out_of_sight_reads_nothing_until_it_is_seen(shelf: Shelf) -> None:
    shelf.panel.hide()
    before = shelf.jobs
    newer = keep_made_run(shelf.store, SHORT)
    shelf.wiring.refresh()
    assert shelf.jobs == before
    shelf.panel.show()
    assert shelf.shown()[0] == newer


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


def test_a_run_that_cannot_be_opened_is_told_once(qtbot: QtBot, shelf: Shelf) -> None:
    (shelf.store.folder / shelf.runs[0] / "run.json").write_text("{")
    with qtbot.waitSignal(shelf.wiring.noted) as told:
        shelf.wiring.refresh()
    assert shelf.runs[0] in told.args[0]
    with qtbot.assertNotEmitted(shelf.wiring.noted):
        shelf.wiring.refresh()


def test_a_folder_that_cannot_be_read_is_told_and_read_again_later(qtbot: QtBot, shelf: Shelf) -> None:
    aside = shelf.store.folder.rename(shelf.store.folder.with_name("aside"))
    shelf.store.folder.write_text("a file is in the way")
    with qtbot.waitSignal(shelf.wiring.noted) as told:
        shelf.wiring.refresh()
    assert "cannot be read" in told.args[0]
    assert shelf.shown() == []
    shelf.store.folder.unlink()
    aside.rename(shelf.store.folder)
    shelf.wiring.refresh()
    assert shelf.shown() == shelf.runs[::-1]


def test_with_a_thread_of_its_own_the_list_comes_by_itself(qtbot: QtBot, tmp_path: Path) -> None:
    store, panel, worker = RunStore(tmp_path / "runs"), RunsPanel(), Worker("runs")
    keep_made_run(store, SHORT)
    qtbot.addWidget(panel)
    scoring = HandScoreController(HandInUse(panel), panel, store, worker.submit, panel)
    wiring = RunsController(panel, store, worker.submit, scoring, panel)
    worker.start()
    panel.show()
    qtbot.waitUntil(lambda: len(panel.table.runs) == 1)
    keep_made_run(store, SHORT)
    for _ in range(5):
        wiring.refresh()
    qtbot.waitUntil(lambda: len(panel.table.runs) == 2)
    assert worker.end(2_000)
