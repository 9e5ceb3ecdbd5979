"""Runs a function in a fresh process, so that no measurement warms up or burdens the next."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

LONGEST_S = 900
BYTECODE = Path(__file__).parent.parent.parent / "build" / "bench" / "bytecode"
CALL = """
import importlib, json, os, pathlib, sys
import core  # before numpy, as the app does: numpy then shares no product between threads
module, function, arguments, answer = json.loads(sys.argv[1])
found = getattr(importlib.import_module(module), function)(*arguments)
pathlib.Path(answer).write_text(json.dumps(found))
os._exit(0)  # TensorFlow and Qt take their time to go, and it is no part of what is measured
"""


def call(module: str, function: str, *arguments: Any) -> Any:
    """Return what a module's function returns, (made of what JSON knows), called in a process of its own.

    Raises CalledProcessError when it fails, TimeoutExpired when it hangs; what it prints goes to standard error.
    """
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        said = json.dumps([module, function, arguments, str(answer)])
        environment = with_bytecode() | {"DIGITSCOPE_HOME": os.environ.get("DIGITSCOPE_HOME", folder)}
        command = [sys.executable, "-c", CALL, said]
        subprocess.run(command, check=True, stdout=sys.stderr, env=environment, timeout=LONGEST_S)
        return json.loads(answer.read_text())


def with_bytecode() -> dict[str, str]:
    """Return this process' environment, in which Python keeps bytecode, as it does for the users of an app."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return environment | {"PYTHONPYCACHEPREFIX": str(BYTECODE)}


def took_s(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    """Return the median over rounds of each number."""
    return {name: statistics.median(each[name] for each in rounds) for name in rounds[0]}
