"""Formulas: painted within their room, in the colour of the text."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.lessons.formula import Formula
from gui.lessons.lessons_dock import FORMULAS
from tests.gui import widgets


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_is_painted_within_its_room_even_where_that_is_narrow(qtbot: QtBot, name: str) -> None:
    widget = widgets.hidden(qtbot, Formula())
    widget.show_formula(name, "said")
    for width in (widget.sizeHint().width(), widget.minimumSizeHint().width()):
        widget.resize(width, widget.sizeHint().height())
        image = widget.grab().toImage()
        paper = image.pixelColor(0, 0)
        ink = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) != paper]
        assert len(ink) > 50
        assert all(0 < x < image.width() - 1 and 0 < y < image.height() - 1 for x, y in ink)
    assert widget.accessibleName() == "said"
    assert paper != QColor("black")


def test_no_formula_takes_no_room(qtbot: QtBot) -> None:
    widget = widgets.hidden(qtbot, Formula())
    widget.show_formula("")
    assert widget.isHidden()
    assert widget.sizeHint().isEmpty()
