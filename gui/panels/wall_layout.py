"""How the images of a wall are laid out, row by row, however wide it is, and their captions, each once."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QStaticText

from core.digits.dataset import SIDE

USUAL_SIDE = 2 * SIDE  # points, an image
GAP = 10  # points between images
MOST = 5_000  # texts cached


@dataclass(frozen=True, slots=True)
class WallLayout:
    """Rows of cells that fill a width, each an image with its captions beneath; all lengths in points.

    ratio : screen pixels a point; captions : height of the lines beneath an image
    """

    count: int
    width: float
    ratio: float
    captions: float

    @property
    def side(self) -> float:
        """The side of an image: a whole number of screen pixels for each of its own."""
        return SIDE * max(1, round(USUAL_SIDE * self.ratio / SIDE)) / self.ratio

    @property
    def columns(self) -> int:
        """How many images stand in a row."""
        return max(1, int((self.width + GAP) // (self.side + GAP)))

    @property
    def step_x(self) -> float:
        """From one image to the next in a row."""
        return max(self.side + GAP, (self.width + GAP) / self.columns)

    @property
    def step_y(self) -> int:
        """From one row to the next."""
        return round(self.side + self.captions + GAP)

    @property
    def height(self) -> int:
        """The height of all rows."""
        return max(0, -(-self.count // self.columns) * self.step_y - GAP)

    def cell(self, place: int) -> QRectF:
        """Return where the image at a place stands, with its captions."""
        row, column = divmod(place, self.columns)
        return QRectF(column * self.step_x, row * self.step_y, self.step_x - GAP, self.step_y - GAP)

    def frame(self, place: int, scrolled: int) -> QRectF:
        """Return where an image itself stands once scrolled down so far, on whole screen pixels."""
        cell = self.cell(place)
        left, top = (round(at * self.ratio) / self.ratio for at in (cell.left(), cell.top() - scrolled))
        return QRectF(left, top, self.side, self.side)

    def place_at(self, point: QPointF) -> int | None:
        """Return the place of the image, or its captions, at a point; None between them."""
        column, row = int(point.x() // self.step_x), int(point.y() // self.step_y)
        place = row * self.columns + column
        if not 0 <= column < self.columns or not 0 <= place < self.count:
            return None
        return place if self.cell(place).contains(point) else None

    def reached(self, place: int, key: int, height: int) -> int | None:
        """Return the place that a key leads to in a view of that height; None for a key that leads nowhere."""
        page = self.columns * max(1, height // self.step_y)
        moves: dict[int, int] = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Home: -self.count,
            Qt.Key.Key_End: self.count,
        }
        move = moves.get(key)
        return None if move is None or not self.count else min(max(place + move, 0), self.count - 1)

    def visible(self, scrolled: int, height: int) -> range:
        """Return the places that can be seen once scrolled down so far."""
        first = scrolled // self.step_y * self.columns
        return range(first, min(self.count, first + (height // self.step_y + 2) * self.columns))


class LaidOutTexts:
    """Texts in one font."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._cached: dict[tuple[str, float], QStaticText] = {}

    def __len__(self) -> int:
        """Return how many texts are cached."""
        return len(self._cached)

    def laid_out(self, text: str, width: float) -> QStaticText:
        """Return a text, cut with an ellipsis where it is wider than a width in points."""
        key = (text, width)
        if key not in self._cached:
            if len(self._cached) >= MOST:
                self._cached.clear()
            self._cached[key] = self._made(text, width)
        return self._cached[key]

    def _made(self, text: str, width: float) -> QStaticText:
        made = QStaticText(QFontMetricsF(self.font).elidedText(text, Qt.TextElideMode.ElideRight, width))
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.prepare(font=self.font)
        return made
