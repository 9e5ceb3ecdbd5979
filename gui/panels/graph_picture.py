"""The graph of one step drawn as boxes and arrows: a box an operation of one layer, or a box each of several."""

from collections.abc import Callable
from itertools import count, pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF

from core.model.activations import LINEAR
from core.model.architecture import Architecture
from core.model.layers import Convolution, Dense, Shape
from core.recipes.recipe import TUTORIAL, Recipe
from core.words import said, say
from gui.look import theme as look
from gui.look.painting import CENTRED, Painted, describe, fitted_font, font_within, paint_text
from gui.panels import graph_layout, layer_words
from gui.panels.post_table import texts

HEAD = 6.0  # points: length of an arrow's head
PAD = 4.0  # points between a box's edge and its lines
LEAST = 300, 90  # points
LEAST_LINE = 10  # points, of the smallest letters
WIDER = 5  # points, from one width that is tried to the next
GIVEN = ("images", "labels", "weights", "bias")  # what no operation computes


class Box(NamedTuple):
    """What a box says, each line with the part of the network it is about; its place by hand; the boxes it feeds."""

    lines: tuple[tuple[str, str], ...]
    at: tuple[float, float] | None = None
    feeds: tuple[int, ...] = ()
    is_changed: bool = False


class GraphPicture(Painted):
    """What the computer builds before it learns; `pointed` names the part that the mouse is over, "" for none."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__("graph_picture", usual=(380, 190), least=LEAST)
        self.setMouseTracking(True)
        self._part = ""
        self.set_recipe(TUTORIAL)

    def set_recipe(self, recipe: Recipe) -> None:
        """Draw the graph of a recipe's network."""
        self._boxes = single(recipe) if recipe.architecture.is_single else several(recipe)
        pairs = ((box, self._boxes[fed]) for box in self._boxes for fed in box.feeds)
        describe(self, "; ".join(f"{', '.join(dict(box.lines).values())} → {fed.lines[0][1]}" for box, fed in pairs))
        rows = graph_layout.GIVEN_ROWS if self._boxes[0].at else -(-len(self._boxes) // 4)
        least = max(len(box.lines) for box in self._boxes) * LEAST_LINE + PAD  # so that all can be read
        self.setMinimumHeight(round(rows * least / graph_layout.HIGH))
        self.fit()

    def point_at(self, part: str) -> None:
        """Light a part of the network."""
        self._part = part
        self.update()

    def lines(self) -> list[tuple[str, QRectF]]:
        """Return each line's part of the network, and where the line stands."""
        highest, found = 1.3 * QFontMetricsF(fitted_font(heavy=True)).height(), []
        for box, place in zip(self._boxes, self.places, strict=True):
            high = min((place.height() - PAD) / len(box.lines), highest)
            line = QRectF(place.left(), place.center().y() - len(box.lines) * high / 2, place.width(), high)
            found += [(part, line.translated(0, number * high)) for number, (part, _) in enumerate(box.lines)]
        return found

    def ways(self) -> tuple[list[list[QPointF]], list[list[QPointF]]]:
        """Return the ways of the arrows, of those that feed boxes, and of those that change them."""
        boxes = list(zip(self._boxes, self.places, strict=True))
        feeds = [graph_layout.between(place, self.places[fed]) for box, place in boxes for fed in box.feeds]
        changed = [place for box, place in boxes if box.is_changed]
        return feeds, graph_layout.ways_back(self.places, changed, is_chain=self._boxes[0].at is None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which part the mouse is over."""
        self.pointed.emit(next((part for part, line in self.lines() if line.contains(event.position())), ""))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrows, then the boxes."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ways, back = self.ways()
        for way in (*ways, *back):
            _paint_arrow(painter, way, changes=way in back)
        lines = iter(self.lines())
        for box, place in zip(self._boxes, self.places, strict=True):
            self._paint_box(painter, place, box, [next(lines)[1] for _ in box.lines])

    def whole_width(self) -> int:
        """Return the width in points from which on no line is cut, however low the picture."""
        lines = [(text, number == 0) for box in self._boxes for number, (_, text) in enumerate(box.lines)]
        needed = max(QFontMetricsF(fitted_font(0, heavy=heavy)).horizontalAdvance(text) for text, heavy in lines) + PAD
        low, places = self.minimumHeight(), self._placing()
        return next(wide for wide in count(LEAST[0], WIDER) if places(QSize(wide, low))[0].width() > needed)

    def fit(self) -> None:
        """Place the boxes anew."""
        self.places = self._placing()(self.size())
        self.update()

    def _placing(self) -> Callable[[QSize], list[QRectF]]:
        """Return what places the boxes in a room, by what they say now."""
        metrics = QFontMetricsF(fitted_font(heavy=True))
        widest = max(metrics.horizontalAdvance(text) for box in self._boxes for _, text in box.lines) + 4 * PAD
        highest = max(len(box.lines) for box in self._boxes) * metrics.height() + PAD
        given = [box.at for box in self._boxes if box.at]
        return lambda room: graph_layout.places(room, len(self._boxes), given, widest, highest)

    def _paint_box(self, painter: QPainter, place: QRectF, box: Box, lines: list[QRectF]) -> None:
        theme, parts = self.theme, [part for part, _ in box.lines]
        is_lit = self._part in parts
        ground = look.mix(theme.panel, theme.accent, 0.08) if parts[0] in GIVEN else theme.panel
        lit = QColor(look.mix(theme.panel, theme.accent, 0.25))
        painter.setPen(QPen(QColor(theme.accent if is_lit else theme.dim), 2 if is_lit else 1))
        painter.setBrush(lit if is_lit and len(set(parts)) == 1 else QColor(ground))
        painter.drawRoundedRect(place, 5, 5)
        for number, ((part, text), line) in enumerate(zip(box.lines, lines, strict=True)):
            if part == self._part:
                painter.fillRect(line.adjusted(2, 1, -2, -1), lit)
            heavy, line = number == 0, line.adjusted(2, 0, -2, 0)
            font = font_within(line, text, heavy=heavy)
            paint_text(painter, line, text, theme.text if heavy else theme.dim, CENTRED, font)


def single(recipe: Recipe) -> list[Box]:
    """Return a box for everything that is given, computed and changed in one layer."""
    boxes, facts = texts()["boxes"], {"optimizer": said(recipe.optimizer)}
    order = [box["part"] for box in boxes]
    return [
        Box(
            tuple((box["part"], said(box[line]).format(**facts)) for line in ("title", "more")),
            tuple(box["at"]),
            tuple(order.index(fed) for fed in box["feeds"]),
            box["part"] in ("weights", "bias"),
        )
        for box in boxes
    ]


def several(recipe: Recipe) -> list[Box]:
    """Return a chain of boxes: images, a box a layer, what they cost, and what changes the layers."""
    made = recipe.architecture
    layers = [_layer(recipe, made, number) for number in range(len(made.layers))]
    given = {box["part"]: (said(box["title"]), said(box["more"])) for box in texts()["boxes"]}
    images = (("images", given["images"][0]), ("images", "? × " + _times(made.inputs[0])))
    cost = (("cost", given["cost"][0]), ("labels", given["labels"][0] + ", ? × 10"), ("mean", given["mean"][0]))
    descent = (("descent", said(recipe.optimizer)), ("descent", say("changes every layer")))
    chain = [images, *layers, cost, descent]
    last = len(chain) - 1
    return [
        Box(lines, None, () if number == last else (number + 1,), 0 < number < last - 1 and len(lines) > 2)
        for number, lines in enumerate(chain)
    ]


def _layer(recipe: Recipe, made: Architecture, number: int) -> tuple[tuple[str, str], ...]:
    """Return the lines of a layer's box: what it is, its weights and biases, and what comes out."""
    layer, out = made.layers[number], _times(made.inputs[number + 1])
    if number == len(made.hidden):
        title, behind = say("ten logits"), f"? × {out}"
    else:
        title = layer_words.title(layer)
        behind = f"? × {out}" if layer.activation == LINEAR else f"{layer.activation.title}, {out}"
    kernel, bias = made.own(made.shapes, number)
    if not all(kernel):
        return (("product", title), ("sum", behind))
    normed = recipe.batch_norm and isinstance(layer, Dense | Convolution) and number < len(made.hidden)
    second = say("bias {units}, batch norm", units=bias[0]) if normed else say("bias {units}", units=bias[0])
    weights = say("weights {shape}", shape=_times(kernel))
    return (("product", title), ("weights", weights), ("bias", second), ("sum", behind))


def _times(shape: Shape) -> str:
    return "×".join(map(str, shape))


def _paint_arrow(painter: QPainter, way: list[QPointF], changes: bool = False) -> None:
    """Paint an arrow along a way; dashed where it stands for a change."""
    theme = look.current()
    colour = QColor(theme.warm if changes else theme.dim)
    painter.setPen(QPen(colour, 1.2, Qt.PenStyle.DashLine if changes else Qt.PenStyle.SolidLine))
    painter.drawPolyline(QPolygonF(way))
    *_, (before, to) = pairwise(way)
    along = to - before
    unit = along * (1 / max((along.x() ** 2 + along.y() ** 2) ** 0.5, 1e-6))
    side = QPointF(-unit.y(), unit.x()) * (HEAD / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([to, to - unit * HEAD + side, to - unit * HEAD - side]))
