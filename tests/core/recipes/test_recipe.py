"""Recipes and the ladder."""

from dataclasses import fields, replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.digits import stages
from core.errors import UserError
from core.recipes.recipe import LADDER, PATIENCE, TUTORIAL, Recipe, named
from core.recipes.settings import LIMITS
from core.training.schedule import checkpoint_steps

PATIENT = {"steps": 20_000, "shuffle": True, "decay": "cosine"}


def changes(one: str, other: str) -> dict[str, Any]:
    names = {field.name for field in fields(TUTORIAL)} - {"name", "title"}
    return {n: getattr(LADDER[other], n) for n in names if getattr(LADDER[one], n) != getattr(LADDER[other], n)}


def test_the_tutorial_is_the_tutorials() -> None:
    settings = (TUTORIAL.steps, TUTORIAL.batch, TUTORIAL.learning_rate, TUTORIAL.initial_weights)
    assert settings == (1_000, 100, 0.01, "normal")
    assert (TUTORIAL.decay, TUTORIAL.shuffle, TUTORIAL.deskew, TUTORIAL.pen_digits) == ("none", False, False, False)


@pytest.mark.parametrize(
    ("one", "other", "changed"),
    [
        ("tutorial", "zeros", {"initial_weights": "zeros"}),
        ("zeros", "bigger-steps", {"learning_rate": 0.5}),
        ("bigger-steps", "patience", PATIENT),
        ("patience", "upright", {"deskew": True}),
        ("upright", "pens", {"pen_digits": True}),
        ("pens", "everything", {"warp": True, "practice_digits": True, "spread": True}),
        ("patience", "hidden", {"layers": ("dense 128",), "initial_weights": "he"}),
        ("hidden", "hidden-zeros", {"initial_weights": "zeros", "steps": 1_000}),
        ("convolution", "adam", {"optimizer": "adam", "learning_rate": 0.002}),
    ],
)
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


def test_a_run_has_about_a_hundred_checkpoints_denser_at_the_start() -> None:
    assert 100 <= len(checkpoint_steps(1_000)) <= 105
    points = np.array(checkpoint_steps(20_000))
    assert 100 <= len(points) <= 105
    assert (points < 5_000).sum() > 2 * (points > 15_000).sum()


def test_deskewed_recipes_read_drawings_upright() -> None:
    assert [recipe.stages for recipe in LADDER.values()] == [
        *[stages.RAW] * 4, *[stages.UPRIGHT] * 2, stages.EVEN, *[stages.RAW] * 5,
    ]  # fmt: skip


@pytest.mark.parametrize("name", sorted(LIMITS))
def test_the_limits_of_a_setting_are_allowed(name: str) -> None:
    for value in LIMITS[name]:
        settings: dict[str, Any] = {name: value}
        assert getattr(replace(TUTORIAL, **settings), name) == value


@pytest.mark.parametrize("recipe", [TUTORIAL, PATIENCE])
def test_rates_are_as_precise_as_the_network(recipe: Recipe) -> None:
    assert recipe.rates(0, 5).dtype == np.float32


def test_checkpoints_are_those_of_a_run_from_its_beginning_where_nothing_else_is_said() -> None:
    assert checkpoint_steps(10, about=5) == (1, 2, 4, 6, 10)
    assert checkpoint_steps(110, 100, about=5) == (101, 102, 104, 106, 110)
    assert all(type(step) is int for step in checkpoint_steps(10))
