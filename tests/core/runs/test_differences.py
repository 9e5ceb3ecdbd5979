"""What differs between two runs, in words."""

from dataclasses import replace

from core.recipes.recipe import PATIENCE, TUTORIAL, UPRIGHT, ZEROS
from core.recipes.texts import settings_differing
from core.runs.differences import difference
from core.runs.facts import DatasetFacts, Label, Origin, RunFacts, RunSummary

DATA = DatasetFacts("mnist", "MNIST", "a folder", (55_000, 5_000, 10_000), "abc")
FACTS = RunFacts("20260101-000000-00000000", "2026-01-01T00:00:00+00:00", TUTORIAL, DATA, {})
RUN = RunSummary(FACTS, Label("first"), "finished", 1_000)


def other(**changed: object) -> RunSummary:
    return replace(RUN, facts=replace(FACTS, **changed), label=Label("second"))  # type: ignore[arg-type]


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


def test_two_runs_alike_are_called_so() -> None:
    assert difference(RUN, other()) == "“second” has the same settings, data and seed as “first”."


def test_data_and_origin_are_said_too() -> None:
    fashion = replace(DATA, title="Fashion-MNIST", checksum="def")
    parent = Origin("20260101-000000-00000000", 412)
    assert difference(RUN, other(dataset=fashion)) == (
        "“second” differs from “first”: data Fashion-MNIST instead of MNIST."
    )
    assert "continues 20260101-000000-00000000 from step 412" in difference(RUN, other(parent=parent))
    assert "data another MNIST" in difference(RUN, other(dataset=replace(DATA, checksum="def")))


def test_start_weights_of_its_own_are_a_difference() -> None:
    own = other(has_start=True)
    assert "start weights of its own" in difference(RUN, own)
    assert "start weights of the recipe" in difference(own, RUN)
