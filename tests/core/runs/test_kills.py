"""What a kill leaves of runs, and what processes that work at once leave to each other."""

import os
import random
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from core.runs import RunStore
from tests.core.runs.made import costs_of, keep_made_run

ROOT = Path(__file__).resolve().parents[3]
KILLS = 20  # of one long feeding, spread at random
LONGEST_S = 0.25  # from a process's first line to its kill


@contextmanager
def feeding(folder: Path, *arguments: str) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "tests.core.runs.feeder", str(folder), *arguments]
    environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def lines_until_killed(folder: Path, after_s: float) -> list[str]:
    with feeding(folder) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        killer = threading.Timer(after_s, process.kill)
        killer.start()
        lines += process.stdout.readlines()
        killer.join()
    return [line for line in lines if line.endswith("\n")]


def test_no_kill_loses_a_finished_run_or_leaves_one_that_cannot_be_opened(store: RunStore) -> None:
    chance = random.Random(7)
    safe: dict[str, str] = {}
    for _ in range(KILLS):
        lines = lines_until_killed(store.folder, chance.uniform(0, LONGEST_S))
        safe |= dict(line.split() for line in lines)
    listing = store.listing()
    assert listing.faults == ()
    states = {run.run_id: run.state for run in listing.runs}
    assert safe.keys() <= states.keys()
    for run_id, known in safe.items():
        run = store.open(run_id)
        assert states[run_id] == "finished" if known == "finished" else states[run_id] in ("stopped", "finished")
        assert len(run.costs) >= (300 if known == "finished" else int(known))
    for listed in listing.runs:
        run = store.open(listed.run_id)
        assert np.array_equal(run.costs, costs_of(0, len(run.costs)))
        assert all((run.weights_at(step).matrix == step).all() for step in run.snapshot_steps[1:])
        assert run.final_weights().matrix.shape == (784, 10)


def test_what_killed_processes_leave_half_made_is_cleared_away(store: RunStore) -> None:
    lines_until_killed(store.folder, 0.02)
    (store.folder / ".part-999999999-dead").mkdir()
    store.tidy()
    assert not list(store.folder.glob(".part-*"))


def test_two_processes_keep_list_label_and_delete_runs_without_harm(store: RunStore) -> None:
    mine = keep_made_run(store)
    with feeding(store.folder, "12") as one, feeding(store.folder, "12") as other:
        while one.poll() is None or other.poll() is None:
            assert store.listing().faults == ()
            store.star(mine, True)
            store.delete([mine])
            store.tidy(limit=10**12)
            assert store.restore([mine]) == (mine,)
        assert (one.returncode, other.returncode) == (0, 0)
    listing = store.listing()
    assert listing.faults == ()
    assert len(listing.runs) == 25
    assert {run.state for run in listing.runs} == {"finished"}


def test_a_run_that_another_process_writes_is_seen_as_running_and_cannot_be_deleted(store: RunStore) -> None:
    with feeding(store.folder) as process:
        assert process.stdout is not None
        run_id = process.stdout.readline().split()[0]
        states = {run.run_id: run.state for run in store.listing().runs}
        assert states[run_id] in ("running", "finished")
    assert "running" not in {run.state for run in store.listing().runs}
