"""How much memory the window takes, idle and training, and whether it stays where it is."""

import importlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from core.recipes import recipe as recipes
from tests.bench import children

SHARES = 10  # measurements on the way
MB = 1e6


def measure(steps: int = 1_000_000, cycles: int = 1_000) -> dict[str, Any]:
    """Return resident megabytes, each in a fresh process; Linux only, elsewhere only a note."""
    if not STATM.exists():
        return {"note": "measured on Linux only"}
    me = "tests.bench.memory"
    found = {name: children.call(me, name) for name in ("python", "empty_window", "idle_window", "tensorflow")}
    found["training"] = children.call(me, "training", steps)
    found["cycles"] = children.call(me, "start_and_stop", cycles)
    found["idle_over_empty"] = found["idle_window"] / found["empty_window"]
    base = found["tensorflow"] - found["python"] + found["idle_window"]
    found["training_above_tensorflow_and_idle"] = found["training"]["after_warm_up"] - base
    return found


STATM = Path("/proc/self/statm")


def resident_mb() -> float:
    return int(STATM.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / MB


def python() -> float:
    """Python and numpy alone, which TensorFlow's import and the window both count."""
    importlib.import_module("numpy")
    return resident_mb()


def empty_window() -> float:
    import pyqtgraph as pg

    from tests.bench.probe import live

    pg.mkQApp()
    window = pg.PlotWidget()
    window.resize(1280, 800)
    window.show()
    live(1.0)
    return resident_mb()


def idle_window() -> float:
    """Our window, painted, before data and TensorFlow are loaded."""
    from gui.app import create_window
    from tests.bench.probe import application, live

    application()
    window = create_window()
    window.start_threads = lambda: None  # type: ignore[method-assign]
    window.show()
    live(1.0)
    return resident_mb()


def tensorflow() -> float:
    from core.machine.tensorflow import load_tensorflow

    load_tensorflow()
    return resident_mb()


def training(steps: int) -> dict[str, Any]:
    """Train in the window at full pace: memory once it is warm, and on the way to the last step."""
    from tests.bench.probe import end, ready_window, steps_made, train, wait

    window = ready_window()
    train(window, replace(recipes.TUTORIAL, steps=steps))
    wait(lambda: steps_made(window) > min(2_000, steps / 10))
    warm, course = resident_mb(), []
    for share in range(1, SHARES + 1):
        wait(_at_least(window, share * steps // SHARES), longest_s=600, look_ms=100)
        course.append([steps_made(window), resident_mb()])
    end(window)
    a_step = (course[-1][1] - course[0][1]) * MB / (course[-1][0] - course[0][0])
    return {"after_warm_up": warm, "course": course, "bytes_a_step": a_step}


def start_and_stop(cycles: int) -> dict[str, Any]:
    from tests.bench.probe import end, ready_window, steps_made, train, wait

    window, course = ready_window(), []
    for cycle in range(cycles):
        train(window, recipes.TUTORIAL)
        wait(lambda: steps_made(window) > 0, look_ms=2)
        window.session.stop()
        if (cycle + 1) % max(1, cycles // SHARES) == 0:
            course.append([cycle + 1, resident_mb()])
    end(window)
    a_cycle = (course[-1][1] - course[0][1]) * 1e3 / max(1, course[-1][0] - course[0][0])
    return {"course": course, "kb_a_cycle": a_cycle}


def _at_least(window: Any, steps: int) -> Callable[[], bool]:
    from tests.bench.probe import steps_made

    return lambda: steps_made(window) >= steps
