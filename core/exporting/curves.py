"""Curves as SVG, for pages that open anywhere."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import ArrayLike

from core.arrays import Doubles
from core.words import figure

WIDTH, HEIGHT = 820, 260  # the picture's own units, about pixels
LEFT, RIGHT, TOP, BOTTOM = 52, 10, 10, 26


@dataclass(frozen=True, slots=True)
class Curve:
    """Steps and values to draw, each (n,); a value that is not finite is a gap. `kind` is a class of the page."""

    steps: ArrayLike
    values: ArrayLike
    kind: str = "strong"


def svg_of(
    curves: Sequence[Curve],
    last_step: int,
    marks: Iterable[tuple[int, str]] = (),
    percent: bool = False,
    dots: Iterable[tuple[int, float, str]] = (),
) -> str:
    """Return curves over the steps 0 .. last_step as an SVG element.

    marks : steps at which something was changed, and what; percent : values 0..1 are shown as 0..100 %
    dots : steps and values to point at, and what they are
    """
    values = np.concatenate([np.asarray(curve.values, np.float64) for curve in curves] or [np.empty(0)])
    ticks = _ticks(values[np.isfinite(values)])
    low, high = ticks[0], ticks[-1]
    frame = _Frame(max(1, last_step), low, high)
    parts = [_grid_line(frame, tick, percent) for tick in ticks]
    parts += [_step_label(frame, step) for step in _whole_ticks(last_step)]
    parts += [_mark(frame, step, text) for step, text in marks]
    parts += [f'<path class="{curve.kind}" d="{_path(frame, curve)}"/>' for curve in curves]
    parts += [_dot(frame, step, value, text) for step, value, text in dots]
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img">{"".join(parts)}</svg>'


@dataclass(frozen=True, slots=True)
class _Frame:
    last_step: int
    low: float
    high: float

    def x(self, steps: ArrayLike) -> Doubles:
        return LEFT + np.asarray(steps, np.float64) / self.last_step * (WIDTH - LEFT - RIGHT)

    def y(self, values: ArrayLike) -> Doubles:
        share = (np.asarray(values, np.float64) - self.low) / (self.high - self.low)
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM)


def _path(frame: _Frame, curve: Curve) -> str:
    """Return the path of a curve, started again behind each gap."""
    drawn, parts = False, []
    for x, y in zip(frame.x(curve.steps), frame.y(curve.values), strict=True):
        if math.isfinite(y):
            parts.append(f"{'L' if drawn else 'M'}{x:.1f} {y:.1f}")
        drawn = math.isfinite(y)
    return "".join(parts)


def _ticks(values: Doubles, about: int = 5) -> list[float]:
    """Return round values that span the finite values: 1, 2 or 5 times a power of ten apart."""
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    if high - low < 1e-6 * max(abs(low), abs(high), 1e-3):
        half = max(0.5, abs(low) / 10)
        low, high = low - half, high + half
    rough = (high - low) / about
    power = 10.0 ** math.floor(math.log10(rough))
    apart = next((power * times for times in (1, 2, 5) if power * times >= rough), 10 * power)
    return [apart * place for place in range(math.floor(low / apart), math.ceil(high / apart - 1e-9) + 1)]


def _whole_ticks(last_step: int) -> list[int]:
    return sorted({round(tick) for tick in _ticks(np.array([0.0, last_step])) if 0 <= tick <= last_step})


def _grid_line(frame: _Frame, value: float, percent: bool) -> str:
    y = float(frame.y(value))
    text = f"{figure(100 * value, '.4g')} %" if percent else figure(value, ".4g")
    line = f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
    return f'{line}<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{text}</text>'


def _step_label(frame: _Frame, step: int) -> str:
    anchor = "end" if step == frame.last_step else "middle"
    return f'<text x="{float(frame.x(step)):.1f}" y="{HEIGHT - 6}" text-anchor="{anchor}">{figure(step, ",")}</text>'


def _mark(frame: _Frame, step: int, text: str) -> str:
    x = float(frame.x(step))
    line = f'<line class="mark" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
    return f'{line}<text x="{x + 4:.1f}" y="{TOP + 10}">{escape(text)}</text>'


def _dot(frame: _Frame, step: int, value: float, text: str) -> str:
    """Return a dot with its text below it, on the side where there is more room."""
    x, y = float(frame.x(step)), float(frame.y(value))
    anchor = "end" if x > (LEFT + WIDTH - RIGHT) / 2 else "start"
    circle = f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="5"/>'
    below = min(y + 24, HEIGHT - BOTTOM - 4)
    return f'{circle}<text x="{x:.1f}" y="{below:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
