"""Measures how strangers' strokes, pictures and cells of forms are read, and writes docs/drawn-digits.md.

Run with `make drawn`. Networks that learn from pen digits have not met the writers they are measured with. Pictures are
those of pictures/ in the folder of DIGITSCOPE_DATA, where it is there: other people's, and so not part of this project.
"""

from collections.abc import Sequence

import numpy as np

from core.digits import stages
from core.digits.dataset import CLASSES, Dataset
from core.digits.drawing import Drawing
from core.digits.stages import BOX, RAW
from core.model import doubt, shipped, softmax
from core.model.softmax import Weights
from core.numbers.number import LONGEST, USUAL_LENGTH, looks_strange
from core.recipes.recipe import ADAM, EVERYTHING, PATIENCE, PENS, UPRIGHT
from tests.measure import cells, fitting, grey, people
from tests.measure.grey import Way
from tests.measure.hard_shapes import HARD_SHAPES
from tests.measure.kinds import Digits, drawn, given, pictured
from tests.measure.not_digits import letters, scribbles
from tests.measure.people import People
from tests.measure.tables import percent, table, write

HELD_OUT, UJI, TEST = "train21..30", "uji", "MNIST test"
PICTURES, PHOTOGRAPHS, CELLS = "pictures", "photographs", "cells"
SCRIBBLES, EACH_LETTER, EACH_CELL = 300, 50, 2_000

PAGE = """# Strangers' digits: who is read right

Made by `make drawn`. Strokes: writers train21..train30 of UCI's pen digits ({held:,} digits), and 20 writers of
UJIpenchars2 ({uji:,} digits). Pictures: {pictures} that 58 people made to try their own recognisers with, {photographs}
of them photographs: larger than thumbnails, and no single grey value covers {even:.0%} of the pixels, as the background
of a drawing does. Cells: {cells:,} of MNIST's test digits written with thicker pens into 28x28 grey pixels
(`tests.measure.cells`). No network has learned from any of these people. A picture that is refused counts as wrong.

These figures are somewhat too good: a limit of doubt was chosen after a look at train21..train30
([decision 10](decisions/0010-doubt.md)), and the finding of ink was improved on pictures that had been misread.

{ladder}

## Digit by digit (recall), by what the app reads with

{recall}

## Doubt

"Not sure: 4 or 9" is said where the likeliest digit has less than {doubtful:.0%}. Up to {sure:.1%} the network looks
again, at the digit turned by {turn:.0f} degrees to either side, narrower and wider, and the single layer is asked, too
(for train21..30 one that has not met them): the same is said where all of them together give it less than {unsure:.1%}.
"This does not look like a digit" is said where the detector finds it strange, the more readily the longer its lines are
than {usual} sides of its box, and always beyond {long:.0f}. Calibration is the expected error of the likeliest digit's
probability, {bins} bins of equal width.

{doubts}

Letters taken for no digit, each drawn {letters} times as hands differ: {by_letter}; all {all_letters}. Scribbles:
{scribbles}.

## Hard shapes by name

{hard}

## What is not read right, by stage

Strokes are numbered from 0. Some of them are labelled as what nobody would read in them.

{failures}
"""


class Measure:
    def __init__(self, dataset: Dataset, everyone: People) -> None:
        self.dataset, self.everyone = dataset, everyone
        folder = people.data_folder() / "pictures"
        self.pictures = grey.labelled(folder) if folder.is_dir() else []
        self._cells = list(cells.cells(dataset.test, EACH_CELL))

    def all_of(self, names: tuple[str, ...] = RAW, way: Way = grey.product) -> list[Digits]:
        """Return digits of all kinds, strokes through these stages, and pictures by a way."""
        writers = (HELD_OUT, self.everyone.writers(21, 30)), (UJI, list(self.everyone.uji))
        found = [drawn(name, [one.drawing for one in some], people.labels_of(some), names) for name, some in writers]
        if self.pictures:
            labels = np.array([picture.label for picture in self.pictures])
            whole = pictured(PICTURES, [picture.colours for picture in self.pictures], labels, way)
            found += [whole, whole.part(np.array([picture.is_photograph for picture in self.pictures]), PHOTOGRAPHS)]
        return [*found, pictured(CELLS, [one for one, _ in self._cells], np.array([of for _, of in self._cells]), way)]


def ladder(measure: Measure, found: Sequence[Digits], single: Weights) -> str:
    """Return the table of the ways to an image, and of recipes; `single` learned from other writers than these."""
    learned, dataset = measure.everyone.writers(1, 20), measure.dataset
    patience, upright, pens = (people.taught(recipe, dataset, learned) for recipe in (PATIENCE, UPRIGHT, PENS))
    ours, alone = shipped.shipped_weights(), people.taught(ADAM, dataset, [])
    shrunk = measure.all_of((), grey.shrunk)
    lines = [
        [name, test_accuracy(weights, dataset), *(percent(float(each.right(weights).mean())) for each in kinds)]
        for name, weights, kinds in [
            ("merely shrunk to 28x28, a single layer (`patience`)", patience, shrunk),
            ("scaled to 20x20, centred by its box", patience, measure.all_of((BOX,), grey.framed)),
            ("as MNIST was framed: centre of mass on pixel (14.0, 14.0)", patience, measure.all_of(RAW, grey.framed)),
            ("+ the ink found in pictures", patience, found),
            ("+ deskew (`upright`)", upright, found),
            ("+ pen digits in training (`pens`)", pens, found),
            (f"+ spread, warped pen digits, practice digits (`{EVERYTHING.name}`)", single, found),
            ("convolutions, images warped on the way (what the app reads with)", ours, found),
            ("for comparison: the same, merely shrunk to 28x28", ours, shrunk),
            (f"convolutions trained on MNIST alone (`{ADAM.name}`), merely shrunk to 28x28", alone, shrunk),
            ("the same, prepared as the app does", alone, found),
        ]
    ]
    return table(["how it becomes 28x28, and what reads it", TEST, *(each.name for each in found)], lines)


