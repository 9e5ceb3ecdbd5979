"""What the classes of data sets are called."""

import pytest

from core.digits import class_names
from core.digits.dataset import CLASSES, DIGITS
from core.words import speak


@pytest.mark.parametrize("name", ["fashion", "Fashion-MNIST", "my fashion images"])
def test_fashion_is_known_by_its_name(name: str) -> None:
    assert class_names.by_name(name)[9] == "Ankle boot"


@pytest.mark.parametrize("name", ["mnist", "emnist-digits", ""])
def test_what_is_not_well_known_has_the_digits(name: str) -> None:
    assert class_names.by_name(name) == DIGITS


def test_every_known_set_has_ten_classes_and_fewer_names_are_filled_up() -> None:
    assert {len(names) for names in class_names.KNOWN.values()} == {CLASSES}
    assert class_names.filled_up(("cat", "dog")) == ("cat", "dog", *["(none)"] * 8)


def test_names_that_somebody_gave_their_classes_are_shown_as_they_are() -> None:
    speak(lambda text: {"Run": "Lauf", "Bag": "Tasche"}.get(text, text))
    try:
        assert class_names.shown(("Run", "Bag")) == ("Run", "Tasche")
    finally:
        speak()
