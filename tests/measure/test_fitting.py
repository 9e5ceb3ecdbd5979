"""What is fitted to digits once: their calibration and temperature."""

import numpy as np
import pytest

from core.model import softmax
from core.model.softmax import single
from tests.core.model.test_doubt import reading
from tests.measure.fitting import calibration_error, fitted_temperature, tempered


def test_calibration_is_perfect_where_as_many_are_right_as_is_said_and_weighs_each_bin_by_its_count() -> None:
    probabilities = np.tile(reading(_3=0.75, _5=0.25), (4, 1))
    assert calibration_error(probabilities, np.array([3, 3, 3, 5], np.uint8)) == pytest.approx(0)
    assert calibration_error(probabilities, np.array([5, 5, 5, 5], np.uint8)) == pytest.approx(0.75)
    probabilities = np.stack([reading(_1=1.0), reading(_1=1.0), reading(_1=0.6, _2=0.4)])
    assert calibration_error(probabilities, np.array([1, 2, 1], np.uint8)) == pytest.approx((2 * 0.5 + 0.4) / 3)
    assert calibration_error(np.empty((0, 10)), np.empty(0, np.uint8)) == 0


@pytest.mark.parametrize("temperature", [0.3, 1.0, 4.0])
def test_the_temperature_of_logits_drawn_at_one_is_found(temperature: float) -> None:
    random = np.random.default_rng(1)
    logits = random.normal(0, 2, (4_000, 10))
    chances = softmax.softmax(logits).cumsum(axis=1)
    labels = (random.uniform(size=(4_000, 1)) > chances).sum(axis=1).clip(0, 9).astype(np.uint8)
    assert fitted_temperature(logits * temperature, labels) == pytest.approx(temperature, rel=0.08)


def test_a_folded_temperature_divides_the_logits_and_keeps_the_rest() -> None:
    random = np.random.default_rng(2)
    matrix, bias = (random.normal(size=size).astype(np.float32) for size in ((784, 10), (10,)))
    weights = single(matrix, bias, ("box", "centre"), "zeros")
    made = tempered(weights, 1.6)
    images = random.uniform(size=(5, 784))
    assert np.allclose(softmax.logits(made, images) * 1.6, softmax.logits(weights, images), rtol=1e-4, atol=1e-4)
    assert (made.stages, made.recipe) == (weights.stages, weights.recipe)
