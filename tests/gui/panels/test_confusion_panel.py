"""The panel shows the images of the cell that is looked at."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.jobs.evaluation import Selection
from gui.panels.confusion_panel import ConfusionPanel
from tests.gui import widgets
from tests.gui.panels.test_mistakes_wall import reading


@pytest.fixture
def panel(qtbot: QtBot) -> ConfusionPanel:
    made = widgets.hidden(qtbot, ConfusionPanel(), 800, 240)
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
