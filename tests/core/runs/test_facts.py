"""What is known of a run, as JSON and back; what differs between two, in words; the learning rate of every step."""

import json
import math
import platform
from collections.abc import Sequence
from dataclasses import replace
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.digits.dataset import DIGITS, LabelledImages, checksum, class_names_of
from core.errors import UserError
from core.files.json_fields import parsed
from core.recipes.recipe import PATIENCE, PENS, TUTORIAL, UPRIGHT, ZEROS, settings_differing
from core.runs import coding, facts
from core.runs.facts import DatasetFacts, Label, Origin, Outcome, Point, RunEvent, RunFacts, RunSummary
from core.runs.record import rates_used
from core.training.reports import Checkpoint
from tests.core.runs.made import tiny_dataset, weights_of
from tests.there import there

DATA = DatasetFacts("fashion", "fashion", "files in x", (5, 4, 3), "ab", class_names=class_names_of("fashion"))
RUN = RunSummary(RunFacts("id", "now", TUTORIAL, DATA, {}), Label(), "stopped", 3)
GARMENTS = class_names_of("fashion")
GARMENT_DATA = replace(DATA, name="Fashion-MNIST", pen_digits=7, pen_checksum="cd")
STARTED = "2026-01-01T00:00:00+01:00"
FACTS = RunFacts("20260101-000000-00000000", STARTED, PENS, GARMENT_DATA, {"numpy": "2"}, Origin("x", 3))
OUTCOME = Outcome(9, 0.25, 0.5, 0.75, 0.8)


def test_a_run_is_called_by_its_name_or_else_by_its_recipes_title_in_the_users_language(in_german: Any) -> None:
    in_german({"As in the tutorial": "Wie im Tutorial"})
    assert RUN.title == "Wie im Tutorial"
    assert replace(RUN, facts=replace(RUN.facts, parent=Origin("x", 1_819))).title == "Wie im Tutorial, from step 1,819"
    assert replace(RUN, facts=replace(RUN.facts, has_start=True)).title == "Wie im Tutorial, from other weights"
    assert replace(RUN, label=Label("As in the tutorial")).title == "As in the tutorial"


def back(values: dict[str, Any]) -> tuple[RunFacts, Outcome | None]:
    return coding.facts_from_json(parsed(json.dumps(values), "it"), Path("folder/run.json"))


def written(facts: RunFacts = FACTS, outcome: Outcome | None = OUTCOME) -> dict[str, Any]:
    values: dict[str, Any] = json.loads(json.dumps(coding.facts_to_json(facts, outcome)))
    return values


def test_facts_and_outcome_come_back_as_they_went_and_a_cost_that_is_no_number_as_none() -> None:
    assert back(written()) == (FACTS, OUTCOME)
    plain = replace(FACTS, parent=None, has_start=True)
    assert back(written(plain, None)) == (plain, None)
    found = there(back(written(outcome=replace(OUTCOME, final_cost=math.inf, diverged=True)))[1])
    assert math.isnan(found.final_cost)


def test_classes_are_ten_texts_and_of_an_older_run_those_that_go_by_its_data_sets_name() -> None:
    values = written()
    for names, message in ((["cat"], "1 classes are named, not 10"), ([1] * 10, "a list of texts"), ("cats", "texts")):
        values["dataset"]["class_names"] = names
        with pytest.raises(UserError, match=message):
            back(values)
    del values["dataset"]["class_names"]
    for name, expected in (("Fashion-MNIST", GARMENTS), ("mnist", DIGITS)):
        values["dataset"]["name"] = name
        assert back(values)[0].dataset.class_names == expected


def test_a_validation_point_may_have_no_cost_and_a_change_that_lacks_what_it_changed_is_refused() -> None:
    point = Checkpoint(40, 0.5, math.nan, weights_of(40))
    found = coding.event_from_json(parsed(json.dumps(coding.checkpoint_to_json(point, 3)), "it"))
    assert isinstance(found, Point)
    assert (found.step, found.validation_accuracy, found.snapshot) == (40, 0.5, 3)
    assert math.isnan(found.validation_cost)
    for event in ('{"step": 3, "kind": "rate"}', '{"step": 3, "kind": "extended"}', '{"kind": "pace"}'):
        with pytest.raises(UserError, match="it lacks"):
            coding.event_from_json(parsed(event, "it"))


def test_the_same_images_have_the_same_checksum_and_other_ones_or_the_same_divided_otherwise_another() -> None:
    whole = tiny_dataset().training
    copied = LabelledImages(whole.images[3:9].copy(), whole.labels[3:9].copy())
    assert checksum(whole[3:9]) == checksum(copied)
    assert checksum(LabelledImages(copied.images, (copied.labels + 1) % np.uint8(10))) != checksum(copied)
    first = checksum(whole[:5], whole[5:10])
    for one, other in ((whole[:4], whole[4:10]), (whole[:6], whole[6:9]), (whole[5:10], whole[:5])):
        assert checksum(one, other) != first


