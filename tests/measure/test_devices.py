"""Drawings as other devices give them: the same digit, otherwise."""

from dataclasses import replace

import numpy as np
import pytest

from core.digits.drawing import Drawing
from tests.measure.devices import Device, random_device, through_device

PLAIN = Device(1.0, 0.0, 0, 0.0, False, False, False)
LINE = Drawing.from_strokes([[[0.0, 0.0], [0.0, 1.0]], [[0.5, 0.5]]])


def drawn(**changes: object) -> Drawing:
    return through_device(LINE, replace(PLAIN, **changes), np.random.default_rng(1))  # type: ignore[arg-type]


def test_a_plain_device_changes_nothing_but_the_spacing_of_points() -> None:
    line, dot = drawn().strokes
    np.testing.assert_allclose(line[[0, -1]], [[0, 0], [0, 1]])
    assert np.abs(np.diff(line[:, 1])).max() < 0.04
    np.testing.assert_array_equal(dot, [[0.5, 0.5]])


@pytest.mark.parametrize(
    ("changes", "lowest", "highest"),
    [
        ({"points": 6}, 0.3, 0.6),  # of the digit's size, between two points
        ({"grid": 0.25}, 0.25, 0.26),
    ],
)
def test_slow_devices_and_coarse_grids_space_points(changes: dict[str, object], lowest: float, highest: float) -> None:
    assert lowest <= np.abs(np.diff(drawn(**changes).strokes[0][:, 1])).max() <= highest


def test_digits_are_squeezed_tremble_near_their_lines_and_are_cut_hooked_and_drawn_twice() -> None:
    assert drawn(squeeze=0.5).strokes[1][0, 0] == 0.25
    assert 0 < np.abs(drawn(jitter=0.01).strokes[0][:, 0]).max() < 0.05
    assert np.ptp(drawn(loses_ends=True).strokes[0][:, 1]) < 1
    assert len(drawn(has_hooks=True).strokes[0]) == len(drawn().strokes[0]) + 1
    assert len(drawn(draws_twice=True).strokes) == 4


def test_devices_are_the_same_for_a_seed_and_most_of_them_keep_the_width() -> None:
    first, second = ([random_device(np.random.default_rng(seed)) for seed in range(200)] for _ in range(2))
    assert first == second
    assert 100 < sum(device.squeeze == 1.0 for device in first) < 180
