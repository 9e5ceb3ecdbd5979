"""When a run pauses or ends: its pace, by a clock made here, and sentences about runs of known course."""

import math

import numpy as np
import pytest

from core.training.schedule import Pacer, checkpoint_steps
from core.training.stopping import best_point, sentence_after, sentence_during

SEEDS = range(20)
STEPS = np.arange(10, 1_001, 10)  # of validation points
SAID = {"rising": "still rising", "flat": "were enough", "falling": "and fell after it", "noisy": "Accuracy jumps"}


def made(shape: str, seed: int, total: int = 1_000) -> tuple[np.ndarray, np.ndarray]:
    """Validation points of a run of that shape, with the scatter that real ones have."""
    steps = np.array(checkpoint_steps(total))
    share = steps / total
    curve, scatter = {
        "rising": (0.1 + 0.35 * share, 0.004),
        "flat": (0.9 - 0.8 * np.exp(-share * 25), 0.001),
        "falling": (0.9 - 0.8 * np.exp(-share * 25) - 0.15 * np.maximum(share - 0.3, 0), 0.002),
        "noisy": (0.85 - 0.7 * np.exp(-share * 25), 0.03),
    }[shape]
    return steps, curve + np.random.default_rng(seed).normal(0, scatter, len(steps))


@pytest.mark.parametrize("shape", ["rising", "flat", "falling", "noisy"])
@pytest.mark.parametrize("total", [1_000, 20_000])
def test_the_course_of_a_made_run_is_recognised(shape: str, total: int) -> None:
    sentences = [sentence_after(*made(shape, seed, total), np.ones(total)) for seed in SEEDS]
    assert sum(SAID[shape] in sentence for sentence in sentences) >= 19


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
def test_a_run_with_a_cost_that_is_no_number_or_beyond_all_measure_has_diverged(wrong: float) -> None:
    costs = np.ones(1_000)
    costs[412:] = wrong
    sentence = "The run diverged: from step 412 on the cost is no longer a number; take a lower learning rate."
    assert sentence_after(*made("rising", 0), costs) == sentence
    sentence = "The run diverged: its cost grew beyond all measure; take a lower learning rate."
    assert sentence_after(*made("flat", 0), [2.3, 400.0], diverged=True) == sentence
    assert "diverged" not in sentence_after(*made("flat", 0), [2.3, 400.0])


def test_a_rising_run_was_not_long_enough_and_the_rise_is_told_of_a_long_one_for_more_steps() -> None:
    sentence = "1,000 steps were not enough: accuracy was still rising 4 points per 100 steps."
    assert sentence_after(STEPS, 0.1 + 0.0004 * STEPS) == sentence
    broken_off = sentence_after(STEPS, 0.1 + 0.0004 * STEPS, np.full(1_007, 2.3))
    assert broken_off == sentence.replace("1,000", "1,007")  # the steps that the plot above names
    steps = np.arange(200, 20_001, 200)
    assert sentence_after(steps, 0.5 + 0.000012 * steps).endswith("still rising 1.2 points per 1,000 steps.")


def test_a_run_that_fell_and_settled_lower_is_falling_its_best_point_is_named_and_jumps_are_told() -> None:
    values = np.where(STEPS < 500, 0.9, 0.8)
    values[39] = 0.912
    sentence = "Accuracy was best at step 400 (91.2 %) and fell after it: stop there, or take a lower learning rate."
    assert sentence_after(STEPS, values) == sentence
    jumping = sentence_after(*made("noisy", 3))
    assert jumping.startswith("Accuracy jumps by about ")
    assert 1 <= float(jumping.split()[4]) <= 7


def test_a_flat_run_was_long_enough_also_with_one_good_point() -> None:
    ending = "brought next to nothing, so more would help little at this rate."
    assert sentence_after(STEPS, np.full(100, 0.9)) == f"1,000 steps were enough: the last 200 {ending}"
    assert "the last 200 gained 0.2 points" in sentence_after(STEPS, 0.9 + 0.00001 * STEPS)
    assert "still rising 2 points per 1,000" in sentence_after(STEPS, 0.9 + 0.00002 * STEPS)
    steps, values = made("flat", 1)
    values[-3] += 0.004
    assert SAID["flat"] in sentence_after(steps, values)


def test_a_run_that_only_guesses_was_not_long_enough_but_taught_nothing() -> None:
    values = np.full(100, 0.114)
    values[0] = 0.099
    sentence = "1,000 steps taught it nothing: it reads 11 % of the images right, as guessing would."
    assert sentence_after(STEPS, values) == sentence
    values[:50] = np.linspace(0.02, 0.114, 50)  # of 62 classes: guessing reads 2 %
    assert "were enough" in sentence_after(STEPS, values)


def test_too_few_points_or_steps_are_not_judged_however_they_jump() -> None:
    for steps, values in (([], []), ([100, 200, 300], [0.1, 0.2, 0.3]), (range(1, 7), [0.1, 0.4, 0.3, 0.5, 0.2, 0.3])):
        assert sentence_after(steps, values) == "The run was too short to say whether more steps would help."


def test_the_best_point_is_the_first_of_equals_missing_ones_do_not_count_and_it_is_told_during_a_run() -> None:
    steps, values = [10, 20, 30, 40], [0.2, 0.5, float("nan"), 0.5]
    assert best_point(steps, values) == (20, 0.5)
    assert best_point([], []) is None
    assert sentence_during([], []) == ""
    assert sentence_during([100, 398], [0.3, 0.4]) == "Best so far at step 398."
    assert sentence_during([398, 518], [0.4, 0.3]) == "Best at step 398, no better for 120 steps."


def steps_made(pacer: Pacer, seconds: float, tick_s: float = 0.0005) -> int:
    """Return how many steps a worker makes that asks at every tick of a made clock."""
    made, now = 0, 100.0
    while now < 100.0 + seconds:
        due, _ = pacer.due(now)
        pacer.made(int(due))
        made += int(due)
        now += tick_s
    return made


def test_every_pace_is_kept_to_five_percent() -> None:
    for pace in (1, 3, 10, 30, 100, 300, 1_000):
        assert steps_made(Pacer(pace), 10) == pytest.approx(10 * pace, rel=0.05, abs=1)


def test_waiting_as_long_as_it_says_makes_a_step_due_but_what_was_missed_is_not_made_up_for() -> None:
    assert Pacer(1).due(5.0)[0] == 1  # the first at once
    assert Pacer(math.inf).due(5.0) == (math.inf, 0.0)
    pacer = Pacer(3)
    pacer.made(int(pacer.due(0.0)[0]))
    due, wait_s = pacer.due(0.1)
    assert due == 0
    assert pacer.due(0.1 + wait_s + 1e-6)[0] >= 1
    assert pacer.due(60.0)[0] <= 2


def test_another_pace_holds_from_now_on_and_the_same_begins_nothing_anew() -> None:
    pacer = Pacer(10)
    pacer.made(int(pacer.due(0.0)[0]))
    pacer.set_pace(10)
    assert pacer.due(0.05)[0] == 0
    pacer.set_pace(11)
    assert pacer.due(0.05)[0] == 1
    pacer.set_pace(1_000)
    assert pacer.due(0.1)[0] >= 0
    assert steps_made(pacer, 1) == pytest.approx(1_000, rel=0.05)
