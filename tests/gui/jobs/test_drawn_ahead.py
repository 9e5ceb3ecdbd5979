"""Digits that recipes add, in the data thread: drawn for a run, or ahead of one, and once."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import LabelledImages
from core.errors import UserError
from core.files import folders
from core.progress import Work, go_on
from core.recipes import added_digits
from core.recipes.recipe import EVERYTHING, PENS, Recipe
from core.sources import pen_search
from gui.jobs.data_loader import DataLoader
from tests import small


def fetch_pen_digits() -> None:
    path = folders.of("data", pen_search.NAME) / pen_search.LINES_NAMES[0]
    path.parent.mkdir(parents=True)
    path.touch()


def drawn_ahead_until(is_reached: Callable[[], bool], qtbot: QtBot, loader: DataLoader) -> None:
    """Ask again and again, as the idle window does."""

    def ask() -> bool:
        loader.draw_ahead([EVERYTHING, PENS])
        return is_reached()

    qtbot.waitUntil(ask)


@pytest.mark.parametrize(("is_ahead", "is_stopped"), [(True, True), (True, False), (False, False)])
def test_digits_of_another_recipe_or_a_run_take_the_place_of_those_that_are_being_drawn(
    is_ahead: bool, is_stopped: bool, qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
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
    fetch_pen_digits()
    (loader.draw_ahead if is_ahead else lambda recipes: loader.fetch_added_digits(*recipes))([EVERYTHING])
    assert begun.wait(20)
    if is_stopped:
        loader.stop_drawing_ahead()
        qtbot.waitUntil(lambda: ends == ["given up"])
    with qtbot.assertNotEmitted(loader.failed), qtbot.waitSignal(loader.added_digits_found) as found:
        loader.fetch_added_digits(PENS)
    assert (found.args[0], ends) == (PENS, ["given up"])


def test_a_run_goes_on_with_just_those_digits_that_are_drawn_ahead_and_is_told_how_far_they_are(
    qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_ahead, done, shares = threading.Event(), threading.Event(), list[str](), list[float]()

    def find(recipe: Recipe, *_: object, work: Work, **__: object) -> LabelledImages:
        work.report("drawing", 1, 4)
        begun.set()
        assert go_ahead.wait(20)
        work.report("drawing", 4, 4)
        done.append("cancelled" if work.is_cancelled() else recipe.name)
        return small.labelled(5, 9)

    monkeypatch.setattr(added_digits, "find", find)
    loader.progressed.connect(lambda _what, share: shares.append(share))
    loader.draw_ahead([EVERYTHING, PENS])
    with qtbot.waitSignal(loader.missing):
        loader.look()
    assert not begun.is_set()  # nothing is downloaded that nobody asked for
    fetch_pen_digits()
    drawn_ahead_until(begun.is_set, qtbot, loader)
    with qtbot.waitSignal(loader.added_digits_found):
        loader.fetch_added_digits(replace(EVERYTHING, steps=10))
        go_ahead.set()
    drawn_ahead_until(lambda: len(done) > 1, qtbot, loader)
    assert (done, shares[-1:]) == (["everything", "pens"], [1.0])


def test_what_cannot_be_drawn_ahead_is_no_fault_and_tried_again(
    qtbot: QtBot, loader: DataLoader, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = list[Recipe]()

    def find(recipe: Recipe, *_: object, may_download: bool, **__: object) -> LabelledImages:
        assert not may_download
        tried.append(recipe)
        raise UserError("damaged")

    monkeypatch.setattr(added_digits, "find", find)
    fetch_pen_digits()
    with qtbot.assertNotEmitted(loader.failed):
        drawn_ahead_until(lambda: EVERYTHING in tried[1:], qtbot, loader)


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
