"""Images of a wall stand in rows that fill its width, on whole screen pixels at any scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

from gui.panels.wall_layout import GAP, WallLayout


@given(st.integers(1, 5_000), st.floats(30, 4_000), st.sampled_from([1.0, 1.25, 1.5, 2.0, 3.0]), st.integers(0, 4_999))
def test_every_image_is_found_where_it_stands(count: int, width: float, ratio: float, number: int) -> None:
    layout = WallLayout(count, width, ratio, 14.0)
    place = number % count
    assert layout.place_at(layout.cell(place).center()) == place
    assert layout.cell(place).bottom() <= layout.height + 1e-6


@given(st.integers(1, 5_000), st.floats(80, 4_000), st.integers(0, 100_000), st.integers(60, 2_000))
def test_what_is_not_painted_cannot_be_seen(count: int, width: float, scrolled: int, height: int) -> None:
    layout = WallLayout(count, width, 1.0, 14.0)
    scrolled = min(scrolled, max(0, layout.height - height))
    seen = layout.visible(scrolled, height)
    for place in {0, count - 1, max(0, seen.start - 1), min(count - 1, seen.stop)} - set(seen):
        cell = layout.cell(place)
        assert cell.bottom() <= scrolled or cell.top() >= scrolled + height


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_images_pixels_are_whole_screen_pixels(ratio: float) -> None:
    layout = WallLayout(100, 777, ratio, 14.0)
    frame = layout.frame(23, 31)
    for length in (frame.left(), frame.top(), frame.width() / 28):
        assert length * ratio == pytest.approx(round(length * ratio))


def test_between_images_there_is_none() -> None:
    layout = WallLayout(10, 700, 1.0, 14.0)
    assert layout.place_at(QPointF(layout.step_x - GAP / 2, 10)) is None
    assert layout.place_at(QPointF(10, 10_000)) is None


def test_keys_lead_along_and_across_the_rows_and_never_off_the_wall() -> None:
    layout = WallLayout(100, 700, 1.0, 14.0)
    row, key = layout.columns, Qt.Key
    assert [layout.reached(30, each, 200) for each in (key.Key_Left, key.Key_Right)] == [29, 31]
    assert [layout.reached(30, each, 200) for each in (key.Key_Up, key.Key_Down)] == [30 - row, 30 + row]
    assert layout.reached(30, key.Key_PageDown, 2 * layout.step_y) == 30 + 2 * row
    assert [layout.reached(30, each, 200) for each in (key.Key_Home, key.Key_End)] == [0, 99]
    assert layout.reached(0, key.Key_Up, 200) == 0
    assert layout.reached(30, key.Key_Space, 200) is None
    assert WallLayout(0, 700, 1.0, 14.0).reached(-1, key.Key_Right, 200) is None
