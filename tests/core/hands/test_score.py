"""Which digits are requested next, and how well a hand is read."""

from pathlib import Path

import numpy as np

from core.digits.stages import RAW, UPRIGHT
from core.hands.hand import Hand
from core.hands.requested import EACH, RequestedDigits
from core.hands.score import HandScore
from core.model.softmax import Weights, single
from tests import small


def always(label: int, stages: tuple[str, ...] = RAW) -> Weights:
    bias = np.zeros(10, np.float32)
    bias[label] = 1
    return single(np.zeros((784, 10), np.float32), bias, stages)


def test_the_share_is_of_digits_read_as_labelled_of_which_what_was_learned_is_no_test(tmp_path: Path) -> None:
    hand, score = Hand("Ada", tmp_path), HandScore()
    assert score.share(always(0), ()) is None
    for label in (7, 7, 7, 1):
        hand.teach(small.SEVEN, label)
    assert score.share(always(7), hand.digits) == 0.75
    assert score.fair_share(always(7), hand.digits, 2, 0.5) == 0.5  # one of two learned, one of two others
    assert score.fair_share(always(7), hand.digits, 9, 0.25) == 0.25
    assert score.fair_share(always(7), hand.digits, 1, 1.0) is None
    assert score.share(always(1, UPRIGHT), hand.digits) == 0.25
    hand.correct(hand.digits[3].id, 7)
    assert score.share(always(7), hand.digits) == 1


def test_digits_are_drawn_once_for_the_same_stages_and_anew_for_others(tmp_path: Path) -> None:
    hand, score = Hand("Ada", tmp_path), HandScore()
    hand.teach(small.SEVEN, 7)
    hand.teach(small.SEVEN, 1)
    assert [len(list(score.draw(hand.digits, stages))) for stages in (RAW, RAW, UPRIGHT)] == [2, 0, 2]
    hand.teach(small.SEVEN, 7)
    assert len(list(score.draw(hand.digits, RAW))) == 1


def all_of(asked: RequestedDigits) -> list[int]:
    drawn = []
    while asked.digit is not None:
        drawn.append(asked.digit)
        asked.take()
    return drawn


def begun(seed: int) -> RequestedDigits:
    asked = RequestedDigits()
    asked.set_seed(seed)
    asked.begin()
    return asked


def test_as_many_of_each_are_asked_for_in_an_order_of_the_seed() -> None:
    drawn = all_of(begun(1))
    assert sorted(drawn) == sorted([*range(10)] * EACH)
    assert drawn == all_of(begun(1))
    assert drawn != all_of(begun(2))


def test_a_digit_put_off_comes_at_the_end() -> None:
    asked = begun(1)
    first, total = asked.digit, asked.total
    asked.put_off()
    assert asked.number == 1
    drawn = all_of(asked)
    assert len(drawn) == total
    assert drawn[-1] == first
