"""What differs between two runs, in words, and the learning rate of every step."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from core.recipes.recipe import PATIENCE, TUTORIAL, UPRIGHT, ZEROS, settings_differing
from core.runs import facts
from core.runs.facts import EXTENDED, PAUSED, RATE, DatasetFacts, Label, Origin, RunEvent, RunFacts, RunSummary
from core.runs.record import rates_used

DATA = DatasetFacts("mnist", "MNIST", "a folder", (55_000, 5_000, 10_000), "abc")
FACTS = RunFacts("20260101-000000-00000000", "2026-01-01T00:00:00+00:00", TUTORIAL, DATA, {})
RUN = RunSummary(FACTS, Label("first"), "finished", 1_000)
DECAYED = replace(PATIENCE, steps=80, learning_rate=0.4)


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


def test_data_origin_and_start_weights_are_said_too_and_two_runs_alike_are_called_so() -> None:
    assert facts.difference(RUN, other()) == "“second” has the same settings, data and seed as “first”."
    told = facts.difference(RUN, other(dataset=replace(DATA, title="Fashion-MNIST", checksum="def")))
    assert told == "“second” differs from “first”: data Fashion-MNIST instead of MNIST."
    parent = Origin("20260101-000000-00000000", 412)
    assert "continues 20260101-000000-00000000 from step 412" in facts.difference(RUN, other(parent=parent))
    assert "data another MNIST" in facts.difference(RUN, other(dataset=replace(DATA, checksum="def")))
    own = other(has_start=True)
    assert "start weights of its own" in facts.difference(RUN, own)
    assert "start weights of the recipe" in facts.difference(own, RUN)


def cosine(base: float, step: int, steps: int) -> float:
    return base * 0.5 * (1 + math.cos(math.pi * step / steps))


def at(rates: np.ndarray, steps: Sequence[int]) -> list[float]:
    return [float(rates[step]) for step in steps]


def test_without_changes_of_it_up_to_the_last_step_the_rates_are_the_recipes() -> None:
    for marks in ((), (RunEvent(1, PAUSED), RunEvent(900, RATE, 7.0))):
        assert rates_used(TUTORIAL, marks, 3).tolist() == pytest.approx([0.01] * 3)
    assert at(rates_used(DECAYED, (), 80), (0, 40)) == pytest.approx([0.4, 0.2])
    assert len(rates_used(TUTORIAL, (), 0)) == 0


def test_changes_by_hand_count_from_their_step_on_and_are_decayed_and_steps_added_begin_a_decay_anew() -> None:
    assert rates_used(TUTORIAL, (RunEvent(2, RATE, 0.5),), 4).tolist() == pytest.approx([0.01, 0.01, 0.5, 0.5])
    rates = at(rates_used(DECAYED, (RunEvent(30, RATE, 0.8),), 80), (29, 30))
    assert rates == pytest.approx([cosine(0.4, 29, 80), cosine(0.8, 30, 80)])
    marks = (RunEvent(80, EXTENDED, 40), RunEvent(100, RATE, 0.2))
    assert at(rates_used(DECAYED, marks, 120), (80, 100)) == pytest.approx([0.04, cosine(0.2, 20, 40)])
    assert rates_used(TUTORIAL, (RunEvent(2, EXTENDED, 5),), 7).tolist() == pytest.approx([0.01] * 7)
