"""Labels of curves, marks of changes, the dot at the best step: inside the plot and clear of each other."""

from collections.abc import Callable
from functools import partial
from itertools import combinations

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.arrays import Doubles
from gui.look import theme as look
from gui.look.run_colours import colour_of
from gui.plots.curve_labels import LABELLED, CurveLabels, Tag
from gui.plots.plot_frame import LEAST
from gui.plots.plot_view import PlotView
from gui.plots.step_marks import SIZE, PointMark
from tests.gui import widgets

WARM = QColor(look.LIGHT.warm)


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    made = widgets.shown(qtbot, PlotView(), 760, 140)
    made.set_total(2_000)
    made.set_values(0.0, 10.0)
    return made


def level(value: float, last: int = 2_000) -> tuple[Doubles, Doubles]:
    steps = np.arange(last + 1, dtype=np.float64)
    return steps, np.full(len(steps), value)


def assert_apart_and_inside(view: PlotView, found: list[QRectF]) -> None:
    inside = view.view_box.sceneBoundingRect().adjusted(-1, -1, 1, 1)
    assert all(inside.contains(box) for box in found)
    assert not any(one.intersects(other) for one, other in combinations(found, 2))


def labelled(view: PlotView, curves: list[tuple[Doubles, Doubles]], *, compared: bool) -> CurveLabels:
    numbers = range(1, len(curves) + 1)
    labels = CurveLabels(view)
    labels.set_tags(Tag(f"run {at - 1}", at, colour_of(at)) if compared else Tag(f"run {at - 1}") for at in numbers)
    labels.place(curves)
    return labels


def boxes(view: PlotView) -> list[QRectF]:
    items = [item for item in view.scene().items() if isinstance(item, pg.TextItem) and item.isVisible()]
    return [item.textItem.mapRectToScene(item.textItem.boundingRect()) for item in items]


def test_what_is_said_of_a_change_is_legible_over_the_costs_of_many_steps(view: PlotView) -> None:
    curve = view.curve(10, smooth=False)
    curve.setPen(look.LIGHT.accent)
    curve.setData(level(0)[0], 10 * (level(0)[0] % 2))  # all of the plot
    view.marks.add(500, "rate 0.5", "rate")
    (box,) = boxes(view)
    picture = view.grab(view.mapFromScene(box).boundingRect().adjusted(2, 2, -2, -2)).toImage()
    assert QColor(look.LIGHT.accent).name() not in widgets.colours(picture)


def test_marks_made_one_soon_after_another_are_all_legible(view: PlotView) -> None:
    for step, text in ((200, "1 step/s"), (230, "1,000 steps/s"), (260, "as fast as it can"), (300, "rate 0.5")):
        view.marks.add(step, text, "pace")
    found = [box.adjusted(1, 1, -1, -1) for box in boxes(view)]
    assert len(found) == 4
    assert_apart_and_inside(view, found)


@pytest.mark.parametrize("count", [2, 5, 20])
@pytest.mark.parametrize("spread", [0.0, 0.02, 0.4])
def test_labels_neither_cover_each_other_nor_leave_the_plot(view: PlotView, count: int, spread: float) -> None:
    labels = labelled(view, [level(1 + spread * place) for place in range(count)], compared=True)
    found = boxes(view)
    assert len(found) == len(labels.shown()) >= min(count, 2)
    assert_apart_and_inside(view, found)


def test_a_label_stands_behind_the_end_of_a_curve_that_ends_early(view: PlotView) -> None:
    labelled(view, [level(5.0, 800)], compared=True)
    (box,) = boxes(view)
    end = view.view_box.mapViewToScene(pg.Point(800, 5.0))
    assert 0 <= box.left() - end.x() < 6
    assert abs(box.center().y() - end.y()) < 2


def test_a_label_goes_back_along_its_curve_rather_than_over_another(view: PlotView) -> None:
    steps, _ = level(0.0)
    labelled(view, [level(5.0), (steps, np.where(steps > 1_600, 5.8, 9.8))], compared=True)
    heights = [view.view_box.mapViewToScene(pg.Point(0, value)).y() for value in (5.0, 5.8)]
    of_first = min(boxes(view), key=lambda box: abs(box.center().y() - heights[0]))
    assert not any(of_first.top() < height < of_first.bottom() for height in heights)


def test_many_compared_runs_have_numbers_alone_and_of_grey_ones_the_newest_have_titles(view: PlotView) -> None:
    curves = [level(0.5 + place) for place in range(LABELLED + 2)]
    assert sorted(map(int, labelled(view, curves, compared=True).shown())) == list(range(1, LABELLED + 3))
    shown = labelled(view, curves, compared=False).shown()
    assert set(shown) <= {f"run {place}" for place in range(2, LABELLED + 2)}
    assert shown
    assert labelled(view, curves[:2], compared=True).shown() == ["1  run 0", "2  run 1"]
    labels = CurveLabels(view)
    labels.set_tags([Tag("<b>a & b</b>"), Tag("As in the tutorial, from step 1,819")])
    labels.place([level(3.0), level(5.0)])
    assert labels.shown() == ["<b>a & b</b>", "As in the…, from step 1,819"]  # as it was written, both ends


