"""Where a logit is written out: everything inside, apart, the pictures as large as they can be."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF

from core.digits.dataset import SIDE
from gui.panels.evidence_layout import Places, placed

LINE = 15.0  # points, a line of text
SIZES = [(300, 84), (410, 210), (575, 220), (800, 150), (1_200, 600)]


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", SIZES)
def test_pictures_and_sums_are_inside_and_apart_with_room_for_captions(size: tuple[int, int], ratio: float) -> None:
    places = placed(*size, LINE, ratio)
    captions = [picture.adjusted(0, 0, 0, LINE) for picture in places.pictures]
    whole = QRectF(0, 0, size[0] + 0.5, size[1] + 0.5)
    assert all(whole.contains(place) for place in (*captions, places.sums))
    assert not any(one.intersects(two) for one, two in combinations((*places.pictures, places.sums), 2))
    blocks = places.pictures[0].width() * ratio / SIDE
    assert blocks == pytest.approx(round(blocks))


def test_sums_stand_beside_the_pictures_and_beneath_them_where_these_become_larger() -> None:
    low, tall = placed(575, 120, LINE, 1.0), placed(410, 210, LINE, 1.0)
    assert low.sums.left() > low.pictures[2].right()
    assert tall.sums.top() > tall.pictures[2].bottom() + LINE
    assert side(tall) > side(placed(410, 120, LINE, 1.0))


def test_sums_beside_small_pictures_have_the_height_that_their_lines_need() -> None:
    places = placed(330, 110, LINE, 1.0)
    assert side(places) < 4 * LINE
    assert places.sums.height() >= 4 * LINE


def test_the_signs_stand_between_the_pictures() -> None:
    places = placed(575, 220, LINE, 1.0)
    for number in (1, 2):
        sign = places.sign(number)
        assert sign.left() == places.pictures[number - 1].right()
        assert sign.right() == places.pictures[number].left()


def side(places: Places) -> float:
    return places.pictures[0].width()
