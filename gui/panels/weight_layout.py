"""Where the ten weight pictures, the large one, and the line below them lie in a rectangle of any shape."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from core.dataset import CLASSES

GAP = 10.0  # pixels between pictures
TOP = 5.0  # pixels above them
WORTHWHILE = 1.25  # times larger that pictures must become to be put into two rows
LARGE_SHARE = 0.34  # of the width, at most, for the picture shown large
UNASKED = 0.95  # of their size that the ten keep beside a large picture that nobody asked for


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

    A large picture stands at the right where it is asked for, and where the ten leave room for it.

    text : height of a line of text, pixels
    """
    largest = max(1.0, min(height - TOP - 2.5 * text, LARGE_SHARE * width))
    without, beside = (_with_side(width, height, text, side) for side in (0.0, largest))
    has_room = beside.cells[0].width() >= UNASKED * without.cells[0].width() < largest
    return beside if with_large or has_room else without


def _with_side(width: float, height: float, text: float, side: float) -> Layout:
    """Return the layout with a large picture of that side; 0.0 for none."""
    line = QRectF(0, height - text, width, text)
    free = max(1.0, height - TOP - 1.5 * text)
    for_ten = width - side - (2 * GAP if side else 0.0)
    one_row, two_rows = (_cell_side(for_ten, free, text, count) for count in (CLASSES, CLASSES // 2))
    columns, cell = (CLASSES // 2, two_rows) if two_rows > WORTHWHILE * one_row else (CLASSES, one_row)
    pitch = QPointF((for_ten - cell) / (columns - 1), cell + text + GAP / 2)
    rows = CLASSES // columns
    top = TOP + max(0.0, (free - rows * pitch.y() + GAP / 2) / 2)
    places = [(digit % columns, digit // columns) for digit in range(CLASSES)]
    cells = tuple(QRectF(round(x * pitch.x()), round(top + y * pitch.y()), cell, cell) for x, y in places)
    large = QRectF(round(width - side), round(TOP + (free - side - text) / 2), side, side)
    return Layout(cells, large, QRectF(large.x(), large.bottom(), side, text), line, columns)


def _cell_side(width: float, height: float, text: float, columns: int) -> float:
    rows = CLASSES // columns
    across = (width - (columns - 1) * GAP) / columns
    down = (height - rows * text - (rows - 1) * GAP / 2) / rows
    return float(max(1, int(min(across, down))))
