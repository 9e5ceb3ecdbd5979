"""A run's facts as JSON, and back."""

import json
import math
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.digits import class_names
from core.digits.dataset import DIGITS
from core.errors import UserError
from core.files.json_fields import parsed
from core.recipes.recipe import PENS
from core.runs import coding
from core.runs.facts import DatasetFacts, Label, Origin, Outcome, Point, RunEvent, RunFacts
from core.training.reports import Checkpoint
from tests.core.runs.made import weights_of

GARMENTS = class_names.by_name("fashion")
DATA = DatasetFacts("Fashion-MNIST", "Fashion-MNIST", "files in x", (5, 4, 3), "ab" * 32, 7, "cd" * 32, GARMENTS)
FACTS = RunFacts("20260101-000000-00000000", "2026-01-01T00:00:00+01:00", PENS, DATA, {"numpy": "2"}, Origin("x", 3))
OUTCOME = Outcome(9, 0.25, 0.5, 0.75, 0.8)


def back(values: dict[str, Any]) -> tuple[RunFacts, Outcome | None]:
    return coding.facts_from_json(parsed(json.dumps(values), "it"), Path("folder/run.json"))


def written(facts: RunFacts = FACTS, outcome: Outcome | None = OUTCOME) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(json.dumps(coding.facts_to_json(facts, outcome)))
    return values


def test_facts_and_outcome_come_back_as_they_went() -> None:
    assert back(written()) == (FACTS, OUTCOME)
    plain = replace(FACTS, parent=None, has_start=True)
    assert back(written(plain, None)) == (plain, None)


def test_a_final_cost_that_is_no_number_comes_back_as_none() -> None:
    found = back(written(outcome=replace(OUTCOME, final_cost=math.inf, diverged=True)))[1]
    assert found is not None
    assert math.isnan(found.final_cost)


@pytest.mark.parametrize(("name", "expected"), [("Fashion-MNIST", GARMENTS), ("mnist", DIGITS)])
def test_a_run_kept_before_classes_were_has_those_that_go_by_its_data_sets_name(
    name: str, expected: tuple[str, ...]
) -> None:
    values = written()
    del values["dataset"]["class_names"]
    values["dataset"]["name"] = name
    assert back(values)[0].dataset.class_names == expected


@pytest.mark.parametrize(
    ("names", "message"), [(["cat"], "1 classes are named, not 10"), ([1] * 10, "a list of texts"), ("cats", "texts")]
)
def test_classes_that_are_not_ten_texts_are_refused(names: object, message: str) -> None:
    values = written()
    values["dataset"]["class_names"] = names
    with pytest.raises(UserError, match=message):
        back(values)


def test_labels_come_back_as_they_went() -> None:
    label = Label("mine", True, "a note\nof two lines")
    assert coding.label_from_json(parsed(json.dumps(coding.label_to_json(label)), "it")) == label


@pytest.mark.parametrize(
    "mark",
    [
        RunEvent(1, "rate", 0.5),
        RunEvent(2, "extended", 500),
        RunEvent(3, "pace", 30.0),
        RunEvent(4, "pace", math.inf),
        RunEvent(5, "paused"),
    ],
)
def test_changes_come_back_as_they_went(mark: RunEvent) -> None:
    assert coding.event_from_json(parsed(json.dumps(coding.mark_to_json(mark)), "it")) == mark


def test_a_validation_point_names_its_snapshot_and_may_have_no_cost() -> None:
    point = Checkpoint(40, 0.5, math.nan, weights_of(40))
    found = coding.event_from_json(parsed(json.dumps(coding.checkpoint_to_json(point, 3)), "it"))
    assert isinstance(found, Point)
    assert (found.step, found.validation_accuracy, found.snapshot) == (40, 0.5, 3)
    assert math.isnan(found.validation_cost)


@pytest.mark.parametrize(
    "event", ['{"step": 3, "kind": "rate"}', '{"step": 3, "kind": "extended"}', '{"kind": "pace"}']
)
def test_a_change_that_lacks_what_it_changed_is_refused(event: str) -> None:
    with pytest.raises(UserError, match="it lacks"):
        coding.event_from_json(parsed(event, "it"))
