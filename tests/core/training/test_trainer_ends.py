"""How runs end, early, diverged or in time, and how they go on from there."""

from dataclasses import replace

import numpy as np
import pytest

from core.digits.dataset import CLASSES, PIXELS
from core.model.softmax import single
from core.recipes.recipe import TUTORIAL
from core.training.schedule import checkpoint_steps
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset
from tests.core.training.test_trainer import SHORT, SHUFFLED, costs
from tests.there import there


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
    parts = list(trainer)
    assert parts[-1].diverged
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
    points = [point.step for part in parts for point in part.checkpoints]
    assert points == list(checkpoint_steps(90, 60))
    assert trainer.result().steps == 90


def test_a_decayed_run_continues_at_a_tenth_of_its_rate(small_dataset: SmallDataset) -> None:
    trainer = Trainer(SHUFFLED, small_dataset())
    last = float(SHUFFLED.rates(SHUFFLED.steps - 1, 1)[0])
    assert 0 < list(trainer)[-1].learning_rate == pytest.approx(last)
    trainer.extend(30)
    trainer.most_steps = 1
    assert next(trainer).learning_rate == pytest.approx(0.05, rel=0.01)
    assert 0 < list(trainer)[-1].learning_rate < 0.05 / 100
