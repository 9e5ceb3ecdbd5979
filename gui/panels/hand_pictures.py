"""The pictures of a hand's digits, drawn in slices while somebody looks: thousands of them take seconds."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from core.digits.dataset import PIXELS, Bytes
from core.digits.raster import image_of
from core.hands.hand import HandDigit
from gui.jobs.slices import Slices


class HandPictures(QObject):
    """Owns what the wall shows of some digits; a digit that was drawn once is not drawn again while it is there."""

    one_drawn = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.images: Bytes = np.zeros((0, PIXELS), np.uint8)  # in the order of the digits; paper until they are drawn
        self._digits: tuple[HandDigit, ...] = ()
        self._pictures: dict[str, NDArray[np.uint8]] = {}  # by id; strokes never change
        self._drawing = Slices(self)

    def set_digits(self, digits: tuple[HandDigit, ...]) -> None:
        """Take other digits, or others beside those before; `draw` draws them."""
        self._drawing.begin(iter(()))
        self._digits = digits
        self._pictures = {digit.id: self._pictures[digit.id] for digit in digits if digit.id in self._pictures}
        self.images = np.zeros((len(digits), PIXELS), np.uint8)
        for row, digit in enumerate(digits):
            if digit.id in self._pictures:
                self.images[row] = self._pictures[digit.id]

    def draw(self) -> None:
        """Draw what is not drawn yet, the digits taught last first, between the events of the window."""
        self._drawing.begin(self._steps())

    def drawn(self) -> frozenset[str]:
        """Return the ids of the digits that are drawn by now."""
        return frozenset(self._pictures)

    def _steps(self) -> Iterator[None]:
        for row in reversed(range(len(self._digits))):
            digit = self._digits[row]
            if digit.id not in self._pictures:
                self.images[row] = self._pictures[digit.id] = _picture(digit)
                self.one_drawn.emit()
                yield


def _picture(digit: HandDigit) -> NDArray[np.uint8]:
    image = image_of(digit.drawing)
    return np.zeros(PIXELS, np.uint8) if image is None else np.rint(image.ravel() * 255).astype(np.uint8)
