"""Digits that recipes add, in the data thread: drawn for a run, or ahead of one, and once."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import LabelledImages
from core.files import folders
from core.progress import IsCancelled, Work, go_on
from core.recipes import added_digits
from core.recipes.recipe import EVERYTHING, PENS, Recipe
from core.sources import drawing_processes, pen_search
from gui.jobs.data_loader import DataLoader
from tests import small


@pytest.mark.parametrize("is_ahead", [True, False])
def test_digits_of_another_recipe_take_the_place_of_those_that_are_being_drawn(
    is_ahead: bool, qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, ends = threading.Event(), list[str]()

    def find(recipe: Recipe, *_: object, work: Work, **__: object) -> LabelledImages:
        begun.set()
        if recipe == EVERYTHING:
            while not work.is_cancelled():
                time.sleep(0.001)
            ends.append("given up")
            go_on(work.is_cancelled, "extra digits")
        return small.labelled(5, 9)

    monkeypatch.setattr(added_digits, "find", find)
    monkeypatch.setattr(
        drawing_processes, "drawn", lambda *given: iter([find(EVERYTHING, work=Work(is_cancelled=given[2]))])
    )
    (loader.draw_ahead if is_ahead else lambda recipes: loader.fetch_added_digits(*recipes))([EVERYTHING])
    assert begun.wait(120)
    with qtbot.assertNotEmitted(loader.failed), qtbot.waitSignal(loader.added_digits_found) as found:
        loader.fetch_added_digits(PENS)
    assert (found.args[0], ends) == (PENS, ["given up"])


def fetch_pen_digits() -> None:
    path = folders.of("data", pen_search.NAME) / pen_search.LINES_NAMES[0]
    path.parent.mkdir(parents=True)
    path.touch()


def test_a_run_waits_for_just_those_digits_that_are_drawn_ahead_and_neither_are_begun_anew(
    qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_ahead, done = threading.Event(), threading.Event(), list[str]()

    def drawn(_jobs: object, _what: str, is_in_vain: IsCancelled) -> Iterator[None]:
        begun.set()
        assert go_ahead.wait(120)
        done.append("cancelled" if is_in_vain() else "drawn")
        yield

    monkeypatch.setattr(drawing_processes, "drawn", drawn)
    monkeypatch.setattr(added_digits, "find", lambda *_, **__: small.labelled(5, 9))
    fetch_pen_digits()
    loader.draw_ahead([EVERYTHING, PENS])
    assert begun.wait(120)
    with qtbot.waitSignal(loader.added_digits_found):
        loader.fetch_added_digits(replace(EVERYTHING, steps=10))
        go_ahead.set()
    loader.draw_ahead([EVERYTHING])
    with qtbot.waitSignal(loader.missing):
        loader.look()
    assert done == ["drawn"]


def test_digits_are_drawn_ahead_once_there_are_pen_digits(
    qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    shares = list[int]()

    def drawn(jobs: drawing_processes.Jobs, *_: object) -> Iterator[None]:
        shares.append(len(jobs))
        yield

    monkeypatch.setattr(drawing_processes, "drawn", drawn)

    def last_drawn() -> list[int]:
        loader.draw_ahead([PENS])
        return shares[-1:]

    qtbot.waitUntil(lambda: last_drawn() == [0])
    fetch_pen_digits()
    qtbot.waitUntil(lambda: last_drawn() == [added_digits.SHARES])


def test_digits_being_drawn_are_drawn_once(qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def find(recipe: Recipe, *_: object, **__: object) -> LabelledImages:
        found.append(recipe.name)
        return small.labelled(5, 9)

    monkeypatch.setattr(added_digits, "find", find)
    with qtbot.waitSignal(loader.missing):
        loader.fetch_added_digits(PENS)
        loader.fetch_added_digits(replace(PENS, steps=10))
        loader.look()
    assert found == ["pens"]
