"""Recipes as short JSON texts that travel: copied, pasted, dropped, or read with `--recipe FILE`."""

import json
from contextlib import suppress
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_type_hints

from core.errors import UserError, reading
from core.files import presence
from core.files.json_fields import Fields, parsed, read_bytes
from core.files.whole import new_file
from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER, TUTORIAL, Recipe
from core.recipes.settings import LIMITS
from core.words import mark, said, say

SUFFIX = ".json"
THE_RECIPE = mark("the recipe")
LONGEST_NAME = 80  # characters of a name or title
TYPES: dict[str, object] = get_type_hints(Recipe)  # of each setting by its name, in the recipe's order
ORIGIN = ("name", "title", "based_on")  # texts; all else are settings


def text_of(recipe: Recipe) -> str:
    """Return a recipe as JSON, one setting a line, with every setting that decides what a run does."""
    pairs = values_of(recipe).items()
    lines = (f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in pairs)
    return "{\n" + ",\n".join(lines) + "\n}\n"


def values_of(recipe: Recipe) -> dict[str, object]:
    """Return a recipe's settings by name, as JSON stores them; an empty `based_on` is left out."""
    values = {field.name: getattr(recipe, field.name) for field in fields(recipe)}
    return {name: value for name, value in values.items() if name != "based_on" or value}


def save(path: Path, recipe: Recipe) -> None:
    """Write a recipe to a file, whole or not at all; raises UserError where that cannot be."""
    with new_file(path) as part:
        part.write_text(text_of(recipe), encoding="utf-8")


def load(path: Path) -> Recipe:
    """Read a recipe from a file; raises UserError as `from_text` does, or when it cannot be read."""
    with reading(path):
        return from_text(read_bytes(path), str(path))


def named_or_loaded(wanted: str) -> Recipe:
    """Return the recipe of a name, or of a file where `wanted` is a path to one; raises UserError for neither."""
    path = Path(wanted)
    is_path = path.suffix == SUFFIX or len(path.parts) > 1
    with suppress(OSError):  # no file has so long a name
        is_path = is_path or presence.is_file(path)
    return load(path) if is_path and wanted not in LADDER else recipes.named(wanted)


def from_text(text: str | bytes, where: str = THE_RECIPE) -> Recipe:
    """Return a JSON text's recipe, what is left out as in `based_on`, `name` or the tutorial's; raises UserError."""
    return from_fields(parsed(text, said(where)), said(where))


def from_fields(given: Fields, where: str) -> Recipe:
    """Return the recipe of a JSON object; raises UserError as `from_text` does."""
    for name in given.names():
        if name not in TYPES:
            named = {"where": where, "name": name, "kinds": ", ".join(TYPES)}
            raise UserError("{where}: there is no setting {name!r}; there are {kinds}.", **named)
    values: dict[str, Any] = {name: _value(given, name) for name in given.names()}
    if {"warp_images", "steps"} <= values.keys():  # whole texts and runs older than `settling` warped at all steps
        values.setdefault("settling", 0.0)
    for name in ORIGIN:
        if len(str(values.get(name, ""))) > LONGEST_NAME:
            long = {"where": where, "name": name, "longest_name": LONGEST_NAME}
            raise UserError("{where}: {name} is longer than {longest_name} characters.", **long)
    origin = LADDER.get(values.get("based_on", "")) or LADDER.get(values.get("name", ""), TUTORIAL)
    differing = [name for name, value in values.items() if getattr(origin, name) != value]
    is_changed = any(name not in (*ORIGIN, "seed") for name in differing)
    if is_changed and "based_on" not in values and values.get("name", origin.name) == origin.name:
        values["based_on"] = origin.name
    try:
        return replace(origin, **values)
    except UserError as error:
        raise UserError("{where}: {error}", where=where, error=error) from None


def _value(given: Fields, name: str) -> object:
    kind = TYPES[name]
    if kind is bool:
        return given.flag(name)
    if kind == tuple[str, ...]:
        return given.text_list(name)
    low, high = LIMITS.get(name, (0, 0))
    if kind is int:
        return given.whole(name, say("a whole number from {low:,} to {high:,}", low=low, high=high))
    if kind is float:
        return given.number(name, say("a number from {low:,.10g} to {high:,.10g}", low=low, high=high))
    return given.text(name)
