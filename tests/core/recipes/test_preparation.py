"""A data set made ready for a recipe."""

import numpy as np
import pytest

from core.digits.stages import apply_to_bytes
from core.errors import UserError
from core.progress import CancelledError
from core.recipes.preparation import prepared
from core.recipes.recipe import PATIENCE, PENS, UPRIGHT, Recipe
from tests.core.conftest import SmallDataset


def test_a_plain_recipe_takes_the_images_as_they_are(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    assert prepared(data, PATIENCE).training.images is data.training.images


def test_upright_deskews_training_validation_and_test_alike(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    ready = prepared(data, UPRIGHT)
    for part, made in ((data.training, ready.training), (data.validation, ready.validation), (data.test, ready.test)):
        assert np.array_equal(made.images, apply_to_bytes(part.images, UPRIGHT.stages))
        assert np.array_equal(made.labels, part.labels)
    assert (ready.name, ready.title, ready.class_names) == (data.name, data.title, data.class_names)


def test_pen_digits_join_the_training_images_only(small_dataset: SmallDataset) -> None:
    data, pens = small_dataset(), small_dataset(seed=5).validation
    ready = prepared(data, PENS, pens)
    assert len(ready.training) == len(data.training) + len(pens)
    assert np.array_equal(ready.training.images[-len(pens) :], pens.images)
    assert np.array_equal(ready.training.labels[-len(pens) :], pens.labels)
    assert (len(ready.validation), len(ready.test)) == (len(data.validation), len(data.test))


def test_pens_without_pen_digits_is_refused(small_dataset: SmallDataset) -> None:
    with pytest.raises(UserError, match="adds digits to the training images"):
        prepared(small_dataset(), PENS)


@pytest.mark.parametrize("recipe", [UPRIGHT, PENS])
def test_images_that_are_not_wanted_any_more_are_given_up(small_dataset: SmallDataset, recipe: Recipe) -> None:
    with pytest.raises(CancelledError):
        prepared(small_dataset(), recipe, small_dataset().validation, is_cancelled=lambda: True)
