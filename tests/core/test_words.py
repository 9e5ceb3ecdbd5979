"""Sentences: what they say without a translator, with one, and how numbers come into them."""

from collections.abc import Iterator

import numpy as np
import pytest

from core.words import figure, mark, said, say, speak

GERMAN_SIGNS = str.maketrans(",.", ".,")


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak()


def test_without_a_translator_a_sentence_is_said_as_it_is_written() -> None:
    assert say("The end.") == "The end."
    assert say("step {step:,} of {name}", step=1234, name="a run") == "step 1,234 of a run"


def test_braces_stay_where_no_values_are_given() -> None:
    assert say('{"label": 7}') == '{"label": 7}'


def test_a_translator_gets_the_sentence_before_the_values() -> None:
    speak({"step {step}": "Schritt {step}"}.__getitem__)
    assert say("step {step}", step=5) == "Schritt 5"


def test_a_marked_text_is_translated_where_it_is_shown() -> None:
    title = mark("Weights")
    speak({"Weights": "Gewichte"}.__getitem__)
    assert title == "Weights"
    assert said(title) == "Gewichte"
    assert said("") == ""


def test_numbers_take_the_signs_of_the_language_and_texts_do_not() -> None:
    speak(localize=lambda text: text.translate(GERMAN_SIGNS))
    assert say("{cost:,.2f} in {file}", cost=1234.5, file="a,b.csv") == "1.234,50 in a,b.csv"
    assert say("{cost:.1f}", cost=np.float32(0.5)) == "0,5"
    assert figure(1234.5, ",.1f") == "1.234,5"


def test_a_value_is_quoted_as_python_quotes_it() -> None:
    assert say("There is no {name!r}.", name="seven") == "There is no 'seven'."
