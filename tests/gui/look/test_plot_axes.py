"""Ticks, round ends of ranges, and the pens of curves."""

import math
import tracemalloc

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from gui.look.painting import hairline
from gui.look.plot_axes import StepAxis, ValueAxis, log_ticks, multiples, round_step, rounded_down, rounded_up


@given(st.floats(1e-9, 1e12))
def test_a_rounded_end_holds_the_value_and_is_less_than_twice_it(value: float) -> None:
    assert value * (1 - 1e-6) <= rounded_up(value) < 2 * value
    assert value / 2 < rounded_down(value) <= value * (1 + 1e-6)


@given(st.floats(1e-6, 1e9), st.floats(1, 30))
def test_no_more_ticks_than_there_is_room_for(span: float, most: float) -> None:
    assert span / round_step(span, most) <= most * (1 + 1e-6)


@given(st.floats(-6, 6), st.floats(0.02, 12), st.integers(3, 15))
def test_a_logarithmic_axis_has_ticks_inside_its_range(low: float, span: float, most: int) -> None:
    ticks = log_ticks(low, low + span, most)
    assert 1 <= len(ticks) <= most + 1
    assert all(low - 1e-6 <= tick <= low + span + 1e-6 for tick in ticks)


def test_a_logarithmic_axis_prefers_one_two_five_and_decades_of_a_diverged_run_take_no_memory() -> None:
    values = [round(10**tick, 6) for tick in log_ticks(math.log10(0.2), math.log10(20), 10)]
    assert values == [0.2, 0.5, 1, 2, 5, 10, 20]
    assert [round(10**tick, 6) for tick in log_ticks(math.log10(0.2), math.log10(20), 5)] == [0.3, 1, 3, 10]
    tracemalloc.start()
    ticks = log_ticks(0.0, 100_000.0, 10)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(ticks) == 11
    assert peak < 10_000  # bytes


def test_steps_are_whole_numbers_with_thousands_and_values_have_their_unit(qtbot: QtBot) -> None:
    assert multiples(0.1, 0.7, 0.1) == pytest.approx([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])  # in spite of rounding
    steps, values = StepAxis(), ValueAxis()
    assert steps.tickValues(0, 3, 700) == [(1, [0, 1, 2, 3])]
    assert steps.tickStrings([0, 20_000], 1, 1) == ["0", "20,000"]
    assert ValueAxis(" %").tickStrings([20.0], 1, 1) == ["20 %"]
    values.log = True
    assert values.tickStrings([-1, math.log10(0.5), 10], 1, 1) == ["0.1", "0.5", "1e10"]


@pytest.mark.parametrize("scale", [1.0, 0.01, 20.0])
def test_a_hairline_is_one_pixel_wide_at_any_scale(scale: float) -> None:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setPen(hairline("#2F6FED"))
    painter.drawLine(0, round(20 / scale), round(40 / scale), round(20 / scale))
    painter.end()
    assert [y for y in range(40) if image.pixelColor(20, y) == QColor("#2F6FED")] == [20]
