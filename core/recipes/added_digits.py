"""What recipes add to the training images of a data set: pen digits, as they are or warped, and practice digits."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.digits.dataset import LabelledImages
from core.digits.stages import apply_to_bytes
from core.digits.stroke_lines import LabelledDrawing
from core.digits.warps import WILD, copies
from core.progress import IsCancelled, Report, never, no_report
from core.recipes.recipe import Recipe
from core.sources import image_cache, pen_search, search

COPIES = 3  # times that each pen digit is added as it is
WARPED_COPIES = 6  # versions of each, where they are warped
PRACTICE_COPIES = 2  # times that each practice digit is added
FIRST = 20  # digits drawn to see whether the cached images are still those that would be drawn now


def key(recipe: Recipe) -> tuple[object, ...]:
    """Return what decides which digits a recipe adds; recipes with equal keys add the same."""
    return (recipe.pen_digits, recipe.warp, recipe.practice_digits, recipe.stages)


def described(recipe: Recipe) -> str:
    """Return in words what a recipe adds, in English."""
    pens = f"each pen digit {WARPED_COPIES} times, warped" if recipe.warp else f"each pen digit {COPIES} times"
    return " and ".join([pens] * recipe.pen_digits + ["practice digits twice"] * recipe.practice_digits)


def find(
    recipe: Recipe,
    folder: Path | None = None,
    *,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
) -> LabelledImages | None:
    """Return the digits that a recipe adds, as its network sees them, drawn now or cached; None when it adds none.

    Raises CancelledError, and UserError when there are no pen digits on this machine and none can be downloaded.
    """
    parts = []
    if recipe.pen_digits:
        digits = pen_search.find_pen_digits(folder, report=report, is_cancelled=is_cancelled)
        parts.append(_pen_digits(recipe, digits, report, is_cancelled))
    if recipe.practice_digits:
        parts.append(practice_digits(recipe, report, is_cancelled))
    return LabelledImages.joined(parts) if parts else None


def pen_digits(
    recipe: Recipe, digits: Sequence[LabelledDrawing], report: Report = no_report, is_cancelled: IsCancelled = never
) -> LabelledImages:
    """Return pen digits as often, and warped, as the recipe has them; raises CancelledError."""
    count, strengths = (WARPED_COPIES, WILD) if recipe.warp else (COPIES, None)
    return copies(digits, recipe.stages, count, strengths=strengths, report=report, is_cancelled=is_cancelled)


def _pen_digits(
    recipe: Recipe, digits: Sequence[LabelledDrawing], report: Report, is_cancelled: IsCancelled
) -> LabelledImages:
    """Return the recipe's pen digits, stored in the cache: drawing them takes seconds."""
    kind = "warped" if recipe.warp else "plain"
    return image_cache.stored(
        pen_search.pen_cache(),
        f"{pen_search.NAME}-{kind}-{len(digits)}-{'_'.join(recipe.stages)}",
        pen_digits(recipe, digits[:FIRST]),
        lambda: pen_digits(recipe, digits, report, is_cancelled),
    )


def practice_digits(
    recipe: Recipe,
    report: Report = no_report,
    is_cancelled: IsCancelled = never,
) -> LabelledImages:
    """Return the practice digits, PRACTICE_COPIES times, as the recipe's network sees them; raises CancelledError."""
    training = search.practice_digits(report=report, is_cancelled=is_cancelled).training
    images = apply_to_bytes(training.images, recipe.stages, is_cancelled)
    return LabelledImages(np.tile(images, (PRACTICE_COPIES, 1)), np.tile(training.labels, PRACTICE_COPIES))
