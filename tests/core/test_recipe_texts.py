"""Every recipe says what it changes and why that helps, in two sentences."""

from dataclasses import replace

import pytest

from core import recipes
from core.recipe_texts import text_of
from core.recipes import Recipe


@pytest.mark.parametrize("recipe", recipes.LADDER.values(), ids=lambda recipe: recipe.name)
def test_every_recipe_of_the_ladder_has_two_sentences(recipe: Recipe) -> None:
    text = text_of(recipe)
    for sentence in (text.changes, text.why):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert "loss" not in sentence


def test_a_recipe_changed_by_hand_keeps_the_words_of_the_one_it_is_based_on() -> None:
    mine = replace(recipes.ZEROS, name="mine", based_on="zeros", learning_rate=0.2)
    assert text_of(mine) == text_of(recipes.ZEROS)
