"""The thread that learns a hand: what it tells, what it keeps, and that it can be given up."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.hands.fine_tuning import rehearsal
from core.model import shipped
from gui.jobs import learning as learning_module
from gui.jobs.learning import Learning
from gui.jobs.worker import Worker
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS

WEIGHTS = shipped.shipped_layer()
DIGITS = [LabelledDrawing(small.SEVEN, label) for label in (7, 1)] * 3
WHOLE = small.dataset()


@pytest.fixture
def learning(qtbot: QtBot) -> Iterator[Learning]:
    made = Learning()
    yield made
    assert made.close(WAIT_MS)


@pytest.fixture
def prepared(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the stages of each rehearsal that is made, as it is."""
    made: list[tuple[str, ...]] = []

    def counted(dataset: Dataset, stages: tuple[str, ...]) -> Dataset:
        made.append(stages)
        return rehearsal(dataset, stages)

    monkeypatch.setattr(learning_module, "rehearsal", counted)
    return made


def test_a_lesson_tells_its_steps_then_once_what_it_learned_and_what_that_is_worth(
    qtbot: QtBot, learning: Learning
) -> None:
    told = widgets.heard(learning.progressed)
    with qtbot.waitSignal(learning.learned, timeout=WAIT_MS) as learned:
        learning.start(WEIGHTS, DIGITS, WHOLE)
    assert [progress.is_learned for progress in told] == [False] * (len(told) - 1) + [True]
    steps = [progress.step for progress in told[:-1]]
    assert steps == sorted(steps)
    assert learned.args[0].sentence


def test_what_is_mixed_in_is_made_once_for_the_same_data_and_stages(
    qtbot: QtBot, learning: Learning, prepared: list[tuple[str, ...]]
) -> None:
    learning.prepare(WEIGHTS.stages, WHOLE)
    for dataset in (WHOLE, WHOLE, small.dataset()):
        with qtbot.waitSignal(learning.learned, timeout=WAIT_MS):
            learning.start(WEIGHTS, DIGITS, dataset)
    assert prepared == [WEIGHTS.stages] * 2


def test_a_lesson_that_is_given_up_tells_nothing_more(qtbot: QtBot) -> None:
    learning, told = Learning(), list[Any]()
    learning.learned.connect(told.append)
    with qtbot.waitSignal(learning.progressed, timeout=WAIT_MS):
        learning.start(WEIGHTS, DIGITS * 20, WHOLE)
    assert learning.close(WAIT_MS)
    learning.start(WEIGHTS, DIGITS, WHOLE)  # too late
    assert told == []


def test_what_was_to_be_prepared_is_not_once_it_is_closed(
    qtbot: QtBot, prepared: list[tuple[str, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    learning, busy = Learning(), threading.Event()
    learning.findChildren(Worker)[0].submit(lambda: (busy.wait(10), None)[1])
    learning.prepare(WEIGHTS.stages, WHOLE)
    learning.close(0)
    busy.set()
    assert learning.close(WAIT_MS)
    assert prepared == []


def test_a_fault_is_told_and_the_next_lesson_is_learned(
    qtbot: QtBot, learning: Learning, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Dataset:
        raise UserError("no images")

    with monkeypatch.context() as patched:
        patched.setattr(learning_module, "rehearsal", refuse)
        with qtbot.waitSignal(learning.failed, timeout=WAIT_MS) as failed:
            learning.start(WEIGHTS, DIGITS, WHOLE)
    assert failed.args == ["no images"]
    with qtbot.waitSignal(learning.learned, timeout=WAIT_MS):
        learning.start(WEIGHTS, DIGITS, WHOLE)
