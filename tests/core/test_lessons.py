"""The texts of the lessons."""

import pytest

from core.lessons import LESSONS, MOST_WORDS, Lesson
from core.recipes.recipe import TUTORIAL
from core.recipes.texts import title_of


def test_there_are_eight_with_names_of_their_own() -> None:
    assert len({lesson.name for lesson in LESSONS}) == len(LESSONS) == 8


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_a_lesson_is_short_and_asks_for_one_thing(lesson: Lesson) -> None:
    assert 30 < len(lesson.text.split()) <= MOST_WORDS
    assert len(lesson.title.split()) <= 8
    assert lesson.task.endswith(".")
    assert lesson.task.count(".") == 1


def test_the_recipe_that_a_lesson_asks_for_is_called_so() -> None:
    (thousand,) = (lesson for lesson in LESSONS if lesson.name == "thousand")
    assert f"“{title_of(TUTORIAL)}”" in thousand.task
