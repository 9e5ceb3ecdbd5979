"""How sure a reading is, and what is said when it is in doubt."""

import math

import numpy as np
import pytest

from core.model.doubt import FEWEST, Doubt, judged, trust, worth


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


def test_a_word_is_worth_the_share_of_the_images_it_was_right_about() -> None:
    sure, unsure = reading(_3=1.0), reading(_3=0.6, _5=0.4)
    probabilities = np.stack([*[sure] * 40, *[unsure] * (FEWEST - 1)])
    labels = np.array([3] * 10 + [5] * 30 + [3] * (FEWEST - 1), np.uint8)
    found = trust(probabilities, labels)
    assert worth(0.999, found) == 0.25
    assert math.isnan(worth(0.6, found))  # too few to say
    assert math.isnan(worth(0.999, ()))
