"""Where the weight pictures lie."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.panels.weight_layout import arranged

SIZES = [(240, 90), (590, 210), (620, 140), (780, 170), (780, 600), (1_200, 880), (3_000, 300), (400, 900)]


def test_a_low_strip_has_ten_in_a_row_that_fill_the_width() -> None:
    layout = arranged(780, 100, 16, with_large=False)
    assert layout.columns == 10
    assert layout.large.isEmpty()
    assert layout.cells[0].left() == 0
    assert layout.cells[-1].right() == pytest.approx(780, abs=2)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", SIZES)
def test_nothing_overlaps_or_leaves_the_widget(size: tuple[int, int], large: bool) -> None:
    layout = arranged(*size, 16, with_large=large)
    frames = [*layout.cells, layout.line, *([] if layout.large.isEmpty() else [layout.large, layout.large_text])]
    inside = QRectF(0, 0, *size).adjusted(-1, -1, 1, 1)
    assert all(inside.contains(frame) for frame in frames)
    assert not any(one.intersects(two) for one, two in itertools.combinations(frames, 2))


@pytest.mark.parametrize("size", SIZES)
def test_a_large_picture_that_is_asked_for_is_there(size: tuple[int, int]) -> None:
    layout = arranged(*size, 16, with_large=True)
    assert layout.large.width() >= layout.cells[0].width()


@pytest.mark.parametrize("size", [(590, 210), (590, 255), (775, 255), (775, 640), (1_200, 880), (1_230, 400)])
def test_the_pictures_fill_most_of_the_height_and_all_of_the_width(size: tuple[int, int]) -> None:
    layout = arranged(*size, 20, with_large=False)
    top = min(frame.top() for frame in (*layout.cells, layout.large))
    bottom = max(layout.large_text.bottom(), layout.cells[-1].bottom() + 20)
    assert bottom - top > 0.8 * layout.line.top()
    assert layout.large.right() == pytest.approx(size[0], abs=1)
    assert layout.large.width() >= 1.9 * layout.cells[0].width()


def test_a_point_finds_its_digit() -> None:
    layout = arranged(780, 150, 16, with_large=False)
    assert [layout.digit_at(cell.center()) for cell in layout.cells] == list(range(10))
    assert layout.digit_at(QPointF(-5, -5)) is None


def test_where_height_is_scarce_a_large_picture_fills_the_width_and_stands_in_line_with_the_ten() -> None:
    layout = arranged(775, 255, 20, with_large=False)
    assert layout.columns == 5
    assert layout.large.top() == pytest.approx(layout.cells[0].top(), abs=2)
    assert layout.large.bottom() == pytest.approx(layout.cells[9].bottom(), abs=2)
    assert layout.large.right() == pytest.approx(775, abs=1)
