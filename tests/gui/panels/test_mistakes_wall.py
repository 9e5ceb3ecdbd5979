"""The mistakes are those of the reading, surest first, and the filters ask for what they show."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from core.model.evaluated import Evaluated
from core.model.metrics import Scores
from core.model.softmax import single
from gui.jobs.evaluation import Selection
from gui.panels.mistakes_wall import MistakesWall, captions
from tests import small
from tests.gui import widgets

LABELS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], np.uint8)
VERDICTS = np.array([0, 7, 2, 3, 9, 5, 6, 1, 8, 4], np.uint8)
SURENESS = np.array([1, 0.6, 1, 1, 0.7, 1, 1, 0.9, 1, 0.5], np.float32)
NOTHING = single(np.zeros((784, 10), np.float32), np.zeros(10, np.float32))


def reading(part: str = "test", by: str = "this run, step 3") -> Evaluated:
    return Evaluated(part, small.labelled(10, 1), Scores(LABELS, VERDICTS, SURENESS), NOTHING, by)


@pytest.fixture
def mistakes(qtbot: QtBot) -> MistakesWall:
    return widgets.hidden(qtbot, MistakesWall(), 800, 240)


def texts(mistakes: MistakesWall) -> str:
    return " | ".join(label.text() for label in mistakes.findChildren(QLabel))


def box(mistakes: MistakesWall, name: str) -> QComboBox:
    return widgets.child(mistakes, QComboBox, name)


def shown(mistakes: MistakesWall) -> int:
    return mistakes.wall.count()


def test_it_says_how_many_were_misread_of_what_and_by_what(mistakes: MistakesWall) -> None:
    mistakes.set_evaluated(reading())
    assert "4 of 10 test images misread" in texts(mistakes)
    assert "read by: this run, step 3" in texts(mistakes)
    assert shown(mistakes) == 4


def test_an_image_says_what_it_is_and_what_it_was_read_as() -> None:
    assert captions(reading(), 4) == ("4 → 9", "70.0 %")
    assert reading().sentence(4) == "Image 4 of the test images: labelled 4, read as 9, 70.0 % sure."


def test_long_names_of_classes_take_a_line_each() -> None:
    named = replace(reading(), class_names=tuple("abcdefghi") + ("Ankle boot",))
    assert captions(named, 4) == ("e", "→ Ankle boot")
    assert captions(named, 7) == ("h → b", "90.0 %")


def test_a_pair_filters_the_wall(mistakes: MistakesWall) -> None:
    mistakes.set_evaluated(reading())
    mistakes.set_pair(Selection(4, 9))
    assert shown(mistakes) == 1
    assert box(mistakes, "mistakes_label").currentText() == "4"
    assert "4 of 10 test images misread, 1 of them shown" in texts(mistakes)
    mistakes.set_pair(Selection(None, 9))
    assert shown(mistakes) == 1
    mistakes.set_pair(Selection())
    assert shown(mistakes) == 4


def test_setting_a_pair_asks_for_nothing_but_choosing_one_does(qtbot: QtBot, mistakes: MistakesWall) -> None:
    mistakes.set_evaluated(reading())
    with qtbot.assertNotEmitted(mistakes.pair_requested):
        mistakes.set_pair(Selection(4, None))
    verdict = box(mistakes, "mistakes_verdict")
    with qtbot.waitSignal(mistakes.pair_requested) as signal:
        verdict.setCurrentText("9")
        verdict.activated.emit(verdict.currentIndex())
    assert signal.args == [Selection(4, 9)]


def test_all_mistakes_can_be_asked_for_again(qtbot: QtBot, mistakes: MistakesWall) -> None:
    mistakes.set_evaluated(reading())
    mistakes.set_pair(Selection(4, 9))
    button = widgets.child(mistakes, QToolButton, "mistakes_all")
    with qtbot.waitSignal(mistakes.pair_requested) as signal:
        button.click()
    assert signal.args == [Selection()]


def test_nothing_read_means_an_empty_wall(mistakes: MistakesWall) -> None:
    assert "misread" not in texts(mistakes)
    assert shown(mistakes) == 0
