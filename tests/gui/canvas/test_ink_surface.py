"""The paper: what a move costs does not grow with what is there."""

import math

import pytest
from pytestqt.qtbot import QtBot

from gui.canvas.ink_surface import InkSurface
from tests.gui import widgets
from tests.gui.events import PaintedRegions


@pytest.fixture
def paper(qtbot: QtBot) -> InkSurface:
    return widgets.shown(qtbot, InkSurface(), 300, 300)


def test_a_move_repaints_its_own_neighbourhood_however_long_the_drawing(paper: InkSurface, qtbot: QtBot) -> None:
    paper.begin((0.9, 0.5), 1.0, 0.0)
    paper.repaint()
    painted = PaintedRegions()
    paper.installEventFilter(painted)
    for number in range(1, 400):
        before = len(painted.regions)
        angle = number * 0.05
        paper.follow((0.5 + 0.4 * math.cos(angle), 0.5 + 0.4 * math.sin(angle)), 1.0)
        qtbot.waitUntil(lambda before=before: len(painted.regions) > before)  # type: ignore[misc]
    sizes = [region.boundingRect().size() for region in painted.regions]
    assert max(size.width() * size.height() for size in sizes) < 300 * 300 / 10


def test_what_grew_point_by_point_looks_the_same_when_painted_anew(paper: InkSurface) -> None:
    paper.begin((0.2, 0.2), 1.0, 0.0)
    for place in ((0.5, 0.25), (0.8, 0.2), (0.6, 0.6), (1.3, 0.7), (0.7, 0.9), (0.2, 0.8)):
        paper.follow(place, 1.0)
        paper.grab()
    paper.finish()
    grown = paper.grab().toImage()
    paper.set_drawing(paper.drawing())
    assert paper.grab().toImage() == grown


def test_an_abandoned_stroke_leaves_no_trace(paper: InkSurface) -> None:
    empty = paper.grab().toImage()
    paper.begin((0.2, 0.2), 1.0, 0.0)
    paper.follow((0.8, 0.8), 1.0)
    paper.abandon()
    assert paper.drawing().is_empty
    assert paper.undo_stack.count() == 0
    assert paper.grab().toImage() == empty
