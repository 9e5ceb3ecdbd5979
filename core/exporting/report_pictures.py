"""Pictures that open anywhere: curves as SVG, and a network's first weights in a row as PNG."""

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

import numpy as np
from numpy.typing import ArrayLike
from PIL import Image

from core.arrays import Doubles
from core.digits.dataset import CLASSES, SIDE
from core.model.softmax import Weights
from core.words import figure

WIDTH, HEIGHT = 820, 260  # the picture's own units, about pixels
LEFT, RIGHT, TOP, BOTTOM = 52, 10, 10, 26
GAP = 2  # numbers' widths between two pictures
TIMES = 2  # pixels a number, both ways
SIZE = TIMES * (CLASSES * (SIDE + GAP) - GAP), TIMES * SIDE  # pixels, of the picture of weights
AGAINST, NOTHING, FOR = (228, 87, 46), (255, 255, 255), (47, 111, 237)  # orange, white, blue


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
    low, high, last = ticks[0], ticks[-1], max(1, last_step)

    def x(step: float) -> float:
        return LEFT + step / last * (WIDTH - LEFT - RIGHT)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (value - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    parts = []
    for tick in ticks:
        text = f"{figure(100 * tick, '.4g')} %" if percent else figure(tick, ".4g")
        parts.append(f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(tick):.1f}" y2="{y(tick):.1f}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{text}</text>')
    for step in sorted({round(tick) for tick in _ticks(np.array([0.0, last_step])) if 0 <= tick <= last_step}):
        anchor = "end" if step == last else "middle"
        parts.append(f'<text x="{x(step):.1f}" y="{HEIGHT - 6}" text-anchor="{anchor}">{figure(step, ",")}</text>')
    for step, text in marks:
        line = f'<line class="mark" x1="{x(step):.1f}" x2="{x(step):.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}"/>'
        parts.append(f'{line}<text x="{x(step) + 4:.1f}" y="{TOP + 10}">{escape(text)}</text>')
    for curve in curves:
        points = zip(np.asarray(curve.steps).tolist(), np.asarray(curve.values).tolist(), strict=True)
        drawn = [f"{x(step):.1f} {y(value):.1f}" if math.isfinite(value) else "" for step, value in points]
        # a line is begun anew behind each gap
        moves = [f"{'L' if before else 'M'}{point}" for before, point in pairwise(["", *drawn]) if point]
        parts.append(f'<path class="{curve.kind}" d="{"".join(moves)}"/>')
    for step, value, text in dots:  # the text below, on the side where there is more room
        anchor = "end" if x(step) > (LEFT + WIDTH - RIGHT) / 2 else "start"
        circle = f'<circle class="dot" cx="{x(step):.1f}" cy="{y(value):.1f}" r="5"/>'
        below = min(y(value) + 24, HEIGHT - BOTTOM - 4)
        parts.append(f'{circle}<text x="{x(step):.1f}" y="{below:.1f}" text-anchor="{anchor}">{escape(text)}</text>')
    return f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img">{"".join(parts)}</svg>'


def _ticks(values: Doubles) -> list[float]:
    """Return round values that span the finite values: 1, 2 or 5 times a power of ten apart."""
    low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
    if high - low < 1e-6 * max(abs(low), abs(high), 1e-3):
        half = max(0.5, abs(low) / 10)
        low, high = low - half, high + half
    rough = (high - low) / 5
    power = 10.0 ** math.floor(math.log10(rough))
    apart = next((power * times for times in (1, 2, 5) if power * times >= rough), 10 * power)
    return [apart * place for place in range(math.floor(low / apart), math.ceil(high / apart - 1e-9) + 1)]


def png_of(weights: Weights, times: int = TIMES, see_through: bool = False) -> bytes:
    """Return ten pictures in a row as PNG, each number a square of `times` pixels.

    Blue speaks for the digit, orange against; one symmetric scale, to the 99.5th percentile, serves all ten.
    see_through : nothing is no ink, for paper of any colour, in place of white
    """
    kernel = weights.arrays[0].reshape(-1, weights.arrays[0].shape[-1])[:, :CLASSES]  # of the first ten units
    side = math.isqrt(len(kernel))
    larger, rest = divmod(SIDE, side)  # a filter's picture is enlarged, in the middle
    pictures = kernel.T.reshape(-1, side, side).repeat(larger, axis=1).repeat(larger, axis=2)
    margin = rest // 2, rest - rest // 2
    numbers = np.nan_to_num(np.pad(pictures, ((0, CLASSES - len(pictures)), margin, margin)))
    most = float(np.percentile(np.abs(numbers), 99.5)) or 1.0
    strip = np.zeros((SIDE, CLASSES * (SIDE + GAP) - GAP))  # -1 against .. 1 for
    for digit, picture in enumerate(np.clip(numbers / most, -1, 1)):
        strip[:, digit * (SIDE + GAP) : digit * (SIDE + GAP) + SIDE] = picture
    colours = np.where(strip[..., None] < 0, np.array(AGAINST), np.array(FOR))
    ink = np.abs(strip)[..., None]
    pixels = np.concatenate([colours, 255 * ink], -1) if see_through else ink * colours + (1 - ink) * np.array(NOTHING)
    large = np.rint(pixels).astype(np.uint8).repeat(times, axis=0).repeat(times, axis=1)
    file = io.BytesIO()
    Image.fromarray(large).save(file, "PNG", optimize=True)
    return file.getvalue()
