"""The matrix counts, colours and tells what it counts, and its cells can be chosen by mouse and keys."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.jobs.evaluation import Selection
from gui.look import theme as look
from gui.panels.confusion_picture import ConfusionPicture
from tests.gui import widgets
from tests.gui.worn import wear

COUNTS = np.diag(np.full(10, 90))
COUNTS[4, 9] = 30
COUNTS[7, 1] = 1


@pytest.fixture
def picture(qtbot: QtBot) -> ConfusionPicture:
    made = widgets.hidden(qtbot, ConfusionPicture(), 480, 300)
    made.set_counts(COUNTS)
    return made


def corner_colour(picture: ConfusionPicture, label: int, verdict: int) -> tuple[int, int, int]:
    """Return the colour in a cell's corner, where no figure stands."""
    place = picture.cell(label, verdict).topLeft() + QPointF(3, 3)
    colour = picture.grab().toImage().pixelColor(place.toPoint())
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("theme", [look.LIGHT, look.DARK])
def test_right_is_blue_wrong_is_orange_and_never_is_paper(picture: ConfusionPicture, theme: look.Theme) -> None:
    wear(theme, picture)
    red, _, blue = corner_colour(picture, 3, 3)
    assert blue > red + 40
    red, _, blue = corner_colour(picture, 4, 9)
    assert red > blue + 40
    assert corner_colour(picture, 0, 5) == look.rgb(theme.background)


def test_more_mistakes_are_stronger_and_one_is_seen(picture: ConfusionPicture) -> None:
    many, one, none = (sum(corner_colour(picture, *cell)) for cell in ((4, 9), (7, 1), (0, 5)))
    assert many < one < none


@pytest.mark.parametrize(
    ("cell", "sentence"),
    [
        ((4, 9), "30 images labelled 4, read as 9."),
        ((7, 1), "1 image labelled 7, read as 1."),
        ((4, None), "75.0 % of the 120 images labelled 4 were read right (recall)."),
        ((None, 9), "75.0 % of the 120 images read as 9 were that (precision)."),
        ((None, None), "900 of 931 images were read right."),
    ],
)
def test_each_choice_is_told_in_words(
    picture: ConfusionPicture, cell: tuple[int | None, int | None], sentence: str
) -> None:
    picture.set_selected(Selection(*cell))
    assert picture.accessibleDescription() == sentence


def test_a_click_on_a_cell_chooses_label_and_verdict(qtbot: QtBot, picture: ConfusionPicture) -> None:
    with qtbot.waitSignal(picture.cell_chosen) as signal:
        middle = picture.cell(4, 9).center().toPoint()
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert signal.args == [Selection(4, 9)]
    picture.set_selected(Selection(4, 9))
    with qtbot.waitSignal(picture.cell_chosen) as signal:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=middle)
    assert signal.args == [Selection()]


def test_a_click_on_a_name_chooses_its_row_or_column(qtbot: QtBot, picture: ConfusionPicture) -> None:
    row, column = picture.cell(4, 0), picture.cell(0, 9)
    with qtbot.waitSignal(picture.cell_chosen) as signal:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(4, round(row.center().y())))
    assert signal.args == [Selection(label=4)]
    with qtbot.waitSignal(picture.cell_chosen) as signal:
        QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(round(column.center().x()), 4))
    assert signal.args == [Selection(verdict=9)]


def test_keys_go_from_cell_to_cell(qtbot: QtBot, picture: ConfusionPicture) -> None:
    picture.set_selected(Selection(4, 9))
    with qtbot.waitSignal(picture.cell_chosen) as signal:
        QTest.keyClick(picture, Qt.Key.Key_Up)
    assert signal.args == [Selection(3, 9)]


@pytest.mark.parametrize("size", [(260, 140), (480, 200), (2000, 900)])
def test_all_of_it_is_inside_at_any_size(picture: ConfusionPicture, size: tuple[int, int]) -> None:
    picture.resize(*size)
    whole = picture.cell(0, 0).united(picture.cell(10, 10))
    assert picture.rect().toRectF().contains(whole)


def test_digits_without_images_have_no_shares(picture: ConfusionPicture) -> None:
    picture.set_counts(np.zeros((10, 10), np.int64))
    picture.set_selected(Selection(3, None))
    assert picture.accessibleDescription().startswith("None of the 0 images labelled 3")
    picture.grab()
