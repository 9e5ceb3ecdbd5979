"""A widget as a picture: pixels for the clipboard and PNG, shapes and text for SVG."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from core.errors import UserError
from core.files.whole import new_file

SHARPNESS = 2.0  # device pixels a point at least, so that a picture bears being printed
PIXELS, SHAPES = ".png", ".svg"


def image_of(widget: QWidget) -> QImage:
    """Return what a widget shows, its own background included."""
    scale = max(SHARPNESS, widget.devicePixelRatioF())
    image = QImage(widget.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(widget.palette().window().color())
    widget.render(image)
    return image


def save(widget: QWidget, path: Path) -> None:
    """Write what a widget shows as .png or .svg; raises UserError for another kind, or where it cannot be written."""
    if path.suffix.lower() not in (PIXELS, SHAPES):
        raise UserError("A picture ends in .png or .svg; {name} does not.", name=path.name)
    data = _shapes(widget) if path.suffix.lower() == SHAPES else _pixels(widget)
    with new_file(path) as part:
        part.write_bytes(data)


def _pixels(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image_of(widget).save(buffer, "PNG")  # type: ignore[call-overload]  # bytes are refused
    return bytes(buffer.data().data())


def _shapes(widget: QWidget) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(0, 0, widget.width(), widget.height()))
    painter = QPainter(generator)
    painter.fillRect(widget.rect(), widget.palette().window())
    widget.render(painter, QPoint())
    painter.end()
    return bytes(buffer.data().data())
