"""Measures how drawn digits are read by people whom the network has not met, and writes docs/drawn-digits.md.

Run with `make drawn`. Networks that learn from pen digits learn from writers train01..train20 only.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from core.digits.dataset import CLASSES, Dataset
from core.digits.drawing import Drawing
from core.digits.stages import BOX, RAW
from core.digits.stroke_lines import LabelledDrawing
from core.model import doubt, shapes
from core.model.scoring import Readings, read_drawings, read_images
from core.model.shapes import Shapes
from core.model.softmax import Weights, single
from core.recipes.recipe import EVERYTHING, PATIENCE, PENS, UPRIGHT
from tests.measure import people, unmet
from tests.measure.hard_shapes import HARD_SHAPES
from tests.measure.not_digits import letters, scribbles
from tests.measure.people import People
from tests.measure.tables import percent, table, write

HELD_OUT, UJI = "train21..30", "uji"
SCRIBBLES, EACH_LETTER = 300, 50
BOX_ALONE: tuple[str, ...] = (BOX,)

PAGE = """# Drawn digits: who is read right

Made by `make drawn`. Strokes of people whom the networks have not met: writers train21..train30 of UCI's pen digits
({held:,} digits), and 20 writers of UJIpenchars2 ({uji:,} digits), measured only. Networks that learn from pen
digits learned from train01..train20. The shipped weights are the last row's, trained on all 30. One run each, seed 0.

{ladder}

## Digit by digit (recall), `{best}`

{recall}

## Doubt

Temperature {temperature:.3f}, folded into the weights: fitted on train11..train20, each pair of writers read by a
sister trained on the other eighteen of train01..train20. Expected calibration error, {bins} bins of equal width,
likeliest digit:

{calibration}

"Not sure: 4 or 9" is said where the likeliest digit has less than {unsure:.0%}: a trade, for which at most
{doubted:.0%} of what the sisters read right is doubted (below {chosen:.3f}). "This does not look like a digit" is said
where the shapes of digits explain less of the ink than for all but {shape_alarms:.1%} of train11..train20's digits, or
where the lines are longer than {long:.1f} sides of the drawing's box. How often each is said:

{alarms}

Letters taken for no digit, each drawn {letters} times as hands differ: {by_letter}.

## Hard shapes by name, `{best}`

{hard}
"""


@dataclass(frozen=True, slots=True)
class Best:
    """The best recipe's network, trained without the held out, and what goes with it."""

    weights: Weights
    shapes: Shapes


def reading(weights: Weights, digits: Sequence[LabelledDrawing]) -> Readings:
    """Return what weights make of labelled drawings."""
    return read_drawings(weights, [digit.drawing for digit in digits])


def accuracy(weights: Weights, digits: Sequence[LabelledDrawing]) -> float:
    """Return the share of labelled drawings, 0..1, that weights read right."""
    return float((verdicts(reading(weights, digits)) == people.labels_of(digits)).mean())


def verdicts(readings: Readings) -> np.ndarray:
    """Return the likeliest digit of each reading, (n,)."""
    likeliest: np.ndarray = readings.probabilities.argmax(axis=1)
    return likeliest


def ladder(dataset: Dataset, everyone: People, best: Weights) -> str:
    """Return the table of the ways from drawing to image, and of recipes."""
    learned = everyone.writers(1, 20)
    patience, upright, pens = (people.taught(recipe, dataset, learned) for recipe in (PATIENCE, UPRIGHT, PENS))
    rows = [
        ("canvas shrunk to 28x28", through(patience, ())),
        ("+ scaled to 20x20, centred by its box", through(patience, BOX_ALONE)),
        ("+ centre of mass on pixel (14.0, 14.0), pen 2.2 px wide", through(patience, RAW)),
        ("+ deskew (`upright`)", upright),
        ("+ pen digits in training (`pens`)", pens),
        (f"+ spread, warped pen digits, practice digits (`{EVERYTHING.name}`)", best),
    ]
    sets = (everyone.writers(21, 30), everyone.uji)
    lines = [
        [name, test_accuracy(weights, dataset), *(percent(accuracy(weights, digits)) for digits in sets)]
        for name, weights in rows
    ]
    return table(["how the drawing becomes 28x28", "MNIST test", HELD_OUT, UJI], lines)


def through(weights: Weights, names: tuple[str, ...]) -> Weights:
    """Return the same weights, with drawings going through other stages."""
    return single(weights.matrix, weights.bias, names, weights.recipe)


def test_accuracy(weights: Weights, dataset: Dataset) -> str:
    """Return the accuracy on the test images, which lie boxed and centred already, in per cent."""
    readings = read_images(weights, dataset.test.images)
    return percent(float((verdicts(readings) == dataset.test.labels).mean()))


