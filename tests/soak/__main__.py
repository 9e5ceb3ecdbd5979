"""`make soak`: many seeded users in processes of their own; a fault is made short before it is told.

python -m tests.soak [--actions 20000] [--seed 1] [--each 2500] [--at-once 2] [--replay FILE]
"""

import argparse
import faulthandler
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.soak.actions import Action, drawn_up, from_text, to_text
from tests.soak.shrink import shrunk

TRIES = 40  # runs to shorten a fault
LONGEST_S = 900  # one user
MOST_MEMORY = 8_000_000_000  # bytes of address space: more raises MemoryError, and tells where, before the system kills


def main() -> int:
    parser = argparse.ArgumentParser(prog="tests.soak")
    parser.add_argument("--actions", type=int, default=20_000)
    parser.add_argument("--each", type=int, default=2_500, help="actions of one user")
    parser.add_argument("--at-once", type=int, default=2, help="users that play at the same time")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--replay", type=Path, help="a file of actions, one a line")
    options = parser.parse_args()
    if options.replay:
        return _replay(options.replay, options.seed)
    counts = [min(options.each, options.actions - start) for start in range(0, options.actions, options.each)]
    users = {options.seed + number: drawn_up(options.seed + number, count) for number, count in enumerate(counts)}
    with ThreadPoolExecutor(options.at_once) as pool:
        faults = [seed for seed in pool.map(lambda seed: _told(users[seed], seed), users) if seed is not None]
    if faults:
        shortest = shrunk(users[faults[0]], lambda some: done_apart(some, faults[0]).returncode != 0, TRIES)
        print(f"seed {faults[0]}; the shortest list found, {len(shortest)} actions (replay with --replay FILE):")
        print(to_text(shortest), flush=True)
    return 1 if faults else 0


def _told(actions: Sequence[Action], seed: int) -> int | None:
    """Let one user play, and tell; return the seed where a fault was found."""
    done = done_apart(actions, seed)
    ended = f"AT FAULT, status {done.returncode}" if done.returncode else "well"
    print(f"seed {seed}: {len(actions)} actions, {ended}", flush=True)
    if not done.returncode:
        return None
    print(done.stderr, flush=True)
    return seed


def _replay(path: Path, seed: int) -> int:
    from PySide6.QtWidgets import QApplication

    from tests.soak.monkey import FaultError, Monkey

    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))
    app = QApplication.instance() or QApplication([])
    faulthandler.dump_traceback_later(LONGEST_S - 60, exit=True)  # it tells where, before it is ended from outside
    with tempfile.TemporaryDirectory() as folder:
        try:
            Monkey(Path(folder), seed).do(from_text(path.read_text()))
        except BaseException as fault:  # noqa: BLE001  whatever still runs is not waited for
            if isinstance(fault, FaultError):
                print(fault, file=sys.stderr)
            else:
                traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
    del app
    return 0


def done_apart(actions: Sequence[Action], seed: int) -> "subprocess.CompletedProcess[str]":
    """Let a user play in a process of its own, with a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "actions.jsonl"
        path.write_text(to_text(actions))
        given = {"QT_QPA_PLATFORM": "offscreen", **os.environ, "DIGITSCOPE_HOME": home, "PYTHONFAULTHANDLER": "1"}
        given.pop("DIGITSCOPE_DATA", None)
        given.update(dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9"))
        command = [sys.executable, "-m", "tests.soak", "--replay", str(path), "--seed", str(seed)]
        try:
            return subprocess.run(command, env=given, capture_output=True, text=True, timeout=LONGEST_S, check=False)
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, 1, "", f"it does not end within {LONGEST_S} s")


if __name__ == "__main__":
    sys.exit(main())
