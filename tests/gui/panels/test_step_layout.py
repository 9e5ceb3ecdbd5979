"""Where the blocks of a step lie, and the ten pictures in one of them."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from gui.panels.step_layout import blocks, tiles

SIZES = [(420, 130), (560, 200), (760, 190), (800, 560), (1_700, 900)]


@pytest.mark.parametrize("hidden", [0, 1, 3])
@pytest.mark.parametrize("size", SIZES)
def test_blocks_follow_each_other_apart_and_inside(size: tuple[int, int], hidden: int) -> None:
    places = blocks(*size, hidden)
    assert len(places) == 4 + max(1, hidden)
    assert all(QRectF(0, 0, *size).contains(place) for place in places)
    assert not any(one.intersects(two) for one, two in combinations(places, 2))
    assert [(place.top(), place.left()) for place in places] == sorted((p.top(), p.left()) for p in places)


def test_there_are_two_rows_where_there_is_height_for_them() -> None:
    assert len({place.top() for place in blocks(760, 190)}) == 1
    assert len({place.top() for place in blocks(760, 500)}) == 2


@pytest.mark.parametrize("count", [10, 16, 128])
@pytest.mark.parametrize("size", [(60, 200), (140, 120), (400, 60), (300, 300)])
def test_pictures_fill_their_room_one_way_and_leave_it_neither(size: tuple[int, int], count: int) -> None:
    room = QRectF(7, 11, *size)
    frames = tiles(room, count)
    assert len(frames) == count
    around = frames[0]
    for frame in frames:
        around = around.united(frame)
    assert room.adjusted(-0.01, -0.01, 0.01, 0.01).contains(around)
    assert not any(one.intersects(two) for one, two in combinations(frames, 2))
    assert around.width() > 0.98 * room.width() or around.height() > 0.98 * room.height()
