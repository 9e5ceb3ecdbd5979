"""What is remembered of the person's choices, and of the window's layout."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.errors import UserError
from gui.frame.preferences import FILE, Preferences, as_bytes, as_text
from gui.frame.window_layout import LEFT, RIGHT, SHARES, RightSide, first_size, laid_out
from tests.gui import widgets


def test_what_cannot_be_used_any_more_does_not_keep_the_rest_back(tmp_path: Path) -> None:
    def refuse(text: str) -> None:
        raise UserError(text)

    kept, heard = Preferences(tmp_path), list[str]()
    for _start in range(2):
        kept.remember("first", lambda: "x", lambda text: [float(text)])
        kept.remember("second", lambda: "y", refuse)
        kept.remember("third", lambda: "z", heard.append)
        kept.save()
    assert heard == ["z"]


HALF = r"@Variant(\0\0\0\x3f\0\x3c)"  # a number for which Python has no type


@pytest.mark.parametrize(
    ("value", "given"), [(HALF, ["3.5762786865234375e-06"]), ("@Invalid()", []), ("a, b", []), ("@Size(3 4)", [])]
)
def test_what_is_no_text_is_passed_over_or_made_one(tmp_path: Path, value: str, given: list[str]) -> None:
    (tmp_path / FILE).write_text(f"[General]\nhand={value}\n")
    kept, heard = Preferences(tmp_path), list[str]()
    kept.remember("hand", lambda: "", heard.append)
    assert heard in ([], given)  # Qt 6.8 passes over what 6.9 makes a text


@pytest.mark.parametrize("damage", [lambda t: t[:-4], lambda t: "x" + t, lambda t: "", lambda t: t.split(":")[1]])
def test_a_state_that_was_damaged_is_not_given_to_qt_which_would_crash(damage: Callable[[str], str]) -> None:
    with pytest.raises(ValueError):
        as_bytes(damage(as_text(QByteArray(b"a state of Qt's"))))


@pytest.fixture
def side(qtbot: QtBot) -> RightSide:
    made = widgets.shown(qtbot, RightSide((QWidget(), QWidget(), QWidget())), 600, 1_000)
    QApplication.processEvents()
    return made


def test_each_part_has_its_share_of_any_height_but_in_a_low_window_the_plots_give_all_they_can(side: RightSide) -> None:
    for height in (1_000, 600, 1_700):
        side.resize(600, height)
        assert [round(100 * size / sum(side.sizes())) for size in side.sizes()] == pytest.approx(SHARES, abs=1)
    side.resize(600, 420)
    cost, accuracy, tabs = side.sizes()
    assert max(cost, accuracy) <= 1 < tabs


def test_a_part_that_was_dragged_is_not_divided_anew(side: RightSide) -> None:
    side.moveSplitter(600, 1)
    dragged = side.sizes()
    assert side.is_divided_by_hand
    side.divide()
    assert side.sizes() == dragged
    side.resize(600, 1_100)
    assert side.sizes()[0] > 500


def test_a_state_that_is_restored_is_divided_by_hand_and_a_damaged_one_is_not(qtbot: QtBot, side: RightSide) -> None:
    side.moveSplitter(600, 1)
    other = widgets.hidden(qtbot, RightSide((QWidget(), QWidget(), QWidget())), 600, 1_000)
    assert not other.restoreState(QByteArray(b"damaged"))
    assert not other.is_divided_by_hand
    assert other.restoreState(side.saveState())
    other.show()
    QApplication.processEvents()
    assert other.sizes() == side.sizes()


def test_the_bar_is_on_top_the_drawing_left_of_the_plots_and_the_status_beneath(qtbot: QtBot) -> None:
    bar, drawing, status = QLabel("bar"), QLabel("drawing"), QLabel("status")
    right = (QLabel("cost"), QLabel("accuracy"), QLabel("tabs"))
    inside = laid_out(bar, drawing, RightSide(right), status)
    qtbot.addWidget(inside)
    inside.resize(1_280, 760)
    inside.show()
    QApplication.processEvents()
    place = {each.text(): each.mapTo(inside, each.rect().center()) for each in inside.findChildren(QLabel)}
    assert place["bar"].y() < place["drawing"].y() < place["status"].y()
    assert place["cost"].y() < place["accuracy"].y() < place["tabs"].y()
    assert place["drawing"].x() < place["cost"].x()
    assert drawing.width() / right[0].width() == pytest.approx(LEFT / RIGHT, rel=0.05)


def test_the_first_window_fits_its_screen() -> None:
    sizes = {(1920, 1080): (1280, 800), (1366, 728): (1280, 692), (1024, 728): (1024, 692), (960, 540): (960, 510)}
    for room, size in sizes.items():
        assert first_size(QSize(*room)) == QSize(*size)
