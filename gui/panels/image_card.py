"""One image of a data set as the network is given it: pixels, label, one-hot row, and all 784 numbers."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from core.digits.dataset import CLASSES, DIGITS, SIDE
from core.words import mark, said, say
from gui.look import parts
from gui.look import theme as look
from gui.look.pixel_view import FRAME, PixelView

NARROW = 230  # points
HINT = mark("Click an image to see its 784 numbers.")
ONE_HOT = mark(
    "The one-hot row: ten numbers, 1 at the label and 0 elsewhere; the probabilities are compared with them."
)
NUMBERS = mark("The 28 rows are laid end to end: 784 numbers, 0 = paper, 1 = ink. This is all the network is given.")


class ImageCard(QWidget):
    """Shows an image and its label as numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("The image that was opened"))
        self._view = PixelView(say("28 by 28 pixels"))
        self._title = parts.set_apart(QLabel(said(HINT), wordWrap=True), "small")
        self.row = parts.caption(small=True, wraps=True)
        self.row.setToolTip(said(ONE_HOT))
        self.numbers = self._make_numbers()
        beside = parts.column(self._title, self.row, None, spacing=3)
        top = parts.row(self._view, (beside, 1), spacing=10)
        parts.column(top, (self.numbers, 1), within=self, spacing=6)
        self.dress()

    def set_image(self, image: NDArray[np.floating], label: int, title: str, names: tuple[str, ...] = DIGITS) -> None:
        """Show an image (28, 28), 0.0 .. 1.0, and its label; title: where it comes from."""
        self._view.set_image(image)
        self._title.setText(say("{title}\nlabel: {names}", title=title, names=names[label]))
        self.row.setText(say("one-hot:\n{one_hot}\n784 numbers:", one_hot=one_hot(label)))
        self.numbers.setPlainText(as_text(image))
        self._scroll_to_ink(image)
        self.setAccessibleDescription(say("{title}, label {names}", title=title, names=names[label]))

    def clear(self) -> None:
        """Show no image."""
        self._view.set_image(None)
        self._title.setText(said(HINT))
        self.row.setText("")
        self.numbers.setPlainText("")
        self.setAccessibleDescription("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make the pixels smaller where the words beside them need the room."""
        super().resizeEvent(event)
        block = 4 if self.width() > NARROW else 3
        self._view.setFixedSize(SIDE * block + FRAME, SIDE * block + FRAME)

    def dress(self) -> None:
        """Write the numbers in letters of one width."""
        self.numbers.setFont(look.fixed_font(0.85))

    def _scroll_to_ink(self, image: NDArray[np.floating]) -> None:
        """Begin with the first row that has ink, not with a corner of paper."""
        rows, columns = np.nonzero(image)
        across, down = self.numbers.horizontalScrollBar(), self.numbers.verticalScrollBar()
        down.setValue(max(0, int(rows.min(initial=SIDE)) - 1) if len(rows) else 0)
        across.setValue(round(across.maximum() * float(columns.mean()) / SIDE) if len(columns) else 0)

    def _make_numbers(self) -> QPlainTextEdit:
        made = parts.plain_text(say("784 numbers"))
        made.setToolTip(said(NUMBERS))
        made.setMinimumHeight(36)
        return made


def one_hot(label: int) -> str:
    """Return the one-hot row of a label."""
    return " ".join("1" if number == label else "0" for number in range(CLASSES))


def as_text(image: NDArray[np.floating]) -> str:
    """Return the numbers of an image (28, 28), a line a row, each three characters wide; paper is a bare 0."""
    return "\n".join(" ".join(_figure(float(value)) for value in row) for row in image)


def _figure(value: float) -> str:
    if value <= 0:
        return "  0"
    return "1.0" if value > 0.995 else f"{value:.2f}".lstrip("0")
