"""Recipes: the settings of a run, the ladder of named ones, each changing one thing, and what differs, in words."""

import json
import math
from dataclasses import dataclass, fields, replace
from typing import Literal

import numpy as np

from core.arrays import Floats
from core.digits import stages
from core.errors import UserError
from core.files import assets
from core.model import architecture
from core.model.architecture import Architecture
from core.model.softmax import Weights, initial_arrays
from core.recipes.settings import CHOICES, LIMITS, SETTINGS, label_of, value_of
from core.words import said, say

InitialWeights = Literal["normal", "zeros", "glorot", "he"]
Optimizer = Literal["gradient descent", "momentum", "adam"]
Decay = Literal["none", "cosine"]


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides what a run does, given its data set."""

    name: str
    title: str
    steps: int = 1_000
    batch: int = 100  # images a step
    learning_rate: float = 0.01
    decay: Decay = "none"  # "cosine": from the learning rate down to 0 over the steps
    initial_weights: InitialWeights = "normal"  # N(0, 1), zeros, or Glorot and Bengio's uniform (2010)
    shuffle: bool = False  # a new order of the images for every epoch
    deskew: bool = False  # training images and drawings alike
    pen_digits: bool = False  # add pen-drawn digits to the training images
    warp: bool = False  # pen digits slanted, turned, stretched and bent at random, with pens of many widths
    practice_digits: bool = False  # add the digits that the app draws itself
    spread: bool = False  # the ink stretched to the same spread, training images and drawings alike
    layers: tuple[str, ...] = ()  # hidden ones, such as "dense 128" or "convolution 16 5x5 step 2"
    optimizer: Optimizer = "gradient descent"
    batch_norm: bool = False  # the sums of hidden layers brought to mean 0 and variance 1 over each batch
    dropout: float = 0.0  # share of what goes into dense layers that each step leaves out
    warp_images: bool = False  # training images slanted, turned, scaled, shifted, thinned and blurred, anew each step
    settling: float = 0.0  # share of the steps, the last ones, that see the images as they are, unwarped
    early_stop: int = 0  # stop when validation was no better for so many steps; 0 = never
    seed: int = 0
    based_on: str = ""  # the named recipe that was changed by hand

    def __post_init__(self) -> None:
        """Write layers in one way; raise UserError for a setting out of its range, by name."""
        object.__setattr__(self, "layers", self.architecture.texts)
        for name, (low, high) in LIMITS.items():
            value = getattr(self, name)
            if not low <= value <= high:  # false for nan, too
                values = {"name": name, "value": value, "low": low, "high": high}
                raise UserError("{name} {value!r} is not between {low:,.10g} and {high:,.10g}.", **values)
        for name, allowed in CHOICES.items():
            if getattr(self, name) not in allowed:
                values = {"name": name, "value": getattr(self, name), "allowed": ", ".join(allowed)}
                raise UserError("{name} {value!r} is not one of {allowed}.", **values)

    @property
    def architecture(self) -> Architecture:
        """The network's layers."""
        return architecture.of(tuple(self.layers))

    @property
    def stages(self) -> tuple[str, ...]:
        """Names of the stages that its images and drawings go through."""
        wanted = {stages.DESKEW: self.deskew, stages.SPREAD: self.spread}
        return tuple(name for name in stages.STAGES if wanted.get(name, True))

    @property
    def adds_digits(self) -> bool:
        """Whether it adds digits to the training images of the data set."""
        return self.pen_digits or self.practice_digits

    @property
    def warped_steps(self) -> float:
        """How many steps, the first ones, learn from warped images; without settling all, of a longer run, too."""
        return self.steps - round(self.settling * self.steps) if self.settling else math.inf

    def rates(self, first: int, count: int, base: float | None = None) -> Floats:
        """Return the learning rates of steps first .. first+count-1, (count,); `base` replaces the recipe's."""
        base = self.learning_rate if base is None else base
        if self.decay == "none":
            return np.full(count, base, np.float32)
        done = np.minimum(np.arange(first, first + count) / self.steps, 1.0)
        return (base * 0.5 * (1 + np.cos(np.pi * done))).astype(np.float32)


def start_weights(recipe: Recipe) -> Weights:
    """Return the weights that a run of a recipe begins with, where it is given no others."""
    made = recipe.architecture
    arrays = initial_arrays(made, recipe.initial_weights, recipe.seed)
    return Weights(made, arrays, recipe.stages, recipe.name)


# by name: what each comes from, its settings, title, share of MNIST's test images read (docs/ladder.md), two sentences
STORED = json.loads(assets.text("recipes.json"))
LADDER: dict[str, Recipe] = {}  # the named recipes, each the one that it comes from with some settings changed
for _name, _each in STORED.items():
    _base = LADDER[_each["from"]] if "from" in _each else Recipe(_name, _each["title"])
    LADDER[_name] = replace(_base, name=_name, title=_each["title"], **_each["settings"])
FIRST_CHAPTER, DEEPER = tuple(LADDER.values())[:7], tuple(LADDER.values())[7:]
TUTORIAL, ZEROS, BIGGER_STEPS, PATIENCE, UPRIGHT, PENS, EVERYTHING = FIRST_CHAPTER
HIDDEN, HIDDEN_ZEROS, CONVOLUTION, ADAM, READER = DEEPER


def named(name: str) -> Recipe:
    """Return the recipe of that name; raise UserError with the known names for another."""
    if name not in LADDER:
        raise UserError("there is no recipe {name!r}; there are {ladder}.", name=name, ladder=", ".join(LADDER))
    return LADDER[name]


def origin(recipe: Recipe) -> Recipe:
    """Return the named recipe that a recipe is or was changed from; the tutorial's for an imported one."""
    return LADDER.get(recipe.based_on or recipe.name, TUTORIAL)


def changed(recipe: Recipe, **settings: object) -> Recipe:
    """Return a recipe with settings changed, the named one where but the seed differs; raises UserError."""
    base = origin(recipe)
    made = replace(recipe, **settings)  # type: ignore[arg-type]
    if replace(base, seed=made.seed) == replace(made, name=base.name, title=base.title, based_on=""):
        return replace(base, seed=made.seed)
    return replace(made, name=base.name, title=f"based on {base.title}", based_on=base.name)


def differences(recipe: Recipe) -> tuple[str, ...]:
    """Return the names of the settings in which a recipe differs from the named one it is based on."""
    base, texts = origin(recipe), {"name", "title", "based_on"}
    names = [field.name for field in fields(Recipe) if field.name not in texts]
    return tuple(name for name in names if getattr(recipe, name) != getattr(base, name))


def usual_share(name: str) -> float:
    """Return the share of MNIST's test images, 0..1, that runs of a named recipe read, as measured."""
    return float(STORED[name]["reads"])


def text_of(recipe: Recipe) -> tuple[str, str]:
    """Return what a recipe, or the one it is based on, changes, and why, a sentence each; KeyError for others."""
    text = STORED[recipe.based_on or recipe.name]
    return said(text["changes"]), said(text["why"])


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
            text = say("{now} instead of {then}", **words)
            parts.append(text if setting.on else f"{label_of(setting.name)} {text}")
    return parts
