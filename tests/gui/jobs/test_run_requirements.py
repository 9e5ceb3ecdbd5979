"""What runs are made of: what is asked for, what is still lacking, and whose digits are taken."""

from dataclasses import replace

import pytest

from core.recipes.recipe import EVERYTHING, PENS, TUTORIAL, Recipe
from gui.jobs.run_requirements import Requirement, RunRequirements
from gui.state.data_in_use import DataInUse
from tests import small


@pytest.fixture
def asked(requirements: RunRequirements) -> list[str]:
    """Return the names of what is asked for, as it is."""
    names: list[str] = []
    requirements.dataset_requested.connect(lambda: names.append("dataset"))
    requirements.added_digits_requested.connect(lambda recipe: names.append(recipe.name))
    return names


@pytest.fixture
def requirements(qapp: object) -> RunRequirements:
    return RunRequirements(DataInUse())


def test_a_run_lacks_what_takes_longest_first(requirements: RunRequirements) -> None:
    requirements.request(PENS)
    lacking = [requirements.missing(PENS)]
    requirements.data.use(small.dataset())
    lacking.append(requirements.missing(PENS))
    requirements.set_added_digits(PENS, small.labelled(5, 9))
    lacking.append(requirements.missing(PENS))
    requirements.set_tensorflow_ready()
    assert [*lacking, requirements.missing(PENS)] == [
        Requirement.DATASET,
        Requirement.ADDED_DIGITS,
        Requirement.TENSORFLOW,
        None,
    ]


def test_only_what_is_lacking_is_asked_for(requirements: RunRequirements, asked: list[str]) -> None:
    requirements.request(PENS)
    requirements.data.use(small.dataset())
    requirements.set_added_digits(PENS, small.labelled(5, 9))
    requirements.request(PENS)
    requirements.request(TUTORIAL)
    assert asked == ["dataset", "pens"]


def test_digits_that_were_found_for_another_recipe_are_not_taken(
    requirements: RunRequirements, asked: list[str]
) -> None:
    requirements.data.use(small.dataset())
    requirements.request(EVERYTHING)
    requirements.request(PENS)
    requirements.set_added_digits(EVERYTHING, small.labelled(5, 9))
    assert requirements.added_digits is None
    assert requirements.missing(PENS) is Requirement.ADDED_DIGITS
    assert asked == ["everything", "pens"]


@pytest.mark.parametrize("other", [replace(PENS, steps=10), replace(PENS, learning_rate=0.1, seed=5)])
def test_digits_serve_every_recipe_that_adds_the_same(requirements: RunRequirements, other: Recipe) -> None:
    requirements.request(PENS)
    requirements.set_added_digits(PENS, small.labelled(5, 9))
    requirements.data.use(small.dataset())
    assert requirements.missing(other) is Requirement.TENSORFLOW
