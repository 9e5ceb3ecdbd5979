"""How well stored runs read the hand that is taught: in slices, while somebody looks, and never another's score."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.hands.hand import Hand
from core.runs.facts import Taught
from gui.jobs.worker import Job
from gui.runs import runs_controller
from gui.runs.ladder_panel import LadderPanel
from gui.runs.runs_controller import HandScoreController
from gui.state.shared import HandInUse
from tests import small
from tests.core.runs.made import keep_made_run, weights_of
from tests.gui.runs.conftest import SHORT, Shelf


def taught(name: str, *labels: int) -> Hand:
    """Return a hand that was taught a drawing with these labels."""
    hand = Hand(name)
    for label in labels:
        hand.teach(small.SEVEN, label)
    return hand


def test_every_run_is_scored_on_the_hand_at_hand(shelf: Shelf) -> None:
    assert shelf.hand_column() is None
    ada = taught("Ada", 9, 9, 9, 7)
    shelf.hand.use(ada)
    assert shelf.hand_column() == ["75.0 %", "75.0 %"]
    ada.correct(ada.digits[3].id, 9)
    shelf.hand.use(ada)
    assert shelf.hand_column() == ["100.0 %", "100.0 %"]
    keep_made_run(shelf.store, SHORT)
    shelf.wiring.refresh()
    assert shelf.hand_column() == ["100.0 %"] * 3
    shelf.hand.use(taught("nobody yet"))
    assert shelf.hand_column() is None


def test_a_tab_scores_nothing_until_it_is_seen_then_in_slices(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs_controller, "SLICE_S", 0.0)
    shelf.panel.hide()
    before = shelf.jobs
    shelf.hand.use(taught("Ada", 9, 7))
    assert shelf.jobs == before
    shelf.panel.show()
    assert (shelf.jobs, shelf.hand_column()) == (before + 4, ["50.0 %", "50.0 %"])


def test_runs_are_scored_while_another_tab_that_shows_them_is_seen(shelf: Shelf, qtbot: QtBot) -> None:
    ladder = LadderPanel()
    qtbot.addWidget(ladder)
    shelf.wiring.show_also(ladder)
    shelf.panel.hide()
    ladder.show()
    with qtbot.waitSignal(shelf.scoring.scored, timeout=1_000) as scored:
        shelf.hand.use(taught("Ada", 9, 7))
    assert set(scored.args[0].values()) == {0.5}


class Patient:
    """What scores a hand of its own, and whose jobs wait until a test does them."""

    def __init__(self, shelf: Shelf) -> None:
        self.waiting: list[Job] = []
        self.hand = HandInUse()
        self.scoring = HandScoreController(self.hand, shelf.panel, shelf.store, self.submit, shelf.panel)

    def submit(self, job: Job, then: Callable[[Any], object]) -> None:
        self.waiting.append(lambda: then(job()))


@pytest.fixture
def patient(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Patient:
    monkeypatch.setattr(runs_controller, "SLICE_S", 0.0)
    return Patient(shelf)


def test_scores_of_a_hand_that_was_put_down_meanwhile_are_not_shown(shelf: Shelf, patient: Patient) -> None:
    patient.scoring.set_runs(shelf.store.listing().runs)
    patient.hand.use(taught("Ada", 9))
    patient.hand.use(taught("Bob", 9, 7))
    patient.waiting.pop(0)()  # scored, as Ada's
    assert shelf.hand_column() is None
    while patient.waiting:
        patient.waiting.pop(0)()
    assert shelf.hand_column() == ["50.0 %", "50.0 %"]


def test_weights_are_scored_on_the_hand_if_it_has_digits_that_they_did_not_learn(shelf: Shelf) -> None:
    told: list[tuple[float, int]] = []
    weights = weights_of(20)
    shelf.scoring.score(weights, lambda *score: told.append(score))
    shelf.hand.use(taught("Ada", 9, 7))
    shelf.scoring.score(weights, lambda *score: told.append(score))
    shelf.hand.note_learned(weights, Taught("Ada", 2, 0.0, 0.25))
    shelf.scoring.score(weights, lambda *score: told.append(score))
    assert told == [(0.5, 2), (0.25, 2)]


def test_a_hand_is_drawn_in_slices(shelf: Shelf, patient: Patient) -> None:
    patient.hand.use(taught("Ada", 9, 9, 7))
    told: list[float] = []
    patient.scoring.score(weights_of(20), lambda share, _digits: told.append(share))
    jobs = 0
    while patient.waiting:
        patient.waiting.pop(0)()
        jobs += 1
    assert jobs > 3  # a digit each, at least
    assert told == [pytest.approx(2 / 3)]
