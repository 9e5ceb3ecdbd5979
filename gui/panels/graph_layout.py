"""Where the boxes of the drawn graph lie, and the ways of the arrows between them."""

from PySide6.QtCore import QPointF, QRectF, QSize

from core.digits.dataset import CLASSES

WIDE, HIGH = 0.88, 0.8  # of a column and a row that a box fills, at most
MOST = 1.25  # times what its lines need that a box is high, at most
GIVEN_COLUMNS, GIVEN_ROWS = 4, 3  # of boxes that are placed by hand
SHRUNK = 0.8  # of what the widest line needs is enough: it is written smaller than the others


def places(room: QSize, count: int, given: list[tuple[float, float]], widest: float, highest: float) -> list[QRectF]:
    """Return where boxes lie whose lines need so many points: by hand, or in a chain that turns at each end."""
    if given:
        columns, rows, cells = GIVEN_COLUMNS, GIVEN_ROWS, given
    else:
        columns = max(range(1, count + 1), key=lambda number: _share(room, count, number, widest, highest))
        rows, turned = -(-count // columns), (divmod(number, columns) for number in range(count))
        cells = [(columns - 1 - place if row % 2 else place, row) for row, place in turned]
    wide, high = room.width() / columns, room.height() / rows
    size = wide * WIDE, min(high * HIGH, highest * MOST)
    return [QRectF((x + 0.5) * wide - size[0] / 2, (y + 0.5) * high - size[1] / 2, *size) for x, y in cells]


def between(start: QRectF, end: QRectF) -> list[QPointF]:
    """Return the straight way from a box's edge to another's."""
    return [_edge(start, end.center()), _edge(end, start.center())]


def ways_back(boxes: list[QRectF], changed: list[QRectF], *, is_chain: bool) -> list[list[QPointF]]:
    """Return the ways from the last box, which changes others, to those; of a chain in the lanes beneath its rows."""
    last = boxes[-1]
    if not is_chain:
        return [between(last, box) for box in changed]
    tops = sorted({box.top() for box in boxes})
    lane = min((tops[1] - tops[0] if len(tops) > 1 else last.height() / HIGH) - last.height(), 16.0) / 2
    aside = min(box.left() for box in boxes) - lane
    found = []
    for box in changed:
        start = QPointF(last.center().x() - last.width() / 4, last.bottom())
        end = QPointF(box.center().x() - box.width() / 4, box.bottom())
        low, high = start.y() + lane, end.y() + lane
        turns = [] if low == high else [QPointF(aside, low), QPointF(aside, high)]
        found.append([start, QPointF(start.x(), low), *turns, QPointF(end.x(), high), end])
    return found


def _share(room: QSize, count: int, columns: int, widest: float, highest: float) -> float:
    """Return how large lines can be that are laid out in so many columns, of what they need."""
    high = room.height() / -(-count // columns) * HIGH
    return min(room.width() / columns * WIDE / (SHRUNK * widest), high / highest, 1.0) + columns / (1_000 * CLASSES)


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    way = towards - box.center()
    halves = (box.width() / 2, way.x()), (box.height() / 2, way.y())
    return box.center() + way * min(half / abs(length) for half, length in halves if length)
