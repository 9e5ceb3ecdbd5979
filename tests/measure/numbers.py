"""Measures how rows of digits of people whom the network has not met are read, and writes docs/numbers.md.

Run with `make numbers`. `make numbers ARGS=fit` first fits assets/grouping.npz anew, on writers train01..train20.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.stroke_lines import LabelledDrawing
from core.model import shapes
from core.model.shipped import shipped_layer, shipped_weights
from core.model.softmax import Weights
from core.numbers.candidates import Group
from core.numbers.features import features
from core.numbers.grouping import SHIPPED, Grouper, bundled, look_of
from core.numbers.number import parts_of, probabilities_of, text_of
from core.numbers.partition import Ways, ways_of
from core.sources import practice
from tests.measure import people
from tests.measure.rows import Row, composed, lifted, rows
from tests.measure.tables import ASSETS, percent, table, write

Doubles = NDArray[np.float64]
ROWS, FIT_ROWS, LONG_ROWS = 300, 260, 5
PRACTICE, SINGLES = 600, 700
ROUNDS, RATE, DECAY = 400, 0.05, 1e-3  # of Adam (Kingma and Ba, 2015); the weights of the features stay small

PAGE = """# Whole numbers: how often they are read right

Made by `make numbers`. Rows of 2 to 8 digits of one writer each, as written, gaps from -10 % to +80 % of a digit's
width, sizes and baselines jittered, half of them with their strokes in any order. Read by what comes with the app. It
learned from no digit of uji; of train21..train30 it did learn, so only how the strokes are grouped is told of them.

{rows}

Single digits that were split by mistake: {split}.

20 digits: {cold} ms of one core for all at once, {warm} ms after one more stroke (medians).
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A row to fit on: the features of its candidates (g, f), the ways to cover it, and the right groups."""

    values: Doubles
    ways: Ways
    right: list[int]


def example(row: Row, weights: Weights) -> Example | None:
    """Return a row as it is fitted on; None where its groups are no candidates."""
    bundles, layout, groups = bundled(row.drawing.strokes)
    members: list[Group] = [tuple(sorted(one for at in group for one in bundles[at])) for group in groups]
    if not set(row.groups) <= set(members):
        return None
    images = [image_of(Drawing(tuple(row.drawing.strokes[one] for one in some))) for some in members]
    look = look_of(np.stack([image for image in images if image is not None]), weights, shapes.shipped())
    return Example(features(layout, groups, look), ways_of(groups), [members.index(group) for group in row.groups])


def expected(ways: Ways, scores: Doubles) -> tuple[float, Doubles]:
    """Return the logarithm of the sum over all partitions of exp(score), and how likely each group is, (g,)."""
    total = {0: 0.0}
    for free, groups in ways.ways.items():
        total[free] = float(np.logaddexp.reduce([scores[one] + total[free & ~ways.masks[one]] for one in groups]))
    likely, found = {ways.all_pieces: 1.0}, np.zeros(len(scores))
    for free in reversed(ways.ways):
        for one in ways.ways[free]:
            rest = free & ~ways.masks[one]
            share = likely.get(free, 0.0) * float(np.exp(scores[one] + total[rest] - total[free]))
            found[one] += share
            likely[rest] = likely.get(rest, 0.0) + share
    return total[ways.all_pieces], found


def fitted(examples: Sequence[Example]) -> Doubles:
    """Return the weight of each feature, (f,), under which the right partitions are the likeliest."""
    spread = np.concatenate([one.values for one in examples]).std(axis=0)
    spread[spread == 0] = 1
    found, mean, square = np.zeros(len(spread)), np.zeros(len(spread)), np.zeros(len(spread))
    for step in range(1, ROUNDS + 1):
        slope = DECAY * found
        for one in examples:
            shares = expected(one.ways, one.values @ (found / spread))[1]
            slope += (one.values.T @ shares - one.values[one.right].sum(axis=0)) / spread / len(examples)
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        found -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return np.asarray(found / spread)


def fit(digits: Sequence[LabelledDrawing]) -> None:
    """Fit assets/grouping.npz on rows of people's and of practice digits, and on single ones of several strokes."""
    random = np.random.default_rng(5)
    drawn = [
        lifted(LabelledDrawing(each, digit, "practice"), random) for each, digit in practice.drawings(PRACTICE, 77)
    ]
    broken = [lifted(digit, random) for digit in digits]
    alone = [composed([one], random) for one in (*broken, *drawn) if len(one.drawing.strokes) > 1]
    made = [*rows(broken, FIT_ROWS, 1), *rows(drawn, FIT_ROWS // 4, 1), *rows(digits, 60, 9, (1, 3)), *alone[-SINGLES:]]
    examples = [one for one in (example(row, shipped_weights()) for row in made) if one is not None]
    np.savez(ASSETS / SHIPPED, scores=fitted(examples))


def row_of(name: str, digits: Sequence[LabelledDrawing], grouper: Grouper, is_met: bool) -> list[str]:
    """Return a line of the table: rows grouped right, rows read right, digits read right in rows grouped right."""
    grouped = right = letters = count = 0
    for row in rows(digits, ROWS, 2):
        parts = parts_of(row.drawing, grouper)
        if {tuple(sorted(part.strokes)) for part in parts} == set(row.groups):
            text = text_of(parts, probabilities_of(parts, shipped_weights()).argmax(axis=1).tolist())
            grouped, right = grouped + 1, right + (text == row.text)
            letters += sum(one == other for one, other in zip(text, row.text, strict=False))
            count += len(row.text)
    read = ["", ""] if is_met else [percent(right / ROWS), percent(letters / max(count, 1))]
    return [name, percent(grouped / ROWS), *read]


def split(digits: Sequence[LabelledDrawing], grouper: Grouper) -> str:
    """Return how many single digits were split, of how many."""
    wrong = sum(len(grouper.groups_of_strokes(digit.drawing.strokes)) > 1 for digit in digits)
    return f"{wrong} of {len(digits):,}"


def times(digits: Sequence[LabelledDrawing]) -> tuple[float, float]:
    """Return the milliseconds of one core that 20 digits take at once, and after one more stroke."""
    cold: list[float] = []
    warm: list[float] = []
    for row in rows(digits, LONG_ROWS, 3, (20, 20)):
        grouper = Grouper(shipped_layer())
        for strokes in (row.drawing.strokes[:-1], row.drawing.strokes):
            start = time.process_time()
            parts_of(Drawing(strokes), grouper)
            (warm if strokes is row.drawing.strokes else cold).append((time.process_time() - start) * 1000)
    return float(np.median(cold)), float(np.median(warm))


def main() -> None:
    """Measure all and write the page."""
    everyone = people.found(people.data_folder())
    if "fit" in sys.argv:
        fit(everyone.writers(1, 20))
    grouper, held_out = Grouper(shipped_layer()), everyone.writers(21, 30)
    lines = [row_of("uji", everyone.uji, grouper, False), row_of("train21..30", held_out, grouper, True)]
    cold, warm = times(everyone.uji)
    write(
        "numbers.md",
        PAGE.format(
            rows=table(["", "strokes grouped right", "rows read right", "digits read right"], lines),
            split=f"{split(held_out, grouper)} of train21..30, {split(everyone.uji, grouper)} of uji",
            cold=f"{cold:.0f}",
            warm=f"{warm:.0f}",
        ),
    )


if __name__ == "__main__":
    main()
