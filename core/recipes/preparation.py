"""A data set made ready for a recipe: through its stages, and with pen and practice digits added, where it says so."""

import numpy as np

from core.digits.dataset import Dataset, LabelledImages
from core.digits.stages import RAW, seen_bytes
from core.errors import UserError
from core.progress import IsCancelled, never
from core.recipes.recipe import Recipe
from core.recipes.texts import title_of
from core.words import say


def prepared(
    dataset: Dataset, recipe: Recipe, pen_digits: LabelledImages | None = None, is_cancelled: IsCancelled = never
) -> Dataset:
    """Return the data set whose images are what the recipe's network sees.

    pen_digits : what core.recipes.added_digits finds for the recipe, added behind the training images
    Raises UserError when the recipe asks for more digits and there are none, and CancelledError.
    """
    parts = [dataset.training, dataset.validation, dataset.test]
    if recipe.stages != RAW:
        parts = [LabelledImages(seen_bytes(part.images, recipe.stages, is_cancelled), part.labels) for part in parts]
    training, validation, test = parts
    if recipe.pen_digits or recipe.practice_digits:
        if pen_digits is None:
            raise UserError(
                say(
                    "the recipe {title!r} needs pen digits, and none were found; see: digitscope data list.",
                    title=title_of(recipe),
                )
            )
        images = np.concatenate([training.images, pen_digits.images])
        training = LabelledImages(images, np.concatenate([training.labels, pen_digits.labels]))
    return Dataset(dataset.name, dataset.title, dataset.source, training, validation, test, dataset.class_names)
