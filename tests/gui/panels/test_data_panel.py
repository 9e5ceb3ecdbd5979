"""The data set is reported as it is: its counts, its images, one of them as numbers."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QScrollArea
from pytestqt.qtbot import QtBot

from core.digits.dataset import scaled
from gui.look import theme as look
from gui.panels.class_rows import ClassCounts
from gui.panels.data_panel import DataPanel, ImageCard, as_text, one_hot
from tests import small
from tests.gui import widgets

WHOLE, COUNTS = small.dataset(), np.arange(100, 1_100, 100)


@pytest.fixture
def panel(qtbot: QtBot) -> DataPanel:
    made = widgets.hidden(qtbot, DataPanel(), 800, 240)
    made.set_dataset(WHOLE)
    return made


def show_part(panel: DataPanel, part: str) -> None:
    box = widgets.child(panel, QComboBox, "data_part")
    box.setCurrentIndex(box.findData(part))


def test_name_size_split_and_source_are_told_and_each_part_and_class_can_be_seen_alone(panel: DataPanel) -> None:
    told = widgets.said(panel)
    for fact in ("made digits", "28 × 28, 1 channel", "1,000 / 100 / 200", "made by a test"):
        assert fact in told
    assert (panel.part(), len(panel.wall.order)) == ("training", 1_000)
    show_part(panel, "test")
    assert (panel.part(), len(panel.wall.order)) == ("test", 200)
    panel.show_class(3)
    assert len(panel.wall.order) == int((WHOLE.test.labels == 3).sum())
    panel.show_class(None)
    assert len(panel.wall.order) == 200


def test_the_counts_of_each_class_are_told_and_choose_it(panel: DataPanel) -> None:
    assert panel.counts.accessibleDescription().startswith("0: 100, 1: 100")
    panel.grab()  # lays out
    place = panel.counts.row(3).center()
    QTest.mouseClick(panel.counts, Qt.MouseButton.LeftButton, pos=QPoint(20, round(place.y())))
    assert len(panel.wall.order) == 100
    QTest.mouseClick(panel.counts, Qt.MouseButton.LeftButton, pos=QPoint(20, round(place.y())))
    assert len(panel.wall.order) == 1_000


def test_every_count_is_seen_in_the_least_room_by_scrolling_at_most(qtbot: QtBot, panel: DataPanel) -> None:
    panel.resize(430, 140)
    panel.show()
    bar = widgets.child(panel, QScrollArea).verticalScrollBar()

    def is_seen(number: int) -> bool:
        bar.setValue(bar.maximum() if number else 0)
        row = panel.counts.row(number).toAlignedRect().intersected(panel.counts.rect())
        return panel.counts.visibleRegion().boundingRect().contains(row)

    for number in (0, 9):
        qtbot.waitUntil(partial(is_seen, number))


def test_an_image_opens_with_label_one_hot_row_and_784_numbers(qtbot: QtBot, panel: DataPanel) -> None:
    show_part(panel, "validation")
    with qtbot.waitSignal(panel.image_chosen) as signal:
        panel.wall.chosen.emit(7)
    assert signal.args == ["validation", 7]
    assert "0 0 0 0 0 0 0 1 0 0" in panel.card.row.text()
    numbers = np.array([float(word) for word in panel.card.numbers.toPlainText().split()])
    assert numbers == pytest.approx(scaled(WHOLE.validation.images[7]), abs=0.0051)
    assert panel.card.accessibleDescription() == "validation image 7, label 7"
    panel.set_dataset(WHOLE)  # another one
    assert panel.card.numbers.toPlainText() == ""


@pytest.fixture
def counts(qtbot: QtBot) -> ClassCounts:
    made = widgets.hidden(qtbot, ClassCounts(), 240, 200)
    made.set_counts(COUNTS)
    return made


def lengths(counts: ClassCounts, colour: str) -> list[int]:
    picture = counts.grab().toImage()
    middles = [int(counts.row(number).center().y()) for number in range(10)]
    return [sum(picture.pixelColor(x, y) == QColor(colour) for x in range(picture.width())) for y in middles]


def test_bars_are_as_long_as_there_are_images(counts: ClassCounts) -> None:
    bars = lengths(counts, look.LIGHT.ghost)
    assert bars == sorted(bars)
    assert bars[9] == pytest.approx(10 * bars[0], abs=10)
    counts.set_counts(np.zeros(10, np.int64))
    assert max(lengths(counts, look.LIGHT.ghost)) <= 1


def test_the_arrow_keys_go_from_all_to_the_first_and_the_chosen_class_has_the_accent(counts: ClassCounts) -> None:
    counts.class_chosen.connect(lambda number: counts.set_counts(COUNTS, chosen=number))
    seen = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up):
        QTest.keyClick(counts, key)
        seen.append([number for number, length in enumerate(lengths(counts, look.LIGHT.accent)) if length])
    assert seen == [[0], [1], [0], [], []]


def test_numbers_stand_in_columns_paper_as_a_bare_0_and_ink_in_two_decimals() -> None:
    assert {len(line) for line in as_text(np.linspace(0, 1, 784).reshape(28, 28)).splitlines()} == {28 * 4 - 1}
    assert one_hot(0) == "1 0 0 0 0 0 0 0 0 0"
    values = np.array([[0.0, -1.0, 0.004, 0.5, 0.994, 0.999, 1]])
    assert as_text(values).split() == ["0", "0", ".00", ".50", ".99", "1.0", "1.0"]


def test_the_numbers_begin_where_there_is_ink_and_cleared_it_says_what_to_do(qtbot: QtBot) -> None:
    card = widgets.hidden(qtbot, ImageCard(), 260, 300)
    card.show()
    image = np.zeros((28, 28), np.float32)
    image[10:, :] = 1.0
    card.set_image(image, 7, "test image 4")
    assert card.findChildren(QPlainTextEdit)[0].verticalScrollBar().value() == 9
    card.clear()
    hint = "Click an image to see its 784 numbers."
    assert (card.numbers.toPlainText(), card.row.text(), card.findChildren(QLabel)[0].text()) == ("", "", hint)
