"""The 28x28 image and texts as other programs take them: a picture, numbers as text, what is dragged out."""

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QDrag, QImage, QImageWriter
from PySide6.QtWidgets import QWidget

from core.arrays import Numbers

UNCOMPRESSED, USUAL = 0, -1  # a PNG of the first kind is read again at once, and the quickest to write


def picture_of(image: Numbers) -> QImage:
    """Return an image (28, 28), 0.0 paper .. 1.0 ink, as a grey picture of that size, ink dark on white."""
    grey = np.ascontiguousarray(255 - np.rint(np.clip(image, 0, 1) * 255).astype(np.uint8))
    rows, columns = grey.shape
    return QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


def numbers_of(image: Numbers) -> str:
    """Return an image (28, 28) as 28 lines of 28 numbers, 0.0 paper .. 1.0 ink, as numpy.loadtxt reads them."""
    return "".join(" ".join(f"{value:.3f}" for value in row) + "\n" for row in np.asarray(image))


def encoded(picture: QImage, compression: int = UNCOMPRESSED) -> bytes:
    """Return a picture as the bytes of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png"))
    writer.setCompression(compression)
    writer.write(picture)
    return bytes(data.data())


def drag_out(source: QWidget, text: str) -> None:
    """Let a text be dragged from a widget to wherever text is taken."""
    data, drag = QMimeData(), QDrag(source)
    data.setText(text)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.CopyAction)
