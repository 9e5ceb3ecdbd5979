"""The Runs tab and the disk."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.hands import Hand
from core.recipes import TUTORIAL
from core.runs import RunStore
from gui.jobs.worker import Job, Worker
from gui.runs.runs_columns import HAND
from gui.runs.runs_panel import RunsPanel
from gui.wiring import runs_wiring
from gui.wiring.runs_wiring import RunsWiring
from tests import small
from tests.core.runs.made import keep_made_run, weights_of

SHORT = replace(TUTORIAL, steps=20)  # a made run's weights read every digit as a 9


class Shelf:
    """A tab with two kept runs, whose jobs are done at once, and counted."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.store, self.panel, self.jobs = RunStore(folder), RunsPanel(), 0
        self.runs = [keep_made_run(self.store, SHORT) for _ in range(2)]
        qtbot.addWidget(self.panel)
        self.wiring = RunsWiring(self.panel, self.store, self.do, self.panel)
        self.panel.show()

    def do(self, job: Job) -> None:
        self.jobs += 1
        job()

    def shown(self) -> list[str]:
        return [run.run_id for run in self.panel.table.runs]

    def hand_column(self) -> list[str] | None:
        """Return what the column of the hand shows, from the newest run on; None while it is hidden."""
        table = self.panel.table
        cells = [table.index(row, HAND).data() for row in range(table.rowCount())]
        return None if self.panel.view.isColumnHidden(HAND) else cells


def taught(name: str, *labels: int) -> Hand:
    """Return a hand that was taught a drawing with these labels."""
    hand = Hand(name)
    for label in labels:
        hand.teach(small.SEVEN, label)
    return hand


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
    shelf.panel.rename_requested.emit(run_id, "mine")
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
    wiring = RunsWiring(panel, store, worker.submit, panel)
    worker.start()
    panel.show()
    qtbot.waitUntil(lambda: len(panel.table.runs) == 1)
    keep_made_run(store, SHORT)
    for _ in range(5):
        wiring.refresh()
    qtbot.waitUntil(lambda: len(panel.table.runs) == 2)
    assert worker.end(2_000)


def test_every_run_is_scored_on_the_hand_at_hand(shelf: Shelf) -> None:
    assert shelf.hand_column() is None
    ada = taught("Ada", 9, 9, 9, 7)
    shelf.wiring.set_hand(ada)
    assert shelf.hand_column() == ["75.0 %", "75.0 %"]
    ada.correct(ada.digits[3].id, 9)
    shelf.wiring.set_hand(ada)
    assert shelf.hand_column() == ["100.0 %", "100.0 %"]
    keep_made_run(shelf.store, SHORT)
    shelf.wiring.refresh()
    assert shelf.hand_column() == ["100.0 %"] * 3
    shelf.wiring.set_hand(taught("nobody yet"))
    assert shelf.hand_column() is None


def test_runs_are_scored_in_slices_that_let_other_jobs_through(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_wiring, "SLICE_S", 0.0)
    before = shelf.jobs
    shelf.wiring.set_hand(taught("Ada", 9, 7))
    assert shelf.jobs == before + 5  # the list, each of two digits, and each of two runs
    assert shelf.hand_column() == ["50.0 %", "50.0 %"]


def test_a_tab_out_of_sight_scores_nothing_until_it_is_seen(shelf: Shelf) -> None:
    shelf.panel.hide()
    before = shelf.jobs
    shelf.wiring.set_hand(taught("Ada", 9))
    assert shelf.jobs == before
    shelf.panel.show()
    assert shelf.hand_column() == ["100.0 %", "100.0 %"]


def test_scores_of_a_hand_that_was_put_down_meanwhile_are_not_shown(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs_wiring, "SLICE_S", 0.0)
    waiting: list[Job] = []
    shelf = Shelf(qtbot, tmp_path / "runs")
    shelf.wiring = RunsWiring(shelf.panel, shelf.store, waiting.append, shelf.panel)
    shelf.wiring.set_hand(taught("Ada", 9))
    waiting.pop(0)()  # listed, and the newest run is about to be scored
    shelf.wiring.set_hand(taught("Bob", 9, 7))
    waiting.pop(0)()  # scored, as Ada's
    assert shelf.hand_column() is None
    while waiting:
        waiting.pop(0)()
    assert shelf.hand_column() == ["50.0 %", "50.0 %"]


def test_weights_are_scored_on_the_hand_if_it_has_digits(qtbot: QtBot, shelf: Shelf) -> None:
    with qtbot.assertNotEmitted(shelf.wiring.hand_scored):
        shelf.wiring.score(weights_of(20))
    shelf.wiring.set_hand(taught("Ada", 9, 7))
    with qtbot.waitSignal(shelf.wiring.hand_scored) as told:
        shelf.wiring.score(weights_of(20))
    assert told.args == [0.5, 2]


def test_a_hand_is_drawn_in_slices_that_let_other_jobs_through_and_scored_for_the_last_run_alone(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs_wiring, "SLICE_S", 0.0)
    waiting: list[Job] = []
    shelf = Shelf(qtbot, tmp_path / "runs")
    wiring = RunsWiring(shelf.panel, shelf.store, waiting.append, shelf.panel)
    shelf.panel.hide()
    wiring.set_hand(taught("Ada", 9, 9, 7))
    told: list[float] = []
    wiring.hand_scored.connect(lambda share, _digits: told.append(share))
    wiring.score(weights_of(10))
    wiring.score(weights_of(20))
    jobs = 0
    while waiting:
        waiting.pop(0)()
        jobs += 1
    assert jobs > 3  # a digit each, at least
    assert told == [pytest.approx(2 / 3)]
