"""The pace slider asks for steps a second, and shows what it was told."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from gui.frame.pace import PaceSlider, words
from gui.state.next_run import PACES, NextRun
from tests.gui import widgets


@pytest.fixture
def run() -> NextRun:
    return NextRun()


@pytest.fixture
def pace(qtbot: QtBot, run: NextRun) -> PaceSlider:
    return widgets.shown(qtbot, PaceSlider(run))


def slider(pace: PaceSlider) -> QSlider:
    return widgets.child(pace, QSlider, "pace")


def test_it_starts_at_a_pace_that_can_be_watched(pace: PaceSlider, run: NextRun) -> None:
    assert run.pace == 100


def test_each_position_sets_its_pace_and_the_maximum_no_limit(pace: PaceSlider, run: NextRun) -> None:
    asked = widgets.heard(run.pace_changed)
    slider(pace).setValue(0)
    for _ in PACES[1:]:
        slider(pace).setValue(slider(pace).value() + 1)
    assert asked == [1, 3, 10, 30, 100, 300, 1000, math.inf]
    assert slider(pace).value() == slider(pace).maximum()


def test_the_keyboard_moves_it(pace: PaceSlider, run: NextRun, qtbot: QtBot) -> None:
    with qtbot.waitSignal(run.pace_changed) as asked:
        QTest.keyClick(slider(pace), Qt.Key.Key_Right)
    assert asked.args == [300.0]


@pytest.mark.parametrize(
    ("told", "shown"), [(100, 100), (60, 100), (0.1, 1), (900, 1000), (5000, math.inf), (math.inf, math.inf)]
)
def test_the_nearest_pace_is_used_and_shown(pace: PaceSlider, run: NextRun, told: float, shown: float) -> None:
    run.set_pace(told)
    assert run.pace == PACES[slider(pace).value()] == shown
    assert words(shown) in [label.text() for label in pace.findChildren(QLabel)]


def test_no_pace_changes_the_width(pace: PaceSlider, run: NextRun) -> None:
    widths = set()
    for each in PACES:
        run.set_pace(each)
        widths.add(pace.sizeHint().width())
    assert len(widths) == 1


def test_paces_are_told_in_words() -> None:
    told = [words(each) for each in (1.0, 100.0, 1000.0, math.inf)]
    assert told == ["1 step/s", "100 steps/s", "1,000 steps/s", "as fast as it can"]