def recall(weights: Weights, everyone: People) -> str:
    """Return the table of recall by digit."""
    rows = []
    for name, digits in ((HELD_OUT, everyone.writers(21, 30)), (UJI, list(everyone.uji))):
        labels, read = people.labels_of(digits), verdicts(reading(weights, digits))
        rows.append([name, *(percent(float((read[labels == digit] == digit).mean())) for digit in range(CLASSES))])
    return table(["", *map(str, range(CLASSES))], rows)


def calibration(weights: Weights, best: Weights, everyone: People) -> str:
    """Return the table of calibration errors, before and after the temperature."""
    rows = []
    for name, digits in ((HELD_OUT, everyone.writers(21, 30)), (UJI, list(everyone.uji))):
        labels = people.labels_of(digits)
        errors = (doubt.calibration_error(reading(each, digits).probabilities, labels) for each in (weights, best))
        rows.append([name, *map(percent, errors)])
    return table(["", "before the temperature", "after"], rows)


def alarms(best: Best, everyone: People, not_digits: Sequence[tuple[str, list[Drawing]]]) -> str:
    """Return the table of how often what is said: of digits, where it is a false alarm, and of what is none."""
    rows = []
    for name, digits in ((HELD_OUT, everyone.writers(21, 30)), (UJI, list(everyone.uji))):
        right = verdicts(reading(best.weights, digits)) == people.labels_of(digits)
        said = judgements(best, [digit.drawing for digit in digits])
        unsure = said == doubt.Doubt.UNSURE.value
        wrong_unsure = float((unsure & ~right).sum() / max((~right).sum(), 1))
        right_unsure = float((unsure & right).sum() / right.sum())
        rows.append([name, percent(strange_share(said)), percent(right_unsure), percent(wrong_unsure)])
    rows += [[name, percent(strange_share(judgements(best, drawings))), "", ""] for name, drawings in not_digits]
    return table(["", "not a digit", "not sure, though read right", "not sure, of those read wrong"], rows)


def judgements(best: Best, drawings: Sequence[Drawing]) -> np.ndarray:
    """Return the value of the Doubt about each drawing, (n,)."""
    probabilities = read_drawings(best.weights, drawings).probabilities
    pairs = zip(probabilities, drawings, strict=True)
    return np.array([doubt.judged(row, best.shapes.is_strange(drawing)).doubt.value for row, drawing in pairs])


def strange_share(said: np.ndarray) -> float:
    """Return the share of judgements, 0..1, that say it is no digit."""
    return float((said == doubt.Doubt.NOT_A_DIGIT.value).mean())


def hard(best: Best) -> str:
    """Return the table of hard shapes."""
    rows = []
    for name, (label, drawing) in HARD_SHAPES.items():
        probabilities = read_drawings(best.weights, [drawing]).probabilities[0]
        said = doubt.judged(probabilities, best.shapes.is_strange(drawing)).sentence
        rows.append([name, str(label), str(probabilities.argmax()), percent(float(probabilities.max())), said])
    return table(["shape", "meant", "read", "sure", "said"], rows)


def main() -> None:
    """Measure all and write the page."""
    dataset, everyone = people.mnist(), people.found(people.data_folder())
    limits = unmet.chosen(dataset, everyone)
    training = people.ready(EVERYTHING, dataset, everyone.writers(1, 20))
    plain = people.trained(EVERYTHING, training).weights
    found = shapes.fitted(training.training)
    best = Best(
        doubt.tempered(plain, limits.temperature),
        Shapes(found.means, found.axes, limits.strange_above, limits.long_above),
    )
    drawn = letters(EACH_LETTER)
    not_digits = [("letters", [one for some in drawn.values() for one in some]), ("scribbles", scribbles(SCRIBBLES))]
    write(
        "drawn-digits.md",
        PAGE.format(
            held=len(everyone.writers(21, 30)),
            uji=len(everyone.uji),
            ladder=ladder(dataset, everyone, best.weights),
            best=EVERYTHING.name,
            recall=recall(best.weights, everyone),
            temperature=limits.temperature,
            bins=doubt.BINS,
            calibration=calibration(plain, best.weights, everyone),
            unsure=doubt.UNSURE_BELOW,
            long=limits.long_above,
            doubted=unmet.RIGHT_DOUBTED,
            shape_alarms=unmet.FALSE_ALARMS,
            chosen=limits.unsure_below,
            alarms=alarms(best, everyone, not_digits),
            letters=EACH_LETTER,
            by_letter=", ".join(f"{name} {strange_share(judgements(best, some)):.0%}" for name, some in drawn.items()),
            hard=hard(best),
        ),
    )


if __name__ == "__main__":
    main()
