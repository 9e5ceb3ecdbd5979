"""A drawing as numbers."""

import numpy as np
import pytest

from core.digits.drawing import LARGEST_COORDINATE, MOST_POINTS, Drawing
from core.errors import UserError
from tests.measure.hard_shapes import HARD_SHAPES


def test_strokes_become_points_in_drawing_order() -> None:
    drawing = Drawing.from_strokes([[[1, 2], [3, 4]], [[5, 6]]])
    assert drawing.points.tolist() == [[1, 2], [3, 4], [5, 6]]
    assert not drawing.is_empty


def test_nothing_drawn_is_empty_and_so_are_strokes_without_points() -> None:
    for drawing in (Drawing(), Drawing.from_strokes([]), Drawing.from_strokes([[], []])):
        assert drawing.is_empty
        assert drawing.points.shape == (0, 2)


def test_a_drawing_keeps_copies_that_cannot_be_changed() -> None:
    mine = np.zeros((2, 2))
    drawing = Drawing.from_strokes([mine])
    mine[0, 0] = 7
    assert drawing.points[0, 0] == 0
    with pytest.raises(ValueError, match="read-only"):
        drawing.strokes[0][0, 0] = 1


@pytest.mark.parametrize(
    "stroke",
    [
        [[0, float("nan")]],
        [[float("inf"), 0]],
        [[0, 10 * LARGEST_COORDINATE]],
        [[0]],
        [[0, 1, 2]],
        [[0, 1], [2]],
        [0, 1],
        [["a", "b"]],
        [[None, 1]],
        [[{}, 1]],
        [[10**400, 1]],
        "12",
        {"x": 1},
    ],
)
def test_what_is_not_a_list_of_finite_points_is_refused_in_one_sentence(stroke: object) -> None:
    with pytest.raises(UserError, match=r"^a stroke .*\.$"):
        Drawing.from_strokes([stroke])  # type: ignore[list-item]


def test_a_drawing_of_more_points_than_any_digit_has_is_refused() -> None:
    with pytest.raises(UserError, match="more than"):
        Drawing.from_strokes([np.zeros((MOST_POINTS + 1, 2))])


def test_length_is_measured_in_sides_of_the_box() -> None:
    corner = Drawing.from_strokes([[[0, 0], [0, 30]], [[0, 0], [15, 0]]])
    assert corner.length == pytest.approx(1.5)
    assert (Drawing().length, Drawing.from_strokes([[[5, 5]]]).length) == (0, 0)


def test_lines_longer_than_any_digit_s_are_long_and_a_digit_drawn_twice_is_not() -> None:
    assert Drawing.from_strokes([[[0, 0], [1, 1]] * 6]).is_long
    assert not any(drawing.is_long for _, drawing in HARD_SHAPES.values())
