"""Recipes changed by hand: what they are called, and how they differ from the named one."""

from dataclasses import replace

import pytest

from core.errors import UserError
from core.recipes import recipe as recipes
from core.recipes.recipe import TUTORIAL, changed, differences, origin


def test_a_recipe_as_it_was_named_differs_in_nothing() -> None:
    assert all(recipes.differences(recipe) == () for recipe in recipes.LADDER.values())


def test_differences_are_named() -> None:
    recipe = recipes.changed(recipes.PATIENCE, steps=3, deskew=True)
    assert recipes.differences(recipe) == ("steps", "deskew")


def test_a_changed_recipe_says_what_it_is_based_on_and_forgets_it_when_changed_back() -> None:
    once = recipes.changed(recipes.ZEROS, batch=10)
    twice = recipes.changed(once, steps=10)
    assert (twice.based_on, twice.title) == ("zeros", "based on Zeros")
    assert recipes.changed(twice, steps=1_000, batch=100) == recipes.ZEROS


def test_another_seed_is_no_change_of_recipe() -> None:
    recipe = recipes.changed(recipes.ZEROS, seed=5)
    assert (recipe.based_on, recipe.seed) == ("", 5)


def test_a_setting_out_of_range_is_refused_by_name() -> None:
    with pytest.raises(UserError, match="steps 0 is not between"):
        recipes.changed(recipes.ZEROS, steps=0)


def test_a_recipe_from_elsewhere_is_taken_for_a_change_of_the_tutorials() -> None:
    strange = replace(TUTORIAL, name="strange", title="Strange", batch=7)
    assert origin(strange) is TUTORIAL
    assert differences(strange) == ("batch",)
    made = changed(strange, batch=8)
    assert (made.name, made.based_on, made.title) == ("tutorial", "tutorial", f"based on {TUTORIAL.title}")
    assert changed(strange, batch=TUTORIAL.batch) == TUTORIAL
