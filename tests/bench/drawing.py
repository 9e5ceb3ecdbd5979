"""How soon a stroke is read: from the mouse event to the bars' paint, stroke to image, and many digits at once."""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from core.digits import raster
from core.digits.drawing import Drawing
from core.model import shipped
from tests import small
from tests.bench import children
from tests.bench.pace import ENDLESS
from tests.bench.probe import Hand, PaintWatch, end, live, ready_window, spread_of, steps_made, train, wait

DIGITS = 1_000
POINTS = (8, 60, 300)


@dataclass
class Seen:
    """How many moves have been read, and what the bars showed when they were painted last."""

    read: int = 0
    painted: object = None


def measure(seconds: float = 20.0, rounds: int = 3) -> dict[str, Any]:
    me = "tests.bench.drawing"
    training = [children.call(me, "mouse_to_bars", seconds, True) for _ in range(rounds)]
    return {
        "mouse_to_bars_while_training": training,
        "mouse_to_bars_while_training_median_of_rounds": children.medians(training),
        "mouse_to_bars_idle": children.call(me, "mouse_to_bars", seconds / 2, False),
        "raster_ms": children.call(me, "raster_ms"),
        "predict": predict(),
    }


def mouse_to_bars(seconds: float, is_training: bool) -> dict[str, float]:
    """Return the latency in ms from each mouse move to the end of the first painting of the bars that shows it.

    Where the bars look the same with it, they show it as soon as it is read.
    """
    watch, window = PaintWatch(), ready_window()
    hand = Hand(canvas := window.drawing.canvas, small.SEVEN)
    canvas.set_drawing(Drawing())  # a digit of the round before would make a number of the first, which has no bars
    if is_training:
        train(window, ENDLESS)
        wait(lambda: steps_made(window) > 1_000)
    bars, took, seen = window.drawing.bars, list[float](), Seen()

    def note(now: float) -> None:
        seen.painted = bars.seen
        took.extend((now - sent) * 1e3 for sent in hand.posted[len(took) : seen.read])

    def note_reading(_drawing: Drawing) -> None:
        seen.read = hand.handled
        if bars.seen == seen.painted:
            note(time.perf_counter())

    canvas.drawing_changed.connect(note_reading)  # after the window's own slots, which read it
    watch.listeners.append(note)
    hand.start()
    live(seconds)
    hand.stop()
    end(window)
    return spread_of(took)


def raster_ms() -> dict[str, float]:
    """Return the median time from strokes of so many points to the image that the shipped weights read, in ms."""
    stages = shipped.shipped_layer().stages
    return {str(points): _median_ms(partial(raster.image_of, _drawn(points), stages)) for points in POINTS}


def predict() -> dict[str, float]:
    """Return seconds that `predict` takes for 1,000 digits more than for one, each in a process of its own."""
    return {"after_start_s": _predict_s(DIGITS) - _predict_s(1)}


def _predict_s(count: int) -> float:
    random = np.random.default_rng(1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "digits.jsonl"
        stroke = np.asarray(_drawn(41).strokes[0])
        shaken = [(stroke + random.normal(0, 0.004, stroke.shape)).round(4).tolist() for _ in range(count)]
        path.write_text("".join(json.dumps({"strokes": [each]}) + "\n" for each in shaken))
        command = [sys.executable, "-m", "gui.app", "predict", str(path), "--json"]
        how = {"check": True, "stdout": subprocess.DEVNULL, "env": children.with_bytecode()}
        return statistics.median(children.took_s(partial(subprocess.run, command, **how)) for _ in range(3))


def _drawn(points: int) -> Drawing:
    """Return a digit of so many points: a loop and a tail, as a 9."""
    turn = np.linspace(0, 1, points)
    x = 0.5 + 0.25 * np.cos(2 * np.pi * 1.2 * turn) * (1 - 0.4 * turn)
    y = 0.3 + 0.2 * np.sin(2 * np.pi * 1.2 * turn) + 0.4 * np.maximum(turn - 0.7, 0)
    return Drawing.from_strokes([np.stack([x, y], 1).tolist()])


def _median_ms(work: Callable[[], Any]) -> float:
    work()
    return statistics.median(children.took_s(work) for _ in range(200)) * 1e3
