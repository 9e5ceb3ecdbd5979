"""How well stored runs read a hand."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.hands.hand import Hand
from core.model.softmax import single
from core.recipes.recipe import TUTORIAL, UPRIGHT
from core.runs import RunStore
from core.runs.hand_shares import HandShares
from tests import small
from tests.core.runs.made import keep_made_run

SHORT = replace(TUTORIAL, steps=20)  # a made run's weights read every digit as a 9
LONG_S = 60.0


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    return RunStore(tmp_path / "runs")


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    hand = Hand("Ada", tmp_path / "hands")
    for label in (9, 9, 9, 7):
        hand.teach(small.SEVEN, label)
    return hand


def test_each_run_is_scored_by_its_own_weights(store: RunStore, hand: Hand) -> None:
    ids = [keep_made_run(store, SHORT) for _ in range(2)]
    shares = HandShares(store).of_runs(store.listing().runs, hand.digits, LONG_S)
    assert shares == dict.fromkeys(ids[::-1], 0.75)


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


def test_without_time_a_digit_is_drawn_or_a_run_is_scored_all_the_same(store: RunStore, hand: Hand) -> None:
    ids = [keep_made_run(store, SHORT) for _ in range(3)]
    shares, runs = HandShares(store), store.listing().runs
    found = [list(shares.of_runs(runs, hand.digits, 0)) for _ in range(len(hand.digits) + 1)]
    assert found == [[]] * len(hand.digits) + [ids[-1:]]


def test_digits_are_drawn_for_as_long_as_there_is_time_and_only_once(store: RunStore, hand: Hand) -> None:
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
