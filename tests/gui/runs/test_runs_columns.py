"""What the columns tell of a run, and what its row has no room for."""

from dataclasses import replace
from datetime import datetime

import pytest

from core.recipes.recipe import TUTORIAL
from core.runs.facts import Label, RunSummary
from gui.runs.runs_columns import COLUMNS, NONE, START, tip_of
from tests.gui.runs.made_runs import kept


def told(run: RunSummary, title: str) -> str:
    (column,) = (column for column in COLUMNS if column.title == title)
    return column.text(run)


def test_a_run_that_ended_is_told_in_numbers() -> None:
    run = kept(4, "zeros")
    titles = ("Run", "Recipe", "Steps", "Cost", "Validation", "Test", "Time")
    assert [told(run, title) for title in titles] == ["Zeros", "Zeros", "1,000", "0.250", "84.0 %", "85.0 %", "0.40 s"]


def test_a_run_that_did_not_come_to_its_end_says_how_far_it_came_and_has_no_figures() -> None:
    run = kept(3, "tutorial", "stopped", 412)
    assert told(run, "Steps") == "412 of 1,000"
    assert {told(run, title) for title in ("Cost", "Validation", "Test", "Time")} == {NONE}


def test_the_day_is_told_of_older_runs_and_the_hour_of_todays() -> None:
    begun, now = COLUMNS[START].text, datetime.now().astimezone().replace(hour=9, minute=5)
    assert "2026" in begun(kept(3)) or now.year == 2026
    today = replace(kept(3), facts=replace(kept(3).facts, started=now.isoformat()))
    assert begun(today) == "09:05"
    assert begun(replace(today, facts=replace(today.facts, started="yesterday"))) == NONE


@pytest.mark.parametrize(
    ("state", "sentence"),
    [("running", "It is training now."), ("stopped", "It was stopped before its end."), ("finished", "")],
)
def test_a_tip_tells_the_data_the_seed_and_the_state(state: str, sentence: str) -> None:
    tip = tip_of(kept(3, state=state))  # type: ignore[arg-type]
    assert f"Trained on MNIST, seed {TUTORIAL.seed}." in tip
    assert tip.endswith(sentence)


def test_a_tip_begins_with_the_note_and_tells_what_was_changed_by_hand() -> None:
    run = kept(3, label=Label(note="for the class"))
    recipe = replace(TUTORIAL, steps=500, based_on="tutorial")
    tip = tip_of(replace(run, facts=replace(run.facts, recipe=recipe)))
    assert tip.startswith("for the class\n")
    assert "Changed: Steps 500" in tip
