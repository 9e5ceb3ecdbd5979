"""How late the window's thread comes while it trains and while TensorFlow is imported; kept_runs has compared runs."""

import statistics
import time
from typing import Any

import numpy as np

from gui.app import create_window
from gui.plots.cost_plot import CostPlot
from gui.state.shown_run import RunCurves
from tests import small
from tests.bench import children
from tests.bench.pace import ENDLESS
from tests.bench.probe import Hand, Probe, application, end, live, ready_window, steps_made, train, wait, wait_for_steps

STARTS = 5
LENGTHS = (1_000, 10_000, 100_000, 1_000_000)
FRAMES, REPORT = 60, 10  # frames painted, costs in each


def measure(seconds: float = 60.0, rounds: int = 3) -> dict[str, Any]:
    """Return lateness in ms, each in fresh processes, of which there are `rounds`."""
    me = "tests.bench.smoothness"
    training = [children.call(me, "training", seconds) for _ in range(rounds)]
    importing = [children.call(me, "importing") for _ in range(STARTS)]
    worst = [each["lateness_ms"]["max"] for each in importing]
    return {
        "training": training,
        "training_median_of_rounds": children.medians([each["lateness_ms"] for each in training]),
        "importing": importing,
        "importing_worst_ms": {"median": statistics.median(worst), "max": max(worst)},
        "frame_ms_by_steps": children.call(me, "frame_ms_by_steps"),
    }


def training(seconds: float) -> dict[str, Any]:
    """Train at full pace, draw all the while, and walk through the tabs."""
    window = ready_window()
    hand, probe = Hand(window.drawing.canvas, small.SEVEN), Probe()
    train(window, ENDLESS)
    wait(lambda: steps_made(window) > 1_000)
    hand.start()
    probe.start()
    for number in range(window.tabs.count()):
        window.tabs.setCurrentIndex(number)
        live(seconds / window.tabs.count())
    late = probe.lateness_ms()
    hand.stop()
    end(window)
    return {"lateness_ms": late}


def importing() -> dict[str, Any]:
    """Open the window and probe until TensorFlow is there and its steps are compiled."""
    application()
    window, probe = create_window(), Probe()
    window.show()
    wait(lambda: window.is_painted, look_ms=1)
    probe.start()
    wait_for_steps(window)
    found = {"lateness_ms": probe.lateness_ms()}
    end(window)
    return found


def frame_ms_by_steps() -> dict[str, float]:
    """Return what a report of ten costs and its painting take, in ms, in runs of different lengths."""
    application()
    return {str(steps): _frame_ms(steps) for steps in LENGTHS}


def _frame_ms(steps: int) -> float:
    plot, costs = CostPlot(), np.random.default_rng(1).lognormal(0, 0.3, steps).astype(np.float32)
    plot.resize(800, 300)
    plot.show()
    plot.start(RunCurves(), steps + FRAMES * REPORT)
    plot.add(costs)
    seconds = []
    for number in range(FRAMES):
        begin = time.perf_counter()
        plot.add(costs[:REPORT] + number / FRAMES)
        plot.repaint()
        plot.view.viewport().repaint()
        seconds.append(time.perf_counter() - begin)
    plot.close()
    return statistics.median(seconds) * 1e3
