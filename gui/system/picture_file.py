"""A widget as a picture, light and without its controls: pixels for the clipboard and PNG, shapes and text for SVG."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QScrollBar,
    QSlider,
    QWidget,
)

from core.errors import UserError
from core.files.whole import new_file
from gui.look import dress, theme as look
from gui.system.clipboard import USUAL, encoded

SHARPNESS = 2.0  # device pixels a point at least, so that a picture bears being printed
PIXELS, SHAPES = ".png", ".svg"
CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QScrollBar, QSlider)


@contextmanager
def printable(widget: QWidget) -> Iterator[None]:
    """Show a widget as it is printed: light, without controls; then as before. Nothing is painted between."""
    worn, focused = look.current(), QApplication.focusWidget()
    named = (label for label in widget.findChildren(QLabel) if label.buddy() is not None)  # say what a control is
    pressed = (part for part in widget.findChildren(QWidget) if isinstance(part, CONTROLS))
    controls = [part for part in (*named, *pressed) if not part.isHidden()]
    for part in controls:
        part.hide()
    _wear(look.LIGHT, widget)
    try:
        yield
    finally:
        for part in controls:
            part.show()
        _wear(worn, widget)
        if focused is not None:
            focused.setFocus()


def _wear(theme: look.Theme, widget: QWidget) -> None:
    if theme is not look.current():
        dress.apply(theme)
        dress.renew(widget.window())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


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
    with printable(widget):
        data = _shapes(widget) if path.suffix.lower() == SHAPES else encoded(image_of(widget), USUAL)
    with new_file(path) as part:
        part.write_bytes(data)


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
