"""The control for the amount of smoothing."""

from pytestqt.qtbot import QtBot

from gui.plots.smoothing_button import AMOUNTS, AUTOMATIC, SmoothingButton
from tests.gui import widgets


def test_choosing_an_amount_asks_for_it(qtbot: QtBot) -> None:
    button = widgets.hidden(qtbot, SmoothingButton())
    asked = widgets.heard(button.smoothing_requested)
    for action in button.menu_of_amounts.actions():
        action.trigger()
    assert asked == [AUTOMATIC, *AMOUNTS]


def test_it_shows_the_amount_and_what_was_chosen(qtbot: QtBot) -> None:
    button = widgets.hidden(qtbot, SmoothingButton())
    button.show_smoothing(AUTOMATIC, 300)
    assert button.text() == "smooth 300"
    assert [action.data() for action in button.menu_of_amounts.actions() if action.isChecked()] == [AUTOMATIC]
    button.show_smoothing(1, 1)
    assert button.text() == "not smoothed"
