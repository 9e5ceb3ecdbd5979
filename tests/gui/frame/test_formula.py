"""Formulas: how their parts lie to each other, and that they are painted."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from gui.frame import formula
from gui.frame.formula import Box, Formula, Fraction, Letters, Row, Script

SIZE = 20.0


@pytest.mark.usefixtures("qapp")
def test_a_row_is_as_wide_as_its_parts_and_as_high_as_the_highest() -> None:
    one, two = Letters("W", italic=True), Fraction(Letters("a"), Letters("b"))
    both = Row([one, two]).extent(SIZE)
    assert both[0] == pytest.approx(one.extent(SIZE)[0] + two.extent(SIZE)[0])
    assert both[1:] == (two.extent(SIZE)[1], two.extent(SIZE)[2])


@pytest.mark.usefixtures("qapp")
def test_raised_parts_reach_higher_and_lowered_ones_deeper() -> None:
    base, part = Letters("e"), Letters("i")
    _, above, below = base.extent(SIZE)
    assert Script(base, high=part).extent(SIZE)[1] > above
    assert Script(base, low=part).extent(SIZE)[2] > below
    assert Script(base).extent(SIZE) == base.extent(SIZE)


@pytest.mark.parametrize("box", [formula.LOGITS, formula.SOFTMAX, formula.STEP])
def test_a_formula_is_painted_within_its_room_even_where_that_is_narrow(qtbot: QtBot, box: Box) -> None:
    widget = Formula()
    qtbot.addWidget(widget)
    widget.show_formula(box, "said")
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
    widget = Formula()
    qtbot.addWidget(widget)
    widget.show_formula(None)
    assert widget.isHidden()
    assert widget.sizeHint().isEmpty()
