"""How a stored run goes on from its end, and which does not."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.recipes.recipe import PATIENCE, TUTORIAL, Recipe, changed
from core.runs import RunStore, RunWriter
from core.runs.facts import RATE, Origin, Taught, dataset_facts
from gui.runs.stored_runs import reported_run
from gui.state.shown_run import ReportedRun
from gui.training.going_on import obstacle_to, request_from_end
from tests.core.runs.made import fill, tiny_dataset


@pytest.mark.parametrize(("recipe", "rate"), [(TUTORIAL, 0.2), (replace(PATIENCE, steps=30), 0.05)])
def test_it_goes_on_at_the_rate_it_ended_with_or_a_tenth_of_one_that_fell(
    tmp_path: Path, recipe: Recipe, rate: float
) -> None:
    writer = RunWriter(tmp_path, recipe, tiny_dataset())
    fill(writer, recipe)
    writer.mark(recipe.steps - 1, RATE, 0.2)
    writer.close()
    run = reported_run(RunStore(tmp_path).open(writer.run_id))
    requested = request_from_end(run, 1_000)
    assert requested.recipe.learning_rate == pytest.approx(rate)
    assert requested.recipe == changed(recipe, steps=1_000, learning_rate=requested.recipe.learning_rate)
    assert (requested.initial, requested.origin) == (run.weights, Origin(writer.run_id, recipe.steps))
    assert request_from_end(run, 1_000, 0.3).recipe.learning_rate == 0.3


@pytest.mark.parametrize(
    ("settings", "why"),
    [({}, ""), ({"diverged": True}, "diverged"), ({"taught": Taught("me", 2, 0.1, 0.9)}, "digits of your own"),
     ({"learned_from": "MNIST"}, "in use: MNIST"), ({"checksum": "5ca1ab1e"}, "in use: made data"),
     ({"checksum": dataset_facts(tiny_dataset()).checksum}, "")],
)  # fmt: skip
def test_one_that_cannot_go_on_says_why(settings: dict[str, object], why: str) -> None:
    run = replace(ReportedRun(TUTORIAL, 1_000, learned_from="made data"), **settings)  # type: ignore[arg-type]
    assert why in obstacle_to(run, tiny_dataset())
    assert bool(obstacle_to(run, tiny_dataset())) is bool(why)
    assert obstacle_to(run, None)
