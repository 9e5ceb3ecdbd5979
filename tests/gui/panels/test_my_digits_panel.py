"""My digits: the wall is drawn in slices, of the digits shown now."""

from pytestqt.qtbot import QtBot

from core.hands.hand import HandDigit
from gui.panels.my_digits_panel import MyDigitsPanel
from tests import small
from tests.gui import widgets


def digits(count: int) -> tuple[HandDigit, ...]:
    return tuple(HandDigit(f"d{number}", 7, small.SEVEN, "2026-11-25T12:00:00") for number in range(count))


def test_digits_are_drawn_while_somebody_looks(qtbot: QtBot) -> None:
    panel = widgets.hidden(qtbot, MyDigitsPanel())
    panel.set_digits(digits(20))
    assert not panel.pictures.drawn()
    panel.show()
    qtbot.waitUntil(lambda: len(panel.pictures.drawn()) == 20)


def test_digits_taken_away_while_nobody_looks_are_not_drawn_on(qtbot: QtBot) -> None:
    panel = widgets.shown(qtbot, MyDigitsPanel())
    panel.set_digits(digits(3_000))
    panel.hide()
    panel.set_digits(digits(2))
    widgets.rested(qtbot, panel)  # what was begun before would fail in one of its slices now
    panel.show()
    qtbot.waitUntil(lambda: panel.pictures.drawn() == {"d0", "d1"})
