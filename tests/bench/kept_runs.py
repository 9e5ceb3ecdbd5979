"""A thousand kept runs of 20,000 steps: how soon they are listed, and how smooth twenty of them are compared."""

from dataclasses import replace
from typing import Any

import numpy as np

from core.files import folders
from core.model.softmax import single
from core.recipes.recipe import TUTORIAL
from core.runs import RunStore, RunWriter
from core.training.reports import Checkpoint, Progress, RunResult
from gui.main_window import MainWindow
from gui.runs.runs_panel import RunsPanel
from tests.bench import children
from tests.bench.probe import Probe, end, live, ready_window, wait
from tests.core.runs.made import tiny_dataset

RUNS, STEPS, COMPARED = 1_000, 20_000, 20
FRAMES = 150
RATE_S = 1 / 30  # between two turns of the wheel


def measure(runs: int = RUNS, rounds: int = 3) -> dict[str, Any]:
    """Return times in ms; each listing and each comparison in a fresh process."""
    me = "tests.bench.kept_runs"
    keep(runs)
    listing = [children.call(me, "listing") for _ in range(rounds)]
    comparing = [children.call(me, "comparing") for _ in range(rounds)]
    return {
        "runs": runs,
        "bytes": RunStore(folders.of("runs")).usage(),
        "listing_ms": children.medians(listing),
        "comparing": comparing,
        "comparing_median_of_rounds": children.medians([each["lateness_ms"] for each in comparing]),
    }


def keep(count: int) -> None:
    """Keep so many runs that were never trained, each with its costs and one snapshot."""
    store, dataset, random = RunStore(folders.of("runs")), tiny_dataset(), np.random.default_rng(1)
    course = 0.3 + 12 * np.exp(-np.arange(STEPS) / 2_000)
    for number in range(count):
        recipe = replace(TUTORIAL, steps=STEPS, seed=number, based_on=TUTORIAL.name)
        costs = (course * random.lognormal(0, 0.25, STEPS) * (1 + number % 7)).astype(np.float32)
        matrix = random.normal(0, 1, (784, 10)).astype(np.float32)
        weights = single(matrix, np.zeros(10, np.float32), recipe.stages, recipe.name)
        point = Checkpoint(STEPS, 0.9, 0.4, weights)
        writer = RunWriter(store.folder, recipe, dataset)
        writer.add(Progress(1, STEPS, STEPS, costs, (point,), weights, recipe.learning_rate))
        writer.finish(RunResult(1, recipe, STEPS, 4.0, float(costs[-1]), 0.9, 0.9, weights, 5))
        writer.close()


def listing() -> dict[str, float]:
    """List all runs for the first time in a process, and again."""
    store = RunStore(folders.of("runs"))
    return {"first": children.took_s(store.listing) * 1e3, "again": children.took_s(store.listing) * 1e3}


def comparing() -> dict[str, Any]:
    """Show the tab, tick twenty runs, then zoom and pan 30 times a second."""
    window = ready_window()
    window.tabs.setCurrentWidget(window.tabs.panel(RunsPanel))
    table = window.tabs.panel(RunsPanel).table
    wait(lambda: bool(table.runs), look_ms=1)
    table.set_ticked([run.run_id for run in table.runs[:COMPARED]])
    wait(lambda: len(window.cost_plot.earlier) == COMPARED, look_ms=1)
    live(0.5)
    late = _zoomed_and_panned(window)
    end(window)
    return {"lateness_ms": late}


def _zoomed_and_panned(window: MainWindow) -> dict[str, float]:
    """Return how late a timer in the window's thread came meanwhile, ms."""
    probe, view = Probe(), window.cost_plot.view
    probe.start()
    for frame in range(FRAMES):
        half = STEPS / 2 * (0.52 + 0.44 * np.cos(frame / 12))
        middle = STEPS / 2 + (STEPS / 2 - half) * np.sin(frame / 9)
        view.view_box.setXRange(middle - half, middle + half, padding=0)
        view.viewport().repaint()
        live(RATE_S)
    return probe.lateness_ms()
