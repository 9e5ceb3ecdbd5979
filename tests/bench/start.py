"""How long the app takes to its first painted window, what each import costs, and what an idle window does."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from tests.bench import children

IDLE_S = 5.0
OURS = ("assets", "core", "gui")


def measure(rounds: int = 7) -> dict[str, Any]:
    """Return seconds to the first paint, of ours and of an empty pyqtgraph window in turns; imports; idleness."""
    me = "tests.bench.start"
    pairs = [(_seconds(me, "ours"), _seconds(me, "empty")) for _ in range(rounds + 1)][1:]  # the first warms the disk
    imports = children.medians([_imports() for _ in range(3)])
    return {
        "ours_s": [ours for (ours, _), _ in pairs],
        "empty_pyqtgraph_window_s": [empty for _, (empty, _) in pairs],
        "ratio": statistics.median(ours / empty for (ours, _), (empty, _) in pairs),
        "ratio_of_processor_time": statistics.median(ours / empty for (_, ours), (_, empty) in pairs),
        "slowest_imports_ms": dict(sorted(imports.items(), key=lambda each: -each[1])[:8]),
        "idle": children.call(me, "idle"),
    }


def ours() -> tuple[float, float]:
    """Start the app as its users do; return the clock and the processor time at the end of the first painting."""
    from gui import app

    build, watches = app.build_window, []

    def watched(options: Any, *, at_once: bool = True) -> Any:
        window = build(options, at_once=at_once)
        window.start_threads = lambda: None  # type: ignore[method-assign]  # it comes after the first painting
        watches.append(FirstPaint(window, window.close))
        return window

    app.build_window = watched
    app.main([])
    return watches[0].painted


def empty() -> tuple[float, float]:
    """Show an empty plot of the same size, and return the same."""
    import pyqtgraph as pg

    app, window = pg.mkQApp(), pg.PlotWidget()
    window.resize(1280, 800)
    watch = FirstPaint(window.viewport(), app.quit)
    window.show()
    app.exec()
    return watch.painted


def idle() -> dict[str, Any]:
    """Let a window live that has loaded everything and is left alone: CPU share, and which timers run."""
    from core.recipes import added_digits, recipe
    from tests.bench.probe import end, live, ready_window, wait_for_steps

    for rung in recipe.FIRST_CHAPTER:
        added_digits.find(rung)  # they are drawn once on a machine, while its first window is idle
    window = ready_window()
    wait_for_steps(window)
    live(2.0)
    begin, used = time.perf_counter(), time.process_time()
    live(IDLE_S)
    share = (time.process_time() - used) / (time.perf_counter() - begin)
    running = [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    timers = [f"{type(timer.parent()).__name__}: {timer.interval()} ms" for timer in running]
    found = {"share_of_a_core": share, "running_timers": timers}
    end(window)
    return found


class FirstPaint(QObject):
    """Notes when a window has been painted for the first time, children and all, and then does something."""

    def __init__(self, window: QWidget, then: Callable[[], Any]) -> None:
        super().__init__(window)
        self.painted = (0.0, 0.0)  # the clock and this process' processor time, s
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the painting; the timer comes when it is over."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._note)
        return False

    def _note(self) -> None:
        self.painted = (time.perf_counter(), time.process_time())
        self._then()


def _seconds(module: str, function: str) -> tuple[float, float]:
    begin = time.perf_counter()  # the system's own clock: the same in the new process
    painted, used = children.call(module, function)
    return painted - begin, used


def _imports() -> dict[str, float]:
    """Return what each module of ours costs by itself when the window is imported, in ms."""
    command = [sys.executable, "-X", "importtime", "-c", "import gui.app, gui.main_window"]
    told = subprocess.run(command, capture_output=True, text=True, check=True, env=children.with_bytecode()).stderr
    rows = [line.removeprefix("import time:").split("|") for line in told.splitlines() if line.count("|") == 2]
    named = ((row[2].strip(), row[0].strip()) for row in rows)
    return {name: int(own) / 1e3 for name, own in named if name.split(".")[0] in OURS}
