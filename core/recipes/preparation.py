"""A data set prepared for a recipe: through its stages, with pen and practice digits added where it says so."""

from dataclasses import replace

from core.digits.dataset import Dataset, LabelledImages
from core.digits.stages import RAW, apply_to_bytes
from core.errors import UserError
from core.progress import IsCancelled, never
from core.recipes.recipe import Recipe
from core.recipes.texts import title_of


def prepared(
    dataset: Dataset, recipe: Recipe, added_digits: LabelledImages | None = None, is_cancelled: IsCancelled = never
) -> Dataset:
    """Return the data set whose images are what the recipe's network sees.

    added_digits : what core.recipes.added_digits finds for the recipe, added behind the training images
    Raises UserError when the recipe asks for more digits and there are none, and CancelledError.
    """
    parts = [dataset.training, dataset.validation, dataset.test]
    if recipe.stages != RAW:
        parts = [
            LabelledImages(apply_to_bytes(part.images, recipe.stages, is_cancelled), part.labels) for part in parts
        ]
    training, validation, test = parts
    if recipe.adds_digits:
        if added_digits is None:
            raise UserError(
                "the recipe {title!r} adds digits to the training images, and none were found; see: digitscope "
                "data list.",
                title=title_of(recipe),
            )
        training = LabelledImages.joined([training, added_digits])
    return replace(dataset, training=training, validation=validation, test=test)
