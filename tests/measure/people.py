"""The people whose digits are measured with, and networks trained without those who are held out."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from core.digits import stroke_lines
from core.digits.dataset import Bytes, Dataset, LabelledImages
from core.digits.stroke_lines import LabelledDrawing
from core.model.scoring import read_drawings
from core.model.softmax import Weights
from core.recipes import added_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import Recipe
from core.sources import search
from core.training.reports import RunResult
from core.training.trainer import Trainer

UJI = "uji-writers-01-20.jsonl.gz"


@dataclass(frozen=True, slots=True)
class People:
    """Pen digits by the number of the writer, 1..30, and those of `uji`, which are measured only."""

    pens: tuple[LabelledDrawing, ...]
    uji: tuple[LabelledDrawing, ...]

    def writers(self, first: int, last: int) -> list[LabelledDrawing]:
        names = {f"train{number:02}" for number in range(first, last + 1)}
        return [digit for digit in self.pens if digit.writer in names]


def data_folder() -> Path:
    """Return the folder of DIGITSCOPE_DATA, or end the program with a sentence."""
    given = os.environ.get("DIGITSCOPE_DATA")
    if not given:
        sys.exit("set DIGITSCOPE_DATA to a folder that holds mnist/ and strokes/")
    return Path(given)


def found(folder: Path) -> People:
    """Return the people of a folder, or of its strokes/."""
    path = next(place / UJI for place in (folder, folder / "strokes") if (place / UJI).is_file())
    pens = path.with_name("pendigits-train.jsonl.gz")  # this one names its writers as the figures do
    return People(tuple(stroke_lines.read(pens)), tuple(stroke_lines.read(path)))


def mnist() -> Dataset:
    return search.find(data_folder(), may_download=False)


def labels_of(digits: Sequence[LabelledDrawing]) -> Bytes:
    return np.array([digit.label for digit in digits], np.uint8)


def accuracy(weights: Weights, digits: Sequence[LabelledDrawing]) -> float:
    verdicts = read_drawings(weights, [digit.drawing for digit in digits]).probabilities.argmax(axis=1)
    return float((verdicts == labels_of(digits)).mean())


def ready(recipe: Recipe, dataset: Dataset, digits: Sequence[LabelledDrawing]) -> Dataset:
    """Return the data set prepared for a recipe, with only these pen digits where it adds any."""
    parts: list[LabelledImages] = []
    if recipe.pen_digits:
        parts.append(added_digits.pen_digits(recipe, digits))
    if practice := added_digits.find(replace(recipe, pen_digits=False)):
        parts.append(practice)
    return prepared(dataset, recipe, LabelledImages.joined(parts) if parts else None)


def trained(recipe: Recipe, dataset: Dataset, seed: int = 0, start: Weights | None = None) -> RunResult:
    """Train a recipe on a prepared data set; `start` replaces its start weights."""
    trainer = Trainer(replace(recipe, seed=seed), dataset, start=start)
    for _ in trainer:
        pass
    return trainer.result()


def taught(recipe: Recipe, dataset: Dataset, digits: Sequence[LabelledDrawing], seed: int = 0) -> Weights:
    """Return the weights of a recipe trained with only these pen digits."""
    return trained(recipe, ready(recipe, dataset, digits), seed).weights
