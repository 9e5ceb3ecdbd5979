"""How sure a reading is, and what is said when it is in doubt."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.model import softmax
from core.model.doubt import (
    FEWEST,
    Doubt,
    calibration_error,
    fitted_temperature,
    judged,
    tempered,
    trust,
    worth,
)
from core.model.softmax import single


def reading(**shares: float) -> np.ndarray:
    probabilities = np.zeros(10)
    for name, share in shares.items():
        probabilities[int(name[1:])] = share
    return probabilities


def test_a_sure_reading_is_told_as_it_is() -> None:
    judgement = judged(reading(_7=0.9, _1=0.1))
    assert (judgement.doubt, judgement.digits, judgement.sentence) == (Doubt.NONE, (7, 1), "")


@pytest.mark.parametrize("likelier", [4, 9])
def test_an_unsure_reading_names_both_digits_in_their_order(likelier: int) -> None:
    shares = {f"_{likelier}": 0.5, f"_{13 - likelier}": 0.4}
    assert judged(reading(**shares)).sentence == "Not sure: 4 or 9"


def test_a_strange_drawing_is_no_digit_however_sure_the_reading() -> None:
    judgement = judged(reading(_8=1.0), is_strange=True)
    assert judgement.doubt is Doubt.NOT_A_DIGIT
    assert judgement.sentence == "This does not look like a digit"


def test_calibration_is_perfect_where_as_many_are_right_as_is_said() -> None:
    probabilities = np.tile(reading(_3=0.75, _5=0.25), (4, 1))
    assert calibration_error(probabilities, np.array([3, 3, 3, 5], np.uint8)) == pytest.approx(0)
    assert calibration_error(probabilities, np.array([5, 5, 5, 5], np.uint8)) == pytest.approx(0.75)


def test_calibration_weighs_each_bin_by_its_count() -> None:
    probabilities = np.stack([reading(_1=1.0), reading(_1=1.0), reading(_1=0.6, _2=0.4)])
    assert calibration_error(probabilities, np.array([1, 2, 1], np.uint8)) == pytest.approx((2 * 0.5 + 0.4) / 3)


def test_nothing_read_is_not_badly_calibrated() -> None:
    assert calibration_error(np.empty((0, 10)), np.empty(0, np.uint8)) == 0


@given(st.floats(0.3, 4.0))
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


def test_a_word_is_worth_the_share_of_the_images_it_was_right_about() -> None:
    sure, unsure = reading(_3=1.0), reading(_3=0.6, _5=0.4)
    probabilities = np.stack([*[sure] * 40, *[unsure] * (FEWEST - 1)])
    labels = np.array([3] * 10 + [5] * 30 + [3] * (FEWEST - 1), np.uint8)
    found = trust(probabilities, labels)
    assert worth(0.999, found) == 0.25
    assert math.isnan(worth(0.6, found))  # too few to say
    assert math.isnan(worth(0.999, ()))
