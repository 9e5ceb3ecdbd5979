"""The data set is told as it is, its images page fast, and one of them is opened as numbers."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel
from pytestqt.qtbot import QtBot

from core.digits.dataset import scaled
from gui.panels.data_panel import DataPanel
from tests import small
from tests.gui import widgets

WHOLE = small.dataset()


@pytest.fixture
def panel(qtbot: QtBot) -> DataPanel:
    made = widgets.hidden(qtbot, DataPanel(), 800, 240)
    made.set_dataset(WHOLE)
    return made


def show_part(panel: DataPanel, part: str) -> None:
    box = widgets.child(panel, QComboBox, "data_part")
    box.setCurrentIndex(box.findData(part))
    box.activated.emit(box.currentIndex())  # as a click does


def test_name_size_split_and_source_are_told(panel: DataPanel) -> None:
    told = " ".join(label.text() for label in panel.findChildren(QLabel))
    for fact in ("made digits", "28 × 28, 1 channel", "1,000 / 100 / 200", "made by a test"):
        assert fact in told


def test_each_part_and_each_class_can_be_seen_alone(panel: DataPanel) -> None:
    assert (panel.part(), panel.wall.count()) == ("training", 1_000)
    show_part(panel, "test")
    assert (panel.part(), panel.wall.count()) == ("test", 200)
    panel.show_class(3)
    assert panel.wall.count() == int((WHOLE.test.labels == 3).sum())
    panel.show_class(None)
    assert panel.wall.count() == 200


def test_the_counts_of_each_class_are_told_and_choose_it(panel: DataPanel) -> None:
    assert panel.counts.accessibleDescription().startswith("0: 100, 1: 100")
    panel.grab()  # lays out
    place = panel.counts.row(3).center()
    QTest.mouseClick(panel.counts, Qt.MouseButton.LeftButton, pos=QPoint(20, round(place.y())))
    assert panel.wall.count() == 100
    QTest.mouseClick(panel.counts, Qt.MouseButton.LeftButton, pos=QPoint(20, round(place.y())))
    assert panel.wall.count() == 1_000


def test_an_image_opens_with_label_one_hot_row_and_784_numbers(qtbot: QtBot, panel: DataPanel) -> None:
    show_part(panel, "validation")
    with qtbot.waitSignal(panel.image_chosen) as signal:
        panel.wall.chosen.emit(7)
    assert signal.args == ["validation", 7]
    assert "0 0 0 0 0 0 0 1 0 0" in panel.card.row.text()
    numbers = np.array([float(word) for word in panel.card.numbers.toPlainText().split()])
    assert numbers == pytest.approx(scaled(WHOLE.validation.images[7]), abs=0.0051)
    assert panel.card.accessibleDescription() == "validation image 7, label 7"


def test_another_data_set_forgets_the_image(panel: DataPanel) -> None:
    panel.wall.chosen.emit(7)
    panel.set_dataset(WHOLE)
    assert panel.card.numbers.toPlainText() == ""
