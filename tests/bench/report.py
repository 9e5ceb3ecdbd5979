"""Writes docs/speed.md from the figures in build/bench."""

import json
import os
import platform
import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.about import version_of

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "speed.md"
VERSIONS = ("tensorflow-cpu", "tensorflow", "numpy", "PySide6-Essentials", "pyqtgraph", "torch", "jax")
CPU_INFO = Path("/proc/cpuinfo")
Found = dict[str, Any]


def machine() -> Found:
    """Return what the figures were measured on, and with which versions."""
    lines = CPU_INFO.read_text().splitlines() if CPU_INFO.exists() else []
    named = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    cpu = named[0] if named else platform.processor() or platform.machine()
    versions = {name: found for name in VERSIONS if (found := version_of(name))}
    return {"cpu": cpu, "cores": os.cpu_count(), "python": platform.python_version(), **versions}


def write(results: Path) -> None:
    parts = [HEAD]
    for name, section in SECTIONS.items():
        path = results / f"{name}.json"
        if path.exists():
            found = json.loads(path.read_text())
            parts += [section(found), _foot(found)]
    PAGE.write_text("\n".join(parts))


def _training_speed(found: Found) -> str:
    absent = f"Not installed: {', '.join(found['not_installed'])}.\n" if found["not_installed"] else ""
    batches = [(f"{int(size):,}", _us(took)) for size, took in found["seconds_per_step_by_batch"].items()]
    sizes = [(f"{times} x", _us(took)) for times, took in found["seconds_per_step_by_data"].items()]
    return _lines(
        "## Training, batch 100, the cost of every step reported\n",
        "Required of Digitscope: 3.5 x the Session loop, 8 x Keras `fit`, 1.8 x PyTorch, 0.85 x JAX's scan, 0.4 of",
        "the bound: the step's bare matrix products in TensorFlow, on one thread. What XLA compiles can be faster.",
        "PyTorch is eager, on one thread.\n",
        _race(found),
        absent,
        "`hidden`; required: 4 x Keras `fit`, 0.9 x JAX's scan; aimed at: 0.6 of the bound. JAX's scan takes every",
        "core, but where it is said; Digitscope takes one, and leaves the others to the window.\n",
        _race(found["layers"]["hidden"]),
        "`convolution`; required: 1.5 x Keras `fit`, 0.9 x JAX's scan; aimed at: 0.6 of the bound.\n",
        _race(found["layers"]["convolution"]),
        _table(("images a step", "a step takes"), batches),
        _table(("training images, times MNIST", "a step of 100 takes"), sizes),
    )


def _race(found: Found) -> str:
    over = {name: f"{ours['median']:.2f} x" for name, ours in found["ours_over"].items()}
    rows = [
        (name, f"{speed['median']:,.0f}", f"{speed['min']:,.0f} .. {speed['max']:,.0f}", over[name])
        for name, speed in found["steps_per_second"].items()
    ]
    return _table(("", "steps/s, median", "least .. most", "Digitscope is"), rows)


def _smoothness(found: Found) -> str:
    late = ("training at full pace while drawing, all tabs", *_lateness(found["training_median_of_rounds"]), "16", "50")
    frames = [(f"{int(steps):,} steps", f"{took:.2f} ms") for steps, took in found["frame_ms_by_steps"].items()]
    worst = found["importing_worst_ms"]
    return _lines(
        "## Smoothness: how late a 4 ms timer in the window's thread comes, median of the rounds\n",
        _table(("", "median", "p99", "max", "p99 at most", "max at most"), [late]),
        f"While TensorFlow is imported, worst stall of each start: median {worst['median']:.0f} ms (at most 50),",
        f"longest {worst['max']:.0f} ms (at most 100), {len(found['importing'])} starts.\n",
        _table(("a frame of the cost curve at", "takes"), frames),
    )


def _lateness(found: dict[str, float]) -> tuple[str, str, str]:
    return f"{found['median']:.1f} ms", f"{found['p99']:.1f} ms", f"{found['max']:.1f} ms"


def _start(found: Found) -> str:
    ours, empty = statistics.median(found["ours_s"]), statistics.median(found["empty_pyqtgraph_window_s"])
    idle = found["idle"]
    slowest = [(name, f"{took:.1f} ms") for name, took in found["slowest_imports_ms"].items()]
    timers = ", ".join(idle["running_timers"]) or "none"
    return _lines(
        "## Start\n",
        f"Process start to first painted window: {ours:.2f} s, an empty pyqtgraph window {empty:.2f} s:",
        f"**{found['ratio']:.2f} x** (at most 1.3), median of {len(found['ours_s'])} pairs; in processor time",
        f"{found['ratio_of_processor_time']:.2f} x, which other work on the machine disturbs less.",
        f"Idle: {idle['share_of_a_core']:.2%} of a core (at most 1 %), timers running: {timers}.\n",
        _table(("slowest imports of ours", "by itself (at most 20 ms)"), slowest),
    )


