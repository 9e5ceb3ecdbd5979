"""Kills the whole app (kill -9) while it trains or exports, and looks at what it leaves of what it had shown.

python -m tests.soak.kills [--count 20] [--seed 1]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from core.errors import UserError
from core.exporting import keras_file
from core.importing import models
from core.runs import RunStore
from tests import small
from tests.core.runs.kills import heard

SITUATIONS = ("training", "exporting")
LONGEST_S = 6.0  # from the first step shown, or the first export begun, to the kill
LOST_S = 1.0  # of what was shown before a kill, so much may be lost
PATIENCE_S = 120.0  # until the situation has come, on a machine that is busy

Fact = dict[str, Any]  # a line of tests.soak.kill_child


@dataclass(slots=True)
class Shown:
    """What the killed windows had shown, all but their last second."""

    steps: dict[str, int] = field(default_factory=dict)  # by run
    finished: set[str] = field(default_factory=set)
    written: set[Path] = field(default_factory=set)

    def add(self, facts: list[Fact], killed_s: float) -> None:
        """Take the facts of a window that was killed then, by the clock of `time.monotonic`."""
        for fact in facts:
            if "written" in fact:
                self.written.add(Path(fact["written"]))
            elif "run" in fact and fact["at"] < killed_s - LOST_S:
                self.steps[fact["run"]] = max(fact["steps"], self.steps.get(fact["run"], 0))
                if "finished" in fact:
                    self.finished.add(fact["run"])


def facts_until_killed(process: "subprocess.Popen[str]", situation: str, after_s: float) -> tuple[list[Fact], float]:
    """Kill a window so long after its situation has come; return what it said, and when it was killed."""
    killed_s = [0.0]

    def kill() -> None:
        killed_s[0] = time.monotonic()
        process.kill()

    if process.stdout is None:
        raise RuntimeError("the child's standard output is read")
    killer = threading.Timer(PATIENCE_S, kill)
    killer.start()
    facts: list[Fact] = []
    has_come = False
    for line in process.stdout:
        if not line.endswith("\n"):
            break  # cut by the kill
        facts.append(json.loads(line))
        if not has_come and ("finished" if situation == "exporting" else "run") in facts[-1]:
            has_come = True
            killer.cancel()
            killer = threading.Timer(after_s, kill)
            killer.start()
    killer.join()
    return facts, killed_s[0]


def faults_of(store: RunStore, shown: Shown) -> list[str]:
    """Return what is wrong with the stored runs and the exports, in sentences."""
    listing = store.listing()
    states = {run.run_id: run.state for run in listing.runs}
    faults = list(listing.faults)
    faults += [f"{run_id} was finished, and is {states.get(run_id)} now"
               for run_id in sorted(shown.finished) if states.get(run_id) != "finished"]  # fmt: skip
    for run_id, steps in sorted(shown.steps.items()):
        kept = len(store.open(run_id).costs) if run_id in states else 0
        if kept < steps:
            faults.append(f"{run_id} had {steps} steps, of which {kept} are kept")
    for run in map(store.open, states):
        try:
            for step in run.snapshot_steps:
                run.weights_at(step)
            run.final_weights()
        except UserError as error:
            faults.append(str(error))
    return faults + [f"{path.name} was written, and is not there" for path in shown.written if not path.exists()]


def damaged(exports: Path) -> list[str]:
    """Return the weights among the exports that cannot be read back; TensorFlow is loaded for it."""
    faults = []
    for path in sorted(exports.glob("[0-9]*")):
        try:
            if path.suffix in (".npz", keras_file.KERAS):
                models.opened(path)
            elif not (any(path.iterdir()) if path.is_dir() else path.stat().st_size):
                faults.append(f"{path.name} is empty")
        except UserError as error:
            faults.append(str(error))
    return faults


def killed(count: int, seed: int, folder: Path) -> tuple[Shown, list[str], RunStore]:
    """Kill so many windows of one home at random moments; return what they had shown, and what is wrong then."""
    home, data, exports = folder / "home", folder / "data", folder / "exports"
    data.mkdir()
    exports.mkdir()
    small.write_idx(data, small.dataset())
    chance, shown, store = random.Random(seed), Shown(), RunStore(home / "runs")
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "DIGITSCOPE_HOME": str(home)}
    options = {"env": environment, "stderr": subprocess.DEVNULL}
    faults: list[str] = []
    for number in range(count):
        situation = SITUATIONS[number % len(SITUATIONS)]
        with heard("tests.soak.kill_child", situation, exports, "--data", data, **options) as child:
            facts, killed_s = facts_until_killed(child, situation, chance.uniform(0, LONGEST_S))
        if not any("run" in fact for fact in facts):
            faults.append(f"kill {number}: nothing had begun within {PATIENCE_S:.0f} s")
        shown.add(facts, killed_s)
        faults += faults_of(store, shown)
    return shown, faults + damaged(exports), store


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.soak.kills")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shown, faults, store = killed(options.count, options.seed, Path(folder))
        kept = len(store.listing().runs)
    kills = f"{options.count} kills: {kept} runs kept, {len(shown.finished)} of them shown as finished a second before"
    print(*faults, f"{kills}, {len(shown.written)} exports written; {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
