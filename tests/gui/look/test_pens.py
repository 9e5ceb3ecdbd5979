"""Curves are drawn one pixel wide, whatever the scale of what they are drawn in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from gui.look.painting import hairline


@pytest.mark.parametrize("scale", [1.0, 0.01, 20.0])
def test_a_hairline_is_one_pixel_wide_at_any_scale(scale: float) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setPen(hairline("#2F6FED"))
    painter.drawLine(0, round(20 / scale), round(40 / scale), round(20 / scale))
    painter.end()
    assert [y for y in range(40) if image.pixelColor(20, y) == QColor("#2F6FED")] == [20]


def test_it_can_be_dashed() -> None:
    assert hairline("#000000", Qt.PenStyle.DashLine).style() == Qt.PenStyle.DashLine
