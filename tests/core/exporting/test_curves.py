"""Curves as SVG."""

import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.exporting.curves import Curve, svg_of
from tests.there import there

VALUES = st.lists(st.floats(-1e30, 1e30) | st.just(float("nan")) | st.just(float("inf")), max_size=20)


@given(VALUES)
def test_any_values_give_a_whole_picture_within_its_frame(values: list[float]) -> None:
    picture = ET.fromstring(svg_of([Curve(range(len(values)), values)], max(1, len(values))))
    path = there(picture.find("path"))
    points = [tuple(map(float, pair)) for pair in re.findall(r"[ML](\S+) (\S+?)(?=[ML]|$)", path.attrib["d"])]
    assert len(points) == np.isfinite(values).sum()
    assert all(0 <= x <= 820 and -0.1 <= y <= 260.1 for x, y in points)


def test_a_gap_begins_the_line_anew() -> None:
    picture = svg_of([Curve([0, 1, 2, 3], [1.0, np.nan, 2.0, 3.0])], 3)
    assert re.findall("[ML]", picture.partition('d="')[2].partition('"')[0]) == ["M", "M", "L"]


@pytest.mark.parametrize(("values", "expected"), [([0.1, 0.93], "80 %"), ([0.905, 0.912], "90.6 %")])
def test_shares_are_told_in_percent(values: list[float], expected: str) -> None:
    assert f">{expected}<" in svg_of([Curve([0, 10], values)], 10, percent=True)


def test_marks_are_text_and_no_code() -> None:
    assert "<b>" not in svg_of([Curve([0, 1], [0, 1])], 1, [(1, "<b>rate")])
