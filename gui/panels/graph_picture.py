"""The graph of one step drawn as boxes and arrows: placeholders, variables, and the operations between them."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF

from core.model.architecture import Architecture
from core.recipes.recipe import TUTORIAL, Recipe
from core.words import said, say
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted, describe, fitted_font, paint_elided
from gui.panels.post_table import texts

COLUMNS, ROWS = 4, 3
WIDE, HIGH = 0.86, 0.7  # of a column and a row that a box fills, at most
HEAD = 7.0  # points: length of an arrow's head


class GraphPicture(Painted):
    """What the computer builds before it learns; `pointed` names the part that the mouse is over, "" for none."""

    pointed = Signal(str)

    def __init__(self) -> None:
        tip = say("What is computed in a step, along the arrows; dashed: what the step changes.")
        super().__init__(say("The graph, drawn"), tip, usual=(380, 190), least=(300, 120))
        self.setMouseTracking(True)
        self._part = ""
        self.set_recipe(TUTORIAL)

    def set_recipe(self, recipe: Recipe) -> None:
        """Draw the graph of a recipe's network."""
        made, facts = recipe.architecture, {"optimizer": said(recipe.optimizer)}
        facts["weights"] = " × ".join(map(str, made.shapes[-2]))
        self._boxes = [
            {**box, "title": said(box["title"]).format(**facts), "more": said(box["more"]).format(**facts)}
            for box in texts()["boxes"]
        ]
        if not made.is_single:
            self._boxes[0]["more"] = _through(made)
        titles = {box["part"]: box["title"] for box in self._boxes}
        ways = (f"{box['title']} → {', '.join(titles[fed] for fed in box['feeds'])}" for box in self._boxes)
        describe(self, "; ".join(ways))
        self.update()

    def point_at(self, part: str) -> None:
        """Light a part of the network."""
        self._part = part
        self.update()

    def boxes(self) -> dict[str, QRectF]:
        """Return where each part's box lies."""
        column, row = self.width() / COLUMNS, self.height() / ROWS
        wide, high = column * WIDE, min(row * HIGH, 3.4 * QFontMetricsF(look.small_font()).height())
        places = {box["part"]: box["at"] for box in self._boxes}
        return {
            part: QRectF((x + 0.5) * column - wide / 2, (y + 0.5) * row - high / 2, wide, high)
            for part, (x, y) in places.items()
        }

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which part the mouse is over."""
        at = event.position()
        self.pointed.emit(next((part for part, box in self.boxes().items() if box.contains(at)), ""))

    def leaveEvent(self, _event: QEvent) -> None:
        """Say that it is over none."""
        self.pointed.emit("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrows, then the boxes."""
        painter, places = QPainter(self), self.boxes()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in self._boxes:
            for fed in box["feeds"]:
                _paint_arrow(painter, places[box["part"]], places[fed], box["part"] == "descent")
        _paint_arrow(painter, places["descent"], places["weights"], changes=True)
        for box in self._boxes:
            self._paint_box(painter, places[box["part"]], box["part"], box["title"], box["more"])

    def _paint_box(self, painter: QPainter, room: QRectF, part: str, title: str, more: str) -> None:
        theme, is_lit = self.theme, part == self._part
        is_given = part in ("images", "labels", "weights", "bias")
        ground = look.mix(theme.panel, theme.accent, 0.25 if is_lit else 0.08 if is_given else 0.0)
        painter.setPen(QPen(QColor(theme.accent if is_lit else theme.dim), 2 if is_lit else 1))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(room, *((4, 4) if is_given else (room.height() / 2, room.height() / 2)))
        upper, lower = room.adjusted(4, 2, -4, -room.height() / 2), room.adjusted(4, room.height() / 2, -4, -2)
        for line, text, colour, heavy in ((upper, title, theme.text, True), (lower, more, theme.dim, False)):
            needed = QFontMetricsF(fitted_font(heavy=heavy)).horizontalAdvance(text)
            painter.setFont(fitted_font(line.width() / max(needed, 1.0), heavy=heavy))
            painter.setPen(QColor(colour))
            paint_elided(painter, line, text, CENTRED)


def _through(made: Architecture) -> str:
    return say("through {layers}", layers=", ".join(made.texts))


def _paint_arrow(painter: QPainter, start: QRectF, end: QRectF, changes: bool) -> None:
    """Paint an arrow from edge to edge; dashed where it stands for a change."""
    theme = look.current()
    from_, to = _edge(start, end.center()), _edge(end, start.center())
    colour = QColor(theme.warm if changes else theme.dim)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine if changes else Qt.PenStyle.SolidLine))
    painter.drawLine(from_, to)
    along = to - from_
    unit = along * (1 / max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6))
    side = QPointF(-unit.y(), unit.x()) * (HEAD / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([to, to - unit * HEAD + side, to - unit * HEAD - side]))


def _edge(box: QRectF, towards: QPointF) -> QPointF:
    """Return where the line from a box's centre leaves it."""
    way = towards - box.center()
    shares = [
        half / abs(length) for half, length in ((box.width() / 2, way.x()), (box.height() / 2, way.y())) if length
    ]
    return box.center() + way * min(shares)
