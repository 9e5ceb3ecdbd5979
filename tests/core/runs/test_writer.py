"""Runs are kept while they train."""

import errno
import json
import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import UserError
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore, RunWriter, files
from core.runs.facts import Origin, RunEvent
from core.training.reports import Progress
from core.training.schedule import checkpoint_steps
from tests.core.runs.made import KeepRun, costs_of, fill, reports, result_of, tiny_dataset, weights_of
from tests.there import there


def test_a_kept_run_holds_all_that_was_told_of_it(store: RunStore) -> None:
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset(), parent=Origin("20260101-000000-00000000", 12))
    fill(kept)
    kept.mark(500, "pace", 30.0)
    kept.mark(600, "pace", float("inf"))
    kept.mark(700, "paused")
    assert kept.close() == ""
    run = store.open(kept.run_id)
    assert (run.summary.state, run.facts.recipe) == ("finished", TUTORIAL)
    assert run.facts.parent == Origin("20260101-000000-00000000", 12)
    assert run.facts.dataset.sizes == (30, 5, 5)
    assert {"python", "numpy", "tensorflow", "machine"} <= set(run.facts.versions)
    assert np.array_equal(run.costs, costs_of(0, 1_000))
    assert run.snapshot_steps == (0, *checkpoint_steps(1_000))
    assert [point.validation_accuracy for point in run.points][-1] == 1.0
    assert run.marks == (RunEvent(500, "pace", 30.0), RunEvent(600, "pace", float("inf")), RunEvent(700, "paused"))
    outcome = there(run.summary.outcome)
    assert (outcome.test_accuracy, outcome.seconds) == (0.42, 0.5)


def test_the_files_are_plain_json_and_npy(store: RunStore, keep_run: KeepRun) -> None:
    folder = store.folder / keep_run()
    assert json.loads((folder / "run.json").read_text())["recipe"]["learning_rate"] == 0.01
    assert all(json.loads(line)["kind"] for line in (folder / "events.jsonl").read_text().splitlines())
    assert np.load(folder / "costs.npy", allow_pickle=False).shape == (1_000,)
    assert np.load(folder / "snapshots.npy", allow_pickle=False).shape == (len(checkpoint_steps(1_000)), 785, 10)
    assert np.load(folder / "weights.npz", allow_pickle=False)["weights"].shape == (784, 10)


def test_a_run_can_be_opened_while_it_trains_and_shows_what_was_flushed(store: RunStore) -> None:
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    shown = []
    for report in reports():
        kept.add(report)
        assert kept.flush() == ""
        run = store.open(kept.run_id)
        assert run.summary.state == "running"
        assert np.array_equal(run.costs, costs_of(0, report.step))
        shown.append(len(run.snapshot_steps))
    assert shown == sorted(shown)
    with pytest.raises(UserError, match="still training"):
        store.delete([kept.run_id])
    kept.close()
    assert store.open(kept.run_id).summary.state == "stopped"
    assert store.delete([kept.run_id]) == (kept.run_id,)


def test_steps_added_to_a_finished_run_and_rates_changed_by_hand_are_marked(store: RunStore) -> None:
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    fill(kept)
    kept.flush()
    more = Progress(1, 1_010, 1_500, costs_of(1_000, 10), (), weights_of(1_010), 0.3, rate_changes=((1_004, 0.3),))
    kept.add(replace(more, added=((1_000, 500),)))
    kept.flush()
    run = store.open(kept.run_id)
    assert run.marks == (RunEvent(1_000, "extended", 500.0), RunEvent(1_004, "rate", 0.3))
    assert (run.total, run.summary.steps, run.summary.state) == (1_500, 1_010, "running")
    assert run.summary.outcome is None  # what came of the first steps is nothing that these weights did
    assert run.rates()[[999, 1_003, 1_004, 1_009]].tolist() == pytest.approx([0.01, 0.01, 0.3, 0.3])
    kept.finish(replace(result_of(), steps=1_010))
    kept.close()
    assert store.open(kept.run_id).summary.state == "finished"


def test_a_flush_of_something_to_write_is_due_twice_a_second(store: RunStore, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    now[0] += 5
    assert not kept.is_due
    kept.add(next(reports()))
    assert kept.is_due
    assert not store.folder.exists()
    kept.flush()
    assert store.folder.exists()
    kept.add(next(reports()))
    now[0] += 0.4
    assert not kept.is_due
    now[0] += 0.2
    assert kept.is_due
    kept.close()


class FullDisk:
    """Lets so many bytes be written, then has no room left, in the middle of a write."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
        self.room = room
        self._settle = files._settle
        monkeypatch.setattr(files, "_settle", self.settle)

    def settle(self, file: object) -> None:
        size = os.fstat(file.fileno()).st_size if not file.closed else 0  # type: ignore[attr-defined]
        self.room -= 1_000 + size // 50
        if self.room < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._settle(file)  # type: ignore[arg-type]


@pytest.mark.parametrize("room", [0, 1_500, 5_000, 20_000, 60_000, 100_000])
def test_a_full_disk_is_told_once_and_spoils_none(store: RunStore, monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    disk = FullDisk(monkeypatch, room)
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    sentences = []
    for report in reports():
        kept.add(report)
        sentences.append(kept.flush())
    kept.finish(result_of())
    sentences.append(kept.flush())
    told = [sentence for sentence in sentences if sentence]
    assert len(told) == 1
    assert "No space left" in told[0]
    for listed in store.listing().runs:
        run = store.open(listed.run_id)
        assert np.array_equal(run.costs, costs_of(0, len(run.costs)))
        assert all((run.weights_at(step).matrix == step).all() for step in run.snapshot_steps[1:])
    assert store.listing().faults == ()
    disk.room = 10**9
    assert kept.close() == ""
    whole = store.open(kept.run_id)
    assert whole.summary.state == "finished"
    assert np.array_equal(whole.costs, costs_of(0, 1_000))
    assert whole.snapshot_steps == (0, *checkpoint_steps(1_000))


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "runs").write_text("a file is in the way")
    kept = RunWriter(RunStore(tmp_path / "runs").folder, TUTORIAL, tiny_dataset())
    kept.add(next(reports()))
    assert "cannot be stored" in kept.flush()
    assert kept.flush() == ""
