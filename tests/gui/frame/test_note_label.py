"""A sentence in a line that cannot grow."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.frame.note_label import LINES, NoteLabel
from gui.look import theme as look
from tests.gui import widgets

LONG = "MNIST could not be downloaded: check the network, choose a folder that holds the files, or use practice digits."


@pytest.fixture
def label(qtbot: QtBot) -> NoteLabel:
    """Return a label that is wide enough for a short sentence."""
    return widgets.shown(qtbot, NoteLabel(), 400, 30)


def test_a_sentence_that_fits_stands_in_one_line_in_the_usual_letters(label: NoteLabel) -> None:
    label.show_sentence("Saved.")
    assert (label.text(), label.font()) == ("Saved.", QApplication.font())


def test_one_that_is_too_long_goes_on_in_a_second_line_in_small_letters(label: NoteLabel) -> None:
    label.show_sentence(LONG)
    assert label.text() == LONG
    assert label.font().pointSizeF() == look.small_font().pointSizeF() < QApplication.font().pointSizeF()
    assert label.heightForWidth(label.width()) <= LINES * label.fontMetrics().lineSpacing() + 2


def test_what_two_lines_cannot_hold_is_cut_between_words_and_stays_in_the_tooltip(label: NoteLabel) -> None:
    label.show_sentence(LONG * 3)
    assert label.text().endswith(" …")
    assert LONG.startswith(label.text().removesuffix(" …")[: len(LONG)])
    assert label.toolTip() == label.accessibleName() == label.sentence() == LONG * 3


def test_more_room_shows_more_of_it(label: NoteLabel) -> None:
    label.show_sentence(LONG * 3)
    before = label.text()
    label.resize(700, 30)
    assert len(label.text()) > len(before)
    label.resize(5_000, 30)
    assert label.text() == LONG * 3


@pytest.mark.parametrize("width", [0, 1, 20])
def test_no_room_at_all_does_no_harm(label: NoteLabel, width: int) -> None:
    label.resize(width, 30)
    label.show_sentence(LONG)
    assert label.text().endswith(" …")


def test_it_asks_for_the_same_height_whatever_is_said(label: NoteLabel) -> None:
    heights = set()
    for sentence in ("", "Saved.", LONG, LONG * 3):
        label.show_sentence(sentence)
        heights.add(label.minimumSizeHint().height())
    assert len(heights) == 1
