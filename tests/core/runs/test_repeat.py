"""A run repeated from its record gives the same costs, bit for bit."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from core.digits.dataset import Dataset
from core.errors import UserError
from core.model import softmax
from core.model.softmax import Weights, single
from core.recipes.preparation import prepared
from core.recipes.recipe import CONVOLUTION, PATIENCE, PENS, TUTORIAL, ZEROS, Recipe, start_weights
from core.runs import RunStore, RunWriter
from core.runs.repeat import check_same_images, compared
from core.training.gradient_steps import ARITHMETIC
from core.training.reports import Progress, merged
from core.training.trainer import Trainer
from tests.core.conftest import SmallDataset
from tests.core.runs.made import KeepRun, keep_made_run, repeated

Turn = Callable[[Trainer], None]


def stored(store: RunStore, recipe: Recipe, data: Dataset, turns: dict[int, Turn], start: Weights | None = None) -> str:
    """Train and keep a run, in blocks of odd sizes; `turns` are done to the trainer before the step named."""
    writer = RunWriter(store.folder, recipe, data, start=start)
    trainer = Trainer(recipe, prepared(data, recipe), start=start)
    sizes = np.random.default_rng(5)
    reports: list[Progress] = []
    while True:
        while turns and (min(turns) <= trainer.step or trainer.finished):
            turns.pop(min(turns))(trainer)
        if len(reports) == 3 or (reports and trainer.finished):
            writer.add(merged(reports))
            reports = []
        if trainer.finished:
            break
        trainer.most_steps = min([int(sizes.integers(1, 60)), *[step - trainer.step for step in turns]])
        reports.append(next(trainer))
    writer.finish(trainer.result())
    assert writer.close() == ""
    return writer.run_id


def at_rate(rate: float) -> Turn:
    return lambda trainer: setattr(trainer.schedule, "rate", rate)


def more(steps: int) -> Turn:
    return lambda trainer: trainer.extend(steps)


TUTORIAL_230 = replace(TUTORIAL, steps=230)
RUNS: dict[str, tuple[Recipe, dict[int, Turn]]] = {
    "as the recipe says": (TUTORIAL_230, {}),
    "another rate from the first step": (replace(ZEROS, steps=150), {0: at_rate(0.3)}),
    "the rate changed on the way": (TUTORIAL_230, {40: at_rate(0.2), 41: at_rate(0.07), 177: at_rate(0.5)}),
    "a decayed run with the rate changed and steps added": (
        replace(PATIENCE, steps=200, batch=30, seed=3),
        {55: at_rate(0.9), 200: more(100), 260: at_rate(0.2)},
    ),
    "a rate changed where steps were added": (
        replace(ZEROS, steps=60),
        {60: lambda trainer: (more(50)(trainer), at_rate(0.4)(trainer))[0]},
    ),
    "several layers": (replace(CONVOLUTION, steps=20), {10: at_rate(0.01)}),
    "a run stopped early and continued": (replace(PATIENCE, steps=5_000, early_stop=40), {5_000: more(30)}),
}


@pytest.mark.parametrize("which", RUNS)
def test_a_repeated_run_has_same_costs_bit_for_bit(store: RunStore, small_dataset: SmallDataset, which: str) -> None:
    recipe, turns = RUNS[which]
    dataset = small_dataset()
    record = store.open(stored(store, recipe, dataset, dict(turns)))
    again = repeated(record, dataset)
    reports = list(again)
    costs = np.concatenate([report.costs for report in reports])
    assert (len(costs), costs.tobytes()) == (len(record.costs), record.costs.tobytes())
    assert again.finished
    points = [point for report in reports for point in report.checkpoints]
    assert (0, *(point.step for point in points)) == record.snapshot_steps
    assert record.facts.recipe.layers == recipe.layers
    pairs = [(record.weights_at(point.step), point.weights) for point in points]
    pairs += [(record.weights_at(0), start_weights(recipe)), (record.final_weights(), again.result().weights)]
    for one, other in pairs:
        assert one.architecture == other.architecture
        assert all(map(np.array_equal, one.arrays, other.arrays))
    told = compared(record, costs)
    assert (told.equal, told.close, told.worst, told.changed) == (True, True, 0.0, ())


def test_a_run_from_weights_of_its_own_is_repeated_from_them(store: RunStore, small_dataset: SmallDataset) -> None:
    recipe, dataset = replace(TUTORIAL, steps=60), small_dataset()
    start = single(np.random.default_rng(1).standard_normal((784, 10)).astype(np.float32), np.ones(10, np.float32))
    record = store.open(stored(store, recipe, dataset, {}, start))
    assert np.concatenate([report.costs for report in repeated(record, dataset)]).tobytes() == record.costs.tobytes()
    first = softmax.cost(softmax.logits(start, dataset.training.images[:100]), dataset.training.labels[:100])
    assert record.costs[0] == pytest.approx(first, rel=1e-5)


def test_a_run_cut_short_is_repeated_as_far_as_kept_on_its_images(store: RunStore, small_dataset: SmallDataset) -> None:
    dataset = small_dataset()
    run_id = stored(store, replace(TUTORIAL, steps=120), dataset, {})
    with (store.folder / run_id / "costs.npy").open("rb+") as file:
        file.truncate(128 + 4 * 70)
    record = store.open(run_id)
    with pytest.raises(UserError, match=r"made with other images \(made data, SHA-256"):
        repeated(record, small_dataset(seed=1))
    pens = keep_made_run(store, PENS, dataset)
    with pytest.raises(UserError, match="0 added pen or practice digits that are not quite the 9 at hand"):
        check_same_images(store.open(pens), dataset, dataset.training[:9])
    costs = np.concatenate([report.costs for report in repeated(record, dataset)])
    assert (costs.tobytes(), len(costs)) == (record.costs.tobytes(), 70)


def test_costs_that_differ_are_told_apart_by_how_much_and_versions_by_name(store: RunStore, keep_run: KeepRun) -> None:
    record = store.open(keep_run())
    near, far = record.costs * np.float32(1.0001), record.costs * np.float32(1.1)
    assert (compared(record, near).equal, compared(record, near).close) == (False, True)
    assert (compared(record, far).equal, compared(record, far).close) == (False, False)
    assert compared(record, far).worst == pytest.approx(0.1, rel=1e-3)
    assert not compared(record, record.costs[:0]).equal
    versions = record.facts.versions
    assert compared(record, record.costs).changed == ()
    assert versions.pop("arithmetic") == ARITHMETIC  # a run stored before there was one had the first
    versions["numpy"] = "1.0"
    changed = (f"arithmetic 1 then, {ARITHMETIC} now", f"numpy 1.0 then, {np.__version__} now")
    assert compared(record, record.costs).changed == changed
    again = record.costs.copy()
    again[-1] = np.inf
    assert not compared(record, again).close
    record.costs = again
    assert compared(record, again).close  # no numbers at the same steps
