"""Measures what is learned from practice digits alone, and how fast they are drawn, and writes docs/practice.md.

Run with `make practice`. Skeletons and warps are judged by MNIST's validation images and by writers train11..train20;
MNIST's test images and uji are looked at afterwards only.
"""

import time
from dataclasses import dataclass

from core.digits.dataset import CLASSES, Dataset, LabelledImages, Source
from core.digits.stages import RAW
from core.digits.warps import copies
from core.model.scoring import read_images, score
from core.model.softmax import Weights
from core.recipes.recipe import PATIENCE, UPRIGHT
from core.sources import drawing_processes, practice
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import percent, table, write

Both = tuple[Weights, Weights]  # raw and deskewed
MOST_S = 15  # seconds that drawing all of them may take
AIMS = ("aimed at", "", "65.0 %", "72.0 %", "", "75.0 %", "", "", "")
HEAD = (
    "learned from", "images", "MNIST test, raw", "deskewed", "uji, raw", "deskewed",
    "MNIST validation, raw", "deskewed", "train11..20, deskewed",
)  # fmt: skip

PAGE = """# Practice digits: what is learned from them alone

Made by `make practice`. One layer that has seen no image of MNIST, trained by the recipes `patience` (raw) and
`upright` (deskewed), one run each, seed 0, and read on people's digits; beside it the same network, learned from the
pen strokes of 30 real writers (UCI's pen digits). Skeletons and warps are judged by the last three columns only.

{accuracies}

Recall on MNIST's validation images, digit by digit, learned from practice digits:

{recall}

{count:,} practice digits were drawn in one background process in {all_s:.1f} s (aimed at: {most_s} s), the first
{enough:,}, with which training begins, in {enough_s:.1f} s; the start of the process is in both.
"""


@dataclass(frozen=True, slots=True)
class Timed:
    """Practice digits, and the seconds after which enough to begin with, and all, were there."""

    images: LabelledImages
    enough_s: float
    all_s: float


def main() -> None:
    everyone, mnist, timed = people.found(people.data_folder()), people.mnist(), drawn()
    networks, row = learned("practice digits", practice.divided(timed.images).training, mnist, everyone)
    _, pens = learned("real pen strokes", copies(everyone.pens, RAW, 1, strengths=None), mnist, everyone)
    pens[-1] = ""  # it has learned from these writers
    page = PAGE.format(
        accuracies=table(HEAD, [row, pens, AIMS]), recall=recall(networks, mnist.validation), count=practice.COUNT,
        enough=practice.ENOUGH, most_s=MOST_S, enough_s=timed.enough_s, all_s=timed.all_s,
    )  # fmt: skip
    write("practice.md", page)


def drawn() -> Timed:
    """Draw all practice digits as the app does, in a process of their own, and take the time."""
    began, enough = time.perf_counter(), [0.0]

    def on_enough(_some: LabelledImages) -> None:
        enough[0] = time.perf_counter() - began

    images = practice.drawn(parts=drawing_processes.drawn(practice.jobs(), practice.WHAT), first=on_enough)
    return Timed(images, enough[0], time.perf_counter() - began)


def learned(name: str, training: LabelledImages, mnist: Dataset, everyone: People) -> tuple[Both, list[str]]:
    """Return the networks, raw and deskewed, that learned from these images, and their row of the table."""
    dataset = Dataset(name, name, Source(""), training, mnist.validation, mnist.test)
    raw, upright = (people.trained(recipe, people.ready(recipe, dataset, ())) for recipe in (PATIENCE, UPRIGHT))
    shares = [
        raw.test_accuracy, upright.test_accuracy, people.accuracy(raw.weights, everyone.uji),
        people.accuracy(upright.weights, everyone.uji), raw.validation_accuracy, upright.validation_accuracy,
        people.accuracy(upright.weights, everyone.writers(11, 20)),
    ]  # fmt: skip
    return (raw.weights, upright.weights), [name, f"{len(training):,}", *map(percent, shares)]


def recall(networks: Both, images: LabelledImages) -> str:
    rows = []
    for name, weights in zip(("raw", "deskewed"), networks, strict=True):
        shares = score(read_images(weights, images.images), images.labels).per_label
        rows.append([name, *map(percent, shares)])
    return table(["", *map(str, range(CLASSES))], rows)


if __name__ == "__main__":
    main()
