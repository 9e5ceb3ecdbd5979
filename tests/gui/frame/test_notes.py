"""Notes beside controls, bubbles, the status line, pages that scroll."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from gui.frame.status_line import LINES, NoteLabel, StatusLine
from gui.look import theme as look
from gui.look.overlays import Bubble
from gui.look.parts import Scrolled
from tests import small
from tests.gui import widgets
from tests.there import there

LONG = "MNIST could not be downloaded: check the network, choose a folder that holds the files, or use practice digits."
NEWS = "Each step goes 50 times as far: the learning rate is 0.5 instead of 0.01, and so it gets there just as soon."


@pytest.fixture
def label(qtbot: QtBot) -> NoteLabel:
    return widgets.shown(qtbot, NoteLabel(), 400, 30)


def test_a_sentence_that_fits_stands_in_one_line_and_a_long_one_in_two_of_small_letters(label: NoteLabel) -> None:
    label.show_sentence("Saved.")
    assert (label.text(), label.font()) == ("Saved.", QApplication.font())
    label.show_sentence(LONG)
    assert label.text() == LONG
    assert label.font().pointSizeF() == look.small_font().pointSizeF() < QApplication.font().pointSizeF()
    assert label.heightForWidth(label.width()) <= LINES * label.fontMetrics().lineSpacing() + 2


def test_what_two_lines_cannot_hold_is_cut_between_words_and_stays_in_the_tooltip(label: NoteLabel) -> None:
    label.show_sentence(LONG * 3)
    before = label.text()
    assert before.endswith(" …")
    assert LONG.startswith(before.removesuffix(" …")[: len(LONG)])
    assert label.toolTip() == label.accessibleName() == label.sentence == LONG * 3
    label.resize(700, 30)
    assert len(label.text()) > len(before)
    label.resize(5_000, 30)
    assert label.text() == LONG * 3
    for width in (0, 1, 20):  # no room at all
        label.resize(width, 30)
        assert label.text().endswith(" …")


@pytest.fixture
def bubble(qtbot: QtBot) -> Iterator[Bubble]:
    window = widgets.hidden(qtbot, QWidget(), 600, 400)
    made = Bubble(QPushButton("recipe", window))
    window.show()
    yield made
    window.close()


def test_it_stands_beneath_its_control_until_the_first_click_or_key_or_its_time(qtbot: QtBot, bubble: Bubble) -> None:
    bubble.tell(NEWS)
    QTest.mouseMove(bubble.window(), QPoint(500, 300))
    QTest.mouseMove(bubble.window(), QPoint(10, 10))
    assert bubble.isVisible()
    assert bubble.y() > bubble.window().findChildren(QPushButton)[0].height()
    assert bubble.heightForWidth(bubble.width()) <= bubble.height()
    QTest.mouseClick(bubble.window(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(500, 300))
    assert not bubble.isVisible()
    bubble.tell(NEWS)
    QTest.keyClick(bubble.window(), Qt.Key.Key_A)
    assert not bubble.isVisible()
    bubble.findChildren(QTimer)[0].setInterval(1)
    bubble.tell(NEWS)
    qtbot.waitUntil(bubble.isHidden)


@pytest.fixture
def status(qtbot: QtBot) -> StatusLine:
    return widgets.hidden(qtbot, StatusLine(QAction("Cancel")))


def test_cancel_is_there_only_while_something_is_fetched_and_moves_nothing_above_it(status: StatusLine) -> None:
    bar, cancel = there(status.findChild(QProgressBar)), there(status.findChild(QToolButton))
    assert cancel.isHidden()
    status.show_progress(None)
    height = max(status.sizeHint().height(), status.minimumHeight())
    status.show_progress(0.25, "downloading MNIST")
    assert (bar.value(), cancel.isHidden()) == (25, False)
    assert "downloading MNIST" in widgets.texts(status)
    assert max(status.sizeHint().height(), status.minimumHeight()) == height
    status.show_progress(None)
    assert bar.isHidden()
    assert cancel.isHidden()
    assert status.minimumHeight() > there(status.layout()).sizeHint().height()  # without Cancel there would be less


def test_it_names_the_set_its_sizes_the_speed_and_notes(status: StatusLine, monkeypatch: pytest.MonkeyPatch) -> None:
    status.show_dataset(small.dataset())
    assert "made digits   1,000 train · 100 validation · 200 test" in widgets.texts(status)
    now = [100.0]
    monkeypatch.setattr("gui.frame.status_line.time.perf_counter", lambda: now[0])
    status.count_steps(0)
    now[0] += 1.0
    status.count_steps(500)
    assert "500 steps/s" in widgets.texts(status)
    status.clear_speed()
    assert "500 steps/s" not in widgets.texts(status)
    same = ("One.", "my_digits is no folder.", "")  # the second begins with a file's name
    for note, shown in (*zip(same, same, strict=True), ("the disk is full.", "The disk is full.")):
        status.show_note(note)
        assert status.note() == shown


def test_a_page_that_is_too_high_is_scrolled_and_one_that_is_too_wide_is_not(qtbot: QtBot) -> None:
    page = QLabel("word " * 200)
    page.setWordWrap(True)
    page.setMinimumHeight(2_000)
    box = widgets.hidden(qtbot, Scrolled(page, QSize(300, 480), 280))
    assert (box.sizeHint(), box.minimumSizeHint().width()) == (QSize(300, 480), 280)
    box.resize(300, 400)
    box.show()
    assert box.verticalScrollBar().isVisible()
    assert not box.horizontalScrollBar().isVisible()
    assert page.width() <= 300
    page.setMinimumWidth(400)  # as in the letters for a class
    box.ensureVisible(400, 0)
    assert page.x() == 0
    assert box.sizeHint().width() > 400  # so that it is not cut either
