"""What was learned from a hand is a run like any other."""

from pathlib import Path

import numpy as np
import pytest

from core.digits.stages import RAW
from core.errors import UserError
from core.exporting import export
from core.hands import fine_tuning
from core.hands.fine_tuning import Learner, rehearsal
from core.hands.learned import FineTuningResult
from core.model.softmax import Weights, initial_arrays
from core.runs import RunStore, taught
from core.runs.differences import told_apart
from tests import small
from tests.core.hands.test_fine_tuning import BLANK, own
from tests.core.runs.made import keep_made_run, repeated
from tests.there import there

DATA = small.dataset()


@pytest.fixture(scope="module")
def result() -> FineTuningResult:
    learner = Learner(BLANK, own(2), rehearsal(DATA, RAW))
    for _ in learner:
        pass
    return learner.lesson()


@pytest.fixture
def stored(tmp_path: Path, result: FineTuningResult) -> tuple[RunStore, str]:
    return RunStore(tmp_path), stored_in(tmp_path, result)


def stored_in(folder: Path, result: FineTuningResult) -> str:
    writer = taught.writer_of(folder, result, "Ada", DATA)
    taught.store(writer, RunStore(folder), "Zeros + Ada")
    return writer.run_id


def test_it_has_the_costs_points_and_weights_of_its_steps(
    stored: tuple[RunStore, str], result: FineTuningResult
) -> None:
    record = stored[0].open(stored[1])
    assert (record.summary.title, record.summary.state) == ("Zeros + Ada", "finished")
    assert record.facts.taught is not None
    assert (record.facts.taught.hand, record.facts.taught.digits) == ("Ada", 4)
    assert len(record.costs) == fine_tuning.STEPS
    assert record.costs[0] == pytest.approx(np.log(10), abs=1e-5)  # of weights that know nothing
    assert record.costs[-10:].mean() < record.costs[:10].mean()
    assert np.array_equal(record.final_weights().matrix, result.weights.matrix)
    assert np.array_equal(record.start_weights().matrix, BLANK.matrix)
    assert np.array_equal(record.weights_at(fine_tuning.STEPS).matrix, result.weights.matrix)
    assert record.points[-1].validation_accuracy > 0.5
    assert there(record.summary.outcome).test_accuracy == result.test_after


def test_it_is_exported_and_told_from_others(stored: tuple[RunStore, str], tmp_path: Path) -> None:
    store, run_id = stored
    export.export(store.open(run_id), "html", tmp_path / "report.html")
    assert "4 digits of the hand &#x27;Ada&#x27;" in (tmp_path / "report.html").read_text()
    other = store.summary(keep_made_run(store))
    assert "learned 4 digits of the hand 'Ada'" in told_apart(other, store.summary(run_id))


def test_it_is_repeated_by_learning_anew_only(stored: tuple[RunStore, str]) -> None:
    with pytest.raises(UserError, match="learned from the hand 'Ada'"):
        repeated(stored[0].open(stored[1]), DATA)


def test_networks_of_several_layers_keep_theirs(tmp_path: Path) -> None:
    from core.recipes.recipe import HIDDEN

    made = HIDDEN.architecture
    before = Weights(made, initial_arrays(made, "he", 1), RAW, "hidden")
    learner = Learner(before, own(2), rehearsal(DATA, RAW))
    for _ in learner:
        pass
    record = RunStore(tmp_path).open(stored_in(tmp_path, learner.lesson()))
    assert record.facts.recipe.based_on == "hidden"
    assert record.final_weights().architecture == record.weights_at(20).architecture == made