def test_the_facts_of_a_data_set_tell_what_was_added_and_what_its_classes_are() -> None:
    data, names = tiny_dataset(), tuple("abcdefghij")
    plain = facts.dataset_facts(replace(data, class_names=names))
    assert (plain.sizes, plain.pen_digits, plain.pen_checksum, plain.class_names) == ((30, 5, 5), 0, "", names)
    added = facts.dataset_facts(data, data.validation)
    assert (added.pen_digits, added.pen_checksum) == (5, checksum(data.validation))
    assert added.checksum == plain.checksum


def test_a_package_that_is_not_installed_has_no_version(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "tensorflow-cpu":
            return "2.99"
        raise metadata.PackageNotFoundError

    monkeypatch.setattr(metadata, "version", version)
    found = facts.versions()
    assert (found["tensorflow"], found["python"]) == ("2.99", platform.python_version())
    assert not {"numpy", "digitscope"} & set(found)


MNIST = DatasetFacts("mnist", "MNIST", "a folder", (55_000, 5_000, 10_000), "abc")
FIRST = RunSummary(
    RunFacts("20260101-000000-00000000", STARTED, TUTORIAL, MNIST, {}), Label("first"), "finished", 1_000
)
DECAYED = replace(PATIENCE, steps=80, learning_rate=0.4)


def other(**changed: object) -> RunSummary:
    return replace(FIRST, facts=replace(FIRST.facts, **changed), label=Label("second"))  # type: ignore[arg-type]


def test_every_setting_that_differs_is_said() -> None:
    assert settings_differing(TUTORIAL, ZEROS) == ["Start weights all zero instead of random, wide"]
    assert settings_differing(ZEROS, replace(PATIENCE, seed=7)) == [
        "Seed 7 instead of 0",
        "Learning rate 0.5 instead of 0.01",
        "Decay down to 0 (cosine) instead of none",
        "Steps 20,000 instead of 1,000",
        "shuffled batches instead of batches in order",
    ]
    assert settings_differing(UPRIGHT, PATIENCE) == ["images as they are instead of deskewed images"]
    assert settings_differing(PATIENCE, replace(PATIENCE, based_on="patience", name="x", title="X")) == []


def test_data_origin_and_start_weights_are_said_too_and_two_runs_alike_are_called_so() -> None:
    assert facts.difference(FIRST, other()) == "“second” has the same settings, data and seed as “first”."
    told = facts.difference(FIRST, other(dataset=replace(MNIST, title="Fashion-MNIST", checksum="def")))
    assert told == "“second” differs from “first”: data Fashion-MNIST instead of MNIST."
    parent = Origin("20260101-000000-00000000", 412)
    assert "continues 20260101-000000-00000000 from step 412" in facts.difference(FIRST, other(parent=parent))
    assert "data another MNIST" in facts.difference(FIRST, other(dataset=replace(MNIST, checksum="def")))
    own = other(has_start=True)
    assert "start weights of its own" in facts.difference(FIRST, own)
    assert "start weights of the recipe" in facts.difference(own, FIRST)


def cosine(base: float, step: int, steps: int) -> float:
    return base * 0.5 * (1 + math.cos(math.pi * step / steps))


def at(rates: np.ndarray, steps: Sequence[int]) -> list[float]:
    return [float(rates[step]) for step in steps]


def test_without_changes_of_it_up_to_the_last_step_the_rates_are_the_recipes() -> None:
    for marks in ((), (RunEvent(1, facts.PAUSED), RunEvent(900, facts.RATE, 7.0))):
        assert rates_used(TUTORIAL, marks, 3).tolist() == pytest.approx([0.01] * 3)
    assert at(rates_used(DECAYED, (), 80), (0, 40)) == pytest.approx([0.4, 0.2])
    assert len(rates_used(TUTORIAL, (), 0)) == 0


def test_changes_by_hand_count_from_their_step_on_and_are_decayed_and_steps_added_begin_a_decay_anew() -> None:
    assert rates_used(TUTORIAL, (RunEvent(2, facts.RATE, 0.5),), 4).tolist() == pytest.approx([0.01, 0.01, 0.5, 0.5])
    rates = at(rates_used(DECAYED, (RunEvent(30, facts.RATE, 0.8),), 80), (29, 30))
    assert rates == pytest.approx([cosine(0.4, 29, 80), cosine(0.8, 30, 80)])
    marks = (RunEvent(80, facts.EXTENDED, 40), RunEvent(100, facts.RATE, 0.2))
    assert at(rates_used(DECAYED, marks, 120), (80, 100)) == pytest.approx([0.04, cosine(0.2, 20, 40)])
    assert rates_used(TUTORIAL, (RunEvent(2, facts.EXTENDED, 5),), 7).tolist() == pytest.approx([0.01] * 7)
