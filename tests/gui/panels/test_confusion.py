"""What is mistaken for what: the matrix, its cells and their images, and the wall of mistakes."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from core.model.metrics import Scores
from core.model.scoring import Evaluated
from core.model.softmax import single
from gui.jobs.evaluation import Selection
from gui.look import theme as look
from gui.look.parts import ElidedLabel
from gui.panels.confusion_panel import ConfusionPanel, ConfusionPicture
from gui.panels.mistakes_wall import MistakesWall, captions
from tests import small
from tests.gui import widgets

COUNTS = np.diag(np.full(10, 90))
COUNTS[4, 9] = 30
COUNTS[7, 1] = 1
LABELS = np.array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], np.uint8)
VERDICTS = np.array([0, 7, 2, 3, 9, 5, 6, 1, 8, 4], np.uint8)
SURENESS = np.array([1, 0.6, 1, 1, 0.7, 1, 1, 0.9, 1, 0.5], np.float32)
NOTHING = single(np.zeros((784, 10), np.float32), np.zeros(10, np.float32))


def evaluated(part: str = "test", by: str = "this run, step 3") -> Evaluated:
    return Evaluated(part, small.labelled(10, 1), Scores(LABELS, VERDICTS, SURENESS), NOTHING, by)


@pytest.fixture
def picture(qtbot: QtBot) -> ConfusionPicture:
    made = widgets.hidden(qtbot, ConfusionPicture(), 480, 300)
    made.set_counts(COUNTS)
    return made


def test_all_is_inside_at_any_size(picture: ConfusionPicture) -> None:
    for size in ((260, 140), (480, 200), (2000, 900)):
        picture.resize(*size)
        assert picture.rect().toRectF().contains(picture.cell(0, 0).united(picture.cell(10, 10)))


@pytest.mark.parametrize(("cell", "wrong"), [((0, 0), (9, 9)), ((0, 10), (9, 720)), ((10, 0), (9, 720))])
def test_what_differs_looks_different_in_the_least_room(
    picture: ConfusionPicture, cell: tuple[int, int], wrong: tuple[int, int]
) -> None:
    picture.resize(picture.minimumSizeHint())
    seen = []
    for right, count in zip((55_121, 55_129), wrong, strict=True):
        counts = np.diag(np.full(10, right))
        counts[0, 1] = counts[1, 0] = count
        picture.set_counts(counts)
        seen.append(picture.grab(picture.cell(*cell).adjusted(2, 2, -2, -2).toRect()).toImage())
    assert seen[0] != seen[1]


def test_the_fewer_of_a_label_are_in_a_cell_the_paler_it_is_and_a_single_one_is_seen(picture: ConfusionPicture) -> None:
    seen = picture.grab().toImage()
    corners = ((picture.cell(*cell).topLeft() + QPointF(3, 3)).toPoint() for cell in ((4, 9), (7, 1), (0, 5)))
    many, one, none = (sum(look.rgb(seen.pixelColor(corner).name())) for corner in corners)
    assert many < one < none == sum(look.rgb(look.LIGHT.background))


def test_each_choice_is_told_in_words(picture: ConfusionPicture) -> None:
    for cell, sentence in {
        (4, 9): "30 images labelled 4, read as 9.",
        (7, 1): "1 image labelled 7, read as 1.",
        (4, None): "75.0 % of the 120 images labelled 4 were read right (recall).",
        (None, 9): "75.0 % of the 120 images read as 9 were that (precision).",
        (None, None): "900 of 931 images were read right.",
    }.items():
        picture.set_counts(COUNTS, selected=Selection(*cell))
        assert picture.accessibleDescription() == sentence
    widgets.move(picture, picture.cell(4, 9).center())
    assert picture.toolTip() == "30 images labelled 4, read as 9."
    picture.set_counts(np.zeros((10, 10), np.int64), selected=Selection(3, None))
    assert picture.accessibleDescription().startswith("None of the 0 images labelled 3")
    picture.grab()


def test_cells_rows_and_columns_are_chosen_by_clicks_and_keys(picture: ConfusionPicture) -> None:
    chosen = widgets.heard(picture.cell_chosen)
    picture.cell_chosen.connect(lambda cell: picture.set_counts(COUNTS, selected=cell))
    middle = picture.cell(4, 9).center().toPoint()
    for _ in range(2):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert chosen == [Selection(4, 9), Selection()]
    for name in (QPoint(4, middle.y()), QPoint(middle.x(), 4)):
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=name)
    assert chosen[2:] == [Selection(label=4), Selection(verdict=9)]
    picture.set_counts(COUNTS, selected=Selection(4, 9))
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert chosen[-1] == Selection(3, 9)


@pytest.fixture
def panel(qtbot: QtBot) -> ConfusionPanel:
    made = widgets.hidden(qtbot, ConfusionPanel(), 800, 240)
    made.set_evaluated(evaluated())
    return made


def test_no_cell_means_all_mistakes_and_a_cell_means_its_images(panel: ConfusionPanel) -> None:
    assert len(panel.wall.order) == 4
    for cell, count in (((4, 9), 1), ((3, 3), 1), ((0, 9), 0), ((None, 9), 1)):
        panel.set_cell(Selection(*cell))
        assert len(panel.wall.order) == count
    panel.set_cell(Selection(4, 9))
    assert {"1 image labelled 4, read as 9.", "10 test images · read by: this run, step 3"} <= widgets.texts(panel)


@pytest.fixture
def mistakes(qtbot: QtBot) -> MistakesWall:
    return widgets.hidden(qtbot, MistakesWall(), 800, 240)


@pytest.mark.parametrize("width", [1_000, 788, 500])
def test_what_is_said_of_a_usual_run_is_whole(qtbot: QtBot, mistakes: MistakesWall, width: int) -> None:
    mistakes.resize(width, 240)
    mistakes.show()
    mistakes.set_evaluated(evaluated(by="this run, step 1,000"))
    label = next(each for each in mistakes.findChildren(ElidedLabel) if "misread" in each.text())
    qtbot.waitUntil(lambda: label.shown() == label.text())


def test_an_image_says_what_it_is_and_what_it_was_read_as_long_names_in_a_line_each() -> None:
    assert captions(evaluated(), 4) == ("4 → 9", "70.0 %")
    assert evaluated().sentence(4) == "Image 4 of the test images: labelled 4, read as 9, 70.0 % sure."
    named = replace(evaluated(), class_names=tuple("abcdefghi") + ("Ankle boot",))
    assert captions(named, 4) == ("e", "→ Ankle boot")
    assert "labelled e, read as Ankle boot" in named.sentence(4)
    assert captions(named, 7) == ("h → b", "90.0 %")


def test_a_pair_filters_the_wall_and_only_choosing_one_asks_for_it(qtbot: QtBot, mistakes: MistakesWall) -> None:
    assert (len(mistakes.wall.order), "misread" in widgets.said(mistakes)) == (0, False)
    mistakes.set_evaluated(evaluated())
    assert "4 of 10 test images misread · read by: this run, step 3" in widgets.said(mistakes)
    assert len(mistakes.wall.order) == 4
    mistakes.set_pair(Selection(4, 9))
    label, verdict = (widgets.child(mistakes, QComboBox, f"mistakes_{name}") for name in ("label", "verdict"))
    assert (len(mistakes.wall.order), label.currentText()) == (1, "4")
    assert "4 of 10 test images misread, 1 of them shown" in widgets.said(mistakes)
    mistakes.set_pair(Selection(None, 9))
    assert len(mistakes.wall.order) == 1
    mistakes.set_pair(Selection())
    assert len(mistakes.wall.order) == 4
    with qtbot.assertNotEmitted(mistakes.pair_requested):
        mistakes.set_pair(Selection(4, None))
    with qtbot.waitSignal(mistakes.pair_requested) as signal:
        verdict.setCurrentText("9")
        verdict.activated.emit(verdict.currentIndex())
    assert signal.args == [Selection(4, 9)]
    mistakes.set_pair(Selection(4, 9))
    with qtbot.waitSignal(mistakes.pair_requested) as signal:
        widgets.child(mistakes, QToolButton, "mistakes_all").click()
    assert signal.args == [Selection()]
