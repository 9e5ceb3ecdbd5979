"""What a screen reader is told of the window, through Qt's own accessibility."""

import re

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QComboBox, QDoubleSpinBox, QWidget
from pytestqt.qtbot import QtBot

from gui.main_window import MainWindow
from tests import small
from tests.gui import widgets
from tests.gui.conftest import draw
from tests.there import there

DRAWING = ("canvas", "preview", "bars", "verdict")
RUN = ("cost_plot", "accuracy_plot", "weights", "mistakes", "confusion", "why")


@pytest.fixture
def window(still_window: MainWindow) -> MainWindow:
    return still_window


def told(widget: QWidget, what: QAccessible.Text) -> str:
    interface = there(QAccessible.queryAccessibleInterface(widget))
    return interface.text(what)


def test_every_part_and_every_control_has_a_name(window: MainWindow) -> None:
    for name in (*DRAWING, *RUN):
        part = window.findChild(QWidget, name)
        assert isinstance(part, QWidget), name
        assert told(part, QAccessible.Text.Name), name
    kinds = (QAbstractButton, QComboBox, QDoubleSpinBox, QAbstractSlider)
    controls = [each for kind in kinds for each in window.findChildren(kind) if each.isVisible()]
    ours = [each for each in controls if each.objectName() and not each.objectName().startswith("qt_")]
    assert len(ours) > 20
    assert [each.objectName() for each in ours if not told(each, QAccessible.Text.Name)] == []


def test_a_reading_is_told_with_its_sureness(qtbot: QtBot, window: MainWindow) -> None:
    draw(window.drawing.canvas, small.SEVEN)
    qtbot.waitUntil(lambda: window.drawing.verdict.text == "It reads a 7")
    said = " ".join(
        told(part, what)
        for part in (window.drawing.verdict, window.drawing.bars, window.drawing.canvas)
        for what in (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
    )
    assert re.fullmatch(r"reads 7, \d+ percent", told(window.drawing.bars, QAccessible.Text.Description))
    assert "It reads a 7" in said
    assert "1 stroke" in said


def test_roles_are_those_of_the_controls(window: MainWindow) -> None:
    def role(name: str) -> QAccessible.Role:
        widget = widgets.child(window, QWidget, name)
        return QAccessible.queryAccessibleInterface(widget).role()

    assert role("train") in (QAccessible.Role.Button, QAccessible.Role.PushButton)
    assert role("pace") == QAccessible.Role.Slider
    assert role("recipe") == QAccessible.Role.ComboBox


def test_a_plot_tells_how_far_the_run_is_and_its_newest_value(window: MainWindow) -> None:
    view = window.cost_plot.view
    window.cost_plot.set_reading("step 412 of 1,000", "4.81")
    assert told(view, QAccessible.Text.Name) == "Cost"
    assert told(view, QAccessible.Text.Description) == "step 412 of 1,000, 4.81"
