"""Measures how pictures that people made are read, and writes docs/read-pictures.md: run with `make drawn`.

DIGITSCOPE_DATA names a folder that holds pictures/ and misread/, each with a labels.csv.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from core.arrays import Floats
from core.digits.dataset import PIXELS
from core.digits.raster import image_of_ink
from core.digits.stages import apply_to_drawings
from core.errors import UserError
from core.model import softmax
from core.model.shipped import shipped_weights
from core.pictures.decoding import grey_of, pages_of
from core.pictures.ink import ink_of, ink_of_file
from tests.measure import people
from tests.measure.grey import is_photograph
from tests.measure.tables import percent, table, write
from tests.measure.treatments import TREATMENTS, box_of

LARGE = 64  # pixels of the longer side
TREATED = 120  # large pictures, photographs first

# what readers are told: what the list of causes says
CAUSES = {
    "lines of a form, taken for ink": ("form's lines",), "axes of a plot, taken for ink": ("axes",),
    "ruled or squared paper": ("ruled", "squared"), "a box or a frame around it": ("box drawn", "black frame"),
    "a shadow across it": ("shadow",), "a neighbour cut off by the edge": ("neighbour",),
    "a strip at the edge, taken for ink": ("edge of", "strip at"), "cut tight to the ink, or into it": ("rim", "cut"),
    "a dark square around it": ("dark square",), "lines drawn across it": ("lines across",),
    "an odd font or shape": ("font", "3D", "zigzag"), "a kind of file: LAB colours, animation": ("TIFF", "animation"),
    "labelled as a 9, looks like a 7": ("fault",),
}  # fmt: skip
NO_CAUSE = "the single layer, which read then, took it for another"

PAGE = """# Pictures: what is read right

Made by `make drawn`, with the weights that ship: pictures of single digits that people made to try their own
recognisers with, none of which any network has learned from. What counts as a photograph is said in
[drawn-digits.md](drawn-digits.md). Pictures that were misread once are in part others: cells of scanned forms, digits
of photographed rows, and photographs that were treated to be harder. The finding of ink was improved on them, so these
figures are somewhat too good.

{sets}

## By who made them (numbered), where one is misread

{makers}

## Pictures that were misread once, by what was taken for the cause

{causes}

## {treated} large pictures that are read right ({photographs} of them photographs), treated as people treat them

{treatments}
"""


@dataclass(frozen=True, slots=True)
class Sample:
    """A labelled picture, and what was read in it: None where it was refused."""

    path: Path
    label: int
    group: str  # who made it, or what was taken for the cause
    digit: int | None

    @property
    def is_right(self) -> bool:
        return self.digit == self.label


def read(ink: Callable[[], Floats]) -> int | None:
    """Return the digit that the app's weights read in ink; None where finding it raises a UserError."""
    weights = shipped_weights()
    try:
        image = image_of_ink(ink())
    except UserError:
        return None
    if image is None:
        return None
    seen = apply_to_drawings(image[None], weights.stages)
    return int(softmax.probabilities(weights, seen.reshape(1, PIXELS)).argmax())


def samples(folder: Path) -> Iterator[Sample]:
    with (folder / "labels.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            path, group = folder / row["file"], row.get("source") or cause(row["suspected_cause"])
            yield Sample(path, int(row["label"]), group, read(partial(ink_in, path)))


def ink_in(path: Path) -> Floats:
    return ink_of_file(path)[0]


def cause(listed: str) -> str:
    return next((words for words, parts in CAUSES.items() if any(part in listed for part in parts)), NO_CAUSE)


def counted(name: str, some: Iterable[Sample]) -> list[str]:
    """Return a row of a table: how many there are, are right, wrong and refused."""
    group = list(some)
    right, refused = sum(one.is_right for one in group), sum(one.digit is None for one in group)
    share = percent(right / max(len(group), 1))
    return [name, str(len(group)), share, str(len(group) - right - refused), str(refused)]


def by_group(some: list[Sample], least_wrong: int) -> str:
    """Return the table of groups in which so many are not read right."""
    groups = {one.group: [each for each in some if each.group == one.group] for one in some}
    wrong = {name: sum(not each.is_right for each in group) for name, group in groups.items()}
    names = sorted((name for name in groups if wrong[name] >= least_wrong), key=lambda name: (-wrong[name], name))
    return table(["", "pictures", "right", "wrong", "refused"], [counted(name, groups[name]) for name in names])


def grey(path: Path) -> Floats:
    with path.open("rb") as file:
        return grey_of(next(pages_of(file, str(path)))[0])


def treatments(pictures: list[Sample]) -> str:
    rows = []
    boxed = [(one, values, box_of(values)) for one in pictures for values in (grey(one.path),)]
    for name, treat in TREATMENTS.items():
        treated = [(one, partial(ink_of, treat(values, box), "it")) for one, values, box in boxed]
        rows.append(counted(name, [Sample(one.path, one.label, name, read(take)) for one, take in treated]))
    return table(["", "pictures", "right", "wrong", "refused"], rows)


def main() -> None:
    folder = people.data_folder()
    everyone, misread = list(samples(folder / "pictures")), list(samples(folder / "misread"))
    photographs = [one for one in everyone if is_photograph(grey(one.path))]
    large = [one for one in everyone if max(grey(one.path).shape) >= LARGE and one not in photographs]
    right = [one for one in photographs + large if one.is_right][:TREATED]
    rows = [counted("all", everyone), counted("photographs", photographs), counted("misread once", misread)]
    page = PAGE.format(
        sets=table(["", "pictures", "right", "wrong", "refused"], rows), makers=by_group(everyone, least_wrong=1),
        causes=by_group(misread, least_wrong=0), treated=len(right),
        photographs=sum(one in photographs for one in right), treatments=treatments(right),
    )  # fmt: skip
    write("read-pictures.md", page)


if __name__ == "__main__":
    main()
