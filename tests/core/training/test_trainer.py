"""Runs: what they cost and report, how they end and go on from there, and what they must never touch."""

import hashlib
import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from core.arrays import Floats
from core.digits.dataset import CLASSES, PIXELS, Dataset, LabelledImages
from core.model import softmax
from core.model.softmax import single
from core.model.whole_numbers import WholeLayer, WholeNumbers
from core.recipes.preparation import prepared
from core.recipes.recipe import BIGGER_STEPS, PATIENCE, TUTORIAL, Recipe, named, start_weights
from core.training.reports import merged
from core.training.schedule import checkpoint_steps
from core.training.trainer import Trainer
from tests import small
from tests.core.conftest import SmallDataset, made_dataset
from tests.there import there

# of 600 steps of each recipe of the first chapter, on the made digits, as before the core was put into rooms: some
# of the costs, and digests, bit for bit, of the images learned from and all costs, made anew when `ARITHMETIC` rises.
# Compilers and other numpys round otherwise: costs' digests are asked for where the images' and the first recipe's fit
STORED = json.loads(Path(__file__).with_name("costs.json").read_text(encoding="utf-8"))
STEPS = 600
SHOWN = [0, 1, 2, 10, 50, 100, 200, 300, 400, 500, 599]  # steps whose costs are stored as numbers

SHORT = replace(BIGGER_STEPS, steps=60, batch=20)
SHUFFLED = replace(PATIENCE, steps=60, batch=20)


def costs(trainer: Trainer) -> np.ndarray:
    return np.concatenate([progress.costs for progress in trainer])


@pytest.mark.parametrize(
    ("recipe", "lowest", "highest"),
    [
        *(("tutorial", 0.36, 0.51), ("zeros", 0.868, 1), ("bigger-steps", 0.913, 1), ("patience", 0.923, 1)),
        ("upright", 0.954, 1),
    ],
)
def test_ladder_reaches_its_figures_on_mnist(real_mnist: Dataset, recipe: str, lowest: float, highest: float) -> None:
    trainer = Trainer(named(recipe), prepared(real_mnist, named(recipe)))
    assert sum(len(progress.costs) for progress in trainer) == named(recipe).steps
    assert lowest <= trainer.result().test_accuracy <= highest


def test_reports_follow_each_other_without_a_gap_and_merged_lose_nothing(small_dataset: SmallDataset) -> None:
    trainer, step = Trainer(SHORT, small_dataset(), run=4), 0
    parts = list(trainer)
    for progress in parts:
        step += len(progress.costs)
        assert (progress.run, progress.step, progress.total) == (4, step, 60)
        assert progress.learning_rate == pytest.approx(0.5)
    assert step == 60
    assert trainer.finished
    with pytest.raises(StopIteration):
        next(trainer)
    whole = merged(parts)
    assert len(parts) > 2
    assert np.array_equal(whole.costs, costs(Trainer(SHORT, small_dataset())))
    assert tuple(point.step for point in whole.checkpoints) == checkpoint_steps(60)
    assert (whole.step, whole.weights) == (60, parts[-1].weights)


@settings(max_examples=10)
@given(st.integers(1, 60))
def test_checkpoints_lie_at_the_recipes_steps_whatever_the_pace(most: int) -> None:
    trainer = Trainer(SHORT, made_dataset())
    trainer.most_steps = most
    points = [point for progress in trainer for point in progress.checkpoints]
    assert tuple(point.step for point in points) == checkpoint_steps(60)


