"""The panel shows the images of the cell that is looked at."""

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.jobs.evaluation import Selection
from gui.look import theme as look
from gui.panels.confusion_panel import ConfusionPanel
from tests.gui.panels.test_mistakes_wall import reading
from tests.gui.worn import wear


@pytest.fixture
def panel(qtbot: QtBot) -> ConfusionPanel:
    made = ConfusionPanel()
    qtbot.addWidget(made)
    made.resize(800, 240)
    made.set_evaluated(reading())
    return made


def test_no_cell_means_all_mistakes_and_a_cell_means_its_images(panel: ConfusionPanel) -> None:
    assert panel.wall.count() == 4
    panel.set_cell(Selection(4, 9))
    assert panel.wall.count() == 1
    panel.set_cell(Selection(3, 3))
    assert panel.wall.count() == 1
    panel.set_cell(Selection(0, 9))
    assert panel.wall.count() == 0
    panel.set_cell(Selection(None, 9))
    assert panel.wall.count() == 1


def test_the_cell_is_told_in_words_with_what_was_read_and_by_what(panel: ConfusionPanel) -> None:
    panel.set_cell(Selection(4, 9))
    told = [label.text() for label in panel.findChildren(QLabel)]
    assert "1 image labelled 4, read as 9." in told
    assert "10 test images · read by: this run, step 3" in told


def test_both_themes_paint_it(panel: ConfusionPanel) -> None:
    light = np.array(panel.grab().toImage().constBits())
    wear(look.DARK, panel)
    assert not np.array_equal(light, np.array(panel.grab().toImage().constBits()))
