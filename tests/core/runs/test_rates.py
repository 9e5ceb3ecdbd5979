"""The learning rate of every step, with decay, changes by hand and steps added."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from core.recipes.recipe import PATIENCE, TUTORIAL
from core.runs.facts import EXTENDED, PAUSED, RATE, RunEvent
from core.runs.record import rates_used

DECAYED = replace(PATIENCE, steps=80, learning_rate=0.4)


def cosine(base: float, step: int, steps: int) -> float:
    return base * 0.5 * (1 + math.cos(math.pi * step / steps))


def at(rates: np.ndarray, steps: Sequence[int]) -> list[float]:
    return [float(rates[step]) for step in steps]


def test_without_changes_the_rates_are_the_recipes() -> None:
    assert rates_used(TUTORIAL, (), 3).tolist() == pytest.approx([0.01] * 3)
    assert at(rates_used(DECAYED, (), 80), (0, 40)) == pytest.approx([0.4, 0.2])
    assert len(rates_used(TUTORIAL, (), 0)) == 0


def test_a_change_by_hand_counts_from_its_step_on_and_is_decayed_too() -> None:
    assert rates_used(TUTORIAL, (RunEvent(2, RATE, 0.5),), 4).tolist() == pytest.approx([0.01, 0.01, 0.5, 0.5])
    assert at(rates_used(DECAYED, (RunEvent(30, RATE, 0.8),), 80), (29, 30)) == pytest.approx(
        [cosine(0.4, 29, 80), cosine(0.8, 30, 80)]
    )


def test_steps_added_begin_a_decayed_rate_anew_at_a_tenth_and_leave_another_as_it_is() -> None:
    marks = (RunEvent(80, EXTENDED, 40), RunEvent(100, RATE, 0.2))
    rates = rates_used(DECAYED, marks, 120)
    assert at(rates, (80, 100)) == pytest.approx([0.04, cosine(0.2, 20, 40)])
    assert rates_used(TUTORIAL, (RunEvent(2, EXTENDED, 5),), 7).tolist() == pytest.approx([0.01] * 7)


def test_other_changes_and_those_behind_the_last_step_change_nothing() -> None:
    marks = (RunEvent(1, PAUSED), RunEvent(900, RATE, 7.0))
    assert rates_used(TUTORIAL, marks, 3).tolist() == pytest.approx([0.01] * 3)
