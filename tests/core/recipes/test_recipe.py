"""Recipes and the ladder: changed by hand, compared, described in words, their layers too."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, strategies as st

from core.digits import stages
from core.errors import UserError
from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER, PATIENCE, TUTORIAL, Recipe, named, origin, start_weights, text_of, title_of
from core.recipes.settings import LIMITS, from_words, in_words
from core.training.schedule import checkpoint_steps

PATIENT = {"steps": 20_000, "shuffle": True, "decay": "cosine"}


def changes(one: str, other: str) -> dict[str, Any]:
    names = {field.name for field in fields(TUTORIAL)} - {"name", "title"}
    return {n: getattr(LADDER[other], n) for n in names if getattr(LADDER[one], n) != getattr(LADDER[other], n)}


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("tutorial", "zeros", {"initial_weights": "zeros"}), ("zeros", "bigger-steps", {"learning_rate": 0.5}),
        ("bigger-steps", "patience", PATIENT), ("patience", "upright", {"deskew": True}),
        ("upright", "pens", {"pen_digits": True}),
        ("pens", "everything", {"warp": True, "practice_digits": True, "spread": True}),
        ("patience", "hidden", {"layers": ("dense 128",), "initial_weights": "he"}),
        ("hidden", "hidden-zeros", {"initial_weights": "zeros", "steps": 1_000}),
        ("convolution", "adam", {"optimizer": "adam", "learning_rate": 0.002}),
    ],
)  # fmt: skip
def test_each_rung_changes_one_thing_and_the_last_takes_all(one: str, other: str, changed: dict[str, Any]) -> None:
    assert changes(one, other) == changed


def test_an_unknown_recipe_is_named_together_with_those_there_are() -> None:
    with pytest.raises(UserError, match=r"no recipe 'deep'; there are tutorial, zeros, .*reader\.$"):
        named("deep")
    assert [named(name).name for name in LADDER] == list(LADDER)


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("steps", 0), ("steps", 10_000_001), ("batch", 0), ("learning_rate", -0.1), ("learning_rate", float("nan")),
        ("learning_rate", float("inf")), ("seed", -1), ("early_stop", -5), ("decay", "linear"),
        ("initial_weights", "ones"), ("optimizer", "rmsprop"), ("dropout", 1.0),
    ],
)  # fmt: skip
def test_a_setting_out_of_its_range_is_refused_by_name(setting: str, value: Any) -> None:
    with pytest.raises(UserError, match=f"^{setting} .*{str(value).replace('+', '.')}"):
        replace(TUTORIAL, **{setting: value})


def test_a_plain_rate_stays_and_a_cosine_falls_from_the_whole_to_nothing() -> None:
    assert TUTORIAL.rates(5, 3).tolist() == pytest.approx([0.01] * 3)
    assert TUTORIAL.rates(5, 2, base=0.3).tolist() == pytest.approx([0.3] * 2)
    rates = PATIENCE.rates(0, 20_001)
    assert rates[[0, 10_000, 20_000]].tolist() == pytest.approx([0.5, 0.25, 0], abs=1e-7)
    assert (np.diff(rates) <= 0).all()
    assert PATIENCE.rates(30_000, 1).tolist() == pytest.approx([0], abs=1e-7)
    assert rates.dtype == TUTORIAL.rates(0, 5).dtype == np.float32  # as precise as the network


@given(st.integers(0, 19_900), st.integers(1, 100))
def test_rates_are_the_same_however_steps_are_grouped(first: int, count: int) -> None:
    assert np.array_equal(PATIENCE.rates(first, count), PATIENCE.rates(0, 20_000)[first : first + count])


@given(st.integers(1, 200_000), st.integers(0, 5_000))
def test_checkpoints_rise_lie_behind_the_start_and_end_on_the_last_step(steps: int, first: int) -> None:
    points = checkpoint_steps(first + steps, first)
    assert points[-1] == first + steps
    assert points[0] > first
    assert all(np.diff(points) > 0)
    assert len(points) <= 105


def test_the_tutorial_is_the_tutorials_and_deskewed_recipes_read_drawings_upright() -> None:
    settings = (TUTORIAL.steps, TUTORIAL.batch, TUTORIAL.learning_rate, TUTORIAL.initial_weights)
    assert settings == (1_000, 100, 0.01, "normal")
    assert (TUTORIAL.decay, TUTORIAL.shuffle, TUTORIAL.deskew, TUTORIAL.pen_digits) == ("none", False, False, False)
    read = [*[stages.RAW] * 4, *[stages.UPRIGHT] * 2, stages.EVEN, *[stages.RAW] * 5]
    assert [recipe.stages for recipe in LADDER.values()] == read


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_the_limits_of_a_setting_are_allowed(name: str) -> None:
    for value in LIMITS[name]:
        settings: dict[str, Any] = {name: value}
        assert getattr(replace(TUTORIAL, **settings), name) == value


def test_a_run_has_about_a_hundred_checkpoints_denser_at_the_start() -> None:
    assert checkpoint_steps(10, about=5) == (1, 2, 4, 6, 10)
    assert checkpoint_steps(110, 100, about=5) == (101, 102, 104, 106, 110)
    assert all(type(step) is int for step in checkpoint_steps(10))
    assert 100 <= len(checkpoint_steps(1_000)) <= 105
    points = np.array(checkpoint_steps(20_000))
    assert 100 <= len(points) <= 105
    assert (points < 5_000).sum() > 2 * (points > 15_000).sum()


def test_a_changed_recipe_says_what_it_is_based_on_and_forgets_it_when_changed_back() -> None:
    assert all(recipes.differences(recipe) == () for recipe in recipes.LADDER.values())
    assert recipes.differences(recipes.changed(recipes.PATIENCE, steps=3, deskew=True)) == ("steps", "deskew")
    twice = recipes.changed(recipes.changed(recipes.ZEROS, batch=10), steps=10)
    assert (twice.based_on, twice.title) == ("zeros", "based on Zeros")
    assert text_of(replace(twice, name="mine")) == text_of(recipes.ZEROS)
    assert recipes.changed(twice, steps=1_000, batch=100) == recipes.ZEROS
    seeded = recipes.changed(recipes.ZEROS, seed=5)  # which is no change of the recipe
    assert (seeded.based_on, seeded.seed) == ("", 5)


def test_a_recipe_from_elsewhere_is_taken_for_a_change_of_the_tutorials() -> None:
    strange = replace(TUTORIAL, name="strange", title="Strange", batch=7)
    assert origin(strange) is TUTORIAL
    assert recipes.differences(strange) == ("batch",)
    made = recipes.changed(strange, batch=8)
    assert (made.name, made.based_on, made.title) == ("tutorial", "tutorial", f"based on {TUTORIAL.title}")
    assert recipes.changed(strange, batch=TUTORIAL.batch) == TUTORIAL


@pytest.mark.parametrize("recipe", recipes.LADDER.values(), ids=lambda recipe: recipe.name)
def test_every_recipe_of_the_ladder_has_two_sentences(recipe: Recipe) -> None:
    for sentence in text_of(recipe):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence.endswith(".")
        assert ". " not in sentence
        assert "loss" not in sentence


def test_a_title_is_told_in_the_users_language_and_one_from_elsewhere_stays(in_german: Any) -> None:
    in_german({"based on {title}": "beruht auf {title}", recipes.ZEROS.title: "Nullen"})
    changed = recipes.changed(recipes.ZEROS, steps=3)
    assert (title_of(recipes.ZEROS), title_of(changed)) == ("Nullen", "beruht auf Nullen")
    assert title_of(replace(changed, title="Mine")) == "Mine"


@pytest.mark.parametrize("recipe", LADDER.values(), ids=lambda recipe: recipe.name)
def test_layers_are_what_their_words_say(recipe: Recipe) -> None:
    for is_short in (True, False):
        told = in_words(recipe.layers, is_short)
        assert from_words(told) == recipe.layers
        assert "convolution" not in told
        assert "dense" not in told
    layers = ("convolution 16 5x5 step 2", "convolution 32 3x3 step 1", "dense 64")
    assert in_words(layers, is_short=True) == "16 filters, 32 filters 3x3 step 1, 64 units"
    assert in_words(layers) == "16 filters 5x5 step 2, 32 filters 3x3 step 1, 64 units"
    assert from_words("many units, dense 3") == ("many units", "dense 3")  # which stays to be refused


@pytest.mark.parametrize("recipe", LADDER.values(), ids=lambda recipe: recipe.name)
def test_a_run_begins_with_numbers_of_its_own_layers_by_its_seed(recipe: Recipe) -> None:
    begun, again = start_weights(recipe), start_weights(recipe)
    other = start_weights(replace(recipe, seed=recipe.seed + 1))
    assert (begun.architecture, begun.stages, begun.recipe) == (recipe.architecture, recipe.stages, recipe.name)
    assert all(np.array_equal(*pair) for pair in zip(begun.arrays, again.arrays, strict=True))
    is_by_chance = recipe.initial_weights != "zeros"
    assert begun.arrays[0].any() == is_by_chance
    assert np.array_equal(begun.arrays[0], other.arrays[0]) == (not is_by_chance)
