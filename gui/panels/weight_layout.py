"""Where the pictures of weights stand, one large beside them where there is room, and the bar of their colours."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from core.digits.dataset import CLASSES
from core.words import figure, mark, said
from gui.look.painting import AT_RIGHT, paint_text
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


@lru_cache(maxsize=8)  # called at every painting
def arranged(width: float, height: float, text: float, *, with_large: bool) -> Layout:
    """Return the layout that shows most, with a large picture even if it is hardly larger; text: a line's height."""
    free = max(1.0, height - TOP - 1.5 * text)
    found = []  # columns, and the sides of the ten and of a large picture beside them that takes what they leave
    for columns in COLUMNS:
        cell = _cell(free, text, columns, (width - (columns + 1) * GAP) / (columns + LARGE))
        found.append((columns, cell, _whole(min(width - columns * cell - (columns + 1) * GAP, free - text))))
    columns, cell, large = max(found, key=lambda sides: sides[1] ** 3 * sides[2])  # the ten are worth more
    if not with_large and large < WORTHWHILE * cell:
        alone = {number: _cell(free, text, number, (width + GAP) / number - GAP) for number in COLUMNS}
        columns, large = max(COLUMNS, key=alone.__getitem__), 0.0
        cell = alone[columns]
    for_ten = width - large - (2 * GAP if large else 0.0)  # which are spread over what the large one leaves
    pitch = QPointF((for_ten - cell) / (columns - 1), cell + text + GAP / 2)
    top = TOP + max(0.0, (free - -(-CLASSES // columns) * pitch.y() + GAP / 2) / 2)
    at = (divmod(digit, columns) for digit in range(CLASSES))
    cells = tuple(QRectF(round(x * pitch.x()), round(top + y * pitch.y()), cell, cell) for y, x in at)
    shown = QRectF(round(width - large), round(TOP + (free - large - text) / 2), large, large)
    line = QRectF(0, TOP + free + 0.5 * text, width, text)
    return Layout(cells, shown, QRectF(shown.x(), shown.bottom(), large, text), line, columns)


def _cell(free: float, text: float, columns: int, across: float) -> float:
    """Return the side of one of the ten, each with its name beneath, where there is so much room across."""
    rows = -(-CLASSES // columns)
    return _whole(min(across, (free + GAP / 2) / rows - text - GAP / 2))


def _whole(side: float) -> float:
    return float(max(1, int(side)))


def paint_colour_bar(painter: QPainter, line: QRectF, scale: float, theme: Theme) -> None:
    """Paint at the right of a line the bar from -scale to +scale, and at the left, if there is room, its meaning."""
    limit, metrics = figure(scale, ".3g"), painter.fontMetrics()
    paint_text(painter, line, f"+{limit}", theme.dim, AT_RIGHT)
    beside = metrics.horizontalAdvance(f"+{limit}") + BESIDE
    place = QRectF(line.right() - beside - WIDTH, line.center().y() - HEIGHT / 2, WIDTH, HEIGHT)
    painter.drawImage(place, image_of(weight_shades(theme)[None, :]))  # one pixel high
    before = QRectF(line.x(), line.y(), place.x() - BESIDE - line.x(), line.height())
    paint_text(painter, before, f"−{limit}", theme.dim, AT_RIGHT)
    if metrics.horizontalAdvance(said(CAPTION)) + beside < before.width():
        paint_text(painter, before, said(CAPTION), theme.dim)
