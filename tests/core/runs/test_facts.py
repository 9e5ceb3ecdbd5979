"""What is known of a run."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from core.digits import class_names
from core.recipes.recipe import TUTORIAL
from core.runs.facts import DatasetFacts, Label, RunFacts, RunSummary
from core.words import speak

DATA = DatasetFacts("fashion", "fashion", "files in x", (5, 4, 3), "ab", class_names=class_names.by_name("fashion"))
RUN = RunSummary(RunFacts("id", "now", TUTORIAL, DATA, {}), Label(), "stopped", 3)


@pytest.fixture
def german() -> Iterator[None]:
    known = {"As in the tutorial": "Wie im Tutorial", "Bag": "Tasche"}
    speak(lambda text: known.get(text, text))
    yield
    speak()


@pytest.mark.usefixtures("german")
def test_a_run_is_called_by_its_name_or_else_by_its_recipes_title_in_the_users_language() -> None:
    assert RUN.title == "Wie im Tutorial"
    assert replace(RUN, label=Label("As in the tutorial")).title == "As in the tutorial"


@pytest.mark.usefixtures("german")
def test_classes_are_kept_in_english_and_shown_in_the_users_language() -> None:
    assert (DATA.class_names[8], class_names.shown(DATA.class_names)[8]) == ("Bag", "Tasche")
