"""The panel round a plot: what its header says, and what of it gives way."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from gui.plots.plot_frame import NARROW, PlotFrame
from gui.plots.plot_view import PlotView


@pytest.fixture
def frame(qtbot: QtBot) -> PlotFrame:
    """Return a panel with a hint and a reading."""
    made = PlotFrame("cost_plot", "Cost", "nats", PlotView())
    qtbot.addWidget(made)
    made.set_hint("Press Train.")
    made.set_reading("step 3 of 9", "4.81", aside="last batch 3.25")
    return made


def seen(frame: PlotFrame) -> set[str]:
    return {each.text() for each in frame.findChildren(QLabel) if each.text() and not each.isHidden()}


def test_what_is_prepared_stands_in_place_of_hint_and_reading(frame: PlotFrame) -> None:
    frame.set_preparing(True, "drawing pen digits")
    assert frame.view.hint() == "Preparing the next run: drawing pen digits"
    assert {"the next run is being prepared"} < seen(frame)
    assert not {"step 3 of 9", "4.81", "last batch 3.25"} & seen(frame)


def test_what_comes_meanwhile_is_shown_when_nothing_is_prepared_any_more(frame: PlotFrame) -> None:
    frame.set_preparing(True, "drawing pen digits")
    frame.set_hint("")
    frame.set_reading("step 4 of 9", "4.50")
    frame.set_preparing(False)
    assert frame.view.hint() == ""
    assert {"step 4 of 9", "4.50"} <= seen(frame)


def test_a_narrow_panel_does_without_the_explanation_and_what_is_told_aside(frame: PlotFrame) -> None:
    frame.show()
    for width, told in ((NARROW, True), (NARROW - 1, False)):
        frame.resize(width, 300)
        assert ({"nats", "last batch 3.25"} <= seen(frame)) is told
        assert {"step 3 of 9", "4.81"} <= seen(frame)
