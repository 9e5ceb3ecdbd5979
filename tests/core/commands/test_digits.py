"""The commands' way to data sets: found, and named on standard error."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.commands import digits
from core.commands.terminal import Live
from core.recipes import added_digits
from core.recipes.preparation import prepared
from core.recipes.recipe import PENS, TUTORIAL, ZEROS
from tests import small


def test_a_data_set_is_named_with_where_it_came_from_and_its_sizes(
    data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = digits.found(data_folder)
    assert len(found.training) == 1_009
    assert f"Data: digits (files in {data_folder}), 1,009 / 91 / 200 images" in capsys.readouterr().err


def test_a_recipe_without_further_digits_looks_for_none(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert digits.added(TUTORIAL, None) is None
    assert "added images" not in capsys.readouterr().err


def test_further_digits_join_the_training_images_and_are_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(added_digits, "find", lambda *_, **__: small.labelled(1_200, 5))
    data, recipe = small.dataset(), replace(ZEROS, pen_digits=True)
    ready = prepared(data, recipe, digits.added(recipe, None))
    assert len(ready.training) == len(data.training) + 1_200
    assert "1,200 added images, for training only: each pen digit 3 times." in capsys.readouterr().err
    assert added_digits.described(PENS) == "each pen digit 3 times"


def test_reports_are_told_in_words_where_nobody_watches(capsys: pytest.CaptureFixture[str]) -> None:
    with Live("looking") as live:
        report = digits.shown_on(live)
        report("drawing", 500, 1_000)
        report("fetching", 2_000_000, 2_000_000)
    assert capsys.readouterr().err.splitlines() == ["drawing: 500 of 1,000", "fetching: 2.0 of 2.0 MB"]
