"""Kills processes that keep made runs (kill -9), has two keep runs at once, and looks at what they leave.

python -m tests.core.runs.kills [--kills 200] [--runs 500] [--seed 7]
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from core.runs import RunStore
from tests.core.runs.feeder import STEPS
from tests.core.runs.made import costs_of

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = 0.25  # from a process's first line to its kill


@contextmanager
def heard(module: str, *arguments: object, **options: Any) -> Iterator["subprocess.Popen[str]"]:
    """Run a module in a process of its own whose lines can be read; at the end it is killed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, **options)
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def feeding(folder: Path, *arguments: str) -> AbstractContextManager["subprocess.Popen[str]"]:
    return heard("tests.core.runs.feeder", folder, *arguments, env={**os.environ, "OPENBLAS_NUM_THREADS": "1"})


def lines_until_killed(folder: Path, after_s: float) -> list[str]:
    """Kill a process so long after its first line; return its whole lines."""
    with feeding(folder) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]
        killer = threading.Timer(after_s, process.kill)
        killer.start()
        lines += process.stdout.readlines()
        killer.join()
    return [line for line in lines if line.endswith("\n")]


def killed(store: RunStore, count: int, seed: int) -> dict[str, str]:
    """Kill so many processes; return what they had said to be safe: by run, the steps, or "finished"."""
    chance, safe = random.Random(seed), dict[str, str]()
    for _ in range(count):
        safe |= dict(line.split() for line in lines_until_killed(store.folder, chance.uniform(0, LONGEST_S)))
    return safe


def faults_of(store: RunStore, safe: Mapping[str, str]) -> list[str]:
    """Return what is wrong with the stored runs, in sentences."""
    listing = store.listing()
    states = {run.run_id: run.state for run in listing.runs}
    faults = [*listing.faults, *(f"{run_id} is lost" for run_id in safe if run_id not in states)]
    for run_id, state in states.items():
        run, known = store.open(run_id), safe.get(run_id, "0")
        if known == "finished" and state != "finished":
            faults.append(f"{run_id} was finished, and is {state} now")
        if len(run.costs) < (STEPS if known == "finished" else int(known)):
            faults.append(f"{run_id} had {known} steps, of which {len(run.costs)} are kept")
        are_weights = all((run.weights_at(step).matrix == step).all() for step in run.snapshot_steps[1:])
        if not (are_weights and np.array_equal(run.costs, costs_of(0, len(run.costs)))):  # as they were made
            faults.append(f"{run_id} holds other numbers than were told")
    return faults


def fed_by_two(store: RunStore, runs: int) -> dict[str, str]:
    """Have two processes keep so many runs each at the same time; return what they said."""
    with feeding(store.folder, str(runs)) as one, feeding(store.folder, str(runs)) as other:
        with ThreadPoolExecutor() as pool:  # both are read, or their pipes would fill up
            said = pool.map(lambda process: process.communicate()[0], (one, other))
        return dict(line.split() for text in said for line in text.splitlines())


def _told(name: str, act: Callable[[RunStore], dict[str, str]]) -> int:
    """Do something to a new store, and print what it left; return the number of faults."""
    with tempfile.TemporaryDirectory() as folder:
        store = RunStore(Path(folder))
        faults, runs = faults_of(store, act(store)), store.listing().runs
    ended = sum(run.state == "finished" for run in runs)
    print(f"{name}: {len(runs)} runs kept, {ended} finished, {len(faults)} faults", *faults, sep="\n")
    return len(faults)


def main() -> int:
    """Kill, and feed by two; return 1 where a run is lost or cannot be opened."""
    parser = argparse.ArgumentParser(prog="tests.core.runs.kills")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--runs", type=int, default=500)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    found = _told(f"{options.kills} kills", lambda store: killed(store, options.kills, options.seed))
    found += _told(f"two processes, {options.runs} runs each", lambda store: fed_by_two(store, options.runs))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
