"""Measures how rows of digits of people whom the network has not met are read, and writes docs/numbers.md.

Run with `make numbers`. `make numbers ARGS=fit` first fits assets/grouping.npz anew, on writers train01..train20.
"""

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from core.arrays import Doubles, Floats
from core.digits.dataset import PIXELS
from core.digits.drawing import Drawing
from core.digits.raster import image_of
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.model import detector
from core.model.shipped import shipped_weights
from core.numbers.grouping import PICTURES, SHIPPED, STROKES, Choice, Draw, Grouper, Scores, choice_of, drawn, likely
from core.numbers.inked import pieces_of
from core.numbers.number import parts_of, readings_of, text_of
from core.numbers.partition import Group, Ways, ways_of
from core.numbers.picture import shown_in_bytes
from core.sources import practice
from tests.measure import people
from tests.measure.photographs import LIGHTS, photograph, written
from tests.measure.rows import Row, composed, lifted, rows
from tests.measure.tables import ASSETS, percent, table, write

ROWS, FIT_ROWS, LONG_ROWS = 300, 800, 9
PRACTICE, SINGLES, PICTURES_FIT, PICTURED = 600, 700, 2_000, 300
OWN, BOTH = 0.6, 0.25  # of a picture's piece, that is of one digit; and that is of the other, where two share it
ROUNDS, BATCH, RATE, DECAY = (500, 150, 0.05, 5e-3)  # of Adam (Kingma and Ba, 2015); weights stay small

PAGE = """# Whole numbers: how often they are read right

Made by `make numbers`. Rows of 2 to 8 digits of one writer each, as written, gaps from -10 % to +80 % of a digit's
width, sizes and baselines jittered, half of them with their strokes in any order. Read by what comes with the app,
which has met none of these people.

{rows}

Single digits that were split by mistake: {split}.

The same rows as composed photographs, of which each light has {pictured}: read right. The gaps are between the ink.

{photographs}

20 digits: {cold} ms of one core for all at once, {warm} ms after one more stroke (medians).
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A row to fit on: the features of its candidates (g, f), the ways to cover it, and the right groups."""

    values: Doubles
    ways: Ways
    right: list[int]


def example(row: Row, choice: Choice, values: Doubles) -> Example | None:
    """Return a row as it is fitted on; None where its groups are no candidates."""
    if not set(row.groups) <= set(choice.members):
        return None
    return Example(values, ways_of(choice.groups), [choice.members.index(group) for group in row.groups])


def looked_at(row: Row, every: Choice, scores: Scores, draw: Draw) -> Example | None:
    """Return a row with what outlines do not rule out; None where nothing is left to choose, or not what is right."""
    choice = every.some(likely(every, scores))
    if len(choice.groups) == len(row.groups):
        return None
    return example(row, choice, choice.features(*detector.look(drawn(choice.members, draw).reshape(-1, PIXELS))))


def as_strokes(row: Row) -> tuple[Row, Choice, Draw]:
    """Return a row, how its strokes may be grouped, and what draws groups."""

    def draw(some: Group) -> Floats | None:
        return image_of(Drawing(tuple(row.drawing.strokes[one] for one in some)))

    return row, choice_of(row.drawing.strokes), draw


def as_picture(row: Row, random: np.random.Generator) -> tuple[Row, Choice, Draw] | None:
    """Return the same of a row's pieces in a picture; None where a piece is of several digits."""
    ink, owners = written(row, random)
    pieces = pieces_of(ink)
    shares = np.array([np.bincount(owners[pieces.labels == one], minlength=len(row.groups)) for one in pieces.branches])
    shares = shares / shares.sum(axis=1, keepdims=True)
    found: list[list[int]] = [[] for _ in row.groups]
    for number, share in enumerate(shares):
        first, second = np.argsort(-share)[:2].tolist() if len(share) > 1 else (0, 0)
        is_twice = pieces.branches.count(pieces.branches[number]) > 1
        if share[first] < OWN and not is_twice:
            return None
        is_second = is_twice and share[second] >= BOTH and pieces.branches.index(pieces.branches[number]) < number
        found[second if is_second else first].append(number)
    if not all(found):
        return None
    whole = replace(row, groups=tuple(tuple(group) for group in found))
    return whole, choice_of(pieces.outlines, pieces.pen, pieces.contacts), lambda some: pieces.digit(some).image


def fitted(examples: Sequence[Example]) -> Doubles:
    """Return the weight of each feature, (f,), under which the right partitions are the likeliest."""
    random = np.random.default_rng(3)
    spread = np.concatenate([one.values for one in examples]).std(axis=0)
    spread[spread == 0] = 1
    found, mean, square = np.zeros(len(spread)), np.zeros(len(spread)), np.zeros(len(spread))
    for step in range(1, ROUNDS + 1):
        slope = DECAY * found
        for at in random.integers(0, len(examples), BATCH):
            one = examples[at]
            shares = one.ways.likely((one.values @ (found / spread)).tolist())
            slope += (one.values.T @ shares - one.values[one.right].sum(axis=0)) / spread / BATCH
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        rate = RATE * (1 - step / (ROUNDS + 1))
        found -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return np.asarray(found / spread)


