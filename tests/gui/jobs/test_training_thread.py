"""TensorFlow's thread, with the real TensorFlow: its jobs one after the other, runs and hands that are learned."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from core.digits.dataset import Dataset
from core.digits.stroke_lines import LabelledDrawing
from core.errors import UserError
from core.hands.fine_tuning import rehearsal
from core.machine import tensorflow
from core.model import shipped
from core.recipes.preparation import prepared
from core.recipes.recipe import PENS, UPRIGHT, ZEROS
from core.training.reports import Progress, RunResult
from core.training.trainer import Trainer
from gui.jobs import learning as learning_module, training_thread
from gui.jobs.learning import Learning
from gui.jobs.training_job import Controls
from gui.jobs.training_thread import RequestedRun, TrainingOrder, TrainingThread
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS

Facts = list[tuple[Any, ...]]

SHORT, WHOLE = RequestedRun(replace(ZEROS, steps=20)), small.dataset()
WEIGHTS = shipped.shipped_layer()
DIGITS = [LabelledDrawing(small.SEVEN, label) for label in (7, 1)] * 3


@pytest.fixture
def thread(qtbot: QtBot) -> Iterator[TrainingThread]:
    made = TrainingThread()
    with qtbot.waitSignal(made.loaded):
        made.load()
    yield made
    assert made.close(WAIT_MS)


@pytest.fixture
def told(thread: TrainingThread) -> Facts:
    """Return what the thread tells, in order: the number of the run, and what of it."""
    facts = Facts()
    thread.reported.connect(lambda run, news: facts.append((run, news)))
    return facts


def ended(_run: int, news: object) -> bool:
    return isinstance(news, RunResult)


def order(run: int, wanted: RequestedRun = SHORT) -> TrainingOrder:
    return TrainingOrder(run, wanted, WHOLE, None)


def test_run_is_made_ready_reported_and_ended_by_its_number(qtbot: QtBot, thread: TrainingThread, told: Facts) -> None:
    with qtbot.waitSignal(thread.reported, check_params_cb=ended):
        thread.train(order(7), Controls())
    kinds = [(run, type(news)) for run, news in told]
    assert list(dict.fromkeys(kinds)) == [(7, Trainer), (7, Progress), (7, RunResult)]


def test_a_runs_fault_has_its_number_and_the_next_is_done(qtbot: QtBot, thread: TrainingThread, told: Facts) -> None:
    listed = widgets.heard(thread.graph_listed)
    with (
        qtbot.assertNotEmitted(thread.failed),
        qtbot.waitSignals([thread.reported, thread.graph_listed], check_params_cbs=[ended, lambda _nodes: True]),
    ):
        thread.train(order(1, RequestedRun(PENS)), Controls())  # without the digits that it adds
        thread.train(order(2), Controls())
        thread.list_graph(replace(ZEROS, batch=50_000), WHOLE)  # of batches no larger than the data
    assert told[0][0] == 1
    assert "adds digits to the training images" in told[0][1]
    assert len(listed[0]) > 20


def test_prepared_images_are_used_again(qtbot: QtBot, thread: TrainingThread, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def counted(*given: Any) -> Any:
        made.append(given[1].name)
        return prepared(*given)

    monkeypatch.setattr(training_thread, "prepared", counted)
    for run, recipe in enumerate((UPRIGHT, replace(UPRIGHT, seed=5), ZEROS)):
        with qtbot.waitSignal(thread.reported, check_params_cb=ended):
            thread.train(order(run, RequestedRun(replace(recipe, steps=5))), Controls())
    assert made == ["upright", "zeros"]


def test_a_run_that_is_given_up_while_its_images_are_prepared_lets_the_next_one_through(
    qtbot: QtBot, thread: TrainingThread, told: Facts, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = Controls()

    def discarded(*given: Any) -> Any:
        first.stopped = True
        return prepared(*given)

    monkeypatch.setattr(training_thread, "prepared", discarded)
    with qtbot.waitSignal(thread.reported, check_params_cb=ended):
        thread.train(order(1, RequestedRun(UPRIGHT)), first)
        thread.train(order(2), Controls())
    assert {run for run, _news in told} == {2}


def test_an_import_that_fails_is_told_and_its_thread_ends(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_is_wanted_no_more: object) -> None:
        raise UserError("TensorFlow is not installed.")

    monkeypatch.setattr(tensorflow, "load_tensorflow", fail)
    thread = TrainingThread()
    with qtbot.assertNotEmitted(thread.failed), qtbot.waitSignal(thread.load_failed) as failed:
        thread.load()
    assert failed.args == ["TensorFlow is not installed."]
    assert thread.close(WAIT_MS)


@pytest.fixture
def learning(qtbot: QtBot) -> Iterator[Learning]:
    made = Learning()
    yield made
    assert made.close(WAIT_MS)


@pytest.fixture
def preparations(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Return the stages of each rehearsal that is made, as it is."""
    made: list[tuple[str, ...]] = []

    def counted(dataset: Dataset, stages: tuple[str, ...]) -> Dataset:
        made.append(stages)
        return rehearsal(dataset, stages)

    monkeypatch.setattr(learning_module, "rehearsal", counted)
    return made


def test_a_lesson_tells_its_steps_and_then_once_what_it_learned(qtbot: QtBot, learning: Learning) -> None:
    told = widgets.heard(learning.progressed)
    with qtbot.waitSignal(learning.learned) as learned:
        learning.learn(WEIGHTS, DIGITS, WHOLE)
    assert [progress.is_learned for progress in told] == [False] * (len(told) - 1) + [True]
    steps = [progress.step for progress in told[:-1]]
    assert steps == sorted(steps)
    assert learned.args[0].sentence


def test_what_is_mixed_in_is_made_once(qtbot: QtBot, learning: Learning, preparations: list[tuple[str, ...]]) -> None:
    learning.prepare(WEIGHTS.stages, WHOLE)
    for dataset in (WHOLE, WHOLE, small.dataset()):
        with qtbot.waitSignal(learning.learned):
            learning.learn(WEIGHTS, DIGITS, dataset)
    assert preparations == [WEIGHTS.stages] * 2


def test_a_lesson_that_is_given_up_tells_nothing_more(qtbot: QtBot) -> None:
    learning, told = Learning(), list[Any]()
    learning.learned.connect(told.append)
    with qtbot.waitSignal(learning.progressed):
        learning.learn(WEIGHTS, DIGITS * 20, WHOLE)
    assert learning.close(WAIT_MS)
    learning.learn(WEIGHTS, DIGITS, WHOLE)  # too late
    assert told == []


def test_what_was_to_be_prepared_is_not_once_it_is_closed(qtbot: QtBot, preparations: list[tuple[str, ...]]) -> None:
    learning, busy = Learning(), threading.Event()
    learning.submit(lambda: (busy.wait(120), None)[1])
    learning.prepare(WEIGHTS.stages, WHOLE)
    learning.close(0)
    busy.set()
    assert learning.close(WAIT_MS)
    assert preparations == []


def test_after_a_fault_the_next_is_learned(qtbot: QtBot, learning: Learning, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Dataset:
        raise UserError("no images")

    with monkeypatch.context() as patched:
        patched.setattr(learning_module, "rehearsal", refuse)
        with qtbot.waitSignal(learning.failed) as failed:
            learning.learn(WEIGHTS, DIGITS, WHOLE)
    assert failed.args == ["no images"]
    with qtbot.waitSignal(learning.learned):
        learning.learn(WEIGHTS, DIGITS, WHOLE)
