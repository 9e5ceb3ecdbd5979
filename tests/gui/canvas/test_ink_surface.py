"""The paper: what a move costs does not grow with what is there."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QPaintEvent
from pytestqt.qtbot import QtBot

from gui.canvas.ink_surface import InkSurface
from tests import small

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen platform says so of every window


class PaintedAreas(QObject):
    """Keeps how many pixels each paint was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look on."""
        if isinstance(event, QPaintEvent):
            self.sizes.append(event.rect().width() * event.rect().height())
        return False


@pytest.fixture
def paper(qtbot: QtBot) -> InkSurface:
    made = InkSurface()
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_move_repaints_its_own_neighbourhood_however_long_the_drawing(paper: InkSurface, qtbot: QtBot) -> None:
    paper.begin((0.9, 0.5), 1.0, 0.0)
    paper.repaint()
    painted = PaintedAreas()
    paper.installEventFilter(painted)
    for number in range(1, 400):
        before = len(painted.sizes)
        angle = number * 0.05
        paper.follow((0.5 + 0.4 * math.cos(angle), 0.5 + 0.4 * math.sin(angle)), 1.0)
        qtbot.waitUntil(lambda before=before: len(painted.sizes) > before)  # type: ignore[misc]
    assert max(painted.sizes) < 300 * 300 / 10


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


def test_undo_first_takes_away_an_image_and_then_the_strokes_beneath_it(paper: InkSurface) -> None:
    paper.set_drawing(small.SEVEN)
    paper.show_image(np.ones((28, 28), np.float32))
    paper.undo()
    assert not paper.drawing().is_empty
    paper.undo()
    assert paper.drawing().is_empty
