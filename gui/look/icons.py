"""Icons of assets/icons in a colour of the theme, drawn when they are painted, at the size that the screen needs."""

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.files import assets
from gui.look import theme as look

DIMMED = 0.4  # opacity of a disabled icon
SIZES = (16, 24, 32, 48)  # device pixels, offered to those who request pictures, as a desktop does for a window's icon


def icon(name: str, colour: str = "text", on: str = "") -> QIcon:
    """Return the icon assets/icons/NAME.svg in a colour of the theme, by name, or "#rrggbb"; `on`: when checked."""
    return QIcon(_SvgEngine(assets.data(f"icons/{name}.svg"), colour, on or colour))


# Qt deletes them, but PySide takes them for Python's own, which would delete them again
_clones: list[QIconEngine] = []


class _SvgEngine(QIconEngine):
    """Draws an SVG in the colours worn now; most icons are never painted in most of their sizes and states."""

    def __init__(self, svg: bytes, off: str, on: str) -> None:
        super().__init__()
        self._svg, self._off, self._on = svg, off, on
        self._drawn: dict[str, QSvgRenderer] = {}  # by colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it into a rectangle."""
        name = self._on if state == QIcon.State.On else self._off
        colour = name if name.startswith("#") else getattr(look.current(), name)
        if colour not in self._drawn:
            self._drawn[colour] = QSvgRenderer(QByteArray(in_colour(self._svg, colour)))
        painter.save()
        painter.setOpacity(DIMMED if mode == QIcon.Mode.Disabled else 1.0)
        self._drawn[colour].render(painter, QRectF(rect))
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return it as a picture of a size in device pixels."""
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def availableSizes(self, *_mode_and_state: object) -> list[QSize]:
        """Return the sizes of which pictures are worth a request."""
        return [QSize(size, size) for size in SIZES]

    def clone(self) -> QIconEngine:
        """Return another one like it, for a copy of the icon that is changed."""
        _clones.append(_SvgEngine(self._svg, self._off, self._on))
        return _clones[-1]


def in_colour(svg: bytes, colour: str) -> bytes:
    """Return a picture with its currentColor as "#rrggbb"."""
    return svg.replace(b"currentColor", colour.encode())
