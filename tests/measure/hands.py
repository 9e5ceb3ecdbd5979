"""Measures what teaching a hand is worth, and writes docs/hands.md.

Run with `make hands`. Writers train21..train30 each teach three of each digit, drawn at random, five times; their
other digits are read before and after. No network has met them before.
"""

import time
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from core.digits.dataset import CLASSES, Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.hands import fine_tuning
from core.hands.fine_tuning import FineTuningResult, Learner
from core.model.shipped import shipped_weights
from core.model.softmax import Weights
from core.recipes.recipe import EVERYTHING
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import percent, table, write

EACH = 3  # of each digit
DRAWS = 5

PAGE = """# Teach it your hand: what it is worth

Made by `make hands`. Writers train21..train30, whom no network has met, teach three of each digit, drawn at random,
five times; means over writers and draws, accuracy on the writer's other digits.

{summary}

"Reported" is what the app says of the 30 digits taught: each read by a network that had not learned from it. Points
are of the accuracy on MNIST's test images. Seconds are medians, from the press to the new weights that read, and to
what is reported of them.

## Writer by writer

{writers}
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one teaching of one writer did; shares are 0..1."""

    writer: str
    before: float
    after: float
    lesson: FineTuningResult
    live_s: float  # from the drawings to the new weights that read
    reported_s: float  # and to what the app says of them

    @property
    def change(self) -> float:
        """By how much the accuracy on the test images rose."""
        return self.lesson.test_after - self.lesson.test_before


def main() -> None:
    dataset, everyone = people.mnist(), people.found(people.data_folder())
    layer = people.taught(EVERYTHING, dataset, everyone.writers(1, 20))
    networks = {f"one layer (`{EVERYTHING.name}`)": layer, "what the app reads with": shipped_weights()}
    outcomes = {name: measured(weights, dataset, everyone) for name, weights in networks.items()}
    head = ["", "before", "after", "reported", "MNIST change", "at worst", "reads after", "reported after"]
    rows = [[name, *summed(some)] for name, some in outcomes.items()]
    write("hands.md", PAGE.format(summary=table(head, rows), writers=by_writer(outcomes)))


def measured(weights: Weights, dataset: Dataset, everyone: People) -> list[Outcome]:
    rehearsed = fine_tuning.rehearsal(dataset, weights.stages)
    groups = [everyone.writers(number, number) for number in range(21, 31)]
    return [taught(weights, rehearsed, digits, draw) for digits in groups for draw in range(DRAWS)]


def taught(weights: Weights, rehearsed: Dataset, digits: list[LabelledDrawing], draw: int) -> Outcome:
    """Teach some of a writer's digits and read the others."""
    labels = people.labels_of(digits)
    random = np.random.default_rng(draw)
    chosen = np.concatenate([random.permutation(np.flatnonzero(labels == digit))[:EACH] for digit in range(CLASSES)])
    others = [digits[row] for row in np.setdiff1d(np.arange(len(digits)), chosen)]
    begin = time.perf_counter()
    lesson, live, reported = timed(Learner(weights, [digits[row] for row in chosen], rehearsed, draw), begin)
    before, after = (people.accuracy(each, others) for each in (weights, lesson.weights))
    return Outcome(digits[0].writer, before, after, lesson, live, reported)


def timed(learner: Learner, begin: float) -> tuple[FineTuningResult, float, float]:
    """Learn to the end; return the lesson, and how many seconds after `begin` it reads, and is reported."""
    live = [time.perf_counter() - begin for progress in learner if progress.is_learned]
    return learner.lesson(), live[0], time.perf_counter() - begin


def summed(outcomes: list[Outcome]) -> list[str]:
    """Return a row of the summary; MNIST's change is the mean of the draws, "at worst" the least of all."""
    return [
        percent(fmean(one.before for one in outcomes)), percent(fmean(one.after for one in outcomes)),
        percent(fmean(one.lesson.own_after for one in outcomes)),
        f"{fmean(one.change for one in outcomes) * 100:+.2f} points",
        f"{min(one.change for one in outcomes) * 100:+.2f} points",
        f"{np.median([one.live_s for one in outcomes]):.2f} s",
        f"{np.median([one.reported_s for one in outcomes]):.2f} s",
    ]  # fmt: skip


def by_writer(outcomes: dict[str, list[Outcome]]) -> str:
    rows = []
    for writer in sorted({one.writer for some in outcomes.values() for one in some}):
        row = [writer]
        for some in outcomes.values():
            own = [one for one in some if one.writer == writer]
            row += [percent(fmean(one.before for one in own)), percent(fmean(one.after for one in own))]
        rows.append(row)
    return table(["writer", *(f"{name}, {when}" for name in outcomes for when in ("before", "after"))], rows)


if __name__ == "__main__":
    main()
