"""The one table of a recipe's settings: what each is called everywhere, what it teaches, and which values it takes."""

import json
import re
from dataclasses import dataclass
from typing import Any

from core.files import assets
from core.words import figure, mark, said

SHORT = (mark("{filters} filters"), "convolution {filters} 5x5 step 2")  # the usual size, where room is little
FORMS = (
    (mark("{units} units"), "dense {units}"),
    (mark("{filters} filters {size} step {step}"), "convolution {filters} {size} step {step}"),
    (mark("{filters} filters {size}"), "convolution {filters} {size}"),
)
PARTS = {"units": r"\d+", "filters": r"\d+", "size": r"\d+x\d+", "step": r"\d+"}
FILE = "settings.json"

Choices = tuple[tuple[str, str], ...]  # value, what the user reads


def in_words(layers: tuple[str, ...], is_short: bool = False) -> str:
    """Return layers, as recipes have them, as people read them; short: without the usual size of filters."""
    forms = ((SHORT,) if is_short else ()) + FORMS
    return ", ".join(_put(layer, [(recipe, said(words)) for words, recipe in forms]) for layer in layers)


def from_words(text: str) -> tuple[str, ...]:
    """Return layers as recipes have them; what is not in such words stays as it is."""
    forms = [(said(words), recipe) for words, recipe in (SHORT, *FORMS)]
    return tuple(_put(part.strip(), forms) for part in text.split(",") if part.strip())


def _put(text: str, forms: list[tuple[str, str]]) -> str:
    """Return a layer as the first form that it fits has it on its other side."""
    for one, other in forms:
        pattern = re.escape(one)
        for name, part in PARTS.items():
            pattern = pattern.replace(re.escape(f"{{{name}}}"), f"(?P<{name}>{part})")
        found = re.fullmatch(pattern, text, re.IGNORECASE)
        if found:
            return other.format(**found.groupdict())
    return text


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of a recipe; its texts are marked, to be shown through `said`."""

    name: str  # the recipe's field, in JSON and code, too
    label: str  # its title; of a switch, what ticking it does
    tip: str
    group: str
    limits: tuple[float, float] | None = None  # of a number: the lowest and the highest
    choices: Choices = ()
    on: str = ""  # of a switch: what a run with it has
    off: str = ""  # and without it
    decimals: int = 0  # of a number, that are shown
    unit: str = ""  # behind it
    never: str = ""  # what 0, or no text, is called
    examples: tuple[tuple[str, ...], ...] = ()  # of a list of texts


def _frozen(value: Any) -> Any:
    """Return what JSON gave with tuples for lists."""
    if isinstance(value, dict):
        return {name: _frozen(each) for name, each in value.items()}
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


SETTINGS = tuple(Setting(**_frozen(each)) for each in json.loads(assets.text(FILE)))
BY_NAME = {setting.name: setting for setting in SETTINGS}
LIMITS = {setting.name: setting.limits for setting in SETTINGS if setting.limits is not None}
CHOICES = {setting.name: tuple(value for value, _ in setting.choices) for setting in SETTINGS if setting.choices}


def label_of(name: str) -> str:
    """Return what a setting is called in the user's language; the name itself for what is no setting."""
    return said(BY_NAME[name].label) if name in BY_NAME else name.replace("_", " ")


def value_of(name: str, value: object) -> str:
    """Return a setting's value as the user reads it."""
    setting = BY_NAME[name]
    if setting.choices:
        return said(dict(setting.choices)[str(value)])
    if setting.on:
        return said(setting.on if value else setting.off)
    if setting.never and not value:
        return said(setting.never)
    if isinstance(value, tuple):
        return in_words(value)
    return figure(value, ",.10g") + said(setting.unit) if isinstance(value, int | float) else str(value)
