"""Recipes that travel as JSON."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from core.errors import UserError
from core.recipes import file as recipe_file
from core.recipes.recipe import LADDER, PATIENCE, TUTORIAL, Recipe

RECIPES = st.builds(
    Recipe, name=st.text(min_size=1, max_size=20), title=st.text(min_size=1, max_size=20),
    steps=st.integers(1, 10_000_000), batch=st.integers(1, 55_000), learning_rate=st.floats(0, 1e6),
    decay=st.sampled_from(["none", "cosine"]), initial_weights=st.sampled_from(["normal", "zeros", "glorot"]),
    shuffle=st.booleans(), deskew=st.booleans(), pen_digits=st.booleans(), early_stop=st.integers(0, 10_000_000),
    seed=st.integers(0, 2**31 - 1), based_on=st.sampled_from(["tutorial", "patience"]),
)  # fmt: skip


@given(RECIPES)
def test_a_recipe_comes_back_from_its_text_as_it_was(recipe: Recipe) -> None:
    assert recipe_file.from_text(recipe_file.text_of(recipe)) == recipe


@pytest.mark.parametrize("name", LADDER)
def test_every_recipe_of_the_ladder_travels_by_file(tmp_path: Path, name: str) -> None:
    recipe_file.save(tmp_path / "recipe.json", LADDER[name])
    assert recipe_file.load(tmp_path / "recipe.json") == LADDER[name]
    assert len((tmp_path / "recipe.json").read_text().splitlines()) <= 25


def test_what_is_left_out_is_as_in_the_recipe_it_is_based_on() -> None:
    given = recipe_file.from_text('{"based_on": "patience", "learning_rate": 1, "seed": 4}')
    assert given == replace(PATIENCE, based_on="patience", learning_rate=1.0, seed=4)
    assert recipe_file.from_text('{"name": "patience"}') == PATIENCE
    assert recipe_file.from_text("{}") == TUTORIAL
    older = '{"name": "reader", "steps": 6000, "warp_images": true, "based_on": "reader"}'  # than settling
    assert (recipe_file.from_text(older).settling, recipe_file.from_text('{"name": "reader"}')) == (0, LADDER["reader"])
    assert recipe_file.from_text('{"name": "reader", "warp_images": true}') == LADDER["reader"]
    assert recipe_file.from_text('{"steps": 500}') == replace(TUTORIAL, steps=500, based_on="tutorial")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not JSON: Expecting value in line 1"), ("[1, 2]", "is not a JSON object"),
        ("{", "is not JSON: .* in line 1"), ("[" * 500_000, "is not JSON: it is nested too deeply"),
        ('{"learning_speed": 1}', "there is no setting 'learning_speed'; there are name, title, steps, .*seed"),
        ('{"steps": 0}', "steps 0 is not between 1 and 10,000,000"),
        ('{"steps": 1.5}', "steps is 1.5, not a whole number from 1 to 10,000,000"),
        ('{"steps": true}', "steps is true, not a whole number"),
        ('{"steps": "many"}', 'steps is "many", not a whole number'),
        ('{"steps": 1e999}', "steps is Infinity, not a whole number"),
        ('{"steps": ' + "9" * 40 + "}", "steps is 9+, not a whole number"),
        ('{"seed": -1}', "seed -1 is not between 0 and 2,147,483,647"), ('{"batch": null}', "lacks 'batch'"),
        ('{"learning_rate": -1}', "learning_rate -1.0 is not between 0 and 1,000,000"),
        ('{"learning_rate": NaN}', "learning_rate is NaN, not a number from 0 to 1,000,000"),
        ('{"learning_rate": Infinity}', "learning_rate is Infinity, not a number from 0 to 1,000,000"),
        ('{"learning_rate": "fast"}', 'learning_rate is "fast", not a number from 0 to 1,000,000'),
        ('{"decay": "linear"}', "decay 'linear' is not one of none, cosine"),
        ('{"initial_weights": 3}', "initial_weights is 3, not a text"),
        ('{"shuffle": "yes"}', 'shuffle is "yes", not true or false'),
        ('{"title": "' + "x" * 81 + '"}', "title is longer than 80 characters"),
    ],
)  # fmt: skip
def test_a_fault_is_named_together_with_what_is_allowed(text: str, message: str) -> None:
    with pytest.raises(UserError, match=message) as refused:
        recipe_file.from_text(text, "mine.json")
    assert str(refused.value).startswith("mine.json")


def test_names_and_files_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mine.json"
    recipe_file.save(path, replace(TUTORIAL, name="mine", steps=7))
    assert recipe_file.named_or_loaded(str(path)).steps == 7
    assert recipe_file.named_or_loaded("patience") == PATIENCE
    monkeypatch.chdir(tmp_path)
    assert recipe_file.named_or_loaded("mine.json").steps == 7
    for wanted, message in (
        ("deep", "there is no recipe 'deep'"),
        ("gone.json", "gone.json does not exist"),
        (str(tmp_path), "is not a plain file"),
        ("x" * 300, "there is no recipe 'xxx"),
    ):
        with pytest.raises(UserError, match=message):
            recipe_file.named_or_loaded(wanted)
