"""Layers in words, and back."""

import pytest

from core.recipes.layers_in_words import from_words, in_words
from core.recipes.recipe import LADDER, Recipe


@pytest.mark.parametrize("recipe", LADDER.values(), ids=lambda recipe: recipe.name)
@pytest.mark.parametrize("is_short", [True, False])
def test_layers_are_what_their_words_say(recipe: Recipe, is_short: bool) -> None:
    layers = recipe.layers
    told = in_words(layers, is_short)
    assert from_words(told) == layers
    assert "convolution" not in told
    assert "dense" not in told


def test_the_usual_size_is_left_out_where_room_is_little() -> None:
    layers = ("convolution 16 5x5 step 2", "convolution 32 3x3 step 1", "dense 64")
    assert in_words(layers, is_short=True) == "16 filters, 32 filters 3x3 step 1, 64 units"
    assert in_words(layers) == "16 filters 5x5 step 2, 32 filters 3x3 step 1, 64 units"


def test_what_is_in_no_such_words_stays_to_be_refused() -> None:
    assert from_words("many units, dense 3") == ("many units", "dense 3")
