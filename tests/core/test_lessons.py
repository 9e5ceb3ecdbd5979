"""The texts of the lessons, and the page of a learner's answers."""

import json

import pytest

from core import lessons
from core.lessons import ALL, LESSONS, TOURS, Answer, Lesson
from core.recipes import recipe as recipes
from core.recipes.recipe import LADDER

MOST_WORDS = 60  # of a text: what is read before something is done


def test_there_are_twelve_and_two_tours_of_five_with_names_of_their_own() -> None:
    assert [len(tour) for tour in TOURS] == [12, 5, 5]
    assert len({lesson.name for lesson in ALL}) == 22


@pytest.mark.parametrize("lesson", ALL, ids=lambda lesson: lesson.name)
def test_a_lesson_asks_first_is_short_and_has_one_thing_to_do(lesson: Lesson) -> None:
    assert lesson.question.endswith("?")
    assert len(set(lesson.choices)) == 3
    assert lessons.BY_NUMBERS <= lesson.right < 3
    assert len(lesson.text.split()) <= MOST_WORDS
    assert lesson.task.endswith(".")
    assert lesson.task.count(".") == 1
    assert lesson.recipe in ("", *LADDER)
    if lesson.changes:
        assert recipes.changed(LADDER[lesson.recipe], **lesson.changes).architecture.hidden


def test_each_of_the_four_questions_has_a_lesson() -> None:
    titles = {lesson.title for lesson in LESSONS}
    assert {"How accurate is it?", "When to stop?", "How to improve it?", "What did it read, and why?"} <= titles


def test_what_was_answered_is_remembered() -> None:
    answers = {"cost": Answer(1, 1, "it cost 2.30"), "step": Answer(0, 2, "66 %")}
    assert lessons.from_text(lessons.to_text(1, 3, answers)) == (1, 3, answers)
    assert lessons.from_text("99") == (0, 11, {})
    for wrong in ("no lesson", "[]", '{"lesson": null}', json.dumps({"lesson": 1, "answers": {"cost": 3}})):
        with pytest.raises(ValueError, match="lessons|Expecting"):
            lessons.from_text(wrong)


def test_the_page_of_answers_holds_each_with_the_guess_judged() -> None:
    page = lessons.page_of({"cost": Answer(1, 1, "<it> cost 2.30"), "step": Answer(0, 2, "66 % are read")})
    assert "1 of 2 guesses were right." in page
    assert "&lt;it&gt; cost 2.30" in page
    assert "Your guess was: “About 10, as before”. It is: “More than 40”." in page
    assert page.count("Not answered.") == 10


def test_the_page_of_a_tour_holds_its_own_answers_alone() -> None:
    page = lessons.page_of({"cost": Answer(1, 1, "it cost 2.30"), "unit": Answer(0, 1, "unit 3 is lit")}, 1)
    assert "0 of 1 guesses were right." in page
    assert page.count("<li>") == 5
    assert "2.30" not in page
