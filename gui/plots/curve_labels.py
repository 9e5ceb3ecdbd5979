"""What stands at the ends of curves that lie over each other: numbers and titles that do not cover each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from core.arrays import Doubles
from gui.look import theme as look
from gui.look.painting import hairline
from gui.look.run_colours import badge, coloured, style_of
from gui.plots.plot_view import PlotView

LABELLED = 6  # so many curves have their titles beside them; of grey ones the newest, of numbered ones all or none
LETTERS = 28  # of a title
GAP = 2.0  # pixels between a label and its curve, and between two labels
PLACES = 24  # along its curve that a label may go back to
STEP = 24.0  # pixels from one of them to the next
WORTH = 6.0  # crossed pixels that are better than to go one place back


@dataclass(frozen=True, slots=True)
class Tag:
    """What a curve is called; a compared one has a number, from 1 on, and its colour, "#rrggbb"."""

    title: str
    number: int = 0
    colour: str = ""


def tags_of(titles: Sequence[str], colours: Sequence[str] = ()) -> list[Tag]:
    """Return tags of curves: grey ones, or, with colours, numbered ones."""
    if not colours:
        return [Tag(title) for title in titles]
    return [Tag(title, place + 1, colour) for place, (title, colour) in enumerate(zip(titles, colours, strict=True))]


def pen_of(tag: Tag, grey: str) -> QPen:
    """Return the pen that the curve of a tag is drawn with."""
    return hairline(tag.colour or grey, style_of(tag.number))


class CurveLabels:
    """The labels of some curves of one plot."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._items: list[pg.TextItem] = []
        self.tags: tuple[Tag, ...] = ()

    def set_tags(self, tags: Sequence[Tag]) -> None:
        """Label curves anew, in this order; `place` shows the labels."""
        for item in self._items:
            self._view.removeItem(item)
        self.tags = tuple(tags)
        self._items = [self._view.label() for _ in tags]
        self.dress()

    def dress(self) -> None:
        """Take colours and fonts."""
        theme = look.current()
        for index, (item, tag) in enumerate(zip(self._items, self.tags, strict=True)):
            item.setFont(look.small_font())
            item.fill = pg.mkBrush(theme.panel)
            item.setHtml(self._html(index, tag, theme))

    def place(self, curves: Sequence[tuple[Doubles, Doubles]]) -> None:
        """Put each label to its curve, (steps, values) as plotted; one that finds no room is left out."""
        canvas = _Canvas(self._view, curves)
        taken: list[QRectF] = []
        for index, item in enumerate(self._items):
            box = canvas.best(index, *self._size(item), self._is_number_only(index), taken)
            item.setVisible(box is not None and bool(item.toPlainText()))
            if box is not None and item.isVisible():
                taken.append(box)
                item.setPos(*canvas.shown(box.right(), box.bottom()))

    def shown(self) -> list[str]:
        """Return the texts of the labels that are in sight."""
        return [str(item.toPlainText()).replace("\xa0", " ").strip() for item in self._items if item.isVisible()]

    def _html(self, index: int, tag: Tag, theme: look.Theme) -> str:
        if self._is_number_only(index):
            return badge(tag.number, tag.colour)
        if not tag.number and index < len(self.tags) - LABELLED:
            return ""
        title = tag.title if len(tag.title) <= LETTERS else tag.title[: LETTERS - 1] + "…"
        named = coloured(title, tag.colour or theme.dim)
        return f"{badge(tag.number, tag.colour)} {named}" if tag.number else named

    def _is_number_only(self, index: int) -> bool:
        tag = self.tags[index]
        return tag.number > 0 and (len(self.tags) > LABELLED or not tag.title)

    def _size(self, item: pg.TextItem) -> tuple[float, float]:
        size = item.textItem.boundingRect().size()
        return size.width(), size.height()


