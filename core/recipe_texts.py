"""What each recipe changes and why that helps, in words for someone who learns it now."""

import json
from dataclasses import dataclass
from functools import cache

from core import assets
from core.recipes import Recipe

FILE = "recipes.json"


@dataclass(frozen=True, slots=True)
class RecipeText:
    """Two sentences: what a recipe changes against the one before it, and why that helps."""

    changes: str
    why: str


def text_of(recipe: Recipe) -> RecipeText:
    """Return the two sentences of a recipe, those of the one it is based on where it was changed by hand.

    Raises KeyError for a recipe that is neither named in the ladder nor based on one that is.
    """
    return _texts()[recipe.based_on or recipe.name]


@cache
def _texts() -> dict[str, RecipeText]:
    return {name: RecipeText(**words) for name, words in json.loads(assets.text(FILE)).items()}
