"""A line of text is cut where it does not fit, and then tells all of it in its tooltip."""

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.look import dress
from gui.look import theme as look
from gui.look.elided_label import ElidedLabel
from tests.gui import widgets

TEXT = "surest first · read by: this run, step 20,000"


@pytest.fixture
def label(qtbot: QtBot) -> ElidedLabel:
    return widgets.hidden(qtbot, ElidedLabel(TEXT))


@pytest.mark.parametrize(("width", "end"), [(2_000, "20,000"), (120, "…"), (10, "")])
def test_what_fits_is_shown(label: ElidedLabel, width: int, end: str) -> None:
    label.resize(width, 20)
    label.grab()
    assert label.shown().endswith(end)
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= width
    assert label.toolTip() == ("" if label.shown() == TEXT else TEXT)
    assert label.text() == TEXT


def test_it_has_the_colour_of_a_caption(qtbot: QtBot, qapp: QApplication) -> None:
    before = qapp.styleSheet()
    qapp.setStyleSheet(dress.style_sheet(look.DARK))
    label = widgets.hidden(qtbot, ElidedLabel("IIIIIIII"))
    label.setProperty("dim", True)
    label.resize(200, 20)
    picture = label.grab().toImage()
    seen = [picture.pixelColor(x, y) for x in range(200) for y in range(20)]
    qapp.setStyleSheet(before)
    wanted = QColor(look.DARK.dim)
    nearest = min(abs(c.red() - wanted.red()) + abs(c.blue() - wanted.blue()) for c in seen)
    assert nearest < 30  # letters have soft edges