def test_a_checkpoint_validates_its_own_weights_those_of_a_run_that_stops_there(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    at_once, step_by_step = (Trainer(SHORT, data) for _ in range(2))
    step_by_step.most_steps = 1
    single = {progress.step: progress.weights for progress in step_by_step}
    reports = list(at_once)
    points = [point for progress in reports for point in progress.checkpoints]
    assert len(reports) < len(points)  # there were some on the way
    for point in points:
        assert np.array_equal(point.weights.matrix, single[point.step].matrix)
        assert np.array_equal(point.weights.bias, single[point.step].bias)
        logits = softmax.logits(point.weights, data.validation.images)
        right = softmax.accuracy(point.weights, data.validation.images, data.validation.labels)
        assert point.validation_accuracy == right
        assert point.validation_cost == pytest.approx(softmax.cost(logits, data.validation.labels), rel=1e-5)


def test_the_cost_falls_and_the_result_sums_the_run_up(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    trainer = Trainer(SHORT, data, run=2)
    all_costs, result = costs(trainer), trainer.result()
    assert all_costs[0] == pytest.approx(np.log(10), rel=1e-6)
    assert all_costs[-1] < all_costs[0] / 4
    assert (result.run, result.steps, result.recipe, result.diverged) == (2, 60, SHORT, False)
    assert result.final_cost == all_costs[-1]
    assert result.test_accuracy == softmax.accuracy(result.weights, data.test.images, data.test.labels) > 0.9
    assert 0 < result.seconds < 60
    assert (result.weights.recipe, result.weights.stages) == ("bigger-steps", ("box", "centre"))
    first = Trainer(SHORT, data, start=trainer.weights)
    expected = softmax.cost(softmax.logits(trainer.weights, data.training.images[:20]), data.training.labels[:20])
    assert costs(first)[0] == pytest.approx(expected, rel=1e-2, abs=1e-6)  # of the weights that it was given


def poisoned(part: LabelledImages) -> LabelledImages:
    images = np.random.default_rng(7).integers(0, 256, part.images.shape).astype(np.uint8)
    return LabelledImages(images, (part.labels[::-1] + np.uint8(1)) % np.uint8(10))


@pytest.mark.parametrize("recipe", [SHORT, SHUFFLED])
def test_test_and_validation_images_never_touch_a_gradient(recipe: Recipe) -> None:
    data = made_dataset()
    bad = replace(data, test=poisoned(data.test), validation=poisoned(data.validation))
    clean, other = Trainer(recipe, data), Trainer(recipe, bad)
    assert np.array_equal(costs(clean), costs(other))
    assert np.array_equal(clean.weights.matrix, other.weights.matrix)
    assert np.array_equal(clean.weights.bias, other.weights.bias)
    assert clean.result().test_accuracy > 0.9 > other.result().test_accuracy


def test_the_seed_decides_start_weights_and_order(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    for recipe in (replace(SHORT, initial_weights="normal"), SHUFFLED):
        one, same, other = (costs(Trainer(replace(recipe, seed=seed), data)) for seed in (1, 1, 2))
        assert np.array_equal(one, same)
        assert not np.array_equal(one, other)


def test_a_run_from_whole_numbers_is_measured_by_what_it_learns(small_dataset: SmallDataset) -> None:
    start = start_weights(SHORT)
    layer = WholeLayer(start.architecture.layers[0], (start.matrix.astype(float), start.bias.astype(float)))
    trainer = Trainer(SHORT, small_dataset(), start=replace(start, whole=WholeNumbers([layer], None, None)))
    points = [point for progress in list(trainer) for point in progress.checkpoints]
    assert points[-1].validation_cost < points[0].validation_cost


def test_a_changed_learning_rate_holds_from_the_next_block(small_dataset: SmallDataset) -> None:
    trainer = Trainer(SHORT, small_dataset())
    trainer.most_steps = 5
    next(trainer)
    before = trainer.weights.matrix
    trainer.schedule.rate = 0.0
    assert next(trainer).learning_rate == 0
    assert np.array_equal(trainer.weights.matrix, before)


def test_an_early_stop_ends_the_run_with_its_best_weights_and_it_can_be_continued(small_dataset: SmallDataset) -> None:
    trainer = Trainer(replace(SHORT, steps=5_000, early_stop=40), small_dataset(training=60))
    points = [point for progress in trainer for point in progress.checkpoints]
    stopped, best = trainer.step, there(trainer.best)
    assert trainer.finished
    assert stopped < 5_000
    assert best.validation_accuracy == max(point.validation_accuracy for point in points)
    assert stopped - best.step >= 40
    assert np.array_equal(trainer.result().weights.matrix, best.weights.matrix)
    assert trainer.result().validation_accuracy == best.validation_accuracy
    trainer.extend(100)
    assert trainer.total == stopped + 100
    costs(trainer)
    assert stopped + 40 <= trainer.step <= stopped + 100


def test_a_run_that_diverges_ends_and_says_so(small_dataset: SmallDataset) -> None:
    huge = single(np.full((PIXELS, CLASSES), 3e38, np.float32), np.zeros(CLASSES, np.float32))
    trainer = Trainer(SHORT, small_dataset(), start=huge)
    assert list(trainer)[-1].diverged
    assert trainer.finished
    assert trainer.step < 60
    result = trainer.result()
    assert result.diverged
    assert not np.isfinite(result.final_cost)
    assert 0 <= result.test_accuracy <= 1


@pytest.mark.parametrize("most", [1, 7, 100])
@pytest.mark.parametrize(("rate", "diverges"), [(1.0, False), (1_000.0, True)])
def test_a_rate_far_too_large_is_found_out(small_dataset: SmallDataset, most: int, rate: float, diverges: bool) -> None:
    trainer = Trainer(replace(TUTORIAL, learning_rate=rate, steps=200), small_dataset())
    trainer.most_steps = most
    assert list(trainer)[-1].diverged is diverges
    assert (trainer.step < 200) is diverges


def test_more_steps_continue_a_run_as_if_it_had_been_longer(small_dataset: SmallDataset) -> None:
    data = small_dataset()
    longer = costs(Trainer(replace(SHORT, steps=90), data))
    trainer = Trainer(SHORT, data)
    first = costs(trainer)
    trainer.extend(30)
    assert not trainer.finished
    parts = list(trainer)
    assert np.array_equal(np.concatenate([first, *(part.costs for part in parts)]), longer)
    assert [point.step for part in parts for point in part.checkpoints] == list(checkpoint_steps(90, 60))
    assert trainer.result().steps == 90


def test_a_decayed_run_continues_at_a_tenth_of_its_rate(small_dataset: SmallDataset) -> None:
    trainer = Trainer(SHUFFLED, small_dataset())
    assert 0 < list(trainer)[-1].learning_rate == pytest.approx(float(SHUFFLED.rates(SHUFFLED.steps - 1, 1)[0]))
    trainer.extend(30)
    trainer.most_steps = 1
    assert next(trainer).learning_rate == pytest.approx(0.05, rel=0.01)
    assert 0 < list(trainer)[-1].learning_rate < 0.05 / 100


@cache
def trained(name: str) -> tuple[str, Floats]:
    """Train a recipe on the made digits for its first STEPS steps; return its images' digest, and its costs."""
    recipe = named(name)
    data = prepared(small.dataset(), recipe, small.labelled(200, 7))
    trainer, made = Trainer(recipe, data), np.zeros(0, np.float32)
    while len(made) < STEPS:
        trainer.most_steps = STEPS - len(made)
        made = np.concatenate([made, next(trainer).costs])
    return digest(data.training.images), made


def digest(numbers: np.ndarray) -> str:
    return hashlib.sha256(numbers.tobytes()).hexdigest()


@pytest.mark.parametrize("name", STORED)
def test_a_recipe_costs_what_it_always_did(name: str) -> None:
    images, found = trained(name)
    np.testing.assert_allclose(found[SHOWN], STORED[name]["costs"], rtol=2e-5, atol=1e-6)
    if images == STORED[name]["images"] and digest(trained("tutorial")[1]) == STORED["tutorial"]["digest"]:
        assert digest(found) == STORED[name]["digest"]
