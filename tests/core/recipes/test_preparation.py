"""A data set prepared for a recipe, with the digits that the recipe adds."""

import multiprocessing
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits.dataset import Dataset, LabelledImages
from core.digits.stages import apply_to_bytes
from core.digits.stroke_lines import LabelledDrawing, write
from core.digits.warps import copies
from core.errors import UserError
from core.files import folders
from core.progress import CancelledError, Work
from core.recipes import added_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import EVERYTHING, PATIENCE, PENS, UPRIGHT, Recipe
from core.sources import pen_search, search
from tests.core.conftest import SmallDataset
from tests.core.digits.test_warps import DIGITS
from tests.there import there


def test_upright_deskews_all_three_parts_and_a_plain_recipe_nothing(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    assert prepared(data, PATIENCE).training.images is data.training.images
    ready = prepared(data, UPRIGHT)
    for part, made in ((data.training, ready.training), (data.validation, ready.validation), (data.test, ready.test)):
        assert np.array_equal(made.images, apply_to_bytes(part.images, UPRIGHT.stages))
        assert np.array_equal(made.labels, part.labels)
    assert (ready.name, ready.title, ready.class_names) == (data.name, data.title, data.class_names)


def test_pen_digits_join_the_training_images_only(small_dataset: SmallDataset) -> None:
    data, pens = small_dataset(), small_dataset(seed=5).validation
    ready = prepared(data, PENS, pens)
    assert len(ready.training) == len(data.training) + len(pens)
    assert np.array_equal(ready.training.images[-len(pens) :], pens.images)
    assert np.array_equal(ready.training.labels[-len(pens) :], pens.labels)
    assert (len(ready.validation), len(ready.test)) == (len(data.validation), len(data.test))
    with pytest.raises(UserError, match="adds digits to the training images"):
        prepared(data, PENS)


@pytest.mark.parametrize("recipe", [UPRIGHT, PENS])
def test_images_that_are_not_wanted_any_more_are_given_up(small_dataset: SmallDataset, recipe: Recipe) -> None:
    with pytest.raises(CancelledError):
        prepared(small_dataset(), recipe, small_dataset().validation, is_cancelled=lambda: True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "strokes").mkdir()
    write(DIGITS, tmp_path / "strokes" / "pendigits-train.jsonl")
    return tmp_path


@pytest.fixture
def few_practice_digits(monkeypatch: pytest.MonkeyPatch) -> Dataset:
    few = search.practice_digits(count=40)
    monkeypatch.setattr(search, "practice_digits", lambda *_, **__: few)
    monkeypatch.setattr(search, "are_practice_digits_stored", lambda: True)
    return few


def test_pens_adds_each_labelled_pen_digit_three_times_and_upright_none(folder: Path) -> None:
    assert added_digits.find(UPRIGHT, folder) is None
    assert not added_digits.are_drawn(PENS)
    found = there(added_digits.find(PENS, folder))
    assert added_digits.are_drawn(PENS)
    assert (found.labels.tolist(), found.images[:2].tolist()) == ([7, 1] * 3, found.images[4:].tolist())
    assert added_digits.key(PENS) != added_digits.key(EVERYTHING)
    assert [recipe.adds_digits for recipe in (UPRIGHT, PENS, EVERYTHING)] == [False, True, True]
    assert added_digits.described(EVERYTHING) == "each pen digit 6 times, warped and practice digits twice"
    write([LabelledDrawing(DIGITS[0].drawing)], folder / "strokes" / "pendigits-train.jsonl")
    with pytest.raises(UserError, match="label"):
        added_digits.find(PENS, folder)


def test_everything_adds_warped_pen_digits_and_practice_digits(folder: Path, few_practice_digits: Dataset) -> None:
    few = few_practice_digits
    found = there(added_digits.find(EVERYTHING, folder))
    assert len(found) == 2 * added_digits.WARPED_COPIES + 2 * len(few.training)
    seen = apply_to_bytes(few.training.images, EVERYTHING.stages)
    assert np.array_equal(found.images[12:], np.concatenate([seen, seen]))
    assert np.array_equal(found.labels[12:], np.tile(few.training.labels, 2))
    assert np.array_equal(there(added_digits.find(EVERYTHING, folder)).images, found.images)
    alone = there(added_digits.find(replace(EVERYTHING, pen_digits=False, warp=False)))
    assert np.array_equal(alone.images, found.images[12:])


def test_pen_digits_are_read_while_practice_digits_are_drawn(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, drawing = set(multiprocessing.active_children()), list[int]()

    def find(*_: object, **__: object) -> Sequence[LabelledDrawing]:
        drawing.append(len(set(multiprocessing.active_children()) - before))
        raise CancelledError("reading")

    monkeypatch.setattr(pen_search, "find_pen_digits", find)
    with pytest.raises(CancelledError):
        added_digits.find(EVERYTHING, folder)
    assert drawing[0] > 0
    assert set(multiprocessing.active_children()) <= before


@pytest.mark.parametrize("recipe", [PENS, EVERYTHING], ids=lambda recipe: recipe.name)
@pytest.mark.parametrize("fewest_elsewhere", [0, 10_000])
@pytest.mark.usefixtures("few_practice_digits")
def test_drawn_by_several_processes_or_here_or_meanwhile_elsewhere_they_are_the_same(
    folder: Path, recipe: Recipe, fewest_elsewhere: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(added_digits, "FEWEST_ELSEWHERE", fewest_elsewhere)
    monkeypatch.setattr(added_digits, "AT_ONCE", 3)
    digits = DIGITS * 4
    write(digits, folder / "strokes" / "pendigits-train.jsonl")

    def report(_what: str, done: int, _total: int) -> None:
        if not done:  # as another process may
            added_digits.find(recipe, folder)

    found, wanted = there(added_digits.find(recipe, folder, Work(report))), added_digits.pen_digits(recipe, digits)
    assert np.array_equal(found.images[: len(wanted)], wanted.images)
    assert np.array_equal(found.labels[: len(wanted)], wanted.labels)


@pytest.mark.usefixtures("few_practice_digits")
def test_what_was_drawn_before_a_cancel_is_not_drawn_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    reported: list[int] = []

    def counted(digits: Sequence[LabelledDrawing], stages: tuple[str, ...], count: int, **how: Any) -> LabelledImages:
        drawn.extend([how["first"]] if count == 1 else [])  # more at once are those that a stored part is known by
        return copies(digits, stages, count, **how)

    def report(_what: str, done: int, _total: int) -> None:
        reported.append(done)
        if done == 4:
            raise CancelledError("drawing")

    monkeypatch.setattr(added_digits, "copies", counted)
    with pytest.raises(CancelledError):
        added_digits.find(EVERYTHING, folder, Work(report))
    assert not added_digits.are_drawn(EVERYTHING)
    added_digits.find(EVERYTHING, folder)
    assert (drawn, reported) == (list(range(added_digits.WARPED_COPIES)), [0, 2, 4])
    assert added_digits.are_drawn(EVERYTHING)
    assert len(list(folders.of("data", pen_search.NAME).glob("*.npz"))) == added_digits.WARPED_COPIES
    monkeypatch.setenv("DIGITSCOPE_HOME", "x" * 300)  # a look into it is refused, as where permission lacks
    with pytest.raises(UserError, match="cannot be read"):
        added_digits.are_drawn(EVERYTHING)
