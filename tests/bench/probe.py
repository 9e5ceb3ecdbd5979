"""What the benchmarks of the window share: a clock in the window's thread, the window itself, and a hand that draws."""

import math
import threading
import time
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.digits.drawing import Drawing
from gui.app import create_window
from gui.canvas.digit_bars import DigitBars
from gui.canvas.digit_canvas import DigitCanvas
from gui.jobs.training_thread import RequestedRun
from gui.main_window import MainWindow
from gui.system.garbage import GarbageWatch
from gui.training.training_controller import FIRST_MS, FIRST_PACE, WATCHED

TICK_MS = 4
WAIT_S = 120.0
MOVE_S = 0.008  # between two mouse events: 125 a second, as a usual mouse sends them
NOTHING = Qt.KeyboardModifier.NoModifier
LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


class Probe(QObject):
    """A precise timer of 4 ms in the window's thread: how late it comes is how late anything there would come."""

    def __init__(self) -> None:
        super().__init__()
        self.times: list[float] = []
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer, interval=TICK_MS)
        self._timer.timeout.connect(lambda: self.times.append(time.perf_counter()))

    def start(self) -> None:
        self.times.clear()
        self._timer.start()

    def lateness_ms(self) -> dict[str, float]:
        """Stop, and return percentiles of how late the ticks came, in ms."""
        self._timer.stop()
        return spread_of([max(0.0, (after - before) * 1e3 - TICK_MS) for before, after in pairwise(self.times)])


def spread_of(values: list[float]) -> dict[str, float]:
    if not values:
        return {"median": math.nan, "p99": math.nan, "max": math.nan, "count": 0}
    middle, p99 = np.percentile(values, [50, 99])
    return {"median": float(middle), "p99": float(p99), "max": max(values), "count": len(values)}


def application() -> QApplication:
    """Return the QApplication, made where there is none yet; its thread alone collects garbage, as in the app."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication([])
        GarbageWatch(app).begin()
    return app


def wait(until: Callable[[], bool], longest_s: float = WAIT_S, look_ms: int = 20) -> None:
    """Let the window live, as in the app, until something is so; a look every `look_ms` costs next to nothing."""
    loop, deadline = QEventLoop(), time.monotonic() + longest_s

    def look() -> None:
        if until() or time.monotonic() > deadline:
            loop.quit()

    timer = QTimer(interval=look_ms)
    timer.timeout.connect(look)
    timer.start()
    if not until():
        loop.exec()
    timer.stop()
    if not until():
        raise TimeoutError("the window did not come to what was waited for")


def live(seconds: float) -> None:
    loop = QEventLoop()
    timer = QTimer(timerType=Qt.TimerType.PreciseTimer, singleShot=True)
    timer.timeout.connect(loop.quit)
    timer.start(int(seconds * 1e3))
    loop.exec()


def ready_window(arguments: tuple[str, ...] = ()) -> MainWindow:
    application()
    window = create_window(arguments)
    window.show()
    wait(lambda: window.session.requirements.has_tensorflow and window.data.dataset is not None)
    return window


def wait_for_steps(window: MainWindow) -> None:
    """Let the window live until TensorFlow is there and the usual steps are compiled."""
    wait(lambda: window.session.requirements.has_tensorflow)
    compiled = threading.Event()
    window.session.submit(compiled.set)
    wait(compiled.is_set)


def train(window: MainWindow, recipe: Any, pace: float = math.inf) -> None:
    """Start a run at a pace in steps/s, and wait until it is held: what is watched begins more slowly."""
    window.next_run.set_pace(pace)
    window.session.request(RequestedRun(recipe))
    if FIRST_PACE < window.next_run.pace <= WATCHED:
        live(FIRST_MS / 1e3 + 0.2)


def steps_made(window: MainWindow) -> int:
    return 0 if window.shown.run is None else len(window.shown.run.history)


def end(window: MainWindow) -> None:
    window.session.stop()
    live(0.1)
    window.close()


class Hand(QObject):
    """Draws at moments that another thread keeps, as the system's mouse does, whatever the window's thread does.

    The mouse events themselves are made in the window's thread: each changes what Qt knows of the pointing device, and
    two threads that do so at once tear the memory.
    """

    _came = Signal(QEvent.Type, QPointF)
    _drew = Signal()

    def __init__(self, canvas: DigitCanvas, drawing: Drawing) -> None:
        super().__init__()
        self._canvas = canvas
        square = canvas.square()
        self._strokes = [
            [QPointF(square.x() + x * square.width(), square.y() + y * square.height()) for x, y in _dense(stroke)]
            for stroke in drawing.strokes
        ]
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._draw, daemon=True)
        self.posted: list[float] = []  # when each move was sent
        self.handled = 0  # moves that have reached the canvas
        self._came.connect(self._on_came)
        self._drew.connect(self._on_drew)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _on_came(self, kind: QEvent.Type, place: QPointF) -> None:
        button = NO_BUTTON if kind == QEvent.Type.MouseMove else LEFT
        held = NO_BUTTON if kind == QEvent.Type.MouseButtonRelease else LEFT
        self.handled += kind == QEvent.Type.MouseMove
        QCoreApplication.sendEvent(self._canvas, QMouseEvent(kind, place, place, button, held, NOTHING))

    def _on_drew(self) -> None:
        self._canvas.clear()
        self._canvas.undo_stack.clear()

    def _draw(self) -> None:
        """Say what the pen does, and when; in the other thread."""
        while True:
            for stroke in self._strokes:
                self._came.emit(QEvent.Type.MouseButtonPress, stroke[0])
                for place in stroke[1:]:
                    if self._stopped.wait(MOVE_S):
                        self._came.emit(QEvent.Type.MouseButtonRelease, place)
                        return
                    self.posted.append(time.perf_counter())
                    self._came.emit(QEvent.Type.MouseMove, place)
                self._came.emit(QEvent.Type.MouseButtonRelease, stroke[-1])
            self._drew.emit()


class PaintWatch:
    """Tells when the bars were painted; to be made before the window."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[float], None]] = []
        paint = DigitBars.paintEvent

        def watched(bars: DigitBars, event: Any) -> None:
            paint(bars, event)
            now = time.perf_counter()
            for listener in self.listeners:
                listener(now)

        DigitBars.paintEvent = watched  # type: ignore[method-assign, assignment]


def _dense(stroke: Any, gap: float = 0.01) -> list[tuple[float, float]]:
    """Return points at most `gap` of the square apart, as a slow pen makes them."""
    points = [(float(x), float(y)) for x, y in stroke]
    made = [points[0]]
    for (x, y), (to_x, to_y) in pairwise(points):
        parts = max(1, math.ceil(math.hypot(to_x - x, to_y - y) / gap))
        made += [(x + (to_x - x) * n / parts, y + (to_y - y) * n / parts) for n in range(1, parts + 1)]
    return made
