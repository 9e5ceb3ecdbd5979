"""News: the first at once, those of the pause as one, the last always."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.canvas.spaced import Spaced
from tests.gui import widgets

PAUSE_MS = 40


@pytest.fixture
def told(qapp: QObject) -> list[int]:
    return []


@pytest.fixture
def spaced(qapp: QObject, told: list[int]) -> Spaced:
    made = Spaced(PAUSE_MS, qapp)
    made.due.connect(lambda: told.append(len(told)))
    return made


def test_the_first_is_told_at_once(spaced: Spaced, told: list[int]) -> None:
    spaced.request()
    assert len(told) == 1


def test_what_comes_in_the_pause_is_told_as_one_after_it(qtbot: QtBot, spaced: Spaced, told: list[int]) -> None:
    for _ in range(5):
        spaced.request()
    assert len(told) == 1
    qtbot.waitUntil(lambda: len(told) == 2)
    widgets.rested(qtbot, spaced)
    assert len(told) == 2


def test_after_pause_in_which_nothing_came_next_is_told_at_once(qtbot: QtBot, spaced: Spaced, told: list[int]) -> None:
    spaced.request()
    widgets.rested(qtbot, spaced)
    spaced.request()
    assert len(told) == 2


def test_what_was_told_otherwise_is_not_told_again(qtbot: QtBot, spaced: Spaced, told: list[int]) -> None:
    spaced.request()
    spaced.request()
    spaced.forget()
    widgets.rested(qtbot, spaced)
    assert len(told) == 1
