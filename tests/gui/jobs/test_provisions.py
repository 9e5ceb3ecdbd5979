"""What runs are made of: what is asked for, what is still lacking, and whose digits are taken."""

from dataclasses import replace

import pytest

from core.recipes.recipe import EVERYTHING, PENS, TUTORIAL, Recipe
from gui.jobs.provisions import Need, Provisions
from tests import small


@pytest.fixture
def asked(provisions: Provisions) -> list[str]:
    """Return the names of what is asked for, as it is."""
    names: list[str] = []
    provisions.dataset_wanted.connect(lambda: names.append("dataset"))
    provisions.extra_digits_wanted.connect(lambda recipe: names.append(recipe.name))
    return names


@pytest.fixture
def provisions(qapp: object) -> Provisions:
    return Provisions()


def test_a_run_lacks_what_takes_longest_first(provisions: Provisions) -> None:
    provisions.ask_for(PENS)
    lacking = [provisions.lacking(PENS)]
    provisions.set_dataset(small.dataset())
    lacking.append(provisions.lacking(PENS))
    provisions.set_extra_digits(PENS, small.labelled(5, 9))
    lacking.append(provisions.lacking(PENS))
    provisions.set_tensorflow_ready()
    assert [*lacking, provisions.lacking(PENS)] == [Need.DATASET, Need.EXTRA_DIGITS, Need.TENSORFLOW, None]


def test_only_what_is_lacking_is_asked_for(provisions: Provisions, asked: list[str]) -> None:
    provisions.ask_for(PENS)
    provisions.set_dataset(small.dataset())
    provisions.set_extra_digits(PENS, small.labelled(5, 9))
    provisions.ask_for(PENS)
    provisions.ask_for(TUTORIAL)
    assert asked == ["dataset", "pens"]


def test_digits_that_were_found_for_another_recipe_are_not_taken(provisions: Provisions, asked: list[str]) -> None:
    provisions.set_dataset(small.dataset())
    provisions.ask_for(EVERYTHING)
    provisions.ask_for(PENS)
    provisions.set_extra_digits(EVERYTHING, small.labelled(5, 9))
    assert provisions.extra_digits is None
    assert provisions.lacking(PENS) is Need.EXTRA_DIGITS
    assert asked == ["everything", "pens"]


@pytest.mark.parametrize("other", [replace(PENS, steps=10), replace(PENS, learning_rate=0.1, seed=5)])
def test_digits_serve_every_recipe_that_adds_the_same(provisions: Provisions, other: Recipe) -> None:
    provisions.ask_for(PENS)
    provisions.set_extra_digits(PENS, small.labelled(5, 9))
    provisions.set_dataset(small.dataset())
    assert provisions.lacking(other) is Need.TENSORFLOW
