"""The pen that curves, axes and marks are drawn with."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen


def hairline(colour: str, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
    """Return a pen one pixel wide at any scale: wider ones are up to 90 times slower on noisy curves."""
    pen = QPen(QColor(colour), 1.0, style)
    pen.setCosmetic(True)
    return pen