def _memory(found: Found) -> str:
    if "note" in found:
        return f"## Memory\n\n{found['note']}\n"
    training, cycles = found["training"], found["cycles"]
    rows = [
        ("empty pyqtgraph window", found["empty_window"]),
        (f"idle window ({found['idle_over_empty']:.2f} x, at most 1.3)", found["idle_window"]),
        ("TensorFlow's import alone", found["tensorflow"]),
        ("training", training["after_warm_up"]),
        ("training, above import and idle window (at most 250)", found["training_above_tensorflow_and_idle"]),
        (f"after {training['course'][-1][0]:,} steps", training["course"][-1][1]),
        (f"after {cycles['course'][-1][0]:,} starts and stops", cycles["course"][-1][1]),
    ]
    return _lines(
        "## Memory\n",
        _table(("resident", "MB"), [(name, f"{size:,.0f}") for name, size in rows]),
        f"A step adds {training['bytes_a_step']:.0f} bytes (its cost is stored and drawn), a start and stop",
        f"{cycles['kb_a_cycle']:.0f} kB.\n",
    )


def _pace(found: Found) -> str:
    paces = [
        (f"{pace} steps/s", f"{true['steps_per_second']:.2f}", f"{true['percent_off']:+.1f} %")
        for pace, true in found["paces"].items()
    ]
    late = [(name, f"{ms['median']:.1f} ms", f"{ms['max']:.1f} ms") for name, ms in found["latency_ms"].items()]
    app = statistics.median(found["app_steps_per_second"])
    core = statistics.median(found["headless_steps_per_second"])
    return _lines(
        "## Pace\n",
        f"At full pace the window trains {app:,.0f} steps/s, the core alone {core:,.0f}:",
        f"**{found['app_over_headless']:.2f}** (at least 0.75).\n",
        _table(("requested", "steps/s", "off (at most 5 %)"), paces),
        _table(("takes hold after (at most 50 ms)", "median", "longest"), late),
    )


def _drawing(found: Found) -> str:
    late = [
        ("while training at full pace", *_lateness(found["mouse_to_bars_while_training_median_of_rounds"])),
        ("idle", *_lateness(found["mouse_to_bars_idle"])),
    ]
    drawn = [(f"{points} points", f"{took:.2f} ms") for points, took in found["raster_ms"].items()]
    return _lines(
        "## Drawing\n",
        _table(("mouse event to the bars' paint", "median (5)", "p99 (16)", "max"), late),
        _table(("strokes to 28x28 (1 ms at 60 points, 3 ms at 300)", "takes"), drawn),
        f"`predict` of 1,000 digits: {found['predict']['after_start_s']:.2f} s after the start (at most 3 s).\n",
    )


def _kept_runs(found: Found) -> str:
    listing = found["listing_ms"]
    late = [("twenty of them compared, zoomed and panned", *_lateness(found["comparing_median_of_rounds"]), "25")]
    return _lines(
        f"## {found['runs']:,} stored runs of 20,000 steps\n",
        f"Listed in {listing['first']:.0f} ms (at most 300), again in {listing['again']:.0f} ms;",
        f"they take {found['bytes'] / 1e6:,.0f} MB.\n",
        _table(("how late a 4 ms timer comes", "median", "p99", "max", "p99 at most"), late),
    )


def _rewinding(found: Found) -> str:
    ended, paused = (found["a_second"][state] for state in ("ended", "paused"))
    rows = [(tab, f"{ended[tab]:.0f}", f"{paused[tab]:.0f}", f"{least:.0f}") for tab, least in found["least"].items()]
    return _lines("## Rewinding\n", _table(("followed a second", "run ended", "run paused", "at least"), rows))


SECTIONS = {
    "training_speed": _training_speed, "smoothness": _smoothness, "start": _start, "memory": _memory, "pace": _pace,
    "drawing": _drawing, "kept_runs": _kept_runs, "rewinding": _rewinding,
}  # fmt: skip
HEAD = """# How fast, how smooth

Written by `make bench`, which measures everything side by side on one machine; what is required stands beside it.
"""


def _lines(*lines: str) -> str:
    return "\n".join(lines)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join(f"| {' | '.join(line)} |" for line in [heads, ("---",) * len(heads), *rows]) + "\n"


def _foot(found: Found) -> str:
    on, measured = found["machine"], found["measured"]
    versions = ", ".join(f"{name} {on[name]}" for name in VERSIONS if name in on)
    load = f"{measured['load_before']:.1f} before, {measured['load_after']:.1f} after"
    return f"<sub>{on['cpu']}, {on['cores']} cores; Python {on['python']}, {versions}. Load: {load}.</sub>\n"


def _us(seconds: float) -> str:
    return f"{seconds * 1e6:,.0f} µs"
