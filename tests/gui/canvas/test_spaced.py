"""News: the first at once, those of the pause as one, the last always."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from gui.canvas.spaced import Spaced
from tests.gui import widgets

PAUSE_MS = 40


@pytest.fixture
def spaced(qapp: QObject) -> Spaced:
    return Spaced(PAUSE_MS, qapp)


def test_what_comes_in_the_pause_is_told_as_one_after_it_and_the_next_at_once(qtbot: QtBot, spaced: Spaced) -> None:
    told: list[int] = []
    spaced.due.connect(lambda: told.append(len(told)))
    for _ in range(5):
        spaced.request()
    assert len(told) == 1
    qtbot.waitUntil(lambda: len(told) == 2)
    widgets.rested(qtbot, spaced)
    assert len(told) == 2
    spaced.request()
    assert len(told) == 3
    spaced.request()
    spaced.forget()  # what was told otherwise is not told again
    widgets.rested(qtbot, spaced)
    assert len(told) == 3
