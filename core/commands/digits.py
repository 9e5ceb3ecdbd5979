"""The commands' way to data sets: found with a line of progress, named to the user."""

from pathlib import Path

from core.commands.terminal import Live, note
from core.digits.dataset import Dataset, LabelledImages
from core.progress import Report, described
from core.recipes import added_digits
from core.recipes.recipe import Recipe
from core.sources import search


def found(folder: Path | None, as_it_is: bool = False) -> Dataset:
    """Return the data set in a folder, or the first that the search finds; says which on standard error.

    as_it_is : whether images that lie or are inked another way stay so, and labels that are one off
    """
    with Live("looking for digits") as live:
        dataset = search.find(folder, report=shown_on(live), note=note)
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
        images = added_digits.find(recipe, folder, report=shown_on(live))
    if images is not None:
        note(f"Data: {len(images):,} added images, for training only: {added_digits.described(recipe)}.")
    return images


def shown_on(live: Live) -> Report:
    """Return what takes reports of a search or download and shows them on the line."""

    def report(what: str, done: int, total: int) -> None:
        live.show(described(what, done, total), done, total)

    return report
