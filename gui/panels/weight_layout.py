"""Where the pictures of weights stand, one large beside them where there is room, and the bar of their colours."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from core.digits.dataset import CLASSES
from core.words import figure, mark, said
from gui.look.painting import AT_LEFT, AT_RIGHT
from gui.look.pixels import image_of, weight_shades
from gui.look.theme import Theme

COLUMNS = (10, 5, 4, 3, 2)  # that the ten may stand in
GAP = 10.0  # pixels between pictures
TOP = 5.0  # pixels above them
LARGE = 2.0  # times as large as one of the ten that the large picture is to be
WORTHWHILE = 1.25  # times as large; one that is less is shown on request only
WIDTH, HEIGHT = 120, 8  # pixels
BESIDE = 6  # pixels, between the bar and the numbers at its ends
CAPTION = mark("blue speaks for the digit, orange against")


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


@dataclass(frozen=True, slots=True)
class _Sides:
    """How large pictures become with the ten in so many columns; a large one of side 0.0 is none."""

    columns: int
    cell: float
    large: float

    @property
    def worth(self) -> float:
        """What this shows: the large picture, and for more than that the ten."""
        return self.cell**3 * self.large


@lru_cache(maxsize=8)  # called at every painting
def arranged(width: float, height: float, text: float, *, with_large: bool) -> Layout:
    """Return the layout of a widget of that size that shows most, a large picture at the right.

    Where the large one would hardly be larger than the ten, these stand alone, unless it is requested.

    text : height of a line of text, pixels
    """
    free = max(1.0, height - TOP - 1.5 * text)
    best = max((_beside(width, free, text, columns) for columns in COLUMNS), key=lambda sides: sides.worth)
    if not with_large and best.large < WORTHWHILE * best.cell:
        best = max((_alone(width, free, text, columns) for columns in COLUMNS), key=lambda sides: sides.cell)
    return _placed(width, free, text, best)


def _placed(width: float, free: float, text: float, sides: _Sides) -> Layout:
    """Return the layout of pictures of these sides: the ten spread over the width that the large one leaves."""
    cell, large = sides.cell, sides.large
    for_ten = width - large - (2 * GAP if large else 0.0)
    pitch = QPointF((for_ten - cell) / (sides.columns - 1), cell + text + GAP / 2)
    rows = -(-CLASSES // sides.columns)
    top = TOP + max(0.0, (free - rows * pitch.y() + GAP / 2) / 2)
    at = (divmod(digit, sides.columns) for digit in range(CLASSES))
    cells = tuple(QRectF(round(x * pitch.x()), round(top + y * pitch.y()), cell, cell) for y, x in at)
    shown = QRectF(round(width - large), round(TOP + (free - large - text) / 2), large, large)
    line = QRectF(0, TOP + free + 0.5 * text, width, text)
    return Layout(cells, shown, QRectF(shown.x(), shown.bottom(), large, text), line, sides.columns)


def _beside(width: float, free: float, text: float, columns: int) -> _Sides:
    """Return the sides of the ten and of a large picture beside them that takes what they leave."""
    across = (width - (columns + 1) * GAP) / (columns + LARGE)
    cell = _whole(min(across, _down(free, text, columns)))
    return _Sides(columns, cell, _whole(min(width - columns * cell - (columns + 1) * GAP, free - text)))


def _alone(width: float, free: float, text: float, columns: int) -> _Sides:
    across = (width - (columns - 1) * GAP) / columns
    return _Sides(columns, _whole(min(across, _down(free, text, columns))), 0.0)


def _down(free: float, text: float, columns: int) -> float:
    """Return how high pictures in so many columns can be, each with its name beneath."""
    rows = -(-CLASSES // columns)
    return (free - rows * text - (rows - 1) * GAP / 2) / rows


def _whole(side: float) -> float:
    return float(max(1, int(side)))


def paint_colour_bar(painter: QPainter, line: QRectF, scale: float, theme: Theme) -> None:
    """Paint at the right of a line the bar from -scale to +scale, and at the left, if there is room, its meaning."""
    limit, metrics = figure(scale, ".3g"), painter.fontMetrics()
    painter.setPen(QColor(theme.dim))
    painter.drawText(line, AT_RIGHT, f"+{limit}")
    beside = metrics.horizontalAdvance(f"+{limit}") + BESIDE
    place = QRectF(line.right() - beside - WIDTH, line.center().y() - HEIGHT / 2, WIDTH, HEIGHT)
    painter.drawImage(place, image_of(weight_shades(theme)[None, :]))  # one pixel high
    before = QRectF(line.x(), line.y(), place.x() - BESIDE - line.x(), line.height())
    painter.drawText(before, AT_RIGHT, f"−{limit}")
    if metrics.horizontalAdvance(said(CAPTION)) + beside < before.width():
        painter.drawText(before, AT_LEFT, said(CAPTION))
