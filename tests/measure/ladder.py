"""Measures recipes, all or those named, and writes their rows of docs/ladder.md: `make ladder ARGS="hidden reader"`."""

import re
import sys
from statistics import fmean

from core.recipes.recipe import LADDER, Recipe, named
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import DOCS, percent, write

PAGE = "ladder.md"
SEEDS = (0, 1, 2)


def main() -> None:
    """Train the recipes asked for, or all, and write their rows anew."""
    page, everyone = (DOCS / PAGE).read_text(encoding="utf-8"), people.found(people.data_folder())
    for recipe in map(named, sys.argv[1:] or LADDER):
        made = " | ".join([f"| `{recipe.name}`", recipe.title, f"{recipe.steps:,}", *shares(recipe, everyone)]) + " |"
        page = re.sub(rf"\| `{recipe.name}` .*", made, page)
    write(PAGE, page)


def shares(recipe: Recipe, everyone: People) -> list[str]:
    """Return the accuracy of each seed and their mean, and that of a sister on people whom it has not met."""
    dataset = people.mnist()
    ready = people.ready(recipe, dataset, everyone.pens)
    seeds = [people.trained(recipe, ready, seed).test_accuracy for seed in SEEDS]
    unmet: list[float] = []
    if recipe.pen_digits:
        sister = people.taught(recipe, dataset, everyone.writers(1, 20))
        unmet = [people.accuracy(sister, digits) for digits in (everyone.writers(21, 30), everyone.uji)]
    print(recipe.name, *seeds, *unmet, flush=True)
    return [*map(percent, seeds), percent(fmean(seeds)), *(map(percent, unmet) if unmet else "--")]


if __name__ == "__main__":
    main()
