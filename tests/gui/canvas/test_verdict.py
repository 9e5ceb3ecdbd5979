"""The verdict says one thing, and who said it."""

from functools import partial

import numpy as np
import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.canvas.verdict import APP, LAYER, RUN, Verdict, sure
from gui.look import theme as look
from tests.gui import widgets
from tests.there import there


@pytest.fixture
def verdict(qtbot: QtBot) -> Verdict:
    return widgets.as_high_as_asked(qtbot, Verdict())


def likely(digit: int, probability: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    rest = np.full(10, (1 - probability) / 9)
    rest[digit] = probability
    return rest


def button(verdict: Verdict) -> QToolButton:
    return widgets.child(verdict, QToolButton, "reader")


def test_a_reading_becomes_a_sentence_never_wholly_sure_whose_place_a_message_takes(verdict: Verdict) -> None:
    verdict.set_reading(likely(7, 0.94))
    assert (verdict.text, verdict.sureness) == ("It reads a 7", "94 % sure")
    assert verdict.accessibleName() == "It reads a 7, 94 % sure"
    verdict.set_message("Not sure: 4 or 9")
    assert (verdict.text, verdict.sureness) == ("Not sure: 4 or 9", "")
    verdict.set_reading(likely(8, 0.5))
    assert verdict.text == "It reads an 8"
    verdict.set_number("42", 0.94)
    assert (verdict.text, verdict.accessibleName()) == ("It reads 42", "It reads forty-two: four, two, 94 % sure")
    verdict.set_number("42", 0.94, is_doubted=True)
    assert (verdict.text, verdict.sureness) == ("It may read 42", "94 % sure")
    assert [sure(share) for share in (0.1, 0.994, 0.9999)] == ["10 % sure", "99 % sure", "over 99 % sure"]


def test_the_switch_asks_for_the_other_reader_and_does_not_switch_by_itself(verdict: Verdict) -> None:
    asked = widgets.heard(verdict.reader_requested)
    verdict.set_reader("this run, step 412 (38 %)", (APP, LAYER))
    assert verdict.accessibleDescription() == "this run, step 412 (38 %)"
    QTest.mouseClick(button(verdict), Qt.MouseButton.LeftButton)
    assert verdict.read_by == "this run, step 412 (38 %)"
    verdict.set_reader("the weights that come with the app (95 %)", (RUN, LAYER))
    QTest.mouseClick(button(verdict), Qt.MouseButton.LeftButton)
    there(button(verdict).menu()).actions()[1].trigger()
    assert asked == [APP, RUN, LAYER]
    verdict.set_reader("the weights that come with the app (95 %)")
    assert not button(verdict).isVisible()  # there is no choice


def test_new_texts_never_lay_out_the_window_anew(qtbot: QtBot) -> None:
    window, requests = QWidget(), widgets.EventCount(QEvent.Type.LayoutRequest)
    qtbot.addWidget(window)
    verdict = Verdict()
    QVBoxLayout(window).addWidget(verdict)
    verdict.set_reader("this run, step 1 (9 %)", (APP, LAYER))
    with qtbot.waitExposed(window):
        window.show()
    QApplication.sendPostedEvents(window, QEvent.Type.LayoutRequest.value)  # what showing it left
    window.installEventFilter(requests)
    for step in range(100):
        verdict.set_reading(likely(step % 10, 0.2 + step / 200))
        verdict.set_reader(f"this run, step {step * 100:,} (38 %)", (APP, LAYER))
        QApplication.sendPostedEvents(window, QEvent.Type.LayoutRequest.value)
    assert requests.count == 0


def test_what_was_painted_line_by_line_is_what_is_painted_at_once(verdict: Verdict, qtbot: QtBot) -> None:
    def read(step: int) -> None:
        verdict.set_reading(likely(step % 10, 0.2 + step / 20))
        verdict.set_reader(f"this run, step {step}", (APP,) if step > 9 else ())

    for step in (9, 10, 11):
        widgets.painted(qtbot, verdict, partial(read, step))
    on_screen = verdict.screen().grabWindow(verdict.winId()).toImage()
    assert on_screen == verdict.grab().toImage().convertToFormat(on_screen.format())


def test_of_who_reads_the_accuracy_at_the_end_is_seen_whole_in_a_narrow_panel(verdict: Verdict) -> None:
    verdict.set_reader("this run, step 20,000 (92 %)", (APP, LAYER))
    verdict.resize(310, verdict.height())
    assert verdict.reader_shown() == "step 20,000 (92 %)"
    verdict.resize(600, verdict.height())
    assert verdict.reader_shown() == "read by: this run, step 20,000 (92 %)"


def test_the_mark_on_the_switch_has_the_colour_of_the_theme(verdict: Verdict) -> None:
    verdict.set_reader("this run", (APP, LAYER))
    for theme in (look.DARK, look.LIGHT):
        widgets.wear(theme, verdict)
        icon = button(verdict).icon().pixmap(16, 16).toImage()
        assert icon.pixelColor(icon.width() // 2, icon.height() // 2) == QColor(theme.warm)


def test_what_a_sure_word_is_worth_is_said_beside_it(verdict: Verdict) -> None:
    verdict.set_reading(likely(3, 0.999))
    verdict.set_worth(0.47)
    assert verdict.accessibleName() == "It reads a 3, over 99 % sure, but then right 47 times in 100"
    verdict.set_worth(0.998)
    assert verdict.accessibleName().endswith("but then right 99 times in 100")
    verdict.set_message("Not sure: 4 or 9")
    assert "99 times" not in verdict.accessibleName()
    verdict.set_reading(likely(3, 0.999))
    verdict.set_worth(float("nan"))
    assert verdict.accessibleName() == "It reads a 3, over 99 % sure"


def test_a_long_sentence_fits_a_narrow_panel_and_is_whole_where_both_have_no_room(verdict: Verdict) -> None:
    verdict.resize(160, verdict.height())
    verdict.set_message("A new network takes over. It has")
    cut = verdict.grab().toImage()
    verdict.set_message("A new network takes over. It has seen")  # in two lines, where one is too short
    assert verdict.grab().toImage() != cut
    verdict.set_number("12345678 " * 12, 0.9)
    top = verdict.grab().toImage()
    assert len({top.pixel(x, 0) for x in range(160)}) == 1  # no letters are cut through
    verdict.set_reading(likely(3, 0.94))
    alone = verdict.grab().toImage()
    verdict.set_worth(0.47)
    assert verdict.grab().toImage() == alone
    verdict.resize(600, verdict.height())
    beside = verdict.grab().toImage()
    verdict.set_worth(float("nan"))
    assert verdict.grab().toImage() != beside


def test_a_switch_that_a_menu_makes_higher_is_given_the_room(qtbot: QtBot) -> None:
    page = widgets.hidden(qtbot, QWidget())
    page.setStyleSheet("QToolButton[popupMode='1'] { padding: 12px }")
    column, verdict = QVBoxLayout(page), Verdict()
    column.addWidget(verdict)
    column.addStretch()
    page.resize(400, 300)
    page.show()
    for others in ((LAYER,), (APP, LAYER)):
        verdict.set_reader("this run", others)
        QApplication.processEvents()
        assert verdict.rect().contains(button(verdict).geometry())
