"""Rows of digits composed from real people's single digits: as if one writer had written a number."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.digits.drawing import Drawing, Points
from core.digits.stroke_lines import LabelledDrawing

GAPS = (-0.10, 0.80)  # of a digit's width, that the paper between two digits is wide
SIZES = (0.85, 1.15)  # times its own size
BASELINE = 0.06  # of the digits' height, standard deviation
# share of the digits whose longest stroke is lifted once, and the least points of its parts
CUT, SHORTEST_CUT = 0.05, 8


@dataclass(frozen=True, slots=True)
class Row:
    """A composed drawing, what it says, and which of its strokes are one digit."""

    drawing: Drawing
    text: str
    groups: tuple[tuple[int, ...], ...]


def composed(
    digits: Sequence[LabelledDrawing],
    random: np.random.Generator,
    is_shuffled: bool = False,
    is_own: bool = True,
    gaps: tuple[float, float] = GAPS,
) -> Row:
    """Return digits in a row, their strokes in the order written or in any; gaps go by the width of each, or of all."""
    widths = [float(np.ptp(digit.drawing.points[:, 0])) for digit in digits]
    height = float(np.median([np.ptp(digit.drawing.points[:, 1]) for digit in digits]))
    strokes: list[Points] = []
    owners: list[int] = []
    left = 0.0
    for number, (digit, width) in enumerate(zip(digits, widths, strict=True)):
        size = random.uniform(*SIZES)
        corner = digit.drawing.points.min(axis=0)[0], digit.drawing.points.max(axis=0)[1]
        at = np.array([left, random.normal(0, BASELINE) * height])
        strokes += [(stroke - corner) * size + at for stroke in digit.drawing.strokes]
        owners += [number] * len(digit.drawing.strokes)
        left += width * size + random.uniform(*gaps) * (width * size if is_own else float(np.mean(widths)))
    order = random.permutation(len(strokes)) if is_shuffled else np.arange(len(strokes))
    groups = [np.flatnonzero(np.array(owners)[order] == number) for number in range(len(digits))]
    drawn, text = Drawing(tuple(strokes[number] for number in order)), "".join(str(digit.label) for digit in digits)
    return Row(drawn, text, tuple(tuple(group.tolist()) for group in groups))


def rows(digits: Sequence[LabelledDrawing], count: int, seed: int, lengths: tuple[int, int] = (2, 8)) -> list[Row]:
    """Return rows of digits of one writer each, half as written and half with their strokes shuffled."""
    random = np.random.default_rng(seed)
    by_writer: dict[str, list[LabelledDrawing]] = {}
    for digit in digits:
        by_writer.setdefault(digit.writer, []).append(digit)
    writers = [by_writer[name] for name in sorted(by_writer)]
    found = []
    for number in range(count):
        own = writers[random.integers(len(writers))]
        some = random.integers(0, len(own), random.integers(lengths[0], lengths[1] + 1))
        found.append(composed([own[at] for at in some], random, number % 2 == 1, number % 4 < 2))
    return found


def lifted(digit: LabelledDrawing, random: np.random.Generator) -> LabelledDrawing:
    """Return a digit, its longest stroke sometimes cut in two, as where a pen or a finger was lifted for a moment."""
    strokes = list(digit.drawing.strokes)
    longest = max(range(len(strokes)), key=lambda number: len(strokes[number]))
    stroke = strokes[longest]
    if random.random() >= CUT or len(stroke) < 2 * SHORTEST_CUT + 2:
        return digit
    at = int(random.integers(SHORTEST_CUT, len(stroke) - SHORTEST_CUT))
    strokes[longest : longest + 1] = [stroke[:at], stroke[at + random.integers(0, 2) :]]
    return LabelledDrawing(Drawing(tuple(strokes)), digit.label, digit.writer)
