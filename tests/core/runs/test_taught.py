"""What was learned from a hand is a run like any other; how well stored runs read a hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.digits.stages import RAW
from core.errors import UserError
from core.exporting import export
from core.hands import fine_tuning
from core.hands.fine_tuning import FineTuningResult, rehearsal
from core.hands.hand import Hand
from core.model.softmax import Weights, initial_arrays, single
from core.recipes.recipe import HIDDEN, TUTORIAL, UPRIGHT
from core.runs import RunStore, taught
from core.runs.facts import Taught, differences_between
from core.runs.hand_shares import HandShares
from tests import small
from tests.core.hands.test_fine_tuning import BLANK, learned, own
from tests.core.runs.made import keep_made_run, repeated
from tests.there import there

DATA = small.dataset()
SHORT = replace(TUTORIAL, steps=20)  # a made run's weights read every digit as a 9
LONG_S = 60.0


@pytest.fixture(scope="module")
def result() -> FineTuningResult:
    return learned(BLANK, own(2), rehearsal(DATA, RAW))


@pytest.fixture
def stored(tmp_path: Path, result: FineTuningResult) -> tuple[RunStore, str]:
    return RunStore(tmp_path), stored_in(tmp_path, result)


def stored_in(folder: Path, result: FineTuningResult) -> str:
    writer = taught.writer_of(folder, result, "Ada", DATA)
    taught.store(writer, RunStore(folder), "Zeros + Ada")
    return writer.run_id


def test_it_has_costs_points_and_weights_of_its_steps(stored: tuple[RunStore, str], result: FineTuningResult) -> None:
    record = stored[0].open(stored[1])
    known = there(record.facts.taught)
    assert (record.summary.title, record.summary.state) == ("Zeros + Ada", "finished")
    assert (known.hand, known.digits) == ("Ada", 4)
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
    other = store.open(keep_made_run(store)).summary
    assert "learned 4 digits of the hand 'Ada'" in differences_between(other, store.open(run_id).summary)
    with pytest.raises(UserError, match="learned from the hand 'Ada'"):  # by learning anew only
        repeated(store.open(run_id), DATA)


@pytest.mark.parametrize("initial", ["he", "zeros"])  # from zeros, no image reaches the last layer
def test_networks_of_several_layers_keep_theirs(tmp_path: Path, initial: str) -> None:
    made = HIDDEN.architecture
    before = Weights(made, initial_arrays(made, initial, 1), UPRIGHT.stages, "hidden")
    record = RunStore(tmp_path).open(stored_in(tmp_path, learned(before, own(2), rehearsal(DATA, before.stages))))
    assert record.facts.recipe.based_on == "hidden"
    assert record.final_weights().architecture == record.weights_at(20).architecture == made
    assert record.weights_at(20).stages == UPRIGHT.stages


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    hand = Hand("Ada", tmp_path / "hands")
    for label in (9, 9, 9, 7):
        hand.teach(small.SEVEN, label)
    return hand


def test_each_run_is_scored_by_its_own_weights(store: RunStore, hand: Hand) -> None:
    ids = [keep_made_run(store, SHORT) for _ in range(2)]
    assert HandShares(store).of_runs(store.listing().runs, hand.digits, LONG_S) == dict.fromkeys(ids[::-1], 0.75)


def test_the_share_is_of_digits_read_as_labelled_of_which_what_was_learned_is_no_test(
    store: RunStore, hand: Hand
) -> None:
    shares = HandShares(store)
    nines = single(np.zeros((784, 10), np.float32), np.eye(10, dtype=np.float32)[9])
    assert (shares.of_weights(nines, ()), shares.of_weights(nines, hand.digits)) == (None, 0.75)
    for count, own_after, expected in ((2, 0.5, 0.5), (9, 0.25, 0.25), (1, 1.0, None)):  # one of two learned, and so on
        assert shares.of_weights(nines, hand.digits, Taught("Ada", count, 0.0, own_after)) == expected
    hand.correct(hand.digits[3].id, 9)
    assert shares.of_weights(nines, hand.digits) == 1


def test_a_run_is_read_again_only_when_it_or_the_digits_changed(store: RunStore, hand: Hand) -> None:
    keep_made_run(store, SHORT)
    shares, runs = HandShares(store), store.listing().runs
    shares.of_runs(runs, hand.digits, LONG_S)
    store.folder.rename(store.folder.with_name("aside"))
    assert list(shares.of_runs(runs, hand.digits, LONG_S).values()) == [0.75]
    assert list(shares.of_runs([replace(runs[0], steps=21)], hand.digits, LONG_S).values()) == [None]
    hand.correct(hand.digits[3].id, 9)
    store.folder.with_name("aside").rename(store.folder)
    assert list(shares.of_runs(runs, hand.digits, LONG_S).values()) == [1.0]


def test_without_time_a_digit_is_drawn_or_a_run_scored_all_the_same_and_only_once(store: RunStore, hand: Hand) -> None:
    ids = [keep_made_run(store, SHORT) for _ in range(3)]
    shares, runs = HandShares(store), store.listing().runs
    found = [list(shares.of_runs(runs, hand.digits, 0)) for _ in range(len(hand.digits) + 1)]
    assert found == [[]] * len(hand.digits) + [ids[-1:]]
    shares = HandShares(store)
    assert [shares.drawn(hand.digits, UPRIGHT.stages, 0) for _ in range(6)] == [False] * 4 + [True] * 2
    assert shares.drawn(hand.digits, TUTORIAL.stages, LONG_S)


def test_a_damaged_run_and_weights_that_diverged_have_no_share(store: RunStore, hand: Hand) -> None:
    run_id = keep_made_run(store, SHORT)
    (store.folder / run_id / "weights.npz").write_bytes(b"")
    shares = HandShares(store)
    assert shares.of_runs(store.listing().runs, hand.digits, LONG_S) == {run_id: None}
    diverged = single(np.full((784, 10), np.nan, np.float32), np.zeros(10, np.float32))
    assert shares.of_weights(diverged, hand.digits) is None
    assert shares.of_weights(diverged, ()) is None
