"""The line beneath the weights: its bar goes from orange to blue, and keeps clear of its words."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from gui.look import theme as look
from gui.panels.colour_bar import WIDTH, paint_colour_bar


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("width", "has_room"), [(700, True), (260, False)])
def test_the_meaning_is_told_where_there_is_room_for_it(width: int, has_room: bool) -> None:
    image = QImage(width, 20, QImage.Format.Format_RGB32)
    image.fill(look.LIGHT.panel)
    painter = QPainter(image)
    painter.setFont(look.small_font())
    paint_colour_bar(painter, QRectF(0, 0, width, 20), 0.5, look.LIGHT)
    painter.end()
    paper = QColor(look.LIGHT.panel)
    inked = [x for x in range(width) if any(image.pixelColor(x, y) != paper for y in range(20))]
    assert (inked[0] < 20) == has_room
    orange = [x for x in range(width) if image.pixelColor(x, 10).blue() < QColor(look.LIGHT.warm).blue() + 9]
    blue = [x for x in range(width) if image.pixelColor(x, 10).red() < QColor(look.LIGHT.accent).red() + 9]
    assert orange[-1] < blue[0] < blue[-1] < width
    assert width - WIDTH / 2 < blue[-1]
