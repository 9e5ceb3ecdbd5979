"""Measures every recipe with three seeds, the longest with one, and writes docs/ladder.md: `make ladder`."""

from statistics import fmean

from core.recipes.recipe import LADDER, READER, Recipe
from tests.measure import people
from tests.measure.people import People
from tests.measure.tables import percent, table, write

SEEDS = (0, 1, 2)

PAGE = """# The ladder of recipes

Made by `make ladder`: accuracy on MNIST's 10,000 test images, at the end of runs with seeds {seeds};
of `{longest}`, which takes minutes, with the first alone.

{ladder}

The recipes with pen digits learn from all 30 writers here; how people are read whom they have not met is in
[drawn-digits.md](drawn-digits.md).
"""


def main() -> None:
    """Train all recipes and write the page."""
    everyone = people.found(people.data_folder())
    rows = [row(recipe, everyone) for recipe in LADDER.values()]
    head = ["recipe", "title", "steps", *(f"seed {seed}" for seed in SEEDS), "mean"]
    write("ladder.md", PAGE.format(seeds=", ".join(map(str, SEEDS)), longest=READER.name, ladder=table(head, rows)))


def row(recipe: Recipe, everyone: People) -> list[str]:
    """Return a recipe's row of the table."""
    ready = people.ready(recipe, people.mnist(), everyone.pens)
    seeds = SEEDS[:1] if recipe == READER else SEEDS
    accuracies = [people.trained(recipe, ready, seed).test_accuracy for seed in seeds]
    shares = [*map(percent, accuracies), *["-"] * (len(SEEDS) - len(seeds)), percent(fmean(accuracies))]
    print(recipe.name, *shares, flush=True)
    return [f"`{recipe.name}`", recipe.title, f"{recipe.steps:,}", *shares]


if __name__ == "__main__":
    main()