def fit(digits: Sequence[LabelledDrawing]) -> None:
    """Fit assets/grouping.npz on rows of people's and of practice digits, and on single ones of several strokes."""
    random = np.random.default_rng(5)
    practised = practice.drawings(PRACTICE, 77)
    drawn_ones = [lifted(LabelledDrawing(each, digit, "practice"), random) for each, digit in practised]
    broken = [lifted(digit, random) for digit in digits]
    alone = [composed([one], random) for one in (*broken, *drawn_ones) if len(one.drawing.strokes) > 1]
    made = [*rows(broken, FIT_ROWS, 1), *rows(drawn_ones, FIT_ROWS // 4, 1), *rows(digits, FIT_ROWS // 4, 9, (1, 3))]
    made += alone[-SINGLES:]
    pictured = *rows(broken, PICTURES_FIT, 1), *rows(drawn_ones, PICTURES_FIT // 4, 1), *alone[-SINGLES // 3 :]
    pictures = [as_picture(row, random) for row in pictured]
    scores: dict[str, Any] = {}
    for kind, some in (STROKES, map(as_strokes, made)), (PICTURES, (one for one in pictures if one is not None)):
        rows_of = list(some)
        seen = (example(row, each, each.outlines) for row, each, _ in rows_of)
        outlines = fitted([one for one in seen if one is not None])
        looks = (looked_at(row, each, Scores(outlines, outlines), draw) for row, each, draw in rows_of)
        scores |= {f"{kind}_outlines": outlines, f"{kind}_looks": fitted([one for one in looks if one is not None])}
    np.savez(ASSETS / SHIPPED, **scores)


def row_of(name: str, digits: Sequence[LabelledDrawing], grouper: Grouper) -> list[str]:
    """Return a line of the table: rows grouped right, rows read right, digits read right in rows grouped right."""
    grouped = right = letters = count = 0
    for row in rows(digits, ROWS, 2):
        parts = parts_of(row.drawing, grouper)
        if {tuple(sorted(part.strokes)) for part in parts} == set(row.groups):
            text = text_of(parts, readings_of(parts, shipped_weights())[0].argmax(axis=1).tolist())
            grouped, right = grouped + 1, right + (text == row.text)
            letters += sum(one == other for one, other in zip(text, row.text, strict=False))
            count += len(row.text)
    return [name, *map(percent, (grouped / ROWS, right / ROWS, letters / max(count, 1)))]


def photographed(name: str, digits: Sequence[LabelledDrawing], grouper: Grouper) -> list[str]:
    """Return a line of the table of photographs: rows read right in each light."""
    shares = []
    for light in LIGHTS:
        random, right = np.random.default_rng(4), 0
        for row in rows(digits, PICTURED, 2):
            try:
                parts = shown_in_bytes(photograph(row, light, random), name, grouper).parts
            except UserError:
                continue
            right += text_of(parts, readings_of(parts, shipped_weights())[0].argmax(axis=1).tolist()) == row.text
        shares.append(percent(right / PICTURED))
    return [name, *shares]


def split(digits: Sequence[LabelledDrawing], grouper: Grouper) -> str:
    wrong = sum(len(grouper.groups_of_strokes(digit.drawing.strokes)) > 1 for digit in digits)
    return f"{wrong} of {len(digits):,}"


def times(digits: Sequence[LabelledDrawing]) -> tuple[float, float]:
    """Return the milliseconds of one core that 20 digits take at once, and after one more stroke."""
    cold: list[float] = []
    warm: list[float] = []
    for row in rows(digits, LONG_ROWS, 3, (20, 20)):
        grouper = Grouper()
        for strokes in (row.drawing.strokes[:-1], row.drawing.strokes):
            start = time.process_time()
            parts_of(Drawing(strokes), grouper)
            (warm if strokes is row.drawing.strokes else cold).append((time.process_time() - start) * 1000)
    return float(np.median(cold)), float(np.median(warm))


def main() -> None:
    everyone = people.found(people.data_folder())
    if "fit" in sys.argv:
        fit(everyone.writers(1, 20))
    grouper, held_out = Grouper(), everyone.writers(21, 30)
    lines = [row_of("uji", everyone.uji, grouper), row_of("train21..30", held_out, grouper)]
    pictured = [photographed("uji", everyone.uji, grouper), photographed("train21..30", held_out, grouper)]
    cold, warm = times(everyone.uji)
    page = PAGE.format(
        pictured=PICTURED, photographs=table(["", *LIGHTS], pictured), cold=f"{cold:.0f}", warm=f"{warm:.0f}",
        rows=table(["", "strokes grouped right", "rows read right", "digits read right"], lines),
        split=f"{split(held_out, grouper)} of train21..30, {split(everyone.uji, grouper)} of uji",
    )  # fmt: skip
    write("numbers.md", page)


if __name__ == "__main__":
    main()
