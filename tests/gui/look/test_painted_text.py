"""Painted texts stand where they are put, whichever way a language reads, and give way to what is beside them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.look.painted_text import AT_LEFT, AT_RIGHT, paint_elided

pytestmark = pytest.mark.usefixtures("qapp")  # no text is painted without an application

WIDTH, HEIGHT = 200, 24


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=lambda way: way.name)
def direction(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Qt.LayoutDirection]:
    qapp.setLayoutDirection(request.param)
    yield request.param
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


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


def test_a_text_too_long_for_its_box_is_cut_within_it() -> None:
    box = QRectF(20, 0, 60, HEIGHT)
    assert inked("It reads a seven, and is sure of it", AT_LEFT, box).right() <= 80
