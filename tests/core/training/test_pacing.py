"""The pace, against a clock made by the test."""

import math

import pytest

from core.training.pacing import Pacer


def steps_made(pacer: Pacer, seconds: float, tick_s: float = 0.0005) -> int:
    """Return how many steps a worker makes that asks at every tick of a made clock."""
    made, now = 0, 100.0
    while now < 100.0 + seconds:
        due, _ = pacer.due(now)
        pacer.made(int(due))
        made += int(due)
        now += tick_s
    return made


@pytest.mark.parametrize("pace", [1, 3, 10, 30, 100, 300, 1_000])
def test_every_pace_is_kept_to_five_percent(pace: int) -> None:
    assert steps_made(Pacer(pace), 10) == pytest.approx(10 * pace, rel=0.05, abs=1)


def test_the_first_step_is_due_at_once() -> None:
    assert Pacer(1).due(5.0)[0] == 1


def test_as_fast_as_it_can_never_waits() -> None:
    assert Pacer(math.inf).due(5.0) == (math.inf, 0.0)


def test_what_a_slow_machine_missed_is_not_made_up_for() -> None:
    pacer = Pacer(100)
    pacer.made(int(pacer.due(0.0)[0]))
    assert pacer.due(60.0)[0] <= 2


def test_waiting_as_long_as_it_says_makes_a_step_due() -> None:
    pacer = Pacer(3)
    pacer.made(int(pacer.due(0.0)[0]))
    due, wait_s = pacer.due(0.1)
    assert due == 0
    assert pacer.due(0.1 + wait_s + 1e-6)[0] >= 1


def test_another_pace_holds_from_now_on() -> None:
    pacer = Pacer(1)
    pacer.made(int(pacer.due(0.0)[0]))
    pacer.set_pace(1_000)
    assert pacer.due(0.1)[0] >= 0
    assert steps_made(pacer, 1) == pytest.approx(1_000, rel=0.05)


def test_the_same_pace_said_again_begins_nothing_anew() -> None:
    pacer = Pacer(10)
    pacer.made(int(pacer.due(0.0)[0]))
    pacer.set_pace(10)
    assert pacer.due(0.05)[0] == 0
    pacer.set_pace(11)
    assert pacer.due(0.05)[0] == 1
