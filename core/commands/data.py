"""`digitscope data`: which digits this machine has, fetching and removing them; and how all commands find theirs."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import typer

from core.commands.terminal import Live, note, out, table_lines
from core.digits.dataset import CLASSES, DIGITS, Dataset, LabelledImages
from core.errors import UserError, os_errors_as
from core.files import folders, presence
from core.progress import MEGA, Work
from core.recipes import added_digits
from core.recipes.recipe import Recipe
from core.runs.space import used
from core.sources import mnist, pen_search, practice, search


@dataclass(frozen=True, slots=True)
class Kind:
    """A set of digits that can be had by name.

    files : those of its own in its folder, where images drawn of it may lie besides; is_whole : all of it, undamaged
    """

    name: str
    what: str
    get: Callable[[Work], object]
    files: Callable[[Path], list[Path]]
    is_whole: Callable[[Path], bool]

    @property
    def folder(self) -> Path:
        """Where it is stored."""
        return folders.of("data", self.name)


SETS = (
    Kind(
        mnist.NAME,
        "70,000 handwritten digits",
        search.downloaded,
        lambda folder: [path for file in mnist.FILES if presence.is_file(path := folder / file.name)],
        lambda folder: not mnist.missing(folder),
    ),
    Kind(
        pen_search.NAME,
        "7,494 pen-drawn digits",
        pen_search.downloaded,
        lambda folder: list(filter(None, [pen_search.file_in(folder)])),
        pen_search.are_whole,
    ),
    Kind(
        practice.NAME,
        "drawn by Digitscope itself",
        lambda work: search.practice_digits(work=work),
        lambda folder: list(folder.glob("*.npz")),
        lambda _: search.are_practice_digits_stored(),
    ),
)

data_app = typer.Typer(help="See, fetch and remove the digits stored on this machine.", rich_markup_mode=None)
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help=f"One of {', '.join(k.name for k in SETS)}.")]


@data_app.command("list")
def list_all() -> None:
    """List the digits that can be had, and which of them are here."""
    rows = [[kind.name, kind.what, _state(kind), str(kind.folder)] for kind in SETS]
    out(table_lines(["name", "what", "state", "folder"], rows, texts=4))
    requested = search.requested_folder()
    if requested is not None:
        note(f"{search.DATA_VARIABLE} is set: digits come from {requested}.")


@data_app.command("get")
def get(name: NameArgument) -> None:
    """Fetch or draw digits, and print their folder."""
    kind = named(name)
    with Live(f"getting {name}") as live:
        kind.get(Work(live.report))
    if not used(kind.folder):
        raise UserError(f"{kind.folder} cannot be written to, so {name} could not be stored.")
    out([str(kind.folder)])


@data_app.command("show")
def show(name: NameArgument) -> None:
    """Count the digits of a set."""
    kind = named(name)
    if name == pen_search.NAME:
        pens = pen_search.find_pen_digits(may_download=False)
        rows = [[digit, str(sum(each.label == int(digit) for each in pens))] for digit in DIGITS]
        table = table_lines(["digit", "drawings"], [*rows, ["all", str(len(pens))]])
        out([f"UCI pen digits, strokes of {len({each.writer for each in pens})} writers", "", *table])
    elif name == practice.NAME:
        _stored(kind)
        _show_images(search.practice_digits())
    elif (dataset := search.on_disk()) is not None:
        _show_images(dataset)
    else:
        _stored(kind)
        raise UserError(f"{name} is damaged on this machine; see: digitscope data get {name}.")


def _show_images(dataset: Dataset) -> None:
    parts = {"training": dataset.training, "validation": dataset.validation, "test": dataset.test}
    counts = np.array([np.bincount(part.labels, minlength=CLASSES) for part in parts.values()])
    rows = [[name, *map(str, row)] for name, row in zip(dataset.class_names, counts.T.tolist(), strict=True)]
    rows.append(["all", *map(str, counts.sum(axis=1).tolist())])
    table = table_lines(["digit" if dataset.shows_digits else "class", *parts], rows)
    out([f"{dataset.title} ({dataset.source}), 28x28 pixels, 1 channel", "", *table])


@data_app.command("path")
def path(name: NameArgument) -> None:
    """Print the folder that a set is stored in."""
    out([str(_stored(named(name)))])


@data_app.command("remove")
def remove(name: NameArgument) -> None:
    """Remove a set from this machine."""
    folder = _stored(named(name))
    with os_errors_as("{path} cannot be removed: {reason}.", path=folder):
        shutil.rmtree(folder)
    note(f"Removed: {folder}")


def named(name: str) -> Kind:
    """Return the set of that name; raises UserError with the known names for another."""
    for kind in SETS:
        if kind.name == name:
            return kind
    raise UserError(f"there are no digits called {name!r}; there are {', '.join(kind.name for kind in SETS)}.")


def _state(kind: Kind) -> str:
    folder = kind.folder
    try:
        if not kind.files(folder):
            return "not here"
        return f"{used(folder) / MEGA:.1f} MB" if kind.is_whole(folder) else "not whole"
    except (OSError, UserError):
        return "cannot be read"


def _stored(kind: Kind) -> Path:
    folder = kind.folder
    if not used(folder):
        raise UserError(f"{kind.name} is not stored on this machine; see: digitscope data get {kind.name}.")
    return folder


def found(folder: Path | None, as_it_is: bool = False) -> Dataset:
    """Return the data set in a folder, or the first found; as_it_is : turn and swap no images, shift no labels."""
    with Live("looking for digits") as live:
        dataset = search.find(folder, work=Work(live.report), note=note)
    if as_it_is and dataset.as_given is not None:
        dataset = dataset.as_given
    elif as_it_is:
        note("--as-it-is changes nothing: no images were turned or swapped, and no labels shifted.")
    sizes = " / ".join(f"{len(part):,}" for part in (dataset.training, dataset.validation, dataset.test))
    note(f"Data: {dataset.title} ({dataset.source}), {sizes} images for training / validation / test.", *dataset.notes)
    return dataset


def added(recipe: Recipe, folder: Path | None) -> LabelledImages | None:
    """Return the digits that a recipe adds to its training images; None where it adds none."""
    with Live("looking for added digits") as live:
        images = added_digits.find(recipe, folder, Work(live.report))
    if images is not None:
        note(f"Data: {len(images):,} added images, for training only: {added_digits.described(recipe)}.")
    return images
