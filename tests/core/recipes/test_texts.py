"""Every recipe says what it changes and why that helps, in two sentences."""

from dataclasses import replace

import pytest

from core.recipes import recipe as recipes
from core.recipes.recipe import Recipe
from core.recipes.texts import text_of, title_of
from core.words import speak


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


def test_a_title_is_told_in_the_users_language_and_one_from_elsewhere_stays() -> None:
    german = {"based on {title}": "beruht auf {title}", recipes.ZEROS.title: "Nullen"}
    speak(lambda text: german.get(text, text))
    try:
        changed = recipes.changed(recipes.ZEROS, steps=3)
        assert title_of(recipes.ZEROS) == "Nullen"
        assert title_of(changed) == "beruht auf Nullen"
        assert title_of(replace(changed, title="Mine")) == "Mine"
    finally:
        speak()
