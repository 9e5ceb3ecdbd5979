"""Painted texts stand where they are put, whichever way a language reads, and give way to what is beside them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.look.painting import AT_LEFT, AT_RIGHT, paint_elided, painter_of_numbers
from tests.gui import widgets

pytestmark = pytest.mark.usefixtures("qapp")  # no text is painted without an application

WIDTH, HEIGHT = 200, 24


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=lambda way: way.name)
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


class Signed(QWidget):
    """Paints "−0.50 %"."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it as widgets do."""
        self._paint(painter_of_numbers(self))

    def expected(self) -> QImage:
        """Return how it looks where all runs from left to right."""
        image = QImage(self.grab().toImage())
        image.fill(self.palette().color(self.backgroundRole()))
        painter = QPainter(image)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        self._paint(painter)
        painter.end()
        return image

    def _paint(self, painter: QPainter) -> None:
        painter.drawText(QRectF(0, 0, WIDTH, HEIGHT), AT_LEFT, "\u22120.50 %")


def inked(text: str, flags: Qt.AlignmentFlag, box: QRectF) -> QRect:
    """Return what a text painted into a box has blackened."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_elided(painter, box, text, flags)
    painter.end()
    dark = [(x, y) for x in range(WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y).value() < 128]
    columns = [x for x, _y in dark]
    return QRect(min(columns), 0, max(columns) - min(columns) + 1, HEIGHT)


@pytest.mark.usefixtures("direction")
def test_left_is_left_and_right_is_right() -> None:
    whole = QRectF(0, 0, WIDTH, HEIGHT)
    assert inked("42", AT_LEFT, whole).right() < WIDTH / 2
    assert inked("42", AT_RIGHT, whole).left() > WIDTH / 2


@pytest.mark.usefixtures("direction")
def test_a_sign_stays_in_front_of_its_number(qtbot: QtBot) -> None:
    label = widgets.hidden(qtbot, Signed(), WIDTH, HEIGHT)
    assert label.grab().toImage() == label.expected()


def test_a_text_too_long_for_its_box_is_cut_within_it() -> None:
    box = QRectF(20, 0, 60, HEIGHT)
    assert inked("It reads a seven, and is sure of it", AT_LEFT, box).right() <= 80