@pytest.mark.parametrize("last", [20, 300, 2_000])
@pytest.mark.parametrize("spread", [0.0, 0.02, 0.4])
def test_each_of_twenty_numbers_finds_room_however_short_the_runs(view: PlotView, last: int, spread: float) -> None:
    view.resize(560, LEAST)
    view.show_step_labels(False)
    view.grab()
    labels = labelled(view, [level(1 + spread * place, last + 7 * place) for place in range(20)], compared=True)
    assert sorted(map(int, labels.shown())) == list(range(1, 21))
    assert_apart_and_inside(view, boxes(view))


def test_marks_of_one_kind_in_the_same_place_become_the_newest(view: PlotView) -> None:
    view.marks.add(200, "30 steps/s", "pace")
    view.marks.add(203, "100 steps/s", "pace")
    view.marks.add(203, "rate 0.5", "rate")
    view.marks.add(400, "1 step/s", "pace")
    assert view.marks.shown() == [(200, "100 steps/s"), (203, "rate 0.5"), (400, "1 step/s")]
    view.set_total(100_000)
    view.marks.add(10_000, "30 steps/s", "pace")  # in a longer run the same place is wider
    view.marks.add(10_700, "100 steps/s", "pace")
    assert view.marks.shown()[3:] == [(10_000, "100 steps/s")]


def test_marks_that_are_there_follow_the_applications_font(view: PlotView, large_letters: Callable[[], None]) -> None:
    view.marks.add(200, "30 steps/s", "pace")
    large_letters()
    widgets.wear(look.DARK, view.marks)
    (label,) = (item for item in view.scene().items() if isinstance(item, pg.InfLineLabel))
    assert label.textItem.font().pointSizeF() == look.small_font().pointSizeF()


@pytest.fixture
def dotted_view(qtbot: QtBot) -> PlotView:
    made = widgets.shown(qtbot, PlotView(), 600, 200)
    made.set_values(0.0, 100.0)
    return made


@pytest.fixture
def mark(dotted_view: PlotView) -> PointMark:
    made = PointMark(dotted_view.getPlotItem())
    made.set_colours(look.LIGHT.warm, look.LIGHT.panel)
    return made


def place(dotted_view: PlotView, step: float, value: float) -> QPoint:
    found: QPoint = dotted_view.mapFromScene(dotted_view.view_box.mapViewToScene(QPointF(step, value)))
    return found


def painted(image: QImage) -> QRect:
    ys, xs = np.nonzero(widgets.numbers_of(image) == WARM.rgb() & 0xFFFFFF)
    return QRect(QPoint(xs.min(), ys.min()), QPoint(xs.max(), ys.max())) if xs.size else QRect()


@pytest.mark.parametrize("point", [(0, 50), (1, 50), (1_000, 50), (500, 100), (500, 0), (0, 0), (1_000, 100)])
def test_it_is_whole_at_every_edge(dotted_view: PlotView, mark: PointMark, point: tuple[float, float]) -> None:
    mark.show_at(point)
    found, centre = painted(dotted_view.grab().toImage()), place(dotted_view, *point)
    assert min(found.width(), found.height()) >= SIZE - 3
    assert (found.center() - centre).manhattanLength() <= 2


def test_one_that_moves_is_whole_and_leaves_nothing(qtbot: QtBot, dotted_view: PlotView, mark: PointMark) -> None:
    for step in range(0, 1_000, 150):
        # each is painted, so that the last paints only what it changes
        widgets.painted(qtbot, dotted_view.viewport(), partial(mark.show_at, (step, 80)))
    mark.show_at((1_000, 42))

    def on_screen() -> QRect:  # without painting it anew, as `grab` does
        return painted(dotted_view.screen().grabWindow(dotted_view.winId()).toImage())

    qtbot.waitUntil(lambda: (on_screen().center() - place(dotted_view, 1_000, 42)).manhattanLength() <= 2)
    assert SIZE - 3 <= on_screen().width() <= SIZE


def test_it_follows_what_is_shown_and_goes_while_its_point_is_unseen(dotted_view: PlotView, mark: PointMark) -> None:
    mark.show_at((300, 60))
    dotted_view.view_box.setXRange(200, 400, padding=0)
    dotted_view.set_values(50.0, 100.0)
    dotted_view.resize(900, 300)
    assert (painted(dotted_view.grab().toImage()).center() - place(dotted_view, 300, 60)).manhattanLength() <= 2
    dotted_view.view_box.setXRange(500, 900, padding=0)
    assert painted(dotted_view.grab().toImage()).isNull()
    dotted_view.view_box.show_all()
    assert not painted(dotted_view.grab().toImage()).isNull()
    mark.show_at(None)
    assert painted(dotted_view.grab().toImage()).isNull()
