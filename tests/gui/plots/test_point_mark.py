"""The dot at the best step: whole at every edge, gone where its step is out of view."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from gui.look import theme as look
from gui.plots.plot_view import PlotView
from gui.plots.point_mark import SIZE, PointMark
from tests.gui import widgets

WARM = QColor(look.LIGHT.warm)


@pytest.fixture
def view(qtbot: QtBot) -> PlotView:
    made = widgets.hidden(qtbot, PlotView(), 600, 200)
    made.set_values(0.0, 100.0)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def mark(view: PlotView) -> PointMark:
    made = PointMark(view.getPlotItem())
    made.set_colours(look.LIGHT.warm, look.LIGHT.panel)
    return made


def place(view: PlotView, step: float, value: float) -> QPoint:
    """Return where a point is in the view, in pixels."""
    found: QPoint = view.mapFromScene(view.view_box.mapViewToScene(QPointF(step, value)))
    return found


def painted(image: QImage) -> QRect:
    """Return what is warm in a picture of the view."""
    warm = [(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixelColor(x, y) == WARM]
    if not warm:
        return QRect()
    xs, ys = zip(*warm, strict=True)
    return QRect(QPoint(min(xs), min(ys)), QPoint(max(xs), max(ys)))


@pytest.mark.parametrize("point", [(0, 50), (1, 50), (1_000, 50), (500, 100), (500, 0), (0, 0), (1_000, 100)])
def test_it_is_whole_at_every_edge(view: PlotView, mark: PointMark, point: tuple[float, float]) -> None:
    mark.show_at(point)
    found, centre = painted(view.grab().toImage()), place(view, *point)
    assert min(found.width(), found.height()) >= SIZE - 3
    assert (found.center() - centre).manhattanLength() <= 2


def test_one_that_moves_is_whole_at_once_and_leaves_nothing_behind(
    qtbot: QtBot, view: PlotView, mark: PointMark
) -> None:
    for step in range(0, 1_000, 150):
        # each is painted, so that the last paints only what it changes
        widgets.painted(qtbot, view.viewport(), partial(mark.show_at, (step, 80)))
    mark.show_at((1_000, 42))

    def on_screen() -> QRect:
        return painted(view.screen().grabWindow(view.winId()).toImage())  # without painting it anew, as `grab` does

    qtbot.waitUntil(lambda: (on_screen().center() - place(view, 1_000, 42)).manhattanLength() <= 2)
    assert SIZE - 3 <= on_screen().width() <= SIZE


def test_it_follows_what_is_shown_and_how_large(view: PlotView, mark: PointMark) -> None:
    mark.show_at((300, 60))
    view.view_box.setXRange(200, 400, padding=0)
    view.set_values(50.0, 100.0)
    view.resize(900, 300)
    found = painted(view.grab().toImage())
    assert (found.center() - place(view, 300, 60)).manhattanLength() <= 2


def test_it_is_gone_while_its_point_is_out_of_view_or_there_is_none(view: PlotView, mark: PointMark) -> None:
    mark.show_at((300, 60))
    view.view_box.setXRange(500, 900, padding=0)
    assert painted(view.grab().toImage()).isNull()
    view.view_box.show_all()
    assert not painted(view.grab().toImage()).isNull()
    mark.show_at(None)
    assert painted(view.grab().toImage()).isNull()
