"""The commands' way to data sets: found with a line of progress, named to the user."""

from pathlib import Path

from core.commands.terminal import Live, note
from core.digits.dataset import Dataset, LabelledImages
from core.progress import Report, told
from core.recipes import added_digits as extra_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import Recipe
from core.sources import search


def found(folder: Path | None) -> Dataset:
    """Return the data set in a folder, or the first that the search finds; says which on standard error."""
    with Live("looking for digits") as live:
        dataset = search.find(folder, report=shown_on(live), note=note)
    sizes = " / ".join(f"{len(part):,}" for part in (dataset.training, dataset.validation, dataset.test))
    note(f"Data: {dataset.title} ({dataset.source}), {sizes} images for training / validation / test.")
    return dataset


def made_ready(dataset: Dataset, recipe: Recipe, folder: Path | None) -> Dataset:
    """Return the data set as the recipe's network sees it, further digits added where the recipe says so."""
    return prepared(dataset, recipe, further(recipe, folder))


def further(recipe: Recipe, folder: Path | None) -> LabelledImages | None:
    """Return the digits that a recipe adds to its training images; None where it adds none."""
    with Live("looking for further digits") as live:
        images = extra_digits.find(recipe, folder, report=shown_on(live))
    if images is not None:
        note(f"Data: {len(images):,} further images, for training only: {extra_digits.said(recipe)}.")
    return images


def shown_on(live: Live) -> Report:
    """Return what takes reports of a search or download and shows them on the line."""

    def report(what: str, done: int, total: int) -> None:
        live.show(told(what, done, total), done, total)

    return report
