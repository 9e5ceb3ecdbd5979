"""Closes the window at random moments, each in a process of its own, and looks at how the process ends.

python -m tests.soak.endings [--count 300] [--seed 1] [--at-once 2]
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from core.runs.record import RunRecord
from tests import small

# each situation with the longest moment in it, ms; a tenth of all are during the import
SITUATIONS = {
    "training": 1_500, "pausing": 300, "evaluating": 800, "downloading": 1_500, "exporting": 2_000, "learning": 800,
    "choosing_a_folder": 300, "reading_about": 300, "naming_a_hand": 300, "saving_a_picture": 300,
    "listing_the_keys": 300, "with_a_fault": 300,
}  # fmt: skip
IMPORT_MS = 3_500
WITHIN_S = 2.0
LONGEST_S = 40.0  # until the situation has come, on a machine that is busy


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended: what was wrong ("" for nothing), and the seconds from closing to its end."""

    fault: str
    seconds: float


def ended(situation: str, after_ms: int) -> Ended:
    """Close the window so long after a situation has come, in a process with a home of its own."""
    with tempfile.TemporaryDirectory() as folder:
        home, data = Path(folder) / "home", Path(folder) / "data"
        data.mkdir()
        small.write_idx(data, small.dataset())
        given = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "DIGITSCOPE_HOME": str(home), "NO_PROXY": "127.0.0.1"}
        for name in ("DIGITSCOPE_DATA", "http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
            given.pop(name, None)
        asked = [] if situation == "downloading" else ["--data", str(data)]
        command = [sys.executable, "-m", "tests.soak.ending_child", situation, str(after_ms), *asked]
        try:
            done = subprocess.run(command, env=given, capture_output=True, text=True, timeout=LONGEST_S, check=False)
        except subprocess.TimeoutExpired as late:
            return Ended(f"it does not end; it said {late.stdout!r} {late.stderr!r}", LONGEST_S)
        end = time.monotonic()
        if done.returncode or done.stderr or not done.stdout:
            return Ended(f"exit status {done.returncode}, it said {done.stdout!r} {done.stderr!r}", 0.0)
        told = json.loads(done.stdout.splitlines()[-1])
        return Ended(_lost(home / "runs", told["steps"]) or _torn(home), end - told["closed"])


def _lost(runs: Path, steps: int) -> str:
    """Return what was not kept of the run that the window showed."""
    kept = [len(RunRecord(path).costs) for path in runs.iterdir() if path.is_dir()] if runs.is_dir() else []
    return f"{steps} steps were shown, but {kept} are kept" if steps and max(kept, default=0) < steps else ""


def _torn(home: Path) -> str:
    """Return what is wrong with a file of weights that was being exported: it must be whole, or not there."""
    path = home / "exported.keras"
    return f"{path.name} is not whole" if path.exists() and zipfile.ZipFile(path).testzip() is not None else ""


def moments(seed: int, count: int) -> list[tuple[str, int]]:
    chance = random.Random(seed)
    drawn = []
    for number in range(count):
        situation = "importing" if number % 10 == 0 else chance.choice(sorted(SITUATIONS))
        drawn.append((situation, chance.randrange(SITUATIONS.get(situation, IMPORT_MS))))
    return drawn


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.soak.endings")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--at-once", type=int, default=2)
    options = parser.parse_args()
    drawn = moments(options.seed, options.count)
    faults, slowest = 0, 0.0
    with ThreadPoolExecutor(options.at_once) as pool:
        for (situation, after_ms), end in zip(drawn, pool.map(lambda each: ended(*each), drawn), strict=True):
            slowest = max(slowest, end.seconds)
            if end.fault or end.seconds > WITHIN_S:
                faults += 1
                print(f"{situation}, {after_ms} ms: {end.seconds:.2f} s {end.fault}", flush=True)
    print(f"{len(drawn)} ends, {faults} bad or later than {WITHIN_S} s; the slowest took {slowest:.2f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
