"""Recipes in words: what each changes and why that helps, and which settings differ between two."""

import json
from dataclasses import dataclass

from core.files import assets
from core.recipes.recipe import FILE, LADDER, Recipe
from core.recipes.settings import SETTINGS, label_of, value_of
from core.words import said, say


@dataclass(frozen=True, slots=True)
class RecipeText:
    """Two sentences: what a recipe changes against the one before it, and why that helps."""

    changes: str
    why: str


TEXTS = {name: RecipeText(each["changes"], each["why"]) for name, each in json.loads(assets.text(FILE)).items()}


def text_of(recipe: Recipe) -> RecipeText:
    """Return the two sentences of a recipe, those of the one it is based on where it was changed by hand.

    Raises KeyError for a recipe that is neither named in the ladder nor based on one that is.
    """
    text = TEXTS[recipe.based_on or recipe.name]
    return RecipeText(said(text.changes), said(text.why))


def title_of(recipe: Recipe) -> str:
    """Return a recipe's title in the user's language; an imported one has its own."""
    base = LADDER.get(recipe.based_on)
    if base is not None and recipe.title == f"based on {base.title}":
        return say("based on {title}", title=said(base.title))
    return said(recipe.title)


def settings_differing(first: Recipe, second: Recipe) -> list[str]:
    """Return what each setting that differs is in the second recipe, and in the first."""
    parts = []
    for setting in SETTINGS:
        before, after = getattr(first, setting.name), getattr(second, setting.name)
        if before != after:
            words = {"now": value_of(setting.name, after), "then": value_of(setting.name, before)}
            parts.append(
                say("{now} instead of {then}", **words)
                if setting.on
                else say("{setting} {now} instead of {then}", setting=label_of(setting.name), **words)
            )
    return parts
