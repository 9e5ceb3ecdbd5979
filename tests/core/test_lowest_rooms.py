"""The lowest rooms of the core: words, errors, progress, about, lessons."""

import errno
import json
import os
from collections.abc import Iterator
from importlib import metadata

import numpy as np
import pytest

from core import about, lessons
from core.errors import UserError, unreadable, writing
from core.lessons import ALL, TOURS, Answer, Lesson
from core.progress import described
from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER
from core.words import figure, mark, said, say, speak

GERMAN_SIGNS = str.maketrans(",.", ".,")
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
MOST_WORDS = 60  # of a text: what is read before something is done


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak()


def test_a_sentence_is_said_as_it_is_written_or_by_a_translator_that_gets_it_before_its_values() -> None:
    assert (say("The end."), say('{"label": 7}')) == ("The end.", '{"label": 7}')
    assert say("step {step:,} of {name}", step=1234, name="a run") == "step 1,234 of a run"
    speak({"step {step}": "Schritt {step}"}.__getitem__)
    assert say("step {step}", step=5) == "Schritt 5"


def test_a_marked_text_is_translated_where_it_is_shown() -> None:
    title = mark("Weights")
    speak({"Weights": "Gewichte"}.__getitem__)
    assert (title, said(title), said("")) == ("Weights", "Gewichte", "")


def test_numbers_take_the_signs_of_the_language_and_texts_do_not() -> None:
    speak(localize=lambda text: text.translate(GERMAN_SIGNS))
    assert say("{cost:,.2f} in {file}", cost=1234.5, file="a,b.csv") == "1.234,50 in a,b.csv"
    assert (say("{cost:.1f}", cost=np.float32(0.5)), figure(1234.5, ",.1f")) == ("0,5", "1.234,5")


def test_a_fault_names_the_thing_and_the_systems_reason() -> None:
    assert isinstance(unreadable("f", FULL), UserError)
    assert str(unreadable("f", FULL)) == "f cannot be read: No space left on device."
    with pytest.raises(UserError, match="^f cannot be written: No space left on device.$"), writing("f"):
        raise FULL
    with pytest.raises(UserError, match="^f cannot be written: the disk took only a part.$"), writing("f"):
        raise OSError("the disk took only a part")  # without a number


def test_few_are_counted_and_many_are_bytes_told_in_megabytes() -> None:
    assert described("drawing", 500, 10_000) == "drawing: 500 of 10,000"
    assert described("drawing", 999_999, 999_999) == "drawing: 999,999 of 999,999"
    assert described("drawing", 250_000, 1_000_000) == "drawing: 0.2 of 1.0 MB"
    assert described("drawing", 9_912_422, 11_594_722) == "drawing: 9.9 of 11.6 MB"


def test_the_text_names_the_parts_their_licences_and_whose_data_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(about.PARTS, "no-such-part", ("none", ""))
    text = about.about_text()
    assert "no-such-part" not in text
    ours = f"digitscope {metadata.version('digitscope')}: MIT"
    for part in (f"numpy {np.__version__}: BSD-3-Clause", ours, "PySide6-Essentials", "LGPL-3.0", "LeCun"):
        assert part in text


@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.name)
def test_a_lesson_asks_first_is_short_and_has_one_thing_to_do(lesson: Lesson) -> None:
    assert lesson.question.endswith("?")
    assert len(set(lesson.choices)) == 3
    assert lessons.BY_NUMBERS <= lesson.right < 3
    assert len(lesson.text.split()) <= MOST_WORDS
    assert lesson.task.endswith(".")
    assert lesson.task.count(".") == 1
    assert lesson.recipe in ("", *LADDER)


def test_there_are_thirteen_and_two_tours_of_five_whose_runs_are_called_by_what_each_is_about() -> None:
    assert ([len(tour) for tour in TOURS], len({lesson.name for lesson in ALL})) == ([13, 5, 5], 23)
    runs = [recipes.changed(LADDER[each.recipe], **each.changes) for each in ALL if each.tour and each.recipe]
    titles = ["based on A hidden layer", "Hidden layer from zeros", "based on Convolutions"]
    assert [run.title for run in runs] == titles
    assert all(run.architecture.hidden for run in runs)


def test_what_was_answered_is_remembered() -> None:
    answers = {"cost": Answer(1, 1, "it cost 2.30"), "step": Answer(0, 2, "66 %")}
    assert lessons.from_text(lessons.to_text(1, 3, answers)) == (1, 3, answers)
    assert lessons.from_text("99") == (0, 12, {})
    for wrong in ("no lesson", "[]", '{"lesson": null}', json.dumps({"lesson": 1, "answers": {"cost": 3}})):
        with pytest.raises(ValueError, match="lessons|Expecting"):
            lessons.from_text(wrong)


def test_the_page_of_answers_holds_each_of_its_tour_with_the_guess_judged() -> None:
    page = lessons.page_of({"cost": Answer(1, 1, "<it> cost 2.30"), "step": Answer(0, 2, "66 % are read")})
    assert "1 of 2 guesses were right." in page
    assert "&lt;it&gt; cost 2.30" in page
    assert "Your guess was: “About 10, as before”. It is: “More than 40”." in page
    assert page.count("Not answered.") == 11
    second = lessons.page_of({"cost": Answer(1, 1, "it cost 2.30"), "unit": Answer(0, 1, "unit 3 is lit")}, 1)
    assert "0 of 1 guesses were right." in second
    assert second.count("<li>") == 5
    assert "2.30" not in second
    assert lessons.verdict(ALL[0], Answer(1, -1, "")) == ""  # its number is not there yet


def test_what_was_said_in_one_language_is_not_shown_amid_another() -> None:
    answers = {"cost": Answer(1, 1, "it cost 2.30", "en"), "step": Answer(0, 2, "66 % are read", "en")}
    answers = lessons.from_text(lessons.to_text(0, 0, answers))[2]
    speak(lambda text: {"Your guess was right.": "Richtig geraten."}.get(text, text), code="de")
    page = lessons.page_of(answers)
    assert "Richtig geraten." in page
    assert "2.30" not in page
    speak(code="en")
    assert "it cost 2.30" in lessons.page_of(answers)
