"""Kept runs stay within their limit: what is deleted goes first, then snapshots, then runs, the oldest first."""

import errno
import math
import os
from pathlib import Path

import numpy as np
import pytest

from core.model.softmax import single
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore, RunWriter, space
from core.runs.files import SNAPSHOTS
from core.runs.locks import RunLock
from core.training.reports import Checkpoint, Progress
from tests.core.runs.made import SHORT, KeepRun, costs_of, fill, tiny_dataset


def test_runs_deleted_long_ago_go_and_a_stopped_one_keeps_its_last_weights(store: RunStore, keep_run: KeepRun) -> None:
    old, fresh, stopped = keep_run(recipe=SHORT), keep_run(recipe=SHORT), keep_run(is_stopped=True)
    store.delete([old, fresh])
    os.utime(store.folder / ".deleted" / old, (0, 0))
    store.tidy()
    assert store.restore([old, fresh]) == (fresh,)
    store.tidy(limit=100_000)
    assert not (store.folder / stopped / SNAPSHOTS).exists()
    assert (store.open(stopped).final_weights().matrix == 1_000).all()


def test_over_the_limit_unstarred_runs_lose_their_snapshots_then_go_oldest_first(
    store: RunStore, keep_run: KeepRun
) -> None:
    runs = sorted(keep_run() for _ in range(4))
    store.star(runs[0], True)
    each = store.usage() // 4
    (sentence,) = store.tidy(limit=3 * each)
    assert "2 old runs gave up their snapshots" in sentence
    assert [len(store.open(run).snapshot_steps) > 90 for run in runs] == [True, False, False, True]
    assert (store.open(runs[1]).final_weights().matrix == 1_000).all()
    assert len(store.open(runs[1]).costs) == 1_000
    assert "1 old run was removed" in store.tidy(limit=each + 100_000)[-1]
    assert [run.run_id for run in store.listing().runs] == [runs[3], runs[2], runs[0]]
    assert store.usage() <= each + 100_000
    assert len(store.open(runs[0]).snapshot_steps) > 90


def test_deleted_runs_go_before_any_other_gives_something_up(store: RunStore, keep_run: KeepRun) -> None:
    first, second = keep_run(), keep_run()
    each = store.usage() // 2
    store.delete([second])
    assert store.tidy(limit=each + 10_000) == ()
    assert len(store.open(first).snapshot_steps) > 90
    assert store.restore([second]) == ()


@pytest.mark.parametrize("value", [7, math.nan])  # of weights, as where a run was about to diverge
def test_a_run_that_trains_is_never_made_smaller_and_one_stopped_keeps_its_last(store: RunStore, value: float) -> None:
    kept = RunWriter(store.folder, TUTORIAL, tiny_dataset())
    fill(kept)
    kept.flush()
    store.tidy(limit=0)
    assert len(store.open(kept.run_id).snapshot_steps) > 90
    last = single(np.full((784, 10), value, np.float32), np.zeros(10, np.float32))  # not those of its first end
    point = Checkpoint(1_040, 0.5, 1.0, last)
    kept.add(Progress(1, 1_040, 1_500, costs_of(1_000, 40), (point,), point.weights, 0.01, added=((1_000, 500),)))
    kept.close()
    store.tidy(limit=100_000)
    assert not (store.folder / kept.run_id / SNAPSHOTS).exists()
    assert np.array_equal(store.open(kept.run_id).final_weights().matrix, last.matrix, equal_nan=True)


def test_a_run_starred_or_continued_since_it_was_listed_is_left_as_it_is(store: RunStore, keep_run: KeepRun) -> None:
    starred, continued = keep_run(), keep_run()
    listed = [store.folder / run_id for run_id in (starred, continued)]
    store.star(starred, True)
    lock = RunLock(listed[1])
    lock.take()
    assert space.tidy(store.folder, listed, limit=0) == ()
    lock.release()
    assert all(len(store.open(run_id).snapshot_steps) > 90 for run_id in (starred, continued))


def test_what_stays_is_not_counted(store: RunStore, keep_run: KeepRun, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    folder = store.folder / keep_run(recipe=SHORT)
    monkeypatch.setattr(Path, "rename", refused)
    monkeypatch.setattr(Path, "unlink", refused)
    assert space.tidy(store.folder, [folder], limit=0) == ()
    assert len(store.open(folder.name).costs) == 30


def test_the_room_of_a_folder_is_that_of_all_in_it(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "one").write_bytes(bytes(100))
    (tmp_path / "a" / "b" / "two").write_bytes(bytes(23))
    (tmp_path / "link").symlink_to(tmp_path / "one")
    assert space.used(tmp_path) - (tmp_path / "link").lstat().st_size == 123
    assert space.used(tmp_path / "none") == 0
    (tmp_path / "runs").write_text("a file is in the way")
    assert RunStore(tmp_path / "runs").tidy() == ()  # left alone
