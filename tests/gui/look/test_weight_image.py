"""Weights as an image."""

import numpy as np
import pytest

from gui.look.weight_image import pictures_of, steady_scale


def test_each_weight_is_at_its_row_and_column() -> None:
    matrix = np.zeros((784, 10), np.float32)
    matrix[12 * 28 + 15, 7] = 1.0
    levels = np.array([0xFF000000 + level for level in range(256)], np.uint32)
    image = pictures_of(matrix, 1.0, levels)
    bright = [(x, y) for x in range(280) for y in range(28) if image.pixelColor(x, y).blue() != 128]
    assert bright == [(7 * 28 + 15, 12)]
    assert image.pixelColor(7 * 28 + 15, 12).blue() == 255


def test_the_colour_scale_moves_in_jumps_while_weights_grow() -> None:
    weights = np.random.default_rng(0).normal(size=(784, 10))
    scale, seen = 0.0, []
    for size in np.linspace(0.1, 1.0, 200):
        scale = steady_scale(size * weights, scale)
        seen.append(scale)
    assert len(set(seen)) <= 8
    assert seen == sorted(seen)
    assert 2.5 < scale < 4


def test_the_colour_scale_stays_while_it_is_not_much_too_wide_and_narrows_after() -> None:
    weights = np.ones((784, 10))
    assert steady_scale(weights * 0.5, 1.0) == 1.0
    assert steady_scale(weights * 0.3, 1.0) == pytest.approx(0.3)
