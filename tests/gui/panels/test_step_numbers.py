"""The numbers that a step is told by are its own."""

import numpy as np
import pytest

from core.digits.dataset import DIGITS
from core.model import shipped
from core.recipes import recipe as recipes
from core.training.one_step import FollowedStep, StepFollower
from gui.panels.step_numbers import COLUMNS, cost_rows, output_row
from tests import small


@pytest.fixture(scope="module")
def step() -> FollowedStep:
    return StepFollower(recipes.TUTORIAL, small.dataset()).at(3, shipped.shipped_layer(), 0)


def number(text: str) -> float:
    return float(text.replace("−", "-").removesuffix(" %"))


def test_a_row_of_outputs_tells_bias_logit_probability_and_label(step: FollowedStep) -> None:
    for digit in range(10):
        row = output_row(step, digit, DIGITS[digit])
        assert len(row) == len(COLUMNS)
        assert number(row[1]) == pytest.approx(step.weights.bias[digit], abs=0.006)
        assert number(row[2]) == pytest.approx(step.logits[digit], abs=0.006)
        assert number(row[3]) == pytest.approx(100 * step.probabilities[digit], abs=0.11)
        assert row[4] == ("1" if digit == step.label else "0")


def test_the_change_is_rate_times_gradient(step: FollowedStep) -> None:
    rows = dict(cost_rows(step))
    assert number(rows["batch mean"]) == pytest.approx(step.cost, abs=6e-4)
    largest = float(np.abs(step.gradients[0]).max())
    assert number(rows["× gradient"]) == pytest.approx(largest, rel=0.06)
    assert number(rows["= change"]) == pytest.approx(step.rate * largest, rel=0.06)
