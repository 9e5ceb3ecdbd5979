"""Where the ten weight pictures, the large one, and the line below them lie in a rectangle of any shape."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from core.dataset import CLASSES

GAP = 10.0  # pixels between pictures
WORTHWHILE = 1.25  # times larger that pictures must become to be put into two rows
LARGE_SHARE = 0.34  # of the width, at most, for the picture shown large


@dataclass(frozen=True, slots=True)
class Layout:
    """Rectangles in pixels: the ten pictures, the large one with its text (empty where none), and the line below."""

    cells: tuple[QRectF, ...]
    large: QRectF
    large_text: QRectF
    line: QRectF
    columns: int

    def digit_at(self, point: QPointF) -> int | None:
        """Return the digit whose picture holds the point, or None."""
        return next((digit for digit, cell in enumerate(self.cells) if cell.contains(point)), None)


def arranged(width: float, height: float, text: float, *, with_large: bool) -> Layout:
    """Return the layout of a widget of that size; ten in a row, or five over five where they become larger so.

    text : height of a line of text, pixels
    """
    line = QRectF(0, height - text, width, text)
    free = max(1.0, height - 1.5 * text)
    side = max(1.0, min(free - 1.3 * text, LARGE_SHARE * width)) if with_large else 0.0
    for_ten = width - side - (2 * GAP if with_large else 0.0)
    one_row, two_rows = (_cell_side(for_ten, free, text, count) for count in (CLASSES, CLASSES // 2))
    columns, cell = (CLASSES // 2, two_rows) if two_rows > WORTHWHILE * one_row else (CLASSES, one_row)
    pitch = QPointF((for_ten - cell) / (columns - 1), cell + text + GAP / 2)
    rows = CLASSES // columns
    top = max(0.0, (free - rows * pitch.y() + GAP / 2) / 2)
    places = [(digit % columns, digit // columns) for digit in range(CLASSES)]
    cells = tuple(QRectF(round(x * pitch.x()), round(top + y * pitch.y()), cell, cell) for x, y in places)
    large = QRectF(round(width - side), round(max(0.0, (free - side - 1.3 * text) / 2)), side, side)
    return Layout(cells, large, QRectF(large.x(), large.bottom() + 2, side, 1.2 * text), line, columns)


def _cell_side(width: float, height: float, text: float, columns: int) -> float:
    rows = CLASSES // columns
    across = (width - (columns - 1) * GAP) / columns
    down = (height - rows * text - (rows - 1) * GAP / 2) / rows
    return float(max(1, int(min(across, down))))