def test_accuracy(weights: Weights, dataset: Dataset) -> str:
    """Return the accuracy on the test images, which lie boxed and centred already, in per cent."""
    images = stages.apply_to_bytes(dataset.test.images, weights.stages)
    return percent(softmax.accuracy(weights, images, dataset.test.labels))


def recall(found: Sequence[Digits], weights: Weights) -> str:
    rows = []
    for each in found:
        right = each.right(weights)
        rows.append([each.name, *(percent(float(right[each.labels == digit].mean())) for digit in range(CLASSES))])
    return table(["", *map(str, range(CLASSES))], rows)


def doubts(found: Sequence[Digits], weights: Weights, single: Weights) -> str:
    """Return the table of calibration, and of how often what is said; `single` has not met the writers held out."""
    rows = []
    for each in found:
        chances, right, strange = each.probabilities(weights), each.right(weights), each.is_strange
        there = ~each.refused
        unsure = each.unsure(weights, single if each.name == HELD_OUT else None)
        told, wrong = (unsure | strange)[there], ~right[there]
        parts = strange[there], told[~wrong], told[wrong]
        shares = [percent(float(part.mean())) if part.size else "-" for part in parts]
        error = fitting.calibration_error(chances[there], each.labels[there])
        rows.append([each.name, percent(error), *shares, str(int(wrong.sum()))])
    head = ["", "calibration error", "called no digit", "doubted, though read right", "doubted, of those read wrong"]
    return table([*head, "read wrong"], rows)


def strange_share(drawings: Sequence[Drawing]) -> float:
    """Return the share of drawings, 0..1, of which it is said that they are no digits."""
    return float(np.mean([looks_strange(one) for one in drawings]))


def hard(weights: Weights) -> str:
    labels, drawings = zip(*HARD_SHAPES.values(), strict=True)
    every = drawn("", drawings, np.array(labels))
    told = zip(HARD_SHAPES, labels, every.probabilities(weights), every.said(weights), strict=True)
    rows = [
        [name, str(label), str(chances.argmax()), percent(float(chances.max())), said]
        for name, label, chances, said in told
    ]
    return table(["shape", "meant", "read", "sure", "said"], rows)


def failures(measure: Measure, found: Sequence[Digits], weights: Weights) -> str:
    """Return the table of strokes and pictures that are not read right, and the stage at which each went wrong."""
    rows = []
    for each in (one for one in found if one.name in (HELD_OUT, UJI, PICTURES)):
        chances, said = each.probabilities(weights), each.said(weights)
        for at in np.flatnonzero(~each.right(weights)):
            read = "refused" if each.refused[at] else f"{chances[at].argmax()}, {percent(float(chances[at].max()))}"
            name = measure.pictures[at].name if each.name == PICTURES else f"{each.name}, {at}"
            is_found = each.name != PICTURES or not (each.refused[at] or each.is_strange[at])
            rows.append([name, str(each.labels[at]), read, said[at], "the network" if is_found else "finding the ink"])
    return table(["", "meant", "read", "said", "stage"], rows)


def main() -> None:
    measure, weights = Measure(people.mnist(), people.found(people.data_folder())), shipped.shipped_weights()
    found, by_name = measure.all_of(), letters(EACH_LETTER)
    single = people.taught(EVERYTHING, measure.dataset, measure.everyone.writers(1, 20))
    page = PAGE.format(
        held=len(found[0].labels), uji=len(found[1].labels), pictures=len(measure.pictures),
        photographs=sum(picture.is_photograph for picture in measure.pictures), even=grey.EVEN_PAPER,
        cells=EACH_CELL, ladder=ladder(measure, found, single), recall=recall(found, weights),
        doubtful=doubt.DOUBTFUL, sure=doubt.SURE, unsure=doubt.DEEPLY_UNSURE_BELOW, turn=doubt.TURNS[1],
        usual=USUAL_LENGTH, long=LONGEST, bins=fitting.BINS,
        doubts=doubts([*found, given(TEST, measure.dataset.test)], weights, single), letters=EACH_LETTER,
        by_letter=", ".join(f"{name} {strange_share(some):.0%}" for name, some in by_name.items()),
        all_letters=percent(strange_share([one for some in by_name.values() for one in some])),
        scribbles=percent(strange_share(scribbles(SCRIBBLES))), hard=hard(weights),
        failures=failures(measure, found, weights),
    )  # fmt: skip
    write("drawn-digits.md", page)


if __name__ == "__main__":
    main()
