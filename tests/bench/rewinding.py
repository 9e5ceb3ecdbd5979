"""How often a second the window follows the rewind slider: weights, bars and Why, then mistakes and confusion."""

import math
import time
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from core.model.scoring import Evaluated
from core.recipes import recipe as recipes
from gui.jobs.run_state import RunState
from gui.main_window import MainWindow
from gui.panels.confusion_panel import ConfusionPanel
from gui.panels.mistakes_wall import MistakesWall
from gui.panels.weights_panel import WeightsPanel
from gui.panels.why_panel import WhyPanel
from tests import small
from tests.bench import children
from tests.bench.probe import end, live, ready_window, steps_made, train, wait
from tests.gui.widgets import slider

SECONDS = 3.0
LEAST = {"weights": 30.0, "why": 30.0, "mistakes": 10.0, "confusion": 10.0}  # a second
SLOW = ("mistakes", "confusion")  # these read 10,000 images, the newest wish first
PUSHES = 60.0  # of the slider a second, while they do


def measure(seconds: float = SECONDS) -> dict[str, Any]:
    found = {state: children.call("tests.bench.rewinding", "rewound", seconds, state) for state in ("ended", "paused")}
    return {"a_second": found, "least": LEAST}


def rewound(seconds: float, state: str) -> dict[str, float]:
    """Return how often a second each tab followed the slider."""
    window = ready_window()
    train(window, recipes.TUTORIAL, math.inf if state == "ended" else 300.0)
    if state == "ended":
        wait(lambda: window.session.state is RunState.FINISHED)
    else:
        wait(lambda: steps_made(window) > 500)
        window.session.set_paused(True)
        wait(lambda: window.session.state is RunState.PAUSED)
    window.drawing.canvas.set_drawing(small.SEVEN)
    kinds: tuple[type[QWidget], ...] = (WeightsPanel, WhyPanel, MistakesWall, ConfusionPanel)
    tabs = {name: window.tabs.panel(kind) for name, kind in zip(LEAST, kinds, strict=True)}
    found = {}
    for name, tab in tabs.items():
        window.tabs.setCurrentWidget(tab)
        live(1.0)
        found[name] = _scored(window, seconds) if name in SLOW else _painted(window, seconds)
    end(window)
    return found


def _painted(window: MainWindow, seconds: float) -> float:
    handle, pushes, begin = slider(window.rewind), 0, time.perf_counter()
    while time.perf_counter() - begin < seconds:
        handle.setValue(window.rewind.steps[pushes % len(window.rewind.steps)])
        QApplication.processEvents()  # paints what that changed
        pushes += 1
    return pushes / (time.perf_counter() - begin)


def _scored(window: MainWindow, seconds: float) -> float:
    """Push the slider at a steady rate, and count what is read; the last wish must have been fulfilled at the end."""
    handle, scored = slider(window.rewind), list[Evaluated]()
    window.evaluation.scored.connect(scored.append)
    begin = time.perf_counter()
    for push in range(int(seconds * PUSHES)):
        handle.setValue(window.rewind.steps[push % len(window.rewind.steps)])
        live(max(0.001, begin + (push + 1) / PUSHES - time.perf_counter()))
    count = len(scored)
    took = time.perf_counter() - begin
    live(1.0)
    window.evaluation.scored.disconnect(scored.append)
    step = window.shown.step()
    if f"{step:,}" not in scored[-1].by:
        raise AssertionError(f"step {step} is shown, but the mistakes are those of {scored[-1].by}")
    return count / took
