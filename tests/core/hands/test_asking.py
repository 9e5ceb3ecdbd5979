"""Asking for digits."""

from core.hands.asking import EACH, AskedDigits


def all_of(asked: AskedDigits) -> list[int]:
    """Draw each digit that is asked for."""
    drawn = []
    while asked.digit is not None:
        drawn.append(asked.digit)
        asked.take()
    return drawn


def begun(seed: int) -> AskedDigits:
    asked = AskedDigits()
    asked.set_seed(seed)
    asked.begin()
    return asked


def test_nothing_is_asked_before_the_beginning_and_after_the_end() -> None:
    asked = AskedDigits()
    assert asked.digit is None
    asked.begin()
    assert asked.digit is not None
    asked.stop()
    assert asked.digit is None


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


def test_digits_are_counted_from_one() -> None:
    asked = begun(3)
    asked.take()
    assert (asked.number, asked.total) == (2, 10 * EACH)
