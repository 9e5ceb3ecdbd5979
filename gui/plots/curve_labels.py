"""What stands at the ends of curves that lie over each other: numbers and titles that do not cover each other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPen

from core.arrays import Doubles
from gui.look import theme as look
from gui.look.painting import hairline
from gui.look.run_colours import badge, coloured, style_of
from gui.plots.plot_view import PlotView

LABELLED = 6  # so many curves have their titles beside them; of grey ones the newest, of numbered ones all or none
LETTERS = 28  # of a title
ENDING = 17  # the last of them, of a title that is cut: it ends in the step that a run goes on from
GAP = 2.0  # pixels between a label and its curve, and between two labels
STEP = 2.0  # pixels from one place that is tried to the next, at least
ACROSS, DOWN = 240, 50  # places that are tried, at most
CELL = 2  # pixels, the side of the squares in which curves are searched for
BACK = 0.25  # pixels of curves that are as well crossed as a label goes back a pixel along its own
AWAY = 4.0  # times that a number is rather on its curve than a title is beside its own
CHOSEN, TITLES = 15, 9  # the depths they stand at: of runs nobody chose behind the current one, which grows later
NEAR = 1.0  # heights of a title that its middle may be away from its curve; a number, in its colour, as far as need be

Course = tuple[Doubles, Doubles]  # steps and values, as plotted


@dataclass(frozen=True, slots=True)
class Tag:
    """What a curve is called; a compared one has a number, from 1 on, and its colour, "#rrggbb"."""

    title: str
    number: int = 0
    colour: str = ""

    @property
    def pen(self) -> QPen:
        """What its curve is drawn with."""
        return hairline(self.colour or look.current().ghost, style_of(self.number))


class CurveLabels:
    """The labels of some curves of one plot."""

    def __init__(self, view: PlotView) -> None:
        self._view = view
        self._items: list[pg.TextItem] = []
        self.tags: tuple[Tag, ...] = ()

    def set_tags(self, tags: Iterable[Tag]) -> None:
        """Label curves anew, in this order; `place` shows the labels."""
        tags = tuple(tags)
        if tags == self.tags:  # a label takes half a millisecond to be made
            return
        self.tags = tags
        for item in self._items[len(tags) :]:
            self._view.removeItem(item)
        self._items = [*self._items[: len(tags)], *(self._view.label() for _ in tags[len(self._items) :])]
        self.dress()

    def dress(self) -> None:
        """Take colours and fonts."""
        for index, item in enumerate(self._items):
            item.setFont(look.small_font())
            item.setZValue(CHOSEN if self.tags[index].number else TITLES)
            item.fill = pg.mkBrush(look.current().panel)
            item.setHtml(self._html(index))

    def place(self, curves: Sequence[Course]) -> None:
        """Put each label to its curve, as plotted; one that finds no room is left out."""
        if not self._items:
            return
        room = _Room(self._view, curves)
        for index, item in enumerate(self._items):
            place = room.taken(index, item, self._is_number_only(index)) if item.toPlainText() else None
            item.setVisible(place is not None)
            if place is not None:
                item.setPos(*place)

    def shown(self) -> list[str]:
        """Return the texts of the labels that are in sight."""
        return [str(item.toPlainText()).replace("\xa0", " ").strip() for item in self._items if item.isVisible()]

    def _html(self, index: int) -> str:
        tag = self.tags[index]
        if self._is_number_only(index):
            return badge(tag.number, tag.colour)
        if not tag.number and index < len(self.tags) - LABELLED:
            return ""
        title = tag.title
        if len(title) > LETTERS:
            title = f"{title[: LETTERS - ENDING - 1].rstrip()}…{title[-ENDING:]}"
        named = coloured(title, tag.colour or look.current().dim)
        return f"{badge(tag.number, tag.colour)} {named}" if tag.number else named

    def _is_number_only(self, index: int) -> bool:
        tag = self.tags[index]
        return tag.number > 0 and (len(self.tags) > LABELLED or not tag.title)


class _Room:
    """The pixels of a plot, from its upper left corner: where its curves are, and which places labels have taken."""

    def __init__(self, view: PlotView, curves: Sequence[Course]) -> None:
        (self._left, right), (low, self._high) = view.view_box.viewRange()
        self._width, self._height = max(1.0, view.view_box.width()), max(1.0, view.view_box.height())
        self._per_step = self._width / max(1e-9, right - self._left)
        self._per_value = self._height / max(1e-9, self._high - low)
        self._rows = [self._row(*curve) for curve in curves]
        self._boxes: list[QRectF] = []
        cells = np.zeros((int(self._height) // CELL + 3, int(self._width) // CELL + 3), np.int32)
        for row in self._rows:
            across = np.flatnonzero((row >= 0) & (row <= self._height))
            cells[row[across].astype(int) // CELL + 1, across // CELL + 1] += 1
        self._cells = cells.cumsum(axis=1, dtype=np.int32).cumsum(axis=0, dtype=np.int32)  # how many above and at left

    def _row(self, steps: Doubles, values: Doubles) -> Doubles:
        """Return how high a curve is at each pixel across, nan where it is not."""
        pixels, known = np.arange(int(self._width) + 1), np.isfinite(values)
        if not known.any():
            return np.full(len(pixels), np.nan)
        across, down = (steps[known] - self._left) * self._per_step, (self._high - values[known]) * self._per_value
        return np.asarray(np.interp(pixels, across, down, np.nan, np.nan), np.float64)

    def taken(self, index: int, item: pg.TextItem, is_on: bool) -> tuple[float, float] | None:
        """Take the best free place for a label: near its curve, and its end, where few curves are crossed.

        is_on : whether it may lie on curves. Returns the step and the value at its lower right; None for no place.
        """
        row, size = self._rows[index], item.textItem.boundingRect()
        known = np.flatnonzero(np.isfinite(row))
        if not len(known):
            return None
        behind = known[-1] + GAP + size.width()
        rights = _tried(behind, size.width(), self._width if is_on else min(self._width, behind + 1), ACROSS)
        bottoms = _tried(row[known[-1]] + size.height() / 2, size.height(), self._height, DOWN)[:, None]
        beside = np.clip(np.interp(rights - size.width() / 2, known, row[known]), 0, self._height)
        away = np.abs(bottoms - size.height() / 2 - beside)
        cost = BACK * np.abs(rights - behind) + away * (AWAY if is_on else 1)
        if not is_on:
            cost += self._crossed(rights, bottoms, size)
            cost[away > NEAR * size.height()] = np.inf
        for box in self._boxes:
            beside_it = (rights > box.left() - GAP) & (rights - size.width() < box.right() + GAP)
            cost[beside_it & (bottoms > box.top()) & (bottoms - size.height() < box.bottom())] = np.inf
        if not cost.size or not np.isfinite(cost.min()):
            return None
        down, across = np.unravel_index(cost.argmin(), cost.shape)
        right, bottom = float(rights[across]), float(bottoms[down, 0])
        self._boxes.append(QRectF(right - size.width(), bottom - size.height(), size.width(), size.height()))
        return self._left + right / self._per_step, self._high - bottom / self._per_value

    def _crossed(self, rights: Doubles, bottoms: Doubles, size: QRectF) -> Doubles:
        """Return how many pixels of curves a label would cover at each place, about."""
        left, top = ((edge // CELL).astype(int) for edge in (rights - size.width(), bottoms - size.height()))
        right, bottom = ((edge // CELL).astype(int) + 1 for edge in (rights, bottoms))
        rows = self._cells[bottom.ravel()] - self._cells[top.ravel()]  # whole rows first: places lie on a grid
        crossed: Doubles = CELL * (rows.take(right, axis=1) - rows.take(left, axis=1))
        return crossed


def _tried(best: float, least: float, most: float, count: int) -> Doubles:
    """Return about so many places from `least` to `most`, at most, of which one is the best if it lies there."""
    step = max(STEP, (most - least) / count)
    return np.arange(least + (best - least) % step, most, step)
