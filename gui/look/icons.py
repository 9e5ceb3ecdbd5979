"""Icons of assets/icons, drawn in a colour of the theme at the sizes a screen needs."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core import assets

SIZES = (16, 24, 32, 48)  # device pixels: 16 logical ones at 100..300 % scale
DIMMED = 0.4  # opacity of a disabled icon


def icon(name: str, colour: str, on: str | None = None) -> QIcon:
    """Return the icon assets/icons/NAME.svg with its currentColor as "#rrggbb"; `on` is its colour when checked."""
    made = QIcon()
    svg = assets.data(f"icons/{name}.svg")
    off, checked = _in_colour(svg, colour), _in_colour(svg, on) if on else None
    for size in SIZES:
        made.addPixmap(_picture(off, size, 1.0), QIcon.Mode.Normal, QIcon.State.Off)
        made.addPixmap(_picture(off, size, DIMMED), QIcon.Mode.Disabled, QIcon.State.Off)
        if checked is not None:
            made.addPixmap(_picture(checked, size, 1.0), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _in_colour(svg: bytes, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(svg.replace(b"currentColor", colour.encode())))


def _picture(drawn: QSvgRenderer, size: int, opacity: float) -> QPixmap:
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(opacity)
    drawn.render(painter)
    painter.end()
    return picture
