"""The data set is read in a thread of its own, and only while somebody looks."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from core.digits.dataset import CLASSES, PIXELS, LabelledImages
from core.model.metrics import scores
from core.model.scoring import Evaluated
from core.model.softmax import Weights, single
from gui.jobs.evaluation import Evaluation, Selection
from gui.state.shared import DataInUse
from tests import small
from tests.gui import widgets
from tests.gui.conftest import WAIT_MS


def weights(seed: int = 0, stages: tuple[str, ...] = ("box", "centre")) -> Weights:
    matrix = np.random.default_rng(seed).normal(size=(PIXELS, CLASSES)).astype(np.float32)
    return single(matrix, np.zeros(CLASSES, np.float32), stages)


@pytest.fixture
def evaluation(qtbot: QtBot) -> Iterator[Evaluation]:
    made = Evaluation(DataInUse())
    made.data.use(small.dataset())
    yield made
    assert made.close(WAIT_MS)


def next_reading(qtbot: QtBot, evaluation: Evaluation) -> Evaluated:
    with qtbot.waitSignal(evaluation.scored) as signal:
        pass
    read = signal.args[0] if signal.args else None
    assert isinstance(read, Evaluated)
    return read


def test_images_are_read_once_somebody_looks_the_validations_in_a_run(qtbot: QtBot, evaluation: Evaluation) -> None:
    with qtbot.assertNotEmitted(evaluation.scored, wait=50):
        evaluation.set_weights(weights(), "a test")
    evaluation.set_watched(True)
    reading = next_reading(qtbot, evaluation)
    assert (reading.by, reading.part) == ("a test", "test")
    evaluation.set_running(True)
    assert next_reading(qtbot, evaluation).part == "validation"
    evaluation.set_running(False)
    assert next_reading(qtbot, evaluation).part == "test"


def test_only_the_newest_of_many_weights_are_read_in_the_end(qtbot: QtBot, evaluation: Evaluation) -> None:
    readings = widgets.heard(evaluation.scored)
    evaluation.set_running(True)
    evaluation.set_watched(True)
    newest = weights(99)
    for seed in range(50):
        evaluation.set_weights(weights(seed), "older")
    evaluation.set_weights(newest, "newest")
    qtbot.waitUntil(lambda: bool(readings) and readings[-1].weights is newest)
    assert len(readings) <= 2


def test_weights_back_again_do_not_wait(qtbot: QtBot, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("gui.jobs.evaluation.BETWEEN_MS", 3_600_000)
    evaluation.set_running(True)
    evaluation.set_watched(True)
    evaluation.set_weights(weights(0), "the run")
    assert next_reading(qtbot, evaluation).by == "the run"
    evaluation.is_hurried = True
    for step in range(5):
        evaluation.set_weights(weights(step), f"step {step}")
    qtbot.waitUntil(lambda: evaluation.newest is not None and evaluation.newest.by == "step 4")


def test_reading_has_a_thread_of_its_own(qtbot: QtBot, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    threads, whole = list[QThread](), small.dataset()

    def noted(*arguments: object) -> object:
        threads.append(QThread.currentThread())
        return scores(weights(), whole.test)

    monkeypatch.setattr("gui.jobs.evaluation.metrics.scores", noted)
    evaluation.set_weights(weights(), "a test")
    evaluation.set_watched(True)
    next_reading(qtbot, evaluation)
    assert threads[0] is not QThread.currentThread()


def test_a_run_is_scored_on_its_own_images_whatever_was_opened_since(qtbot: QtBot, evaluation: Evaluation) -> None:
    own = small.dataset()
    evaluation.set_watched(True)
    evaluation.data.use(own)
    evaluation.set_weights(weights(), "a run", own)
    assert next_reading(qtbot, evaluation).title == "200 test images"
    evaluation.data.use(replace(small.dataset(), title="other", test=small.labelled(30, 9)))
    read = next_reading(qtbot, evaluation)
    assert (read.title, read.images) == ("200 test images of made digits", own.test)
    with qtbot.waitSignal(evaluation.dataset_changed):
        evaluation.set_weights(weights(), "the app")
    assert next_reading(qtbot, evaluation).title == "30 test images"
    evaluation.data.use(small.dataset())
    assert evaluation.newest is None  # what was read of an older one is dropped
    assert next_reading(qtbot, evaluation) is evaluation.newest


def test_a_selection_and_an_image_are_told(qtbot: QtBot, evaluation: Evaluation) -> None:
    with qtbot.waitSignal(evaluation.selected) as signal:
        evaluation.select(Selection(label=4))
    assert signal.args == [Selection(4, None)]
    with qtbot.assertNotEmitted(evaluation.image_selected):
        evaluation.select_image(3)
    evaluation.set_weights(weights(), "a test")
    evaluation.set_watched(True)
    newest = next_reading(qtbot, evaluation)
    with qtbot.waitSignal(evaluation.image_selected) as signal:
        evaluation.select_image(3)
    assert signal.args == [newest, 3]


def test_an_end_is_seen_between_pieces(qtbot: QtBot, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch) -> None:
    pieces, closing = list[int](), threading.Event()

    def counted(part: LabelledImages, _stages: tuple[str, ...]) -> LabelledImages:
        pieces.append(len(part))
        closing.wait(120)
        return part

    monkeypatch.setattr("gui.jobs.evaluation.PIECE", 50)
    monkeypatch.setattr("gui.jobs.evaluation.as_seen_by", counted)
    evaluation.set_weights(weights(stages=("box", "centre", "deskew")), "a test")
    with qtbot.assertNotEmitted(evaluation.scored, wait=50):
        evaluation.set_watched(True)
        qtbot.waitUntil(lambda: bool(pieces))
        evaluation.close(0)
        closing.set()
    assert evaluation.close(WAIT_MS)
    assert pieces == [50]
