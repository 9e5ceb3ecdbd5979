"""Measures recipes, all or those named, for docs/ladder.md and assets/recipes.json: `make ladder ARGS="hidden"`."""

import re
import sys
from collections.abc import Sequence
from statistics import fmean

from core.recipes.recipe import LADDER, Recipe, named
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import ASSETS, DOCS, percent, write

PAGE, RECIPES = "ladder.md", ASSETS / "recipes.json"
SEEDS = (0, 1, 2)


def main() -> None:
    """Train the recipes asked for, or all, and write their rows, and the shares that the app shows, anew."""
    everyone = people.found(people.data_folder())
    for recipe in map(named, sys.argv[1:] or LADDER):
        seeds, unmet = shares(recipe, everyone)
        write(PAGE, with_row((DOCS / PAGE).read_text(encoding="utf-8"), recipe, seeds, unmet))
        stored = RECIPES.read_text(encoding="utf-8")
        RECIPES.write_text(with_share(stored, recipe, fmean(seeds)), encoding="utf-8")


def with_row(page: str, recipe: Recipe, seeds: Sequence[float], unmet: Sequence[float]) -> str:
    """Return the page with a recipe's row anew."""
    found = [*map(percent, seeds), percent(fmean(seeds)), *(map(percent, unmet) if unmet else "--")]
    made = " | ".join([f"| `{recipe.name}`", recipe.title, f"{recipe.steps:,}", *found]) + " |"
    return re.sub(rf"\| `{recipe.name}` .*", made, page)


def with_share(stored: str, recipe: Recipe, share: float) -> str:
    """Return the text of the recipes with the share, 0..1, that one of them reads."""
    return re.sub(rf'("{recipe.name}": {{.*?"reads": )[\d.]+', rf"\g<1>{share:.3f}", stored, count=1, flags=re.DOTALL)


def shares(recipe: Recipe, everyone: People) -> tuple[list[float], list[float]]:
    """Return the accuracy of each seed, 0..1, and that of a sister on people whom it has not met."""
    dataset = people.mnist()
    ready = people.ready(recipe, dataset, everyone.pens)
    seeds = [people.trained(recipe, ready, seed).test_accuracy for seed in SEEDS]
    unmet: list[float] = []
    if recipe.pen_digits:
        sister = people.taught(recipe, dataset, everyone.writers(1, 20))
        unmet = [people.accuracy(sister, digits) for digits in (everyone.writers(21, 30), everyone.uji)]
    print(recipe.name, *seeds, *unmet, flush=True)
    return seeds, unmet


if __name__ == "__main__":
    main()
