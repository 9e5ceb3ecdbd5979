"""Whether a pace is kept, how soon Stop and Pause take hold, and how fast the app trains beside the bare core."""

import math
import statistics
import threading
import time
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt

from core.recipes import recipe as recipes
from core.sources import search
from core.training.reports import Progress
from core.training.trainer import Trainer
from gui.jobs.run_state import RunState
from gui.jobs.training_thread import TrainingThread
from gui.main_window import MainWindow
from tests.bench import children
from tests.bench.probe import end, live, ready_window, steps_made, train, wait

ENDLESS = replace(recipes.TUTORIAL, steps=10_000_000)
PACES = (1.0, 3.0, 10.0, 100.0, 300.0, 1_000.0)  # steps/s
TRIES = 20
SPEED_S = 5.0


def measure(seconds: float = 10.0, rounds: int = 5) -> dict[str, Any]:
    """Return each pace's true steps/s, latencies in ms, and the app's speed over the core's."""
    me = "tests.bench.pace"
    speeds = [(children.call(me, "in_the_app", SPEED_S), children.call(me, "headless", SPEED_S)) for _ in range(rounds)]
    return {
        "paces": children.call(me, "paces", seconds),
        "latency_ms": children.call(me, "latencies"),
        "app_steps_per_second": [app for app, _core in speeds],
        "headless_steps_per_second": [core for _app, core in speeds],
        "app_over_headless": statistics.median(app / core for app, core in speeds),
    }


def paces(seconds: float) -> dict[str, dict[str, float]]:
    """Train at each pace and return its steps/s and how many percent that is off."""
    window, found = ready_window(), {}
    for pace in PACES:
        true = _true_pace(window, pace, seconds)
        found[f"{pace:g}"] = {"steps_per_second": true, "percent_off": 100 * (true / pace - 1)}
    end(window)
    return found


def _true_pace(window: MainWindow, pace: float, seconds: float) -> float:
    seen: list[tuple[float, int]] = []

    def note(progress: Progress) -> None:
        seen.append((time.perf_counter(), progress.step))

    train(window, ENDLESS, pace)
    wait(lambda: steps_made(window) > 0)
    window.session.progressed.connect(note)
    live(seconds)
    window.session.progressed.disconnect(note)
    window.session.stop()
    (first_s, first), (last_s, last) = seen[0], seen[-1]
    return (last - first) / (last_s - first_s)


def latencies() -> dict[str, dict[str, float]]:
    """Return the median and longest time until the worker stands still after Pause and is free after Stop, in ms."""
    window, found = ready_window(), {}
    for pace in (math.inf, 100.0, 1.0):
        name = "full pace" if math.isinf(pace) else f"{pace:g} steps/s"
        for what, took_ms in (("Pause", _pause_ms), ("Stop", _stop_ms)):
            values = [took_ms(window, pace) for _ in range(TRIES)]
            found[f"{what} at {name}"] = {"median": statistics.median(values), "max": max(values)}
    end(window)
    return found


def _pause_ms(window: MainWindow, pace: float) -> float:
    stood: list[float] = []

    def note(_run: int, news: object) -> None:
        if news is RunState.PAUSED:
            stood.append(time.perf_counter())

    _train_a_little(window, pace)
    reported = window.findChildren(TrainingThread)[0].reported
    reported.connect(note, Qt.ConnectionType.DirectConnection)  # in the thread that trains, at once
    begin = time.perf_counter()
    window.session.set_paused(True)
    wait(lambda: bool(stood), look_ms=5)
    reported.disconnect(note)
    window.session.stop()
    return (stood[0] - begin) * 1e3


def _stop_ms(window: MainWindow, pace: float) -> float:
    free, at = threading.Event(), []

    def note() -> None:
        at.append(time.perf_counter())
        free.set()

    _train_a_little(window, pace)
    begin = time.perf_counter()
    window.session.stop()
    window.session.submit(note)
    wait(free.is_set, look_ms=5)
    return (at[0] - begin) * 1e3


def _train_a_little(window: MainWindow, pace: float) -> None:
    train(window, ENDLESS, pace)
    run = window.session.run
    wait(lambda: window.session.run == run and steps_made(window) > 0, look_ms=5)
    live(0.15)


def in_the_app(seconds: float) -> float:
    """Return steps/s at full pace with plots, pictures and bars live."""
    from tests import small

    window = ready_window()
    window.drawing.canvas.set_drawing(small.SEVEN)
    train(window, ENDLESS)
    wait(lambda: steps_made(window) > 2_000)
    first, begin = steps_made(window), time.perf_counter()
    live(seconds)
    speed = (steps_made(window) - first) / (time.perf_counter() - begin)
    end(window)
    return speed


def headless(seconds: float) -> float:
    """Return steps/s of the core alone on the same data, everything it reports made."""
    trainer = Trainer(ENDLESS, search.find(may_download=False))
    while trainer.step < 2_000:
        next(trainer)
    first, begin = trainer.step, time.perf_counter()
    while time.perf_counter() < begin + seconds:
        next(trainer)
    return (trainer.step - first) / (time.perf_counter() - begin)
