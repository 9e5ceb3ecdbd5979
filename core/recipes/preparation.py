"""A data set prepared for a recipe: through its stages, with pen and practice digits added where it says so."""

from dataclasses import replace

from core.digits.dataset import Dataset, LabelledImages
from core.errors import UserError
from core.model.scoring import as_seen_by
from core.progress import IsCancelled, never
from core.recipes.recipe import Recipe, title_of


def prepared(
    dataset: Dataset, recipe: Recipe, added_digits: LabelledImages | None = None, is_cancelled: IsCancelled = never
) -> Dataset:
    """Return the data set as the recipe's network sees it, with added digits; raises UserError without."""
    found = dataset.each(lambda part: as_seen_by(part, recipe.stages, is_cancelled))
    if not recipe.adds_digits:
        return found
    if added_digits is None:
        raise UserError(
            "the recipe {title!r} adds digits to the training images, and none were found; see: digitscope data list.",
            title=title_of(recipe),
        )
    return replace(found, training=LabelledImages.joined([found.training, added_digits]))
