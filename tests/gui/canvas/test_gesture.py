"""What a pointer draws between press and release."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.canvas.gesture import Gesture, InkStroke, Place, inside_part

places = st.tuples(st.floats(-2, 3), st.floats(-2, 3))


def drawn(*path: Place, dot_reach: float = 0.01) -> list[list[list[float]]]:
    gesture = Gesture(path[0], 1.0, dot_reach)
    for place in path[1:]:
        gesture.extend(place, 1.0)
    return [stroke.points.tolist() for stroke in gesture.strokes]


def test_repeated_places_are_drawn_once() -> None:
    assert drawn((0.1, 0.1), (0.5, 0.1), (0.5, 0.1)) == [[[0.1, 0.1], [0.5, 0.1]]]


def test_one_quick_step_across_a_corner_draws_what_lies_inside() -> None:
    first, second = drawn((0.5, 0.5), (1.5, 0.5), (0.4, -0.3))
    assert first == [[0.5, 0.5], [1.0, 0.5]]
    assert second == [pytest.approx([1.0, 0.5 - 0.5 * 0.8 / 1.1]), pytest.approx([0.8125, 0.0])]


def test_a_path_outside_draws_nothing() -> None:
    assert drawn((0.5, 0.5), (1.5, 0.5), (1.5, 2.0), (-1.0, 2.0))[1:] == []


@given(places, places)
def test_what_is_drawn_of_a_line_lies_in_the_square_and_on_the_line(start: Place, end: Place) -> None:
    part = inside_part(start, end)
    if part is None:
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        assert not all(0 < value < 1 for value in middle)
        return
    for x, y in part:
        assert 0 <= x <= 1
        assert 0 <= y <= 1
        way = math.dist(start, (x, y)) + math.dist((x, y), end)
        assert way == pytest.approx(math.dist(start, end), abs=1e-6)


def test_points_given_away_do_not_change_when_the_stroke_grows() -> None:
    stroke = InkStroke()
    for number in range(64):
        stroke.append((number / 1000, 0.0), 1.0)
    early = stroke.points
    copy = early.copy()
    for number in range(200):
        stroke.append((0.5, number / 1000), 1.0)
    assert np.array_equal(early, copy)
    assert len(stroke) == len(stroke.points) == 264
    assert not early.flags.writeable


def test_the_distance_to_a_stroke_is_to_its_line_not_to_its_points() -> None:
    line = InkStroke.from_points(np.array([[0.0, 0.5], [1.0, 0.5]]))
    assert line.distance((0.5, 0.6)) == pytest.approx(0.1)
    dot = InkStroke.from_points(np.array([[0.0, 0.5]]))
    assert dot.distance((0.3, 0.9)) == pytest.approx(0.5)
