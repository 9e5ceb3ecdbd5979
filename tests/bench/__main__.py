"""Runs benchmarks, all or those named, and writes build/bench/NAME.json and docs/speed.md."""

import argparse
import importlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

from tests.bench import report

RESULTS = report.ROOT / "build" / "bench"
QUICK = {  # arguments for a first look, in a minute each
    "training_speed": (2,), "smoothness": (5.0, 1), "start": (2,), "memory": (50_000, 30), "pace": (4.0, 1),
    "drawing": (4.0, 1), "kept_runs": (200, 1), "rewinding": (1.0,),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*QUICK, []], help="which; all where none is named")
    parser.add_argument("--quick", action="store_true", help="a first look in a few minutes; docs/speed.md stays")
    chosen = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        os.environ["DIGITSCOPE_HOME"] = home
        for name in chosen.names or QUICK:
            _run(name, QUICK[name] if chosen.quick else ())
    if not chosen.quick:
        report.write(RESULTS)


def _run(name: str, arguments: tuple[Any, ...]) -> None:
    module = f"tests.bench.{name}"
    begin, load = time.perf_counter(), _load()
    print(f"{name} ...", file=sys.stderr, flush=True)
    measure: Callable[..., Any] = importlib.import_module(module).measure
    found = measure(*arguments)
    found["measured"] = {"load_before": load, "load_after": _load(), "seconds": time.perf_counter() - begin}
    found["machine"] = report.machine()
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=2) + "\n")


def _load() -> float:
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")


if __name__ == "__main__":
    main()
