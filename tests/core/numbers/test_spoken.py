"""Numbers in words."""

import pytest

from core.numbers.spoken import spoken


@pytest.mark.parametrize(
    ("text", "english"),
    [
        *(("7", "seven"), ("42", "forty-two: four, two"), ("81", "eighty-one: eight, one")),
        *(("90", "ninety: nine, zero"), ("112", "one hundred and twelve: one, one, two")),
        *(("300", "three hundred: three, zero, zero"), ("05", "zero, five"), ("1984", "one, nine, eight, four")),
        ("42\n7", "four, two, seven"),
    ],
)
def test_a_short_number_is_said_as_a_whole_and_then_digit_by_digit(text: str, english: str) -> None:
    assert spoken(text) == english