class _Canvas:
    """Curves in the pixels of a plot, (curves, pixels): the height of each at each pixel, nan where it is not.

    Places for labels are in pixels from the plot's upper left corner.
    """

    def __init__(self, view: PlotView, curves: Sequence[tuple[Doubles, Doubles]]) -> None:
        (self._left, right), (low, self._high) = view.view_box.viewRange()
        self._width, self._height = max(1.0, view.view_box.width()), max(1.0, view.view_box.height())
        self._per_step = self._width / max(1e-9, right - self._left)
        self._per_value = self._height / max(1e-9, self._high - low)
        pixels = np.arange(int(self._width) + 1)
        self._rows = np.array([self._row(pixels, *curve) for curve in curves]).reshape(len(curves), len(pixels))

    def _row(self, pixels: NDArray[np.int_], steps: Doubles, values: Doubles) -> Doubles:
        known = np.isfinite(values)
        if not known.any():
            return np.full(len(pixels), np.nan)
        across = (steps[known] - self._left) * self._per_step
        heights = (self._high - values[known]) * self._per_value
        return np.asarray(np.interp(pixels, across, heights, np.nan, np.nan), np.float64)

    def shown(self, x: float, y: float) -> tuple[float, float]:
        """Return the step and the value at a pixel."""
        return self._left + x / self._per_step, self._high - y / self._per_value

    def best(self, index: int, width: float, height: float, is_on: bool, taken: Sequence[QRectF]) -> QRectF | None:
        """Return the place nearest to the end of a curve that is free, and crosses few curves; None for none.

        A number (`is_on`) that finds no room on its curve stands as near to its end as there is any.
        """
        best, least = None, np.inf
        for place, box in self._places(index, width, height, is_on):
            if _is_taken(box, taken):
                continue
            crossed = place * WORTH + (0 if is_on else self._crossed(box))
            if crossed < least:
                best, least = box, crossed
            if least <= place * WORTH:  # farther ones are no better
                break
        if best is None and is_on:
            return next((box for box in self._around(index, width, height, taken) if not _is_taken(box, taken)), None)
        return best

    def _around(self, index: int, width: float, height: float, taken: Sequence[QRectF]) -> Iterator[QRectF]:
        """Give places beside taken ones and at the rims, those nearest to the end of a curve first."""
        known = np.flatnonzero(np.isfinite(self._rows[index]))
        if not len(known):
            return
        rights = np.array(
            [width, self._width, *(x for box in taken for x in (box.left() - GAP, box.right() + GAP + width))]
        )
        bottoms = np.array(
            [height, self._height, *(y for box in taken for y in (box.top() - GAP, box.bottom() + height))]
        )
        rights = rights[(rights >= width) & (rights <= self._width)]
        bottoms = bottoms[(bottoms >= height) & (bottoms <= self._height)]
        across = rights - width / 2 - known[-1]
        down = bottoms - height / 2 - self._rows[index, known[-1]]
        nearest = np.argsort(np.hypot.outer(across, down).ravel())
        for column, row in zip(*np.divmod(nearest, len(bottoms)), strict=True):
            yield self._box(float(rights[column]), float(bottoms[row]), width, height)

    def _places(self, index: int, width: float, height: float, is_on: bool) -> Iterator[tuple[int, QRectF]]:
        """Give places behind the end of a curve, then from its end backwards: on it, or above and below it."""
        row = self._rows[index]
        known = np.flatnonzero(np.isfinite(row))
        if not len(known):
            return
        last = int(known[-1])
        if last + GAP + width <= self._width:
            yield 0, self._box(last + GAP + width, float(row[last]) + height / 2, width, height)
        for place in range(PLACES):
            right = max(width, last - place * (width + GAP if is_on else STEP))
            under = row[int(right - width) : int(right) + 1]
            heights = under[np.isfinite(under)]
            if not len(heights):
                return
            for bottom in self._bottoms(heights, height, is_on):
                yield place, self._box(right, bottom, width, height)
            if right == width:
                return

    def _bottoms(self, heights: Doubles, height: float, is_on: bool) -> list[float]:
        """Return where a label may stand on a curve of these heights, or above and below it as far as there is room."""
        if is_on:
            return [float(heights[-1]) + height / 2]
        above, below = float(heights.min()) - GAP, float(heights.max()) + GAP + height
        return [bottom for bottom in (above, below) if height <= bottom <= self._height]

    def _box(self, right: float, bottom: float, width: float, height: float) -> QRectF:
        """Return a place inside the plot, moved up or down where it would leave it."""
        inside = min(max(bottom, height), self._height)
        return QRectF(right - width, inside - height, width, height)

    def _crossed(self, box: QRectF) -> int:
        """Return how many pixels of curves a place would cover."""
        under = self._rows[:, int(max(0.0, box.left())) : int(box.right()) + 1]
        return int(np.count_nonzero((under > box.top()) & (under < box.bottom())))


def _is_taken(box: QRectF, taken: Sequence[QRectF]) -> bool:
    """Return whether a place overlaps one that is taken, or nearly."""
    around = box.adjusted(-GAP, -GAP / 2, GAP, GAP / 2)
    return any(around.intersects(other) for other in taken)
