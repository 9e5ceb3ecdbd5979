"""Where the weight pictures lie."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.panels.weight_layout import arranged


def test_a_wide_widget_has_ten_in_a_row_that_fill_the_width() -> None:
    layout = arranged(780, 150, 16, with_large=False)
    assert layout.columns == 10
    assert layout.cells[0].left() == 0
    assert layout.cells[-1].right() == pytest.approx(780, abs=2)


def test_a_narrow_and_tall_widget_has_five_over_five() -> None:
    layout = arranged(500, 500, 16, with_large=False)
    assert layout.columns == 5
    assert layout.cells[5].top() > layout.cells[0].bottom()


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("size", [(240, 90), (620, 140), (780, 170), (780, 600), (3_000, 300), (400, 900)])
def test_nothing_overlaps_or_leaves_the_widget(size: tuple[int, int], large: bool) -> None:
    layout = arranged(*size, 16, with_large=large)
    frames = [*layout.cells, layout.line, *([layout.large, layout.large_text] if large else [])]
    inside = QRectF(0, 0, *size).adjusted(-1, -1, 1, 1)
    assert all(inside.contains(frame) for frame in frames)
    assert not any(one.intersects(two) for one, two in itertools.combinations(frames, 2))


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
