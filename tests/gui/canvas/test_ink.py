"""The picture of strokes and its paper: added bit by bit it looks as painted at once, and no move costs more for it."""

import math

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.canvas.gesture import InkStroke
from gui.canvas.ink import INK_WIDTH, InkPicture
from gui.canvas.ink_surface import InkSurface
from tests.gui import widgets

SIDE, PATH = 200, [(0.2, 0.2), (0.4, 0.25), (0.7, 0.2), (0.6, 0.5), (0.3, 0.7), (0.35, 0.8)]


def pixels(picture: InkPicture, ratio: float = 1.0) -> NDArray[np.uint8]:
    image = QImage(int(SIDE * ratio), int(SIDE * ratio), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    picture.paint(painter, QRectF(0, 0, SIDE, SIDE), "#000000", (), None)
    painter.end()
    return np.array(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)[:, :, 1].copy()


def fresh(ratio: float = 1.0) -> InkPicture:
    picture = InkPicture()
    picture.start(SIDE, ratio, "#000000")
    return picture


def test_a_stroke_added_point_by_point_looks_as_one_painted_at_once(qtbot: QtBot) -> None:
    slowly, at_once, stroke = fresh(), fresh(), InkStroke()
    for place in PATH:
        stroke.append(place, 1.0)
        slowly.add(stroke, first=max(1, len(stroke) - 2), end_too=False)
    slowly.add(stroke, first=len(stroke), end_too=True)
    at_once.add(stroke)
    assert np.array_equal(pixels(slowly), pixels(at_once))
    assert (pixels(at_once) < 128).any()
    dot = fresh()
    dot.add(InkStroke.from_points(np.array([[0.5, 0.5]])))
    ink = (255.0 - pixels(dot)) / 255
    assert ink.sum() == pytest.approx(np.pi * (INK_WIDTH * SIDE / 2) ** 2, rel=0.03)  # as wide as the pen


def test_the_edge_of_a_level_stroke_is_even_however_many_points_it_has(qtbot: QtBot) -> None:
    picture = fresh()
    picture.add(InkStroke.from_points(np.array([[0.2 + 0.04 * number, 0.303] for number in range(14)])))
    inside = pixels(picture)[:, round(0.25 * SIDE) : round(0.65 * SIDE)].astype(int)
    assert (inside.min(axis=1) < 250).any()
    assert np.ptp(inside, axis=1).max() <= 5


def test_what_a_new_point_changes_lies_in_the_area_told(qtbot: QtBot) -> None:
    picture, stroke = fresh(), InkStroke()
    for place in PATH:
        before = pixels(picture)
        stroke.append(place, 1.4)
        picture.add(stroke, first=max(1, len(stroke) - 2), end_too=False)
        changed, area = np.argwhere(pixels(picture) != before), picture.area(stroke)
        assert all(area.contains(QPointF(float(x), float(y))) for y, x in changed)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_ink_has_the_screens_own_pixels(qtbot: QtBot, ratio: float) -> None:
    picture = fresh(ratio)
    picture.add(InkStroke.from_points(np.array(PATH)))
    ink = (255.0 - pixels(picture, ratio)) / 255
    assert ((ink > 0.05) & (ink < 0.95)).sum() / ink.sum() < 0.5 / ratio  # only the outermost pixels are grey
    assert [picture.fits(side, ratio, "#000000") for side in (SIDE, SIDE + 1)] == [True, False]


@pytest.fixture
def paper(qtbot: QtBot) -> InkSurface:
    return widgets.shown(qtbot, InkSurface(), 300, 300)


def test_a_move_repaints_its_own_neighbourhood_however_long_the_drawing(paper: InkSurface, qtbot: QtBot) -> None:
    paper.begin((0.9, 0.5), 1.0, 0.0)
    paper.repaint()
    painted = widgets.PaintedRegions()
    paper.installEventFilter(painted)
    for number in range(1, 400):
        before, angle = len(painted.regions), number * 0.05
        paper.follow((0.5 + 0.4 * math.cos(angle), 0.5 + 0.4 * math.sin(angle)), 1.0)
        qtbot.waitUntil(lambda before=before: len(painted.regions) > before)  # type: ignore[misc]
    sizes = [region.boundingRect().size() for region in painted.regions]
    assert max(size.width() * size.height() for size in sizes) < 300 * 300 / 10


def test_an_abandoned_stroke_leaves_no_trace_and_a_grown_one_looks_the_same_painted_anew(paper: InkSurface) -> None:
    empty = paper.grab().toImage()
    paper.begin((0.2, 0.2), 1.0, 0.0)
    paper.follow((0.8, 0.8), 1.0)
    paper.abandon()
    assert paper.drawing().is_empty
    assert (paper.undo_stack.count(), paper.grab().toImage()) == (0, empty)
    paper.begin((0.2, 0.2), 1.0, 0.0)
    for place in ((0.5, 0.25), (0.8, 0.2), (0.6, 0.6), (1.3, 0.7), (0.7, 0.9), (0.2, 0.8)):
        paper.follow(place, 1.0)
        paper.grab()
    paper.finish()
    grown = paper.grab().toImage()
    paper.set_drawing(paper.drawing())
    assert paper.grab().toImage() == grown


def test_a_stroke_that_lies_off_paper_made_square_beneath_the_pen_is_there_again_once_it_ends(
    paper: InkSurface,
) -> None:
    paper.set_wide(True)
    paper.begin((2.0, 0.2), 1.0, 0.0)
    paper.follow((2.2, 0.8), 1.0)
    paper.set_wide(False)
    assert paper.grab().toImage().pixelColor(150, 150) == paper.grab().toImage().pixelColor(20, 20)
    paper.finish()
    assert (paper.aspect, paper.drawing().points.tolist()) == (2.4, [[2.0, 0.2], [2.2, 0.8]])
